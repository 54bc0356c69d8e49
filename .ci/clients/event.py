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
    all_day: bool = False  # Then start and end stand for days, which are nobody's instants.

    def __repr__(self):
        sequence = "" if self.sequence is None else f" sequence {self.sequence}"
        return f"{self.uid or 'event'} {'all day ' * self.all_day}{self.start:%Y-%m-%dT%H:%MZ}/{self.end:%H:%MZ}{sequence}{' cancelled' * self.cancelled}"

    def without(self, fields):
        """As a program shows it that does not show these."""
        return replace(self, **dict.fromkeys(fields))


def utc(moment):
    """The instant; a time without a zone would be read differently everywhere and is refused."""
    if moment.tzinfo is None:
        raise ValueError(f"{moment} has no zone")
    return moment.astimezone(timezone.utc)


def midnight(day):
    """What stands for a day."""
    return datetime(day.year, day.month, day.day, tzinfo=timezone.utc)


def from_vevent(component):
    """An event as icalendar read it."""
    start, end = component["DTSTART"].dt, component["DTEND"].dt
    all_day = not isinstance(start, datetime)
    moment = midnight if all_day else utc
    return Event(
        str(component["UID"]), moment(start), moment(end), component.get("STATUS") == "CANCELLED",
        int(component["SEQUENCE"]), all_day)
