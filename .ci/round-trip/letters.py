"""What is in the mails, both ways."""

import email
import email.policy
from email.mime.nonmultipart import MIMENonMultipart
from email.charset import QP, Charset
from email.utils import format_datetime, make_msgid


def invitation(mail):
    """The method and the text of the calendar part that a mail program would act on."""
    parts = [
        part for part in email.message_from_bytes(mail.message, policy=email.policy.default).walk()
        if part.get_content_type() == "text/calendar"]
    if len(parts) != 1:
        raise ValueError(f"a mail to {mail.recipient} has {len(parts)} calendar parts")
    return parts[0].get_param("method"), parts[0].get_content().encode()


def answer(sender, recipient, calendar, method, date):
    """A mail as Evolution's composer makes it: the answer is its whole body."""
    charset = Charset("utf-8")
    charset.body_encoding = QP
    body = MIMENonMultipart("text", "calendar", name="calendar.ics", charset="utf-8", METHOD=method)
    body.set_payload(calendar, charset)
    body["From"], body["To"], body["Subject"] = sender, recipient, "Re: the training session"
    body["Date"], body["Message-ID"] = format_datetime(date), make_msgid(domain="example.org")
    return body.as_bytes(policy=email.policy.SMTP)


def organizer(calendar):
    """To whom an answer goes: the address of ORGANIZER, its line unfolded."""
    for line in calendar.replace("\r\n ", "").splitlines():
        if line.startswith("ORGANIZER"):
            return line[line.lower().index("mailto:") + len("mailto:"):]
    raise ValueError("there is no ORGANIZER")


def stamp(calendar):
    """The DTSTAMP of an answer."""
    return next(line.partition(":")[2] for line in calendar.splitlines() if line.startswith("DTSTAMP"))
