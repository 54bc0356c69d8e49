"""Evolution's calendar, by way of its data server: a subscription to the feed, and a calendar that takes invitations."""

import time
from datetime import datetime, timezone

import gi

for library in (("ECal", "2.0"), ("EDataServer", "1.2"), ("ICalGLib", "3.0")):
    gi.require_version(*library)
from gi.repository import ECal, EDataServer, GLib, ICalGLib  # noqa: E402

from event import Event  # noqa: E402


class Evolution:
    name = "Evolution (evolution-data-server)"
    keeps_cancelled = False
    hides, hides_in_feeds = (), ()

    def __init__(self, feed=None):
        self.registry = EDataServer.SourceRegistry.new_sync(None)
        if feed:
            self.feed = self._calendar("webcal", feed)
        self.own = self._calendar("local")

    def read_feed(self, expected):
        """A refresh answers before the feed is there, so it is asked until all is as expected, or for ten seconds."""
        self.feed.refresh_sync(None)
        deadline = time.monotonic() + 10
        while (events := self._events(self.feed)) != expected and time.monotonic() < deadline:
            time.sleep(0.1)
        return events

    def receive(self, message, uid):
        component = ICalGLib.Component.new_from_string(message.decode())
        self.own.receive_objects_sync(component, ECal.OperationFlags.NONE, None)
        return self._events(self.own)

    def _calendar(self, backend, address=None):
        source = EDataServer.Source.new(None, None)
        source.set_parent(f"{backend}-stub")
        source.get_extension("Calendar").set_backend_name(backend)
        if address:
            source.get_extension("WebDAV Backend").set_uri(GLib.Uri.parse(address, GLib.UriFlags.NONE))
            source.get_extension("Security").set_method("none")
        self.registry.commit_source_sync(source, None)
        at_once = 0xFFFFFFFF
        # Whoever keeps the calendars may hear of a new one a moment after the registry has it.
        deadline = time.monotonic() + 10
        while True:
            try:
                return ECal.Client.connect_sync(source, ECal.ClientSourceType.EVENTS, at_once, None)
            except GLib.Error:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.1)

    @staticmethod
    def _events(calendar):
        """What Evolution would draw: the occurrences from 2026 to 2029."""
        events = []

        def add(component, start, end, *_):
            moments = (
                datetime(t.get_year(), t.get_month(), t.get_day(), tzinfo=timezone.utc) if t.is_date()
                else datetime.fromtimestamp(t.as_timet_with_zone(t.get_timezone()), timezone.utc) for t in (start, end))
            cancelled = component.get_status() == ICalGLib.PropertyStatus.CANCELLED
            events.append(Event(component.get_uid(), *moments, cancelled, component.get_sequence(), start.is_date()))
            return True

        years = (int(datetime(year, 1, 1, tzinfo=timezone.utc).timestamp()) for year in (2026, 2030))
        calendar.generate_instances_sync(*years, None, add)
        return sorted(events)
