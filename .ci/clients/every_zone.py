"""Reads an event at 02:30 and at 17:00 of every week from 2026 to 2036 in every zone, as icalendar does.

usage: EveryZone | python .ci/clients/every_zone.py

`EveryZone` (Benchmarks/) prints the feeds; the UID of an event is the wall-clock time that zoneinfo makes an instant of.
The zones have strange names here, so that icalendar has nothing but the VTIMEZONE to go by. Feeds that are the same
bytes but for the zone's name are read once: some six hundred zones move their clocks in a hundred ways.
"""

import multiprocessing
import sys
from collections import defaultdict
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar

from event import utc

END = b"END:VCALENDAR\r\n"
TEXTS = (b"SUMMARY:", b"DESCRIPTION:", b"NAME:", b"X-WR-CALNAME:")


def feeds(stream):
    """For each zone its name, and its feed with an anonymous zone and without texts for people."""
    content = b""
    while block := stream.read(1 << 20):
        *whole, content = (content + block).split(END)
        for feed in whole:
            lines = feed.replace(b"\r\n ", b"").split(b"\r\n")
            name = next(line for line in lines if line.startswith(b"NAME:"))[len(b"NAME:"):]
            kept = b"\r\n".join(line for line in lines if not line.startswith(TEXTS)) + END
            yield name.decode(), kept.replace(b"TZID=" + name, b"TZID=Anonymous").replace(b"TZID:" + name, b"TZID:Anonymous")
    if content:
        sys.exit(f"the feeds end in the middle: {content[-200:]}")


def promised(name):
    """The instants of start and end by wall-clock time; a time that a zone skips counts by the offset before the gap."""
    instants = {}
    for week in range(574):
        day = datetime(2026, 1, 1) + timedelta(days=week * 7 + week % 7)
        for hour, minute in ((2, 30), (17, 0)):
            local = day.replace(hour=hour, minute=minute)
            start = utc(local.replace(tzinfo=ZoneInfo(name)))
            instants[local.isoformat()] = (start, start + timedelta(hours=1))
    return instants


def read(number_and_feed):
    number, feed = number_and_feed
    # icalendar remembers a zone by its name.
    calendar = icalendar.Calendar.from_ical(feed.replace(b"Anonymous", b"Strange/%d" % number))
    events = [(str(event["UID"]), utc(event["DTSTART"].dt), utc(event["DTEND"].dt)) for event in calendar.walk("VEVENT")]
    return {uid: (start, end) for uid, start, end in events}, len(events), feed.count(b"DTSTART;TZID=")


def main():
    zones = defaultdict(list)
    for name, feed in feeds(sys.stdin.buffer):
        zones[feed].append(name)
    names = instants = on_the_wall = 0
    differences = []
    with multiprocessing.Pool() as pool:
        for alike, (found, events, local) in zip(zones.values(), pool.imap(read, enumerate(zones))):
            on_the_wall += local * len(alike)
            for name in alike:
                expected = promised(name)
                names += 1
                instants += 2 * len(expected)
                wrong = [uid for uid in expected | found if found.get(uid) != expected.get(uid)]
                differences += [f"{name}, {uid}: read {found.get(uid)}, expected {expected.get(uid)}" for uid in wrong]
                if events != len(expected):
                    differences.append(f"{name}: {events} events, expected {len(expected)}")
    print(f"every zone: {names} names ({len(zones)} feeds) × 574 weeks × 2 events, read by icalendar: {instants} instants "
          f"compared, {on_the_wall} events on the wall clock, {len(differences)} mismatches")
    for difference in differences[:20]:
        print(difference)
    sys.exit(1 if differences or names < 590 else 0)


if __name__ == "__main__":
    main()
