"""Kills Meridian at each of its writing and syncing calls in turn, and at random moments of sending.

usage: python .ci/kill MERIDIAN [--quick]

After every kill the database is looked at, the command is given again, and what it promised is counted. With --quick
only every third call is tried, of many about twenty. As a negative control the journal is taken away after each kill:
unless that shows as damage, the drill would prove nothing.
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
from scenarios import Scenario, prepare
from verdict import Verdict

SEED = 20270104


class Row:
    """What the kills of one command came to."""

    HEADER = "command                    kills  calls reached  came twice  usable after  damaged without journal  wrong"

    def __init__(self, name):
        self.name, self.kills, self.kinds, self.reached = name, 0, Counter(), "–"
        self.duplicates, self.slowest, self.control, self.wrong = 0, 0.0, 0, []

    def add(self, verdict, kind, number):
        self.kills += 1
        self.kinds[kind] += 1
        self.duplicates += verdict.duplicates
        self.slowest = max(self.slowest, verdict.seconds)
        self.control += verdict.undone_without_journal
        self.wrong += [f"killed at {kind} {number}: {wrong}" for wrong in verdict.wrong]

    def __str__(self):
        kinds = ", ".join(f"{kind} {count}" for kind, count in sorted(self.kinds.items()))
        figures = (f"{self.name:26} {self.kills:5}  {self.reached:>13}  {self.duplicates:10}  {self.slowest:10.2f} s  "
                   f"{self.control:23}  {len(self.wrong):5}")
        return "\n".join([figures, f"  {kinds}", *(f"  WRONG: {wrong}" for wrong in self.wrong[:10])])


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


class CallByCall:
    """Kills of one command at its calls, and which of them were reached."""

    RETRIES = 10

    def __init__(self, scenario, folder):
        self.scenario, self.folder, self.row = scenario, folder, Row(scenario.name)
        place = scenario.prepared.copy(folder / "run")
        self.log, self.answer = place.folder / "log", place.folder / "answer"
        self.files = {
            "folder": place.folder, "database": place.database, "journal": place.journal, "answer": self.answer}
        place.start(scenario.words, self.answer, strace.tracer(self.log)).wait()
        self.calls, self.reached = set(strace.calls(self.log, place.folder)), set()

    def run(self, quick):
        """One pass for each call on each file; the files in which mail is handed over have no fixed names."""
        step = max(3, len(self.calls) // 20) if quick else 1
        for call, kind in sorted({(call, kind if kind in self.files else "") for call, kind, _ in self.calls}):
            number = 1
            while self.is_killed(call, kind, number):
                number += step
        if step == 1:
            self.reach_the_rest()
        self.row.reached = f"{len(self.reached & self.calls)} of {len(self.calls)}"
        return self.row

    def reach_the_rest(self):
        """strace counts in each thread, and which one hands a mail over is decided anew in each run."""
        for attempt in range(self.RETRIES):
            for call, kind, number in sorted(self.calls - self.reached):
                if kind not in self.files:
                    self.is_killed(call, "", 1 + attempt % number)

    def is_killed(self, call, kind, number):
        """Whether the command gets as far as that call; then all is to be well after it."""
        place = self.scenario.prepared.copy(self.folder / "run")
        tracer = strace.tracer(self.log, call, number, self.files.get(kind))
        process = place.start(self.scenario.words, self.answer, tracer)
        status = process.wait()
        if status == 0:
            if place.state() != self.scenario.after or not self.answer.read_bytes():
                self.row.wrong.append("it ended by itself, and not as when nobody disturbs it")
            return False
        if status != -signal.SIGKILL:
            sys.exit(f"{self.scenario.name} ended with {status}: {Path(f'{self.answer}.errors').read_text()}")
        self.reached |= set(strace.calls(self.log, place.folder)[-1:])
        self.row.add(examine(self.scenario, place, process, self.folder), f"{call} {kind}".strip(), number)
        return True


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
        row.add(verdict, "a random moment", f"{moment:.3f} s")
    return row


def interrupted(scenario, folder):
    """The same command, begun on what a kill in the middle of its writing left: so the rollback is interrupted too.

    The rollback is another thread's, and strace counts in each: as many of the writes that follow it are not reached
    here. They are where there is nothing to roll back.
    """
    place = scenario.prepared.copy(folder / "interrupted")
    tracer = strace.tracer(folder / "log", "pwrite64", 5, place.database)
    place.start(scenario.words, folder / "answer", tracer).wait()
    if not place.journal.exists():
        sys.exit("the kill in the middle of writing left no journal")
    return Scenario(f"{scenario.name}, once more", place, scenario.words)


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
        scenarios.append(interrupted(scenarios[0], folder))
        rows = []
        print(Row.HEADER)
        for scenario in [*scenarios, sending]:
            scenario.measure(folder / "run")
            if scenario is sending:
                rows.append(kill_at_moments(scenario, folder, 30 if quick else 200))
            else:
                rows.append(CallByCall(scenario, folder).run(quick))
            print(rows[-1], flush=True)
    print(f"{sum(row.kills for row in rows)} kills in {time.monotonic() - began:.0f} s")
    if not any(row.control for row in rows):
        sys.exit("the negative control failed: taking the journal away did no harm, so the drill proves nothing")
    sys.exit(1 if any(row.wrong for row in rows) else 0)


main()
