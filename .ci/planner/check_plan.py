#!/usr/bin/env python3
"""Check a plan against its instance and print one JSON object. Shares no code with the other scripts.

usage: check_plan.py INSTANCE PLAN [--zoneinfo]
  INSTANCE, PLAN   .json or .json.gz; `-` reads the plan from standard input
  --zoneinfo       also compare the instance's zone offsets with the system's tz database

Re-derives the expansion of every availability rule and every cap; recomputes H1-H7 and all levels from
the two files alone, the audience minute by minute. A `proof` in the plan is echoed; it is verified only for agreement
of its values and for bound <= value. Optimality is not verified.
exit status: 0 the plan is feasible, 1 it is not (or its proof disagrees), 2 the instance is malformed
"""
import gzip
import json
import re
import sys
from collections import defaultdict
from datetime import date, datetime, timedelta, timezone
from fractions import Fraction
from math import lcm

UTC = timezone.utc
WEEK = timedelta(7)
KNOWN = {"uncovered", "overload", "misery", "painmax", "load", "spacing", "stability", "preference"}


def read(path):
    if path == "-": return json.load(sys.stdin)
    with (gzip.open if path.endswith(".gz") else open)(path, "rt") as f: return json.load(f)


def utc(s):
    return datetime.fromisoformat(s.replace("Z", "+00:00"))


