"""A folder with one database, and Meridian run on it; what it holds, and what the sendmail program was given."""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

SENDMAIL = str(Path(__file__).with_name("sendmail").resolve())
# Drawn at random for each invitation, so that two undisturbed runs differ in them.
# When a migration was made is the system's clock's.
RANDOM = {"invitation": {"token"}, "outbox": {"sender", "bytes"}, "migration": {"applied"}}
# What letting mails go, and handing each over, changes.
HANDED_OVER = {"outbox": {"state", "attempts", "due", "last_error"}, "session_mail": {"released", "urgent"}}


class Workplace:
    def __init__(self, binary, folder):
        self.binary, self.folder = binary, Path(folder)
        self.database = self.folder / "meridian.db"
        self.journal = self.folder / "meridian.db-journal"
        self.mail = self.folder / "mail"
        self.mail.mkdir(parents=True, exist_ok=True)

    def copy(self, folder):
        """The same with the database, its key and a journal if there is one, and no mail."""
        shutil.rmtree(folder, ignore_errors=True)
        other = Workplace(self.binary, folder)
        for name in ("meridian.db", "meridian.db.key", "meridian.db-journal"):
            if (self.folder / name).exists():
                shutil.copy(self.folder / name, other.folder / name)
        return other

    @property
    def environment(self):
        return dict(
            os.environ, MERIDIAN_DB=str(self.database), MERIDIAN_NOW="2026-12-14T09:00:00Z",
            TMPDIR=str(self.folder))

    def start(self, words, answer, tracer=()):
        """Starts a command, the answer going to a file; it and what it starts are a session of their own."""
        with open(answer, "wb") as output, open(f"{answer}.errors", "wb") as errors:
            return subprocess.Popen(
                [*tracer, self.binary, *words], env=self.environment, stdin=subprocess.DEVNULL, stdout=output,
                stderr=errors, start_new_session=True)

    def __call__(self, *words):
        """What a command answers; that must succeed."""
        run = subprocess.run(
            [self.binary, *words], env=self.environment, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        if run.returncode != 0:
            sys.exit(f"meridian {' '.join(words)} failed with {run.returncode}: {run.stderr}")
        return run.stdout

    def damage(self):
        """What SQLite finds wrong; None when all is well. A hot journal is rolled back by it first."""
        run = subprocess.run(
            ["sqlite3", self.database, "PRAGMA integrity_check; PRAGMA foreign_key_check;"], capture_output=True,
            text=True)
        found = " ".join((run.stdout + run.stderr).split())
        return None if run.returncode == 0 and found == "ok" else found[:200]

    def state(self, without=RANDOM):
        """By table, its rows, each without the columns named."""
        connection = sqlite3.connect(self.database)
        connection.row_factory = sqlite3.Row
        try:
            tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
            return {
                table: sorted(
                    repr([row[key] for key in row.keys() if key not in without.get(table, ())])
                    for row in connection.execute(f'SELECT * FROM "{table}"'))
                for table in tables}
        finally:
            connection.close()

    def letters(self):
        """By outbox number, the recipient, the message and whether it counts as sent."""
        connection = sqlite3.connect(self.database)
        try:
            rows = connection.execute("SELECT id, recipient, bytes, state FROM outbox").fetchall()
        finally:
            connection.close()
        return {number: (recipient, message, state == "sent") for number, recipient, message, state in rows}

    def kept_mail(self):
        """What the sendmail program was given: recipient and message, one a call."""
        mails = []
        for file in sorted(self.mail.glob("*.mail")):
            arguments, message = file.read_bytes().split(b"\n", 1)
            mails.append((arguments.decode().split(" -- ")[1], message))
        return mails
