"""What is interrupted, each from its own prepared database."""

import gzip
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from workplace import HANDED_OVER, RANDOM, SENDMAIL, Workplace

PEOPLE = ("ada", "arjun", "camila", "dmitri", "elena")
REGIONS = ("europe", "asia", "americas")


@dataclass
class Scenario:
    """A command, and where it starts."""

    name: str
    prepared: Workplace
    words: tuple
    before: dict = field(default_factory=dict)
    after: dict = field(default_factory=dict)
    sends_mail: bool = False

    def measure(self, folder):
        """Finds out what the command does when nobody disturbs it."""
        # On a copy: what a kill has left would be rolled back by the look at it.
        self.before = self.prepared.copy(folder).state(self.comparable())
        undisturbed = self.prepared.copy(folder)
        undisturbed(*self.words)
        self.after = undisturbed.state()

    def waiting(self):
        """The numbers of the mails that are waiting at first."""
        return {number for number, (_, _, sent) in self.prepared.letters().items() if not sent}

    def comparable(self):
        """The columns that a whole command, but no part of it, changes at once."""
        if not self.sends_mail:
            return RANDOM
        return {table: RANDOM.get(table, set()) | HANDED_OVER.get(table, set()) for table in {*RANDOM, *HANDED_OVER}}

    def is_possible(self, state):
        """Whether an interrupted command may leave this: all or nothing of each transaction."""
        return state == self.before or not self.sends_mail and state == self.after


def earlier(binary, folder, name):
    """A database that an earlier release has left, as the tests of upgrades have it."""
    place = Workplace(binary, folder / name)
    fixture = Path(__file__).parents[2] / f"Tests/PersistenceTests/Fixtures/{name}.sql.gz"
    subprocess.run(["sqlite3", place.database], input=gzip.decompress(fixture.read_bytes()), check=True)
    return place


def prepare(binary, folder):
    """The scenarios, and one with twenty mails waiting."""
    base = Workplace(binary, folder / "base")
    program = base.folder / "program.yaml"
    program.write_text(base("program", "example").replace("capacity: 12", "capacity: 2"))
    base("program", "apply", str(program))
    base("plan", "nova", "--publish")
    for name in PEOPLE:
        address = f"{name}@example.org"
        base("trainee", "join", "nova", "--name", name.title(), "--email", address, "--zone", "Europe/Berlin")
    base("outbox", "send", "--sendmail", SENDMAIL)
    for name in PEOPLE[:2]:
        base("enroll", "nova-2027a-w01-europe", "--as", f"{name}@example.org")
    send = ("outbox", "send", "--sendmail", SENDMAIL)
    some = base.copy(folder / "some")
    some("enroll", "nova-2027a-w01-asia", "--as", "camila@example.org")
    many = base.copy(folder / "many")
    places = [(f"nova-2027a-w0{week}-{region}", name) for week in (2, 3, 4) for region in REGIONS for name in PEOPLE[:2]]
    for code, name in places:
        many("enroll", code, "--as", f"{name}@example.org")
    enroll = ("--as", "dmitri@example.org")
    scenarios = [
        Scenario("enroll, a seat", base, ("enroll", "nova-2027a-w01-asia", *enroll)),
        Scenario("enroll, to wait", base, ("enroll", "nova-2027a-w01-europe", *enroll)),
        Scenario("outbox send, 3 mails", some, send, sends_mail=True),
        *(Scenario(f"upgrade, {name}", earlier(binary, folder, name), ("program", "list"))
          for name in ("half-season", "two-seasons")),
    ]
    sending = Scenario("outbox send, 20 mails", many, send, sends_mail=True)
    if (waiting := len(sending.waiting())) != 20:
        sys.exit(f"twenty mails were to wait, and there are {waiting}")
    return scenarios, sending
