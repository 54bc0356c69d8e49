"""Compares what real calendar programs read with what Meridian promised, instant by instant.

usage: clients.py MERIDIAN DEMO
The judge is Python's zoneinfo: a session's wall-clock time and zone, as `session list --json` prints them, give the
instant. Then the feed is read by icalendar, fetched from a running server by vdirsyncer, and listed by khal.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from datetime import datetime, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events

FAILURES = []
CHECKS = 0


def check(what, found, expected):
    global CHECKS
    CHECKS += 1
    if found != expected:
        FAILURES.append(f"{what}: found {found}, expected {expected}")


def truth(meridian, environment):
    """The instant of each session by UID, from wall clock and zone alone."""
    output = subprocess.run([meridian, "session", "list", "nova", "--json"], env=environment, check=True, capture_output=True)
    sessions = json.loads(output.stdout)
    instants = {}
    for session in sessions:
        local = datetime.fromisoformat(session["localStart"]).replace(tzinfo=ZoneInfo(session["zone"]))
        instants[session["uid"]] = local.astimezone(timezone.utc)
        check(f"start of {session['code']}", session["start"], local.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"))
    return instants


def by_icalendar(path):
    """What icalendar makes of a feed, by UID. Offsets come from the file's own VTIMEZONEs, not from zoneinfo."""
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    check(f"METHOD in {path.name}", calendar.get("METHOD"), None)
    return {str(event["UID"]): event["DTSTART"].dt.astimezone(timezone.utc) for event in calendar.walk("VEVENT")}


def by_recurring(path, year):
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    events = recurring_ical_events.of(calendar).between(datetime(year, 1, 1), datetime(year + 1, 1, 1))
    return {str(event["UID"]): event["DTSTART"].dt.astimezone(timezone.utc) for event in events}


class Server:
    """A Meridian server on a free port of loopback."""

    def __init__(self, meridian, environment):
        self.process = subprocess.Popen(
            [meridian, "serve", "--port", "0"], env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        for line in self.process.stdout:
            found = re.search(r"127\.0\.0\.1:(\d+)", line)
            if found:
                self.base = f"http://127.0.0.1:{found[1]}"
                return
        sys.exit("the server did not say where it listens")

    def stop(self):
        self.process.terminate()
        check("the server's exit status after SIGTERM", self.process.wait(timeout=15), 0)


def by_vdirsyncer(url, folder):
    """The events that vdirsyncer keeps of a feed: one file each."""
    vdir = folder / "events"
    vdir.mkdir()
    config = folder / "vdirsyncer"
    config.write_text(f"""
[general]
status_path = "{folder}/status"
[pair nova]
a = "here"
b = "there"
collections = null
conflict_resolution = "b wins"
[storage here]
type = "filesystem"
path = "{vdir}"
fileext = ".ics"
[storage there]
type = "http"
url = "{url}"
""")
    for command in (["discover"], ["sync"], ["sync"]):
        subprocess.run(
            ["vdirsyncer", "--config", config, *command], check=True, capture_output=True, input=b"y\n" * 5)
    files = {}
    for path in vdir.glob("*.ics"):
        files.update(by_icalendar(path))
    return vdir, files


def by_khal(vdir, folder, zone):
    """What khal shows of the events, on a wall in `zone`."""
    config = folder / f"khal-{zone.replace('/', '-')}"
    config.write_text(f"""
[calendars]
[[nova]]
path = {vdir}
readonly = True
[sqlite]
path = {folder}/khal.db
[locale]
local_timezone = {zone}
default_timezone = {zone}
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[default]
default_calendar = nova
""")
    listing = subprocess.run(
        ["khal", "--config", config, "list", "--notstarted", "--day-format", "", "--format", "{uid} {start-long-full}",
         "2027-01-01", "400d"],
        check=True, capture_output=True, text=True).stdout
    found = {}
    for line in listing.splitlines():
        match = re.match(r"(\S+) (\d{4}-\d\d-\d\d \d\d:\d\d)", line)
        if match:
            local = datetime.strptime(match[2], "%Y-%m-%d %H:%M").replace(tzinfo=ZoneInfo(zone))
            found[match[1]] = local.astimezone(timezone.utc)
    return found


def main():
    meridian, demo = sys.argv[1], Path(sys.argv[2])
    environment = dict(os.environ, MERIDIAN_DB=str(demo / "meridian.db"), MERIDIAN_NOW="2026-12-14T09:00:00Z")
    expected = truth(meridian, environment)
    check("sessions in the demo", len(expected) > 60, True)
    check("icalendar", by_icalendar(demo / "nova.ics"), expected)
    check("recurring-ical-events", by_recurring(demo / "nova.ics", 2027), expected)
    for invite in demo.glob("invite-*.ics"):
        event = icalendar.Calendar.from_ical(invite.read_bytes()).walk("VEVENT")[0]
        check(invite.name, event["DTSTART"].dt.astimezone(timezone.utc), expected[str(event["UID"])])
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        server = Server(meridian, environment)
        try:
            vdir, synced = by_vdirsyncer(f"{server.base}/nova.ics", folder)
            check("vdirsyncer", synced, expected)
            for zone in ("Asia/Kolkata", "Europe/Berlin", "America/New_York"):
                check(f"khal in {zone}", by_khal(vdir, folder, zone), expected)
        finally:
            server.stop()
    print(f"calendar clients: {len(expected)} sessions, {CHECKS} checks, {len(FAILURES)} failed")
    for failure in FAILURES:
        print(failure[:2000])
    sys.exit(1 if FAILURES else 0)


main()
