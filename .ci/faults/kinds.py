"""What one kind of fault came to, and the place where it happens."""

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "kill"))
sys.path.insert(0, str(Path(__file__).parents[1]))
from workplace import Workplace  # noqa: E402

ADA, BO = "ada@example.org", "bo@example.org"
# What people are told by, of which a crash would be none.
CODES = {0: "done", 1: "refused", 64: "wrong usage", 65: "bad input", 69: "unreachable", 74: "storage failure"}


class Row:
    """What the tries of one kind came to."""

    HEADER = f"{'fault':44}{'tries':>7}  outcomes"

    def __init__(self, name):
        self.name, self.tries, self.outcomes, self.wrong = name, 0, Counter(), []

    def add(self, outcome, wrong=()):
        self.tries += 1
        self.outcomes[outcome] += 1
        self.wrong += wrong

    def __str__(self):
        outcomes = ", ".join(f"{outcome} {count}" for outcome, count in self.outcomes.most_common())
        lines = [f"{self.name:44}{self.tries:7}  {outcomes}" + (f"; WRONG {len(self.wrong)}" if self.wrong else "")]
        return "\n".join(lines + [f"  WRONG: {wrong}" for wrong in self.wrong[:10]])


def prepared(binary, folder):
    """The example's season, two who take part, and mail that waits."""
    place = Workplace(binary, folder)
    program = place.folder / "program.yaml"
    program.write_text(place("program", "example").replace("capacity: 12", "capacity: 2"))
    place("program", "apply", str(program))
    place("plan", "nova", "--publish")
    for name, address in (("Ada", ADA), ("Bo", BO)):
        place("trainee", "join", "nova", "--name", name, "--email", address, "--zone", "Europe/Berlin")
    place("enroll", "nova-2027a-w01-europe", "--as", ADA)
    return place


def tried(place, *words, tracer=(), user=(), **environment):
    """The exit code of a command, what it answered and what it said of errors; both are closed when it crashed."""
    run = subprocess.run(
        [*tracer, *user, place.binary, *words], env={**place.environment, **environment}, stdin=subprocess.DEVNULL,
        capture_output=True, text=True, timeout=120)
    return run.returncode, run.stdout, run.stderr


def misworded(code, errors, path=None):
    """What is wrong with how a failure was told: by a code that stands for something, in words that say where."""
    if code not in CODES:
        return [f"it ended with {code}: {errors[:200]}"]
    if code and not re.match(r"meridian: \S.{10}", errors.strip().split("\n")[0]):
        return [f"{code} without words: {errors[:200]!r}"]
    if code == 74 and path and str(path) not in errors:
        return [f"a storage failure that does not say where: {errors[:200]}"]
    return []
