"""vdirsyncer, which keeps a folder of one file for each event: the feed over HTTP, and invitations from a folder."""

import subprocess

import icalendar

from event import from_vevent


class Vdirsyncer:
    name = "vdirsyncer"
    keeps_cancelled = True
    # It numbers what comes over HTTP by its content, so that a changed event is another one to it.
    hides, hides_in_feeds = (), ("uid",)

    def __init__(self, folder, feed):
        self.subscribed, self.mailed, self.invited = (folder / name for name in ("subscribed", "mailed", "invited"))
        for events in (self.subscribed, self.mailed, self.invited):
            events.mkdir()
        server = f'type = "http"\nurl = "{feed}"'
        self.config = folder / "vdirsyncer"
        self.config.write_text(f"""
[general]
status_path = "{folder}/status"
{self._pair("feed", self._folder(self.subscribed), server)}
{self._pair("mail", self._folder(self.invited), self._folder(self.mailed))}
""")
        self._run("discover")

    def read_feed(self, expected):
        self._run("sync", "feed")
        return self._events(self.subscribed)

    def receive(self, message, uid):
        (self.mailed / f"{uid}.ics").write_bytes(message)
        self._run("sync", "mail")
        return self._events(self.invited)

    @staticmethod
    def _folder(events):
        return f'type = "filesystem"\npath = "{events}"\nfileext = ".ics"'

    @staticmethod
    def _pair(name, here, there):
        return f"""
[pair {name}]
a = "{name}_here"
b = "{name}_there"
collections = null
conflict_resolution = "b wins"
[storage {name}_here]
{here}
[storage {name}_there]
{there}
"""

    def _run(self, *words):
        run = subprocess.run(
            ["vdirsyncer", "--config", self.config, *words], capture_output=True, input=b"y\n" * 5)
        if run.returncode != 0:
            raise RuntimeError(f"vdirsyncer {words} failed: {run.stderr.decode()}")

    @staticmethod
    def _events(events):
        calendars = [icalendar.Calendar.from_ical(path.read_bytes()) for path in events.glob("*.ics")]
        return sorted(from_vevent(event) for calendar in calendars for event in calendar.walk("VEVENT"))