def check_instance(I, tzdb):
    bad = []
    if I["format"] != "meridian-instance/1": bad.append(f"unknown format {I['format']}")
    if set(I["levels"]) != KNOWN or len(I["levels"]) != len(KNOWN): bad.append("levels are not the eight known ones")
    monday = [date.fromisoformat(w["start"]) for w in I["weeks"]]
    mentors = {m["id"]: m for m in I["mentors"]}
    for i, d in enumerate(monday):
        if d.weekday() != 0 or (i and d - monday[i - 1] != WEEK): bad.append(f"week {i} is not the Monday after week {i-1}")

    def offset(zone, t):
        found = None
        for at, minutes in I["zones"][zone]:
            if utc(at) <= t: found = minutes
        return found

    # slots = expansion of the availability rules, less what dropouts take away
    expanded = defaultdict(set)
    for m in I["mentors"]:
        for a in m["availability"]:
            rule = re.fullmatch(r"FREQ=WEEKLY;INTERVAL=(\d+);BYDAY=(MO|TU|WE|TH|FR|SA|SU)", a["rrule"])
            d, end = date.fromisoformat(a["first"]), date.fromisoformat(a["until"])
            if "MO TU WE TH FR SA SU".split()[d.weekday()] != rule[2]: bad.append(f"{m['id']}: first day is not {rule[2]}")
            while d <= end:
                if d.isoformat() not in a["exdates"]: expanded[m["id"]].add((d.isoformat() + "T" + a["at"], a["minutes"], a["pref"]))
                d += timedelta(7 * int(rule[1]))
    got, ids = defaultdict(set), set()
    for s in I["slots"]:
        if s["id"] in ids: bad.append("duplicate slot " + s["id"])
        ids.add(s["id"])
        m, t, local = mentors[s["mentor"]], utc(s["start"]), datetime.fromisoformat(s["local"])
        if local.astimezone(UTC) != t: bad.append(f"{s['id']}: local and start differ")
        if local.utcoffset() != timedelta(minutes=offset(m["zone"], t)): bad.append(f"{s['id']}: offset is not that of {m['zone']}")
        if local.date() - timedelta(local.weekday()) != monday[s["week"]]: bad.append(f"{s['id']}: wrong week")
        got[m["id"]].add((s["local"][:16], s["minutes"], s["pref"]))
        if tzdb:
            from zoneinfo import ZoneInfo
            if t.astimezone(ZoneInfo(m["zone"])).utcoffset() != local.utcoffset(): bad.append(f"{s['id']}: the tz database disagrees")
    gone = {x["mentor"]: monday[x["from"]].isoformat() for x in (I["previous"] or {}).get("dropouts", [])}
    for m in mentors:
        if got[m] != {e for e in expanded[m] if m not in gone or e[0] < gone[m]}: bad.append(f"{m}: slots are not the expansion of its availability rules")

    # demands are given; the generator's cadence is only how it makes them. None lies in a blackout.
    want = {(d["program"], d["week"], d["region"]) for d in I["demands"]}
    regions = {p["id"]: p["regions"] for p in I["programs"]}
    if len(want) != len(I["demands"]): bad.append("a program, week and region is demanded twice")
    for p, w, r in sorted(want):
        if r not in regions.get(p, []) or not 0 <= w < len(monday): bad.append(f"no such turn: {p}, week {w}, {r}")
        if any(w in b["weeks"] and p in b.get("programs", [p]) and r in b.get("regions", [r]) for b in I["blackouts"]):
            bad.append(f"{p}, week {w}, {r} is demanded in a blackout")

    # caps: with W = lcm of the weight sums, the fair share is an integer over W
    count, weight = defaultdict(int), defaultdict(int)
    for p, _, r in want: count[p, r] += 1
    for m in I["mentors"]:
        for p in m["programs"]: weight[p, m["region"]] += m["weight"]
    for m in I["mentors"]:
        keys = [(p, m["region"]) for p in m["programs"]]
        common = lcm(*[weight[k] for k in keys])
        share = sum(count[k] * m["weight"] * (common // weight[k]) for k in keys)
        cap = -(-share // common) + 1
        if m["cap"] != cap: bad.append(f"{m['id']}: cap is {m['cap']}, the fair share gives {cap}")
    return bad


def evaluate(I, plan):
    V = []
    mentors = {m["id"]: m for m in I["mentors"]}
    slots = {s["id"]: s for s in I["slots"]}
    demands = {d["id"]: d for d in I["demands"]}
    chosen, used = {}, {}
    if plan["format"] != "meridian-plan/1": V.append(f"unknown format {plan['format']}")
    if plan["instance"] != I["id"]: V.append("the plan is for another instance")
    for a in plan["assignments"]:                                                       # H1, H2
        d, s = a["demand"], a["slot"]
        if d not in demands: V.append(f"unknown demand {d}"); continue
        if s is None: continue
        if s not in slots: V.append(f"unknown slot {s}"); continue
        if d in chosen: V.append(f"{d} filled twice"); continue
        if s in used: V.append(f"slot {s} used by {used[s]} and {d}")
        chosen[d] = s; used[s] = d
        m = mentors[slots[s]["mentor"]]
        if slots[s]["week"] != demands[d]["week"]: V.append(f"{d}: slot {s} lies in week {slots[s]['week']}")
        if m["region"] != demands[d]["region"]: V.append(f"{d}: mentor {m['id']} is of {m['region']}")
        if demands[d]["program"] not in m["programs"]: V.append(f"{d}: mentor {m['id']} does not serve the program")
    turns, month = defaultdict(list), defaultdict(int)
    for s in chosen.values():
        turns[slots[s]["mentor"]].append(slots[s]["week"]); month[slots[s]["mentor"], slots[s]["local"][:7]] += 1
    for m, weeks in turns.items():                                                      # H3
        weeks.sort()
        for a, b in zip(weeks, weeks[1:]):
            if b - a < mentors[m]["minGap"]: V.append(f"{m}: weeks {a} and {b} are closer than {mentors[m]['minGap']}")
    for (m, mo), n in month.items():                                                    # H4
        if n > mentors[m]["maxPerMonth"]: V.append(f"{m}: {n} sessions in {mo}, limit {mentors[m]['maxPerMonth']}")
    stab = {"changedMentor": 0, "changedTime": 0, "kept": 0, "lost": 0, "frozen": 0}    # H6 and stability
    for a in (I["previous"] or {"assignments": []})["assignments"]:
        if a["demand"] not in demands: stab["frozen"] += 1; continue
        if a["slot"] not in slots: stab["lost"] += 1; continue
        now = chosen.get(a["demand"])
        if a["announced"]:
            if now != a["slot"]: V.append(f"announced {a['demand']} moved from {a['slot']} to {now}")
        elif now == a["slot"]: stab["kept"] += 1
        elif now and slots[now]["mentor"] == slots[a["slot"]]["mentor"]: stab["changedTime"] += 1
        else: stab["changedMentor"] += 1
    most = (I["previous"] or {}).get("mostChanges")                                     # H7
    changed = stab["changedMentor"] + stab["changedTime"]
    if most is not None and changed > most: V.append(f"{changed} tentative turns changed, limit {most}")

    # audience
    T = I["tiers"]
    offsets = {z: [(utc(a), o) for a, o in changes] for z, changes in I["zones"].items()}
    held = defaultdict(list)
    for d, s in chosen.items(): held[demands[d]["program"], demands[d]["week"]].append(slots[s])
    active = {(d["program"], d["week"]) for d in I["demands"]}
    memo = {}

    def cost(zone, s):
        k = zone, s["id"]
        if k not in memo:
            t = utc(s["start"]); o = [v for at, v in offsets[zone] if at <= t][-1]
            minutes = [(t.hour * 60 + t.minute + o + i) % 1440 for i in range(s["minutes"])]
            if any(T["night"][0] <= q < T["night"][1] for q in minutes): memo[k] = T["nightCost"]
            elif all(T["humane"][0] <= q < T["humane"][1] for q in minutes): memo[k] = 0
            else: memo[k] = T["edgeCost"]
        return memo[k]

    misery, pain, hist = 0, defaultdict(int), defaultdict(int)
    for a in I["attendees"]:
        for p in a["programs"]:
            for w in range(a["from"], a["to"] + 1):
                if (p, w) in active:
                    k = min([cost(a["zone"], s) for s in held[p, w]], default=T["nightCost"])
                    misery += k; pain[a["id"], p] += k; hist[k] += 1
    load = {m: len(turns[m]) for m in mentors}
    K = lcm(*[m["weight"] for m in mentors.values()])
    spacing = 0
    for m, weeks in turns.items():
        G = mentors[m]["preferredGap"]
        spacing += sum(G - (b - a) for i, a in enumerate(weeks) for b in weeks[i + 1:] if b - a < G)
    values = {"uncovered": len(demands) - len(chosen),
              "overload": sum(max(0, load[m] - mentors[m]["cap"]) for m in mentors),
              "misery": misery, "painmax": max(pain.values(), default=0),
              "load": sum(K // mentors[m]["weight"] * (load[m] + mentors[m]["carry"]) ** 2 for m in mentors),
              "spacing": spacing, "stability": 2 * stab["changedMentor"] + stab["changedTime"],
              "preference": sum(slots[s]["pref"] for s in chosen.values())}
    ratio = [Fraction(load[m] + mentors[m]["carry"], mentors[m]["weight"]) for m in mentors]
    diagnostics = {"attendeeWeeks": {"humane": hist[0], "edge": hist[T["edgeCost"]], "nightOrNone": hist[T["nightCost"]]},
                   "stability": stab, "load": [min(load.values()), max(load.values())],
                   "loadRatio": [round(float(min(ratio)), 3), round(float(max(ratio)), 3)]}
    return V, values, diagnostics


def check_proof(proof, values):
    wrong = []
    for name, p in (proof or {}).items():
        if name not in values: wrong.append(f"proof of unknown level {name}"); continue
        if p["value"] != values[name]: wrong.append(f"proof says {name} = {p['value']}, the plan has {values[name]}")
        if p["bound"] > p["value"]: wrong.append(f"proof of {name}: bound {p['bound']} exceeds value {p['value']}")
    return wrong


def main():
    args = [a for a in sys.argv[1:] if not a.startswith("--")]
    if len(args) != 2: sys.exit(__doc__)
    I, P = read(args[0]), read(args[1])
    bad = check_instance(I, "--zoneinfo" in sys.argv)
    V, values, diagnostics = evaluate(I, P)
    wrong = check_proof(P.get("proof"), values)
    print(json.dumps({"instance": I["id"], "solver": P.get("solver"), "feasible": not V and not bad, "vector": [values[k] for k in I["levels"]],
                      "levels": {k: values[k] for k in I["levels"]}, "proof": P.get("proof"), "diagnostics": diagnostics,
                      "violations": V[:50], "proofErrors": wrong, "instanceErrors": bad[:50]}))
    sys.exit(2 if bad else 1 if V or wrong else 0)


if __name__ == "__main__":
    main()
