"""The two readers that most programs in Python use."""

import urllib.request
from datetime import datetime

import icalendar
import recurring_ical_events

from event import from_vevent


class Icalendar:
    """A parser has no calendar of its own: here the message with the highest SEQUENCE counts."""

    name = "icalendar (PyPI)"
    keeps_cancelled = True
    hides, hides_in_feeds = (), ()

    def __init__(self, feed):
        self.feed = feed
        self.received = {}

    def read_feed(self, expected):
        with urllib.request.urlopen(self.feed) as answer:
            return self._events(answer.read())

    def receive(self, message, uid):
        for event in self._events(message):
            if event.uid not in self.received or event.sequence > self.received[event.uid].sequence:
                self.received[event.uid] = event
        return sorted(self.received.values())

    @staticmethod
    def _events(content):
        return sorted(from_vevent(event) for event in icalendar.Calendar.from_ical(content).walk("VEVENT"))


class RecurringIcalEvents:
    """Chooses among the events of one UID by SEQUENCE, so it is given every message that has come, in one calendar."""

    name = "recurring-ical-events (PyPI)"
    keeps_cancelled = True
    hides, hides_in_feeds = (), ()

    def __init__(self, feed):
        self.feed = feed
        self.received = icalendar.Calendar()

    def read_feed(self, expected):
        with urllib.request.urlopen(self.feed) as answer:
            return self._events(icalendar.Calendar.from_ical(answer.read()))

    def receive(self, message, uid):
        for component in icalendar.Calendar.from_ical(message).subcomponents:
            self.received.add_component(component)
        return self._events(self.received)

    @staticmethod
    def _events(calendar):
        occurrences = recurring_ical_events.of(calendar).between(datetime(2026, 1, 1), datetime(2030, 1, 1))
        return sorted(from_vevent(event) for event in occurrences)
