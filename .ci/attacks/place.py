"""A folder with two programs' database, Meridian's commands on it, and servers with who watches them."""

import http.client
import os
import re
import socket
import subprocess
import threading
import time
from contextlib import contextmanager
from pathlib import Path

EXAMPLE = Path("Resources/examples/nova.yaml")
NOW = "2026-12-14T09:00:00Z"
BASE = "https://training.example.org"
TICKS = os.sysconf("SC_CLK_TCK")


class Place:
    """A database of the programs nova and glance: akira@example.org is a mentor in both; ada@example.org is a trainee in nova."""

    def __init__(self, binary, folder, is_long=False):
        self.binary, self.folder, self.is_long = binary, folder, is_long
        self.is_release = "release" in Path(binary).resolve().parts or "/bin/meridian" in binary
        self.database = folder / "meridian.db"
        nova = EXAMPLE.read_text()
        # Half a year later, since nobody leads two sessions at once.
        glance = nova.replace("program: nova", "program: glance").replace("start: 2027-01-04", "start: 2027-07-05")
        for text in (nova, glance):
            self.meridian("program", "apply", "-", given=text)
        self.meridian("plan", "nova", "--publish")
        self.meridian(
            "trainee", "join", "nova", "--name", "Ada Okafor", "--email", "ada@example.org", "--zone", "Africa/Lagos")

    @property
    def environment(self):
        return dict(
            os.environ, MERIDIAN_DB=str(self.database), MERIDIAN_NOW=NOW, MERIDIAN_BASE_URL=BASE,
            TMPDIR=str(self.folder))

    def run(self, *words, given=None, environment=None, timeout=60):
        """A command with what came of it, whatever that is."""
        return subprocess.run(
            [self.binary, *words], env={**self.environment, **(environment or {})}, cwd=self.folder, input=given,
            capture_output=True, text=True, timeout=timeout)

    def meridian(self, *words, **how):
        """What a command answers; that must succeed."""
        done = self.run(*words, **how)
        if done.returncode != 0:
            raise RuntimeError(f"meridian {' '.join(words)} failed with {done.returncode}: {done.stderr}")
        return done.stdout

    def token(self, email, *words):
        """What lets somebody act over the network."""
        return self.meridian("token", "create", email, *words).strip().split()[-1]

    @contextmanager
    def serve(self, *words, environment=None):
        """A server on a free port, ended with the block."""
        log = self.folder / "server.log"
        with open(log, "wb") as output:
            process = subprocess.Popen(
                [self.binary, "serve", "--port", "0", "--no-mail", *words], stdin=subprocess.DEVNULL, stdout=output,
                stderr=output, env={**self.environment, **(environment or {})})
        try:
            yield Server(process, log, self)
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


class Answer:
    def __init__(self, status, headers, body, seconds):
        self.status, self.headers, self.body, self.seconds = status, headers, body, seconds

    @property
    def text(self):
        return self.body.decode("utf-8", "replace")


class Server:
    """A running server."""

    def __init__(self, process, log, place):
        self.process, self.log, self.place = process, log, place
        self.port = self._port()

    def _port(self):
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            found = re.search(r"listening on http://127\.0\.0\.1:(\d+)/", self.log.read_text(errors="replace"))
            if found:
                return int(found[1])
            if self.process.poll() is not None:
                break
            time.sleep(0.05)
        raise RuntimeError(f"the server did not start: {self.log.read_text(errors='replace')}")

    def ask(self, method, path, body=None, headers=None, token=None, timeout=30):
        """One request on a connection of its own. """
        headers = dict(headers or {})
        if token:
            headers["Authorization"] = f"Bearer {token}"
        if isinstance(body, str):
            body = body.encode()
        began = time.monotonic()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request(method, path, body, headers)
            response = connection.getresponse()
            return Answer(response.status, response.headers, response.read(), time.monotonic() - began)
        finally:
            connection.close()

    def raw(self, data, timeout=10):
        """What comes back for bytes, up to the server's hanging up, as text."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=timeout) as connection:
            try:
                connection.sendall(data if isinstance(data, bytes) else data.encode("latin-1"))
                connection.shutdown(socket.SHUT_WR)
            except OSError:
                pass
            answer = b""
            try:
                while chunk := connection.recv(65536):
                    answer += chunk
            except OSError:
                pass
        return answer.decode("latin-1")

    @property
    def processor_seconds(self):
        """What the server has used of the processors since its start (proc(5): fields 14 and 15 of stat)."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    @contextmanager
    def watched(self):
        """Somebody else asks for a feed and the server's health all the while; gives what they waited for, in seconds."""
        done, waits = threading.Event(), []

        def ask_on():
            while not done.is_set():
                for path in ("/nova.ics", "/healthz"):
                    answer = self.ask("GET", path)
                    waits.append(answer.seconds if answer.status == 200 else float("inf"))
                done.wait(0.02)

        self.ask("GET", "/nova.ics")
        thread = threading.Thread(target=ask_on)
        thread.start()
        try:
            yield waits
        finally:
            done.set()
            thread.join()
