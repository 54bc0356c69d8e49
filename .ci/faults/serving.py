"""A server whose disk is full for a while, and one that is stopped under load."""

import http.client
import json
import signal
import sqlite3
import subprocess
import threading
import time

from kinds import ADA, Row
from measuring import free_port

CODE = "nova-2027a-w02-europe"


class Served:
    """A server on a place, and its people's tokens."""

    def __init__(self, place, people=(ADA,)):
        self.place, self.port = place, free_port()
        self.tokens = [place("token", "create", address).strip() for address in people]
        self.process = subprocess.Popen(
            [place.binary, "serve", "--port", str(self.port), "--no-mail"], env=place.environment,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(600):
            try:
                self.ask("GET", "/healthz")
                return
            except OSError:
                time.sleep(0.05)
        raise SystemExit("the server did not start")

    def ask(self, method, path, token=None, timeout=20):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        connection.request(method, path, "{}" if method == "POST" else None, {**headers, "Content-Type": "application/json"})
        answer = connection.getresponse()
        return answer.status, answer.read().decode()

    def enroll(self, session=CODE, who=0):
        return self.ask("POST", f"/api/v1/sessions/{session}/enrollment", self.tokens[who])

    def end(self):
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=60)


def full_for_a_while(base, folder, quick):
    """While nothing can be written, reading goes on and nothing is acknowledged; afterwards all works, without a restart."""
    for error in ("ENOSPC", "EIO"):
        row = Row(f"{error} for a while under a server")
        place = base.copy(folder / "run")
        server = Served(place)
        files = [word for path in (place.database, place.journal) for word in ("-P", str(path))]
        tracer = subprocess.Popen(
            ["strace", "-f", "-qq", "-o", "/dev/null", *files, "-e", "trace=pwrite64,fdatasync,fsync", "-e",
             f"inject=pwrite64:error={error}", "-p", str(server.process.pid)], stderr=subprocess.DEVNULL)
        time.sleep(1)
        for path in ("/nova.ics", "/nova?zone=UTC", "/api/v1/programs/nova/sessions"):
            status, _ = server.ask("GET", path)
            row.add(f"read {status}", [] if status == 200 else [f"{path} was not read: {status}"])
        for _ in range(3):
            status, text = server.enroll()
            words = "" if status < 500 else json.loads(text).get("detail", "")
            row.add(f"write {status}", [] if status >= 500 and len(words) > 20 else [f"{status} {text[:200]}"])
        tracer.send_signal(signal.SIGINT)
        tracer.wait()
        for status, what in ((server.enroll()[0], "enroll"), (server.ask("GET", "/nova.ics")[0], "feed")):
            row.add(f"after {status}", [] if status == 200 else [f"afterwards {what} is {status}"])
        if server.end():
            row.wrong.append("the server did not end well")
        if damage := place.damage():
            row.wrong.append(damage)
        yield row


def stopped_under_load(base, folder, quick):
    """Whatever was acknowledged before a server was told to end is there, and it ends soon."""
    row = Row("SIGTERM under load")
    place = base.copy(folder / "run")
    people = [f"load{n}@example.org" for n in range(8)]
    for number, address in enumerate(people):
        place("trainee", "join", "nova", "--name", f"Load {number}", "--email", address, "--zone", "Europe/Berlin")
    sessions = [line.split()[0] for line in place("session", "list", "nova").splitlines() if line.startswith("nova-")]
    for turn in range(1 if quick else 10):
        here = place.copy(folder / "turn")
        server = Served(here, people)
        acknowledged, ended = [], threading.Event()

        def work(who):
            for session in sessions:
                if ended.is_set():
                    return
                try:
                    status, _ = server.enroll(session, who)
                except OSError:
                    return
                if status == 200:
                    acknowledged.append((session, people[who]))

        threads = [threading.Thread(target=work, args=(number,)) for number in range(len(people))]
        for thread in threads:
            thread.start()
        time.sleep(0.3 + 0.1 * turn)
        began = time.monotonic()
        code = server.end()
        took = time.monotonic() - began
        ended.set()
        for thread in threads:
            thread.join()
        with sqlite3.connect(here.database) as reader:
            stored = set(reader.execute("""
                SELECT season.program || '-' || season.name || printf('-w%02d-', week) || region, email FROM enrollment
                JOIN session ON session.id = enrollment.session JOIN person ON person.id = enrollment.person
                JOIN season ON season.program = session.program AND season.start = session.season"""))
        lost = [it for it in acknowledged if it not in stored]
        wrong = [f"acknowledged and lost: {lost[:3]}"] if lost else []
        wrong += [f"it ended with {code} after {took:.1f} s"] if code or took > 15 else []
        row.add("ended well" if not wrong else "not", wrong)
        row.outcomes["acknowledged"] += len(acknowledged)
    yield row
