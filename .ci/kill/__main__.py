"""Kills Meridian at each of its writing and syncing calls in turn, and at random moments of sending.

usage: python .ci/kill MERIDIAN [--quick]

After every kill the database is looked at, the command is given again, and what it promised is counted. With --quick only
every third call is tried. As a negative control the journal is taken away after each kill: unless that shows as damage,
the drill would prove nothing.
"""

import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import strace
from scenarios import prepare
from verdict import Verdict

SEED = 20270104


class Row:
    """What the kills of one command came to."""

    def __init__(self, name):
        self.name, self.kills, self.kinds, self.reached = name, 0, Counter(), "–"
        self.duplicates, self.slowest, self.control, self.wrong = 0, 0.0, 0, []

    def add(self, verdict, where):
        self.kills += 1
        self.duplicates += verdict.duplicates
        self.slowest = max(self.slowest, verdict.seconds)
        self.control += verdict.undone_without_journal
        self.wrong += [f"{self.name}, killed at {where}: {wrong}" for wrong in verdict.wrong]


def session_ended(leader):
    """Waits until nothing is left of a session: a sendmail program outlives the process that started it."""
    deadline = time.monotonic() + 20
    while any(session == leader for session in sessions()):
        if time.monotonic() > deadline:
            sys.exit("a program that Meridian started does not end")
        time.sleep(0.01)


def sessions():
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if fields[0] not in "ZX":
            yield int(fields[3])


def kill_at_calls(scenario, folder, step):
    """One pass for each kind of call on each file; the files that mail is handed over in have no fixed names."""
    row = Row(scenario.name)
    place = scenario.prepared.copy(folder / "run")
    log, answer = place.folder / "log", place.folder / "answer"
    place.start(scenario.words, answer, strace.tracer(log)).wait()
    all_calls = set(strace.calls(log, place.folder))
    names = {"folder": place.folder, "database": place.database, "journal": place.journal, "answer": answer}
    passes = sorted({(call, kind if kind in names else "") for call, kind, _ in all_calls})
    reached = set()
    for call, kind in passes:
        number = 1
        while True:
            place = scenario.prepared.copy(folder / "run")
            process = place.start(scenario.words, answer, strace.tracer(log, call, number, names.get(kind)))
            status = process.wait()
            if status == 0:
                session_ended(process.pid)
                if place.state() != scenario.after or not answer.read_bytes():
                    row.wrong.append(f"{scenario.name}: undisturbed at last, and not as it was before")
                break
            if status != -signal.SIGKILL:
                sys.exit(f"{scenario.name} ended with {status}: {Path(f'{answer}.errors').read_text()}")
            found = strace.calls(log, place.folder)
            reached |= set(found[-1:])
            verdict = examine(scenario, place, process, folder)
            row.add(verdict, f"{call} {number} {kind}")
            row.kinds[f"{call} {kind}".strip()] += 1
            number += step
    row.reached = f"{len(reached & all_calls)} of {len(all_calls)}"
    return row


def kill_at_moments(scenario, folder, count):
    """At random moments between the start and the end of an undisturbed run."""
    row, generator = Row(scenario.name), random.Random(SEED)
    place = scenario.prepared.copy(folder / "run")
    began = time.monotonic()
    place.start(scenario.words, place.folder / "answer").wait()
    whole = time.monotonic() - began
    while row.kills < count:
        moment = generator.uniform(0, whole)
        place = scenario.prepared.copy(folder / "run")
        process = place.start(scenario.words, place.folder / "answer")
        time.sleep(moment)
        os.kill(process.pid, signal.SIGKILL)
        if process.wait() == 0:
            session_ended(process.pid)
            continue
        verdict = examine(scenario, place, process, folder)
        row.add(verdict, f"{moment:.3f} s")
    row.kinds["a random moment"] = row.kills
    return row


def examine(scenario, place, process, folder):
    verdict = Verdict(scenario, place)
    verdict.look_at_once(folder / "side")
    verdict.control(folder / "side")
    verdict.give_again()
    session_ended(process.pid)
    verdict.count_mail()
    return verdict


def main():
    binary, quick = str(Path(sys.argv[1]).resolve()), "--quick" in sys.argv[2:]
    began = time.monotonic()
    with tempfile.TemporaryDirectory(dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None) as temporary:
        folder = Path(temporary)
        scenarios, sending = prepare(binary, folder)
        rows = []
        for scenario in [*scenarios, sending]:
            scenario.measure(folder / "run")
            row = kill_at_moments(sending, folder, 30 if quick else 200) if scenario is sending else kill_at_calls(
                scenario, folder, 3 if quick else 1)
            rows.append(row)
            print(f"{row.name}: {row.kills} kills, calls reached {row.reached}; {row.duplicates} mails came twice; "
                  f"usable after {row.slowest:.2f} s at most; {row.control} damaged without the journal; "
                  f"{len(row.wrong)} wrong", flush=True)
            print("  " + ", ".join(f"{kind} {count}" for kind, count in sorted(row.kinds.items())), flush=True)
            for wrong in row.wrong[:10]:
                print(f"  {wrong}", flush=True)
    print(f"{sum(row.kills for row in rows)} kills in {time.monotonic() - began:.0f} s")
    if not any(row.control for row in rows):
        sys.exit("the negative control failed: taking the journal away did no harm, so the drill proves nothing")
    sys.exit(1 if any(row.wrong for row in rows) else 0)


main()
