"""An invitation goes out and its answer comes back, by real programs all the way; one line a step.

usage: python .ci/round-trip MERIDIAN

A session for two: whoever leaves lets the next move up, who is asked to confirm. The invitation goes by msmtp to an
SMTP receiver, into Evolution's data server, and what that answers comes back by msmtp and the receiver to `meridian
mail receive`. Then Thunderbird answers, which sends its mail itself. It ends with 1 at the first step that is not as
expected.
"""

import os
import sys
import tempfile
import time
from datetime import datetime, timezone
from pathlib import Path

import letters
from evolution_attendee import EvolutionAttendee
from post_office import MSMTP, Mail, PostOffice
from thunderbird_attendee import ThunderbirdAttendee
from training import CONTACT, Training

SESSION, OTHER = "nova-now-w01-europe", "nova-now-w02-europe"
ZONES = {
    "Ada": "Africa/Lagos", "Bea": "Europe/Berlin", "Arjun": "Asia/Kolkata", "Camila": "America/Bogota",
    "Dmitri": "Europe/Kyiv"}


class RoundTrip:
    began = time.monotonic()

    def __init__(self, binary, folder, now):
        self.training = Training(binary, folder, now)
        self.folder = folder
        self.post = PostOffice(os.environ["HOME"], CONTACT, self.training.receive)
        self.calendars = {}
        self.people = [self.training.join(name, zone) for name, zone in ZONES.items()]

    def step(self, what, *facts):
        """Prints a line, or ends the whole with what was found instead."""
        for name, found, expected in facts:
            if found != expected:
                sys.exit(f"NOT AS EXPECTED: {what}\n  {name}: {found!r}\n  expected: {expected!r}")
        print(f"{time.monotonic() - self.began:5.1f} s  {what}", flush=True)

    def send(self):
        report = self.training.json("outbox", "send", "--sendmail", MSMTP)
        return report["sent"], report["waiting"], report["refused"]

    def put_into_calendar(self, address):
        """The one mail that came for somebody goes into their calendar; returns its text and the event's UID."""
        mails = self.post.take(address)
        if len(mails) != 1:
            sys.exit(f"NOT AS EXPECTED: {len(mails)} mails came for {address}")
        method, calendar = letters.invitation(mails[0])
        if method != "REQUEST":
            sys.exit(f"NOT AS EXPECTED: {address} was sent METHOD {method}")
        self.calendars.setdefault(address, EvolutionAttendee(address))
        return calendar.decode(), self.calendars[address].receive(calendar)

    def mail_answer(self, address, calendar, method, sender=None):
        """To the organizer, from somebody's own address or another; returns what Meridian made of it."""
        organizer = letters.organizer(calendar)
        message = letters.answer(sender or address, organizer, calendar, method, self.training.now)
        self.post.send(Mail(sender or address, organizer, message))
        return self.post.next_answer()

    @property
    def stamp(self):
        return f"{self.training.now:%Y%m%dT%H%M%SZ}"

    def places(self, *people):
        return [self.training.seat(SESSION, person)["enrollment"] for person in people]

    def promotion_is_accepted(self):
        training = self.training
        ada, bea, arjun, camila, dmitri = self.people
        for person in self.people:
            training.enroll(SESSION, person)
        sent, waiting, refused = self.send()
        self.step(f"two have seats, three wait; {sent} mails left by msmtp",
                  ("waiting, refused", (waiting, refused), (0, 0)),
                  ("places", self.places(*self.people), ["enrolled"] * 2 + ["waitlisted"] * 3))
        self.bea_uid = self.put_into_calendar(bea)[1]
        self.post.take(arjun)
        training.wait(minutes=10)
        training("leave", SESSION, "--as", ada)
        self.send()
        calendar, uid = self.put_into_calendar(arjun)
        shown = training.invitation(SESSION, arjun)
        evolution = self.calendars[arjun]
        self.step("Ada left; Arjun's invitation came by SMTP into Evolution's data server",
                  ("what it is", calendar.replace("\r\n ", ""), shown),
                  ("PARTSTAT", evolution.partstat(uid), "NEEDS-ACTION"),
                  ("to be confirmed", training.is_to_confirm(arjun), True))
        training.wait(minutes=10)
        self.reply = evolution.answer(uid, "ACCEPTED", self.stamp)
        received = self.mail_answer(arjun, self.reply, "REPLY")
        self.step("Arjun accepted there; the REPLY came back by msmtp", ("outcome", received["outcome"], "recorded"),
                  ("in the calendar", evolution.partstat(uid), "ACCEPTED"))
        self.step("the seat is confirmed, and Camila is first in the queue",
                  ("PARTSTAT=ACCEPTED", "PARTSTAT=ACCEPTED" in training.invitation(SESSION, arjun), True),
                  ("to be confirmed", training.is_to_confirm(arjun), False),
                  ("confirmBy", training.enroll(SESSION, arjun).get("confirmBy"), None),
                  ("Camila's position", training.seat(SESSION, camila)["position"], 1))
        training.wait(hours=8 * 24)
        self.send()
        self.step("a week later it still is Arjun's",
                  ("places", self.places(arjun, camila), ["enrolled", "waitlisted"]))

    def decline_frees_the_seat(self):
        training = self.training
        ada, bea, arjun, camila, dmitri = self.people
        declined = self.calendars[bea].answer(self.bea_uid, "DECLINED", self.stamp)
        received = self.mail_answer(bea, declined, "REPLY")
        self.step("Bea declined what she had accepted; Camila moves up", ("outcome", received["outcome"], "left"),
                  ("places", self.places(bea, arjun, camila, dmitri), ["none", "enrolled", "enrolled", "waitlisted"]))
        self.post.take(camila)
        self.send()
        calendar, uid = self.put_into_calendar(camila)
        self.step("Camila's invitation went out",
                  ("PARTSTAT", self.calendars[camila].partstat(uid), "NEEDS-ACTION"),
                  ("to be confirmed", training.is_to_confirm(camila), True),
                  ("to Bea", len(self.post.take(bea)), 0))
        before = training.json("session", "list", "nova")
        training.wait(minutes=10)
        counter = self.calendars[camila].propose(uid, 1, self.stamp)
        received = self.mail_answer(camila, counter, "COUNTER")
        self.step("Camila proposed another hour, which is noted and moves nothing",
                  ("outcome", received["outcome"], "noted"),
                  ("sessions", training.json("session", "list", "nova"), before))

    def what_proves_nothing_changes_nothing(self):
        training = self.training
        ada, bea, arjun, camila, dmitri = self.people
        received = self.mail_answer(arjun, self.reply, "REPLY")
        self.step("Arjun's REPLY came again", ("outcome", received["outcome"], "known"))
        forged = self.reply.replace("PARTSTAT=ACCEPTED", "PARTSTAT=DECLINED").replace(
            letters.stamp(self.reply), self.stamp)
        for sender in (camila, "mallory@example.net"):
            received = self.mail_answer(arjun, forged, "REPLY", sender)
            self.step(f"{sender} declined in Arjun's name, in vain", ("outcome", received["outcome"], "set-aside"),
                      ("places", self.places(arjun), ["enrolled"]))
        received = self.mail_answer(arjun, forged.replace(arjun, camila), "REPLY", camila)
        self.step("Camila declined for herself at Arjun's address, in vain",
                  ("outcome", received["outcome"], "set-aside"),
                  ("places", self.places(arjun, camila), ["enrolled", "enrolled"]),
                  ("set aside", len(training.json("mail", "list")), 3))

    def mail_is_patient(self):
        training = self.training
        ada, bea, arjun, camila, dmitri = self.people
        self.send()
        self.post.take(dmitri)
        self.post.busy.add(dmitri)
        # Four weeks ahead a seat is held for its longest, a week and until the next morning.
        training.wait(hours=8 * 24)
        sent, waiting, refused = self.send()
        self.step("Camila never confirmed: a week later the seat is Dmitri's; his host answers 451, so his mail waits",
                  ("places", self.places(arjun, camila, dmitri), ["enrolled", "none", "enrolled"]),
                  ("waiting, refused", (waiting, refused), (1, 0)), ("tries", len(self.post.turned_away), 1))
        training.wait(minutes=4)
        self.step("four minutes later it is not tried", ("sent, waiting", self.send()[:2], (0, 1)),
                  ("tries", len(self.post.turned_away), 1))
        training.wait(minutes=2)
        self.step("six minutes later it is, in vain", ("sent, waiting", self.send()[:2], (0, 1)),
                  ("tries", len(self.post.turned_away), 2))
        self.post.busy.clear()
        training.wait(minutes=11)
        self.step("eleven minutes after that it is taken", ("sent, waiting", self.send()[:2], (1, 0)))
        tries = {mail.message for mail in [*self.post.turned_away, *self.post.mails] if mail.recipient == dmitri}
        self.step("all three times it was the same mail, byte for byte", ("different ones", len(tries), 1))
        calendar, uid = self.put_into_calendar(dmitri)
        received = self.mail_answer(dmitri, self.calendars[dmitri].answer(uid, "ACCEPTED", self.stamp), "REPLY")
        self.step("Dmitri accepted", ("outcome", received["outcome"], "recorded"),
                  ("to be confirmed", training.is_to_confirm(dmitri), False))

    def unknown_address_is_spared(self):
        training = self.training
        elena = training.join("Elena", "Europe/Athens")
        self.post.unknown.add(elena)
        training.enroll(OTHER, elena)
        self.step("Elena's host answers 550", ("sent, waiting, refused", self.send(), (0, 0, 1)),
                  ("suppressed", [found["address"] for found in training.json("outbox", "suppressed")], [elena]))
        self.post.unknown.clear()
        training("leave", OTHER, "--as", elena)
        self.step("nothing more is sent to her", ("sent, waiting, refused", self.send(), (0, 0, 1)),
                  ("mails", len(self.post.take(elena)), 0))
        training("outbox", "allow", elena)
        training.wait(minutes=10)
        training.enroll(OTHER, elena)
        self.step("once allowed again, it is, with what she missed", ("sent, waiting, refused", self.send(), (3, 0, 0)),
                  ("mails", len(self.post.take(elena)), 3))

    def thunderbird_accepts_and_declines(self):
        """Its clock cannot be set, so all this is to happen now."""
        training = self.training
        ada, bea, arjun, camila, dmitri = self.people
        for person in (ada, bea, arjun, camila):
            training.enroll(SESSION, person)
        self.send()
        self.post.take(arjun)
        training("leave", SESSION, "--as", ada)
        self.send()
        invitation = letters.invitation(self.post.take(arjun)[0])[1]
        thunderbird = ThunderbirdAttendee(arjun, "Arjun", self.folder, self.post.port)
        try:
            self.step("Arjun's invitation came by SMTP into Thunderbird",
                      ("to be confirmed", training.is_to_confirm(arjun), True))
            thunderbird.answer(invitation, "ACCEPTED")
            received = self.post.next_answer()
            self.step("Arjun accepted there; Thunderbird sent the REPLY itself",
                      ("outcome", received["outcome"], "recorded"),
                      ("to be confirmed", training.is_to_confirm(arjun), False),
                      ("PARTSTAT=ACCEPTED", "PARTSTAT=ACCEPTED" in training.invitation(SESSION, arjun), True))
            time.sleep(1)  # Answers are told apart by DTSTAMP, which counts seconds.
            thunderbird.change_answer(training.uid(SESSION), "DECLINED")
            received = self.post.next_answer()
            self.step("Arjun thought better of it; Camila moves up", ("outcome", received["outcome"], "left"),
                      ("places", self.places(arjun, camila), ["none", "enrolled"]))
        finally:
            thunderbird.close()


def main():
    binary = sys.argv[1]
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        trip = RoundTrip(binary, folder / "evolution", datetime(2026, 12, 14, 9, tzinfo=timezone.utc))
        trip.promotion_is_accepted()
        trip.decline_frees_the_seat()
        trip.what_proves_nothing_changes_nothing()
        trip.mail_is_patient()
        trip.unknown_address_is_spared()
        RoundTrip(binary, folder / "thunderbird", datetime.now(timezone.utc)).thunderbird_accepts_and_declines()


main()
