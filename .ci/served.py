"""A server of our own on a copy of the demo, whose mail one can read."""
import email
import email.policy
import hashlib
import os
import re
import shutil
import sqlite3
import subprocess
import tempfile
import urllib.error
import urllib.request

from measuring import free_port, start


class Site:
    """Serves a copy of the demo at a moment that passes only when it is told to."""

    def __init__(self, meridian, demo, now):
        self._meridian = meridian
        self._folder = tempfile.TemporaryDirectory()
        self._mail = os.path.join(self._folder.name, "mail")
        self.database = os.path.join(self._folder.name, "meridian.db")
        shutil.copy(os.path.join(demo, "meridian.db"), self.database)
        port = free_port()
        self.base = f"http://127.0.0.1:{port}"
        self._environment = {
            **os.environ, "MERIDIAN_DB": self.database, "MERIDIAN_NOW": now, "MERIDIAN_BASE_URL": self.base}
        for name in ["MERIDIAN_SERVER", "MERIDIAN_TOKEN", "MERIDIAN_AS"]:
            self._environment.pop(name, None)
        self._port, self._server, self._seen = port, None, set()

    def run(self, *words, now=None):
        """What a command answers."""
        environment = {**self._environment, **({"MERIDIAN_NOW": now} if now else {})}
        return subprocess.run(
            [self._meridian, *words], env=environment, check=True, text=True, stdout=subprocess.PIPE).stdout

    def __enter__(self):
        """Starts the server. Mail leaves when it is asked for, so that nobody waits for the server's next round."""
        self.mails()
        self._start()
        return self

    def __exit__(self, *_):
        self._stop()
        self._folder.cleanup()

    def move(self, now):
        """Has it be another moment, for the server and for commands."""
        self._stop()
        self._environment["MERIDIAN_NOW"] = now
        self._start()

    def _start(self):
        self._server = start(
            self._meridian, "serve", "--port", self._port, "--no-mail", "--open-sign-up", env=self._environment,
            port=self._port)

    def _stop(self):
        self._server.terminate()
        self._server.wait()

    def mails(self, address=None):
        """The mails that have been written since it was asked last; to one address, or to all."""
        self.run("outbox", "send", "--to-dir", self._mail)
        new = sorted(set(os.listdir(self._mail)) - self._seen) if os.path.isdir(self._mail) else []
        self._seen.update(new)
        mails = []
        for name in new:
            with open(os.path.join(self._mail, name), "rb") as file:
                mails.append(email.message_from_binary_file(file, policy=email.policy.default))
        return [mail for mail in mails if address is None or mail["To"].addresses[0].addr_spec == address]

    def links(self, mail):
        """Every address of ours in the mail, as scanners find them."""
        return list(dict.fromkeys(re.findall(re.escape(self.base) + r"/[^\s<>\"]*", self.words(mail))))

    @staticmethod
    def words(mail):
        return mail.get_body(["plain"]).get_content()

    @staticmethod
    def calendars(mail):
        """The calendars that come with a mail, their lines unfolded."""
        return [re.sub(r"\r?\n[ \t]", "", part.get_content())
                for part in mail.walk() if part.get_content_type() == "text/calendar"]

    def state(self):
        """All that is kept, as a digest."""
        with sqlite3.connect(f"file:{self.database}?mode=ro", uri=True) as connection:
            return hashlib.sha256("\n".join(connection.iterdump()).encode()).hexdigest()

    def ask(self, url, method="GET", **headers):
        """The status and the text that are answered, as by a program that is no browser."""
        try:
            with urllib.request.urlopen(urllib.request.Request(url, method=method, headers=headers)) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()
