"""How much dearer one program is on a large server: python .ci/growth MERIDIAN [--small] [FOLDER]

The same program, with the same few people, on a server of its own and on one with 1,000 other programs, 100,000 people and a
million enrollments of this season (with --small a hundredth of them), side by side: each is asked the same in turns, and the
medians and 99th percentiles are set beside each other. Before that the program is planned for 4,500 trainees beside 120 in the
same zones. FOLDER keeps the large database for another run. Exits with 1 when the 99th percentile of enrolling, of the list of
sessions, of one's own page or of a feed is more than half as much again, or the median of planning for the crowd.
"""

import hashlib
import http.client
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
import multiply  # noqa: E402
from measuring import free_port, processor, running, start  # noqa: E402

NOW = "2026-12-14T09:00:00Z"
MOST = 1.5
SECRET = "a" * 52
CROWDS = (120, 4500)
HELD = ("enroll", "list of sessions", "/me", "feed", "feed, not again (304)")


class Server:
    """A server on a database of its own, and what it is asked."""

    def __init__(self, meridian, database):
        self.meridian, self.database, self.port = meridian, database, free_port()
        self.environment = dict(os.environ, MERIDIAN_DB=str(database), MERIDIAN_NOW=NOW)
        self.token = self.run("token", "create", "ada@example.org").strip()
        with sqlite3.connect(database) as writer:
            person, = writer.execute("SELECT id FROM person WHERE email = 'ada@example.org'").fetchone()
            writer.execute(
                "INSERT OR IGNORE INTO access_token (person, role, digest, created, expires, last_used, kind)"
                " VALUES (?, 'trainee', ?, ?, ?, ?, 'browser')",
                (person, hashlib.sha256(SECRET.encode()).digest(), multiply.NOW, multiply.NOW + 30 * 86_400, multiply.NOW))
        self.process = start(meridian, "serve", "--port", self.port, "--no-mail", port=self.port, env=self.environment)
        self.settle()
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port)
        self.titles = 0

    def settle(self):
        """Waits until it has looked after every season, as it does once a day."""
        before, began = processor(self.process), time.monotonic()
        while time.monotonic() - began < 900:
            time.sleep(2)
            now = processor(self.process)
            if now - before < 0.1:
                break
            before = now
        self.settled = time.monotonic() - began

    def run(self, *words):
        return subprocess.run(
            [self.meridian, *words], env=self.environment, check=True, capture_output=True, text=True).stdout

    def ask(self, method, path, body=None, status=200, **headers):
        said = {**headers, **({"Content-Type": "application/json"} if body is not None else {})}
        self.connection.request(method, path, body=body, headers=said)
        answer = self.connection.getresponse()
        text = answer.read()
        if answer.status != status:
            sys.exit(f"{method} {path}: {answer.status} {text[:300]}")
        return text, answer.headers

    def api(self, method, path, body=None):
        return self.ask(method, f"/api/v1/{path}", body, Authorization=f"Bearer {self.token}")

    def enroll(self):
        self.api("POST", "sessions/nova-2027a-w02-europe/enrollment", "{}")

    def leave(self):
        self.api("DELETE", "sessions/nova-2027a-w02-europe/enrollment")

    def know(self):
        """Has a feed that needs not be sent again."""
        self.tag = self.ask("GET", "/nova.ics")[1]["ETag"]

    def rename(self):
        """Has every page be made anew."""
        self.titles += 1
        with sqlite3.connect(self.database, timeout=60) as writer:
            writer.execute("PRAGMA synchronous = OFF")
            writer.execute("UPDATE program SET title = ? WHERE name = 'nova'", (f"Training {self.titles}",))


# What is asked, how often, what happens before and after it, which is not measured.
QUESTIONS = {
    "enroll": (Server.enroll, 100, None, Server.leave),
    "list of sessions": (lambda it: it.ask("GET", "/api/v1/programs/nova/sessions"), 200, None, None),
    "/me": (lambda it: it.ask("GET", "/me", Cookie=f"meridian={SECRET}"), 200, None, None),
    "program's page, anew": (lambda it: it.ask("GET", "/nova?zone=UTC"), 50, Server.rename, None),
    "home page, anew": (lambda it: it.ask("GET", "/?zone=UTC"), 10, Server.rename, None),
    "feed": (lambda it: it.ask("GET", "/nova.ics"), 200, None, None),
    "feed, not again (304)": (
        lambda it: it.ask("GET", "/nova.ics", status=304, **{"If-None-Match": it.tag}), 200, Server.know, None),
    "plan": (lambda it: it.run("plan", "nova"), 5, None, None),
    "why": (lambda it: it.run("why", "nova-2027a-w07-asia"), 5, None, None),
    "health": (lambda it: it.run("health", "nova"), 5, None, None),
    "doctor": (lambda it: it.run("doctor"), 3, None, None),
    "doctor --full": (lambda it: it.run("doctor", "--full"), 1, None, None),
    "what is due, once": (lambda it: it.run("outbox", "send", "--to-dir", f"{it.database}.mail"), 3, None, None),
}


