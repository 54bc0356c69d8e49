"""Whether all is well after a kill, and again after the same command was given once more."""

import time
from collections import Counter

USABLE_WITHIN = 2.0


class Verdict:
    """What was found wrong after one kill; and what is only counted."""

    def __init__(self, scenario, place):
        self.scenario, self.place = scenario, place
        self.wrong, self.duplicates, self.seconds = [], 0, 0.0
        self.undone_without_journal = False

    def look_at_once(self, side):
        """At a copy, since looking rolls an interrupted transaction back, which is for Meridian to do."""
        copy = self.place.copy(side)
        if damage := copy.damage():
            self.wrong.append(f"after the kill: {damage}")
        elif not self.scenario.is_possible(copy.state(self.scenario.comparable())):
            self.wrong.append("after the kill: a state between two transactions")
        self._require_mail_that_counts_as_sent(copy, "after the kill")

    def control(self, side):
        """The negative control: with the journal taken away, the same look must find damage at some kill."""
        copy = self.place.copy(side)
        if not copy.journal.exists():
            return
        copy.journal.unlink()
        try:
            well = copy.damage() is None and self.scenario.is_possible(copy.state(self.scenario.comparable()))
        except Exception:  # A torn database may not even be read.
            well = False
        self.undone_without_journal = not well

    def give_again(self):
        """The database is usable soon, and the command ends in the state that it has when nobody disturbs it."""
        began = time.monotonic()
        self.place("session", "list", "nova", "--upcoming", "--json")
        self.seconds = time.monotonic() - began
        if self.seconds > USABLE_WITHIN:
            self.wrong.append(f"usable only after {self.seconds:.1f} s")
        self.place(*self.scenario.words)
        if self.place.state() != self.scenario.after:
            self.wrong.append("given again: another state than undisturbed")
        if damage := self.place.damage():
            self.wrong.append(f"given again: {damage}")

    def count_mail(self):
        """Every mail went out, some perhaps twice, and each time as the outbox has it, byte for byte."""
        expected = {}
        if self.scenario.sends_mail:
            waited = self.scenario.waiting()
            expected = {number: letter[:2] for number, letter in self.place.letters().items() if number in waited}
        kept = Counter(self.place.kept_mail())
        for number, letter in expected.items():
            if not kept[letter]:
                self.wrong.append(f"mail {number} never came")
        if foreign := set(kept) - set(expected.values()):
            self.wrong.append(f"{len(foreign)} mails that the outbox does not have like this")
        self.duplicates = sum(kept.values()) - len(kept)
        if self.duplicates > 1:
            self.wrong.append(f"{self.duplicates} mails came twice, and only one was on its way")

    def _require_mail_that_counts_as_sent(self, copy, when):
        kept, waited = set(self.place.kept_mail()), self.scenario.waiting()
        for number, (recipient, message, sent) in copy.letters().items():
            if sent and number in waited and (recipient, message) not in kept:
                self.wrong.append(f"{when}: mail {number} counts as sent and never came")
