"""Meridian itself, on a copy of the demo's database, with a server beside it."""

import json
import os
import re
import shutil
import subprocess
import sys
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from event import Event, midnight, utc


class Meridian:
    def __init__(self, binary, demo, folder):
        self.binary = binary
        database = folder / "meridian.db"
        shutil.copy(demo / "meridian.db", database)
        self.environment = dict(os.environ, MERIDIAN_DB=str(database))
        self.set_clock("2026-12-14T09:00:00Z")

    def set_clock(self, now):
        self.environment["MERIDIAN_NOW"] = now

    def __call__(self, *words):
        run = subprocess.run([self.binary, *words], env=self.environment, capture_output=True)
        if run.returncode != 0:
            sys.exit(f"meridian {' '.join(words)} failed: {run.stderr.decode()}")
        return run.stdout

    def serve(self):
        """The address of the feed, from a server on a free port of loopback."""
        self.server = subprocess.Popen(
            [self.binary, "serve", "--port", "0", "--no-mail"], env=self.environment, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True)
        for line in self.server.stdout:
            if found := re.search(r"http://127\.0\.0\.1:\d+", line):
                return f"{found[0]}/nova.ics"
        sys.exit("the server did not say where it listens")

    def stop(self):
        self.server.terminate()
        return self.server.wait(timeout=15)

    def sessions(self):
        """By code, what `session list` promises: wall clock and zone."""
        return {session["code"]: session for session in json.loads(self("session", "list", "nova", "--json"))}

    def events(self):
        """By code, what must be read: instants by zoneinfo, from wall clock and zone alone; weeks of duties as days."""
        duties = json.loads(self("duty", "list", "nova", "--json"))
        weeks = {turn["code"]: self._week(turn) for duty in duties for turn in duty["turns"]}
        return {code: self._event(session) for code, session in self.sessions().items()} | weeks

    def message(self, code, attendee):
        return self("invite", "show", code, "--attendee", attendee)

    def move(self, code):
        """To the next day, an hour earlier."""
        local = datetime.fromisoformat(self.sessions()[code]["localStart"])
        self("session", "move", code, "--to", (local + timedelta(hours=23)).strftime("%Y-%m-%dT%H:%M"))

    def cancel(self, code):
        self("session", "cancel", code, "--reason", "The mentor is ill")

    @staticmethod
    def _event(session):
        start = utc(datetime.fromisoformat(session["localStart"]).replace(tzinfo=ZoneInfo(session["zone"])))
        if session["start"] != start.strftime("%Y-%m-%dT%H:%M:%SZ"):
            sys.exit(f"{session['code']} begins at {session['start']} by Meridian, at {start} by zoneinfo")
        return Event(
            session["uid"], start, start + timedelta(minutes=session["minutes"]), session["status"] == "cancelled",
            session["sequence"])

    @staticmethod
    def _week(turn):
        """From Monday to the Monday after it, by what `duty list` promises."""
        first, last = date.fromisoformat(turn["from"]), date.fromisoformat(turn["to"])
        if first.weekday() != 0 or last - first != timedelta(days=6):
            sys.exit(f"{turn['code']} lasts from {first} to {last}, which is no week")
        return Event(
            turn["uid"], midnight(first), midnight(last + timedelta(days=1)), turn["status"] == "cancelled",
            turn["sequence"], all_day=True)