def database(meridian, path):
    """The example program, with somebody in it."""
    environment = dict(os.environ, MERIDIAN_DB=str(path), MERIDIAN_NOW=NOW, MERIDIAN_BASE_URL="https://training.example.org")

    def run(*words, **more):
        return subprocess.run([meridian, *words], env=environment, check=True, capture_output=True, text=True, **more).stdout

    run("program", "apply", "-", input=run("program", "example"))
    run("plan", "nova", "--publish")
    run("trainee", "join", "nova", "--name", "Ada Okafor", "--email", "ada@example.org", "--zone", "Africa/Lagos")
    run("enroll", "nova-2027a-w01-europe", "--as", "ada@example.org")
    run("outbox", "send", "--to-dir", f"{path}.mail")


def milliseconds(work, it):
    began = time.perf_counter()
    work(it)
    return (time.perf_counter() - began) * 1000


def percentile(times, share):
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


def compare(servers, name):
    """The times of one question at each of the servers, asked in turns."""
    work, times, before, after = QUESTIONS[name]
    found = [[] for _ in servers]
    for number in range(-2, times):
        for it, kept in zip(servers, found):
            if before:
                before(it)
            taken = milliseconds(work, it)
            if number >= 0:
                kept.append(taken)
            if after:
                after(it)
    return found


def row(name, servers):
    """Prints the times of one question at two servers; how many times as long the second's median and 99th percentile are."""
    alone, among = compare(servers, name)
    figures = [percentile(times, share) for times in (alone, among) for share in (0.5, 0.99)]
    middle, late = figures[2] / figures[0], figures[3] / figures[1]
    print(
        f"{name:24}{figures[0]:11.2f}{figures[1]:9.2f}{figures[2]:11.2f}{figures[3]:9.2f}{middle:7.2f}×{late:6.2f}×", flush=True)
    return middle, late


def head(one, other):
    print(f"{'ms':24}{one + ' p50':>11}{'p99':>9}{other + ' p50':>11}{'p99':>9}{'p50':>8}{'p99':>7}")


def crowds(meridian, small, folder):
    """The same program on two servers, with few and with many trainees; which of what is asked costs by heads."""
    servers = []
    for count in CROWDS:
        path = folder / f"crowd-{count}" / "meridian.db"
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(small, path)
        shutil.copy(f"{small}.key", f"{path}.key")
        multiply.crowd(path, count)
        servers.append(Server(meridian, path))
    head(*map(str, CROWDS))
    return [f"{name} of a crowd" for name in ("plan", "why") if row(name, servers)[0] > MOST]


def main(meridian, programs, folder):
    small, large = folder / "small" / "meridian.db", folder / f"large-{programs}" / "meridian.db"
    for path in (small, large):
        path.parent.mkdir(parents=True, exist_ok=True)
    if not small.exists():
        database(meridian, small)
    if not large.exists():
        shutil.copy(small, large)
        shutil.copy(f"{small}.key", f"{large}.key")
        began = time.monotonic()
        multiply.multiply(large, programs)
        print(f"{programs} programs more, {large.stat().st_size >> 20} MiB, in {time.monotonic() - began:.0f} s", flush=True)
    slow = crowds(meridian, small, folder)
    servers = [Server(meridian, path) for path in (small, large)]
    print(f"seasons looked after at the start, in s: {servers[0].settled:.0f} alone, {servers[1].settled:.0f} on the large server")
    head("alone", "large")
    slow += [name for name in QUESTIONS if row(name, servers)[1] > MOST and name in HELD]
    print(f"more than {MOST} times as long: {', '.join(slow) or 'none'}")
    return not slow


if __name__ == "__main__":
    words = sys.argv[1:]
    count = 10 if "--small" in words else int(words[words.index("--programs") + 1]) if "--programs" in words else 1000
    folders = [word for word in words[1:] if "/" in word]
    try:
        with tempfile.TemporaryDirectory(dir="/var/tmp") as temporary:
            fine = main(str(pathlib.Path(words[0]).resolve()), count, pathlib.Path(folders[0] if folders else temporary))
    finally:
        for process in running:
            process.terminate()
    sys.exit(not fine)
