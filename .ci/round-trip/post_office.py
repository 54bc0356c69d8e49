"""Mail on loopback: a receiver that speaks SMTP, and msmtp that brings it there."""

import asyncio
import queue
import subprocess
import threading
from dataclasses import dataclass
from pathlib import Path

from aiosmtpd.smtp import SMTP

MSMTP = "/usr/bin/msmtp"


@dataclass
class Mail:
    sender: str
    recipient: str
    message: bytes


class PostOffice:
    """Keeps what comes for people, and gives what comes for `contact` to a program, as an MTA's alias does."""

    def __init__(self, home, contact, deliver):
        self.contact, self.deliver = contact, deliver
        self.mails, self.answers, self.turned_away = [], queue.Queue(), []
        self.unknown, self.busy = set(), set()
        self.port = port = self._listen()
        configuration = Path(home) / ".msmtprc"
        configuration.write_text(f"account default\nhost 127.0.0.1\nport {port}\ntls off\nauth off\n")
        configuration.chmod(0o600)

    def send(self, mail):
        """By msmtp, as somebody's mail program would."""
        subprocess.run([MSMTP, "-i", "-f", mail.sender, "--", mail.recipient], input=mail.message, check=True)

    def take(self, recipient):
        """The mails that have come for somebody, each once."""
        mine = [mail for mail in self.mails if mail.recipient == recipient]
        self.mails = [mail for mail in self.mails if mail.recipient != recipient]
        return mine

    def next_answer(self):
        """What became of the next mail to the contact; it may still be on its way."""
        return self.answers.get(timeout=30)

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address in self.unknown:
            return "550 5.1.1 no such user here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        for recipient in envelope.rcpt_tos:
            mail = Mail(envelope.mail_from, recipient, envelope.original_content)
            if recipient in self.busy:
                self.turned_away.append(mail)
                return "451 4.3.2 try again later"
            self.mails.append(mail)
            if recipient.startswith(self.contact):
                self.answers.put(self.deliver(self._as_piped(mail)))
        return "250 OK"

    def _listen(self):
        """A free port of loopback, answered until the process ends."""
        loop = asyncio.new_event_loop()
        threading.Thread(target=loop.run_forever, daemon=True).start()
        server = asyncio.run_coroutine_threadsafe(
            loop.create_server(lambda: SMTP(self, hostname="mx.example.org", loop=loop), "127.0.0.1", 0), loop).result()
        return server.sockets[0].getsockname()[1]

    @staticmethod
    def _as_piped(mail):
        """As MTAs hand mail to a program: the envelope in front, lines ended by a mere LF."""
        header = f"Return-Path: <{mail.sender}>\nDelivered-To: {mail.recipient}\n"
        return header.encode() + mail.message.replace(b"\r\n", b"\n")
