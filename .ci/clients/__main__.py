"""Compares what real calendar programs show with what Meridian promised, instant by instant.

usage: python .ci/clients MERIDIAN DEMO

Each program reads the feed of a running server and takes three people's invitations; then their sessions move, then
they are called off. After a move there must be one event a session, with the same UID and a higher SEQUENCE; after a
cancellation none, or a cancelled one, as the program does it.
"""

import sys
import tempfile
import time
from pathlib import Path

from evolution_client import Evolution
from khal_client import Khal
from meridian import Meridian
from news import News
from python_clients import Icalendar, RecurringIcalEvents
from vdirsyncer_client import Vdirsyncer

INVITED = {
    "nova-2027a-w01-asia": "arjun@example.org",
    "nova-2027a-w01-europe": "ada@example.org",
    "nova-2027a-w02-americas": "camila@example.org",
}
STAGES = (
    ("as announced", "2026-12-14T09:00:00Z", None),
    ("once moved", "2026-12-15T09:00:00Z", Meridian.move),
    ("once cancelled", "2026-12-16T09:00:00Z", Meridian.cancel),
)


class Tally:
    """What one program was asked, and where it differed."""

    def __init__(self, client):
        self.client, self.compared, self.differences, self.seconds = client, 0, [], 0.0

    def compare(self, what, expected, hidden, ask):
        expected = sorted(event.without(hidden) for event in expected)
        began = time.monotonic()
        found = sorted(event.without(hidden) for event in ask(expected))
        self.seconds += time.monotonic() - began
        self.compared += len(expected)
        if found != expected:
            missing, extra = sorted(set(expected) - set(found)), sorted(set(found) - set(expected))
            self.differences.append(
                f"{what}: {len(found)} events of {len(expected)}; missing {missing[:3]}; unexpected {extra[:3]}")

    def __str__(self):
        return (f"{self.client.name}: {self.compared} events compared in {self.seconds:.1f} s, "
                f"{len(self.differences)} differences")


def changed(meridian, change):
    """What is true after the change, which must have kept each session's UID and raised its SEQUENCE."""
    before = meridian.events()
    if change:
        for code in INVITED:
            change(meridian, code)
    events = meridian.events()
    for code in INVITED if change else ():
        old, new = before[code], events[code]
        if new.uid != old.uid or new.sequence <= old.sequence or (new.start, new.cancelled) == (old.start, old.cancelled):
            sys.exit(f"{code}: {old} became {new}")
    return events


def compare(meridian, tallies, news):
    """What each finds at each stage; returns what is wrong with the news."""
    invited, faults = {}, []
    for stage, now, change in STAGES:
        meridian.set_clock(now)
        events = changed(meridian, change)
        faults += news.faults(stage)
        for tally in tallies:
            tally.compare(f"the feed {stage}", events.values(), tally.client.hides_in_feeds, tally.client.read_feed)
        for code, attendee in INVITED.items():
            message = meridian.message(code, attendee)
            invited[code] = events[code]
            for tally in tallies:
                kept = [event for event in invited.values() if tally.client.keeps_cancelled or not event.cancelled]
                tally.compare(
                    f"the message about {code} {stage}", kept, tally.client.hides,
                    lambda _: tally.client.receive(message, invited[code].uid))
    return faults


def main():
    binary, demo = sys.argv[1], Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        meridian = Meridian(binary, demo, folder)
        feed = meridian.serve()
        try:
            clients = [Icalendar(feed), RecurringIcalEvents(feed), Vdirsyncer(folder, feed), Evolution(feed)]
            clients += [
                Khal(folder, clients[2].subscribed, zone) for zone in ("Asia/Kolkata", "Europe/Berlin", "America/New_York")]
            tallies = [Tally(client) for client in clients]
            news = News(feed.removesuffix(".ics") + ".atom")
            faults = compare(meridian, tallies, news)
        finally:
            status = meridian.stop()
    for tally in tallies:
        print(tally)
    print(f"feedparser (PyPI): {news.read} entries read, {len(faults)} faults")
    differences = faults + [f"{tally.client.name}: {difference}" for tally in tallies for difference in tally.differences]
    if status != 0:
        differences.append(f"the server left with status {status} after SIGTERM")
    for difference in differences:
        print(difference)
    sys.exit(1 if differences else 0)


main()
