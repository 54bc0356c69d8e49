"""Somebody who reads invitations in Evolution, and answers them as it does (its itip-formatter and itip_send_comp)."""

from evolution_client import Evolution
from gi.repository import ECal, ICalGLib


class EvolutionAttendee(Evolution):
    """One person, with a calendar of their own in Evolution's data server."""

    def __init__(self, address):
        super().__init__()
        self.address = address

    def receive(self, message):
        """The message goes into the calendar; returns the UID of its event."""
        component = ICalGLib.Component.new_from_string(message.decode())
        self.own.receive_objects_sync(component, ECal.OperationFlags.NONE, None)
        return component.get_inner().get_uid()

    def answer(self, uid, status, stamp):
        """The answer is kept in the calendar; returns the REPLY that tells of it."""
        event = self.event(uid)
        attendee = self._attendee(event)
        attendee.set_parameter(ICalGLib.Parameter.new_partstat(getattr(ICalGLib.ParameterPartstat, status)))
        self.own.modify_object_sync(event, ECal.ObjModType.ALL, ECal.OperationFlags.NONE, None)
        return self._message(self.event(uid), ICalGLib.PropertyMethod.REPLY, stamp)

    def propose(self, uid, hours_later, stamp):
        """A COUNTER with another time, which changes nothing in the calendar."""
        event = self.event(uid)
        for getter, setter in ((event.get_dtstart, event.set_dtstart), (event.get_dtend, event.set_dtend)):
            time = getter()
            time.adjust(0, hours_later, 0, 0)
            setter(time)
        return self._message(event, ICalGLib.PropertyMethod.COUNTER, stamp)

    def event(self, uid):
        """The event as the data server gives it back."""
        return self.own.get_object_sync(uid, None, None)[1]

    def partstat(self, uid):
        """What the calendar shows that this person answered."""
        parameter = self._attendee(self.event(uid)).get_first_parameter(ICalGLib.ParameterKind.PARTSTAT_PARAMETER)
        return parameter.as_ical_string().removeprefix("PARTSTAT=")

    def _message(self, event, method, stamp):
        mine = self._attendee(event).clone()
        while other := event.get_first_property(ICalGLib.PropertyKind.ATTENDEE_PROPERTY):
            event.remove_property(other)
        event.add_property(mine)
        event.set_dtstamp(ICalGLib.Time.new_from_string(stamp))
        calendar = ECal.util_new_top_level()
        calendar.set_method(method)
        for zone in self._zones(event):
            calendar.add_component(zone)
        calendar.add_component(event)
        return calendar.as_ical_string()

    def _zones(self, event):
        names = set()
        event.foreach_tzid(lambda parameter, *_: names.add(parameter.get_tzid()))
        return [self.own.get_timezone_sync(name, None)[1].get_component().clone() for name in sorted(names)]

    def _attendee(self, event):
        attendee = event.get_first_property(ICalGLib.PropertyKind.ATTENDEE_PROPERTY)
        while attendee and attendee.get_attendee().lower() != f"mailto:{self.address}":
            attendee = event.get_next_property(ICalGLib.PropertyKind.ATTENDEE_PROPERTY)
        if attendee is None:
            raise LookupError(f"{self.address} is not invited to {event.get_uid()}")
        return attendee
