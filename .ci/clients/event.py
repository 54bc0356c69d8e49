"""What a calendar program and Meridian must agree on."""

from dataclasses import dataclass, replace
from datetime import datetime, timezone


@dataclass(frozen=True, order=True, repr=False)
class Event:
    uid: str
    start: datetime
    end: datetime
    cancelled: bool = False
    sequence: int | None = None

    def __repr__(self):
        sequence = "" if self.sequence is None else f" sequence {self.sequence}"
        return f"{self.uid or 'event'} {self.start:%Y-%m-%dT%H:%MZ}/{self.end:%H:%MZ}{sequence}{' cancelled' * self.cancelled}"

    def without(self, fields):
        """As a program shows it that does not show these."""
        return replace(self, **dict.fromkeys(fields))


def utc(moment):
    """The instant; a time without a zone would be read differently everywhere and is refused."""
    if moment.tzinfo is None:
        raise ValueError(f"{moment} has no zone")
    return moment.astimezone(timezone.utc)


def from_vevent(component):
    """An event as icalendar read it."""
    return Event(
        str(component["UID"]), utc(component["DTSTART"].dt), utc(component["DTEND"].dt),
        component.get("STATUS") == "CANCELLED", int(component["SEQUENCE"]))
