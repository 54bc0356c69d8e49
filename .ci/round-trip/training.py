"""A season that begins in four weeks, its sessions for two, and a clock that moves when it is told to."""

import json
import os
import sqlite3
import subprocess
from datetime import timedelta
from pathlib import Path

CONTACT = "nova-training"


class Training:
    def __init__(self, binary, folder, now):
        self.binary, self.now = binary, now
        folder.mkdir()
        self.database = folder / "meridian.db"
        start = now.date() + timedelta(days=28 - now.weekday())
        program = folder / "program.yaml"
        program.write_text(Path(__file__).with_name("program.yaml").read_text().replace("2027-01-04", str(start)))
        self("program", "apply", str(program))
        self("plan", "nova", "--publish")

    def __call__(self, *words, message=None):
        environment = dict(os.environ, MERIDIAN_DB=str(self.database), MERIDIAN_NOW=f"{self.now:%Y-%m-%dT%H:%M:%SZ}")
        run = subprocess.run([self.binary, *words], env=environment, capture_output=True, input=message)
        if run.returncode != 0:
            raise RuntimeError(f"meridian {' '.join(words)} ended with {run.returncode}: {run.stderr.decode()}")
        return run.stdout.decode()

    def json(self, *words, message=None):
        return json.loads(self(*words, "--json", message=message))

    def wait(self, **time):
        self.now += timedelta(**time)

    def join(self, name, zone):
        address = f"{name.lower()}@example.org"
        self("trainee", "join", "nova", "--name", name, "--email", address, "--zone", zone)
        return address

    def enroll(self, session, address):
        """Whether they have a seat or wait. It confirms a seat, so it is for those who do not hold one to confirm."""
        return self.json("enroll", session, "--as", address)

    def seat(self, session, address):
        """What one person sees of a session that they take part in: without touching it."""
        sessions = self.json("session", "list", "nova", "--as", address)
        return next(found["yours"] for found in sessions if found["code"] == session)

    def uid(self, session):
        return next(found["uid"] for found in self.json("session", "list", "nova") if found["code"] == session)

    def is_to_confirm(self, address):
        """Whether they hold a seat that is to be confirmed; read from the database, since `enroll` would confirm it."""
        with sqlite3.connect(f"file:{self.database}?mode=ro", uri=True) as database:
            rows = database.execute(
                "SELECT 1 FROM enrollment JOIN person ON person.id = person WHERE email = ? AND confirm_by NOT NULL",
                (address,))
            return rows.fetchone() is not None

    def invitation(self, session, address):
        """The current invitation, its lines unfolded."""
        return self("invite", "show", session, "--attendee", address).replace("\r\n ", "").replace("\n ", "")

    def receive(self, message):
        return self.json("mail", "receive", message=message)

    def outbox(self, address):
        return [mail for mail in self.json("outbox", "list") if mail["to"] == address]
