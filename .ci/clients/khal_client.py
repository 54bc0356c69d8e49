"""khal, a calendar for terminals: it lists the folder that vdirsyncer keeps, and imports invitations."""

import subprocess
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from event import Event, midnight, utc


class Khal:
    keeps_cancelled = True
    hides, hides_in_feeds = ("sequence",), ("sequence", "uid")

    def __init__(self, folder, subscribed, zone):
        self.name = f"khal in {zone}"
        self.zone = ZoneInfo(zone)
        self.folder = folder / f"khal-{zone.replace('/', '-')}"
        (self.folder / "own").mkdir(parents=True)
        self.message = self.folder / "message.ics"
        self.config = self.folder / "config"
        self.config.write_text(f"""
[calendars]
[[subscribed]]
path = {subscribed}
readonly = True
[[own]]
path = {self.folder / "own"}
[sqlite]
path = {self.folder}/khal.db
[locale]
local_timezone = {zone}
default_timezone = {zone}
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[default]
default_calendar = own
""")

    def read_feed(self, expected):
        return self._events("subscribed")

    def receive(self, message, uid):
        self.message.write_bytes(message)
        self._run("import", "--batch", "--include-calendar", "own", str(self.message))
        return self._events("own")

    def _events(self, calendar):
        listing = self._run(
            "list", "--include-calendar", calendar, "--notstarted", "--day-format", "", "--format",
            "{uid}|{start-long-full}|{end-long-full}|{cancelled}|{all-day}", "2026-12-01", "500d")
        events = set()  # It lists what goes past midnight on both days.
        for line in filter(None, listing.splitlines()):
            uid, start, end, cancelled, all_day = line.split("|")
            moments = self._days(start, end) if all_day == "True" else (self._instant(start), self._instant(end))
            events.add(Event(uid, *moments, "CANCELLED" in cancelled, all_day=all_day == "True"))
        return sorted(events)

    @staticmethod
    def _days(start, end):
        """What lasts whole days is shown from its first day to its last."""
        first, last = (date.fromisoformat(shown.split()[0]) for shown in (start, end))
        return midnight(first), midnight(last + timedelta(days=1))

    def _instant(self, shown):
        return utc(datetime.strptime(shown, "%Y-%m-%d %H:%M").replace(tzinfo=self.zone))

    def _run(self, *words):
        run = subprocess.run(["khal", "--config", self.config, *words], capture_output=True, text=True)
        if run.returncode != 0:
            raise RuntimeError(f"khal {words} failed: {run.stderr}")
        return run.stdout
