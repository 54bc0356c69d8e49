"""A server that answers as badly as it can: nothing that a terminal would obey gets through, and nothing false is believed."""

import http.server
import json
import threading
from contextlib import contextmanager

EVIL = "\x1b]0;owned\x07\x1b[2J\x9b31m\u202egnp.exe\u2066\u200f\u2028\x7f\x00\b"
CONTROLS = [chr(c) for c in list(range(0x20)) + list(range(0x7F, 0xA0)) if chr(c) not in "\n\t\r"]
FORBIDDEN = CONTROLS + ["\u202e", "\u2066", "\u200f", "\u2028", "\u061c", "\ufeff"]
# What these print is a file for another program, where a mark that turns the direction of writing is a letter like others.
FILES = (["feed", "show"], ["session", "picture"])

COMMANDS = [
    line.split() for line in """program list|program show nova|program export nova|mentor list nova|organizer list nova
slot list nova|freeze list nova|away list a@example.org|plan nova|why nova-2027a-w03-asia|why-not nova --mentor a@example.org --week 3
forecast nova|health nova|session list nova|session show nova-2027a-w01-asia|session picture nova|swap list nova|trainee list nova
review list nova|duty list nova|progress nova|evidence nova|attend nova-2027a-w01-asia|nick list nova|feed url nova|feed show nova
feed personal|feed rotate|invite show nova-2027a-w01-asia --attendee a@example.org|outbox list|outbox suppressed|mail list|token list
token create a@example.org|enroll nova-2027a-w01-asia|leave nova-2027a-w01-asia|swap offer nova-2027a-w01-asia|swap accept 1|review vote 1
session cancel nova-2027a-w01-asia --reason x|session move nova-2027a-w01-asia --to 2027-01-05T17:00""".replace("\n", "|").split("|")]


@contextmanager
def server(answer):
    """Answers every request with what `answer(handler)` gives: status, headers, body."""
    asked = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def handle_any(self):
            length = int(self.headers.get("Content-Length") or 0)
            self.rfile.read(length)
            asked.append((self.command, self.path, dict(self.headers)))
            status, headers, body = answer(self)
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = do_PUT = do_DELETE = handle_any

        def log_message(self, *_):
            pass

    listening = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=listening.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{listening.server_port}", asked
    finally:
        listening.shutdown()
        listening.server_close()


def poisoned(value):
    """The same document with every text spoiled that can be."""
    if isinstance(value, dict):
        return {key: poisoned_field(key, item) for key, item in value.items()}
    if isinstance(value, list):
        return [poisoned(item) for item in value]
    return value


FREE = {"title", "name", "reason", "location", "subject", "lastError", "detail", "label", "summary", "sentence", "calendar",
        "text", "what", "feed", "url", "token", "cancellation", "note", "comment"}


def poisoned_field(key, value):
    return EVIL + value if isinstance(value, str) and key in FREE else poisoned(value)


def check_clean(words, done):
    shown = done.stdout + done.stderr
    forbidden = CONTROLS if words[:2] in FILES and "--json" not in words else FORBIDDEN
    bad = sorted({hex(ord(c)) for c in shown if c in forbidden})
    assert not bad, f"{' '.join(words)} lets {', '.join(bad)} through: {shown[:300]!r}"


def cases(place):
    def asked_of(address, words, token="secret"):
        return place.run(*words, environment={
            "MERIDIAN_SERVER": address, "MERIDIAN_TOKEN": token, "MERIDIAN_DB": "", "COLUMNS": "80"})

    def poisoned_answers():
        with place.serve() as real, server(lambda handler: relayed(real, handler)) as (address, _):
            token = place.token("akira@example.org")
            count = 0
            for words in COMMANDS:
                for more in ([], ["--json"]):
                    done = asked_of(address, words + more, token)
                    check_clean(words + more, done)
                    count += 1
            return f"{count} answers"

    def relayed(real, handler):
        answer = real.ask(handler.command, handler.path, headers={
            "Authorization": handler.headers.get("Authorization", "")})
        try:
            body = json.dumps(poisoned(json.loads(answer.body))).encode()
        except ValueError:
            body = answer.body
        return answer.status, {"Content-Type": answer.headers.get("Content-Type", "")}, body

    def errors():
        body = json.dumps({"error": EVIL, "detail": EVIL, "status": 409}).encode()
        with server(lambda _: (409, {"Content-Type": "application/problem+json"}, body)) as (address, _):
            for words in COMMANDS:
                done = asked_of(address, words)
                check_clean(words, done)
                assert done.returncode != 0, " ".join(words)

    def redirects():
        for status in (301, 302, 303, 307, 308):
            with server(lambda _: (200, {"Content-Type": "application/json"}, b"[]")) as (other, heard):
                with server(lambda _: (status, {"Location": f"{other}/api/v1/programs"}, b"")) as (address, _):
                    for words in (["program", "apply", "-"], ["program", "list"], ["enroll", "nova-2027a-w01-asia"]):
                        done = place.run(*words, given="program: x", environment={
                            "MERIDIAN_SERVER": address, "MERIDIAN_TOKEN": "secret", "MERIDIAN_DB": ""})
                        assert done.returncode == 69, f"{status} {words}: {done.returncode} {done.stdout}"
                assert not heard, f"{status}: the token went elsewhere: {heard}"

    def shapes():
        answers = [b"", b"null", b"{}", b"[[]]", b"7", b'"x"', b"<html>", b"[" * 100_000, b'{"a":' * 50_000, b"[" + b"0," * 900_000 + b"0]"]
        for body in answers:
            with server(lambda _: (200, {"Content-Type": "application/json"}, body)) as (address, _):
                for words in (["program", "show", "nova"], ["enroll", "nova-2027a-w01-asia"], ["token", "create", "a@example.org"]):
                    done = asked_of(address, words)
                    assert done.returncode == 69, f"{body[:20]} {words}: {done.returncode} {done.stdout[:200]}"

    def in_clear():
        done = asked_of("http://training.example.org", ["program", "list"])
        assert done.returncode == 1 and "not sent" in done.stderr, done.stderr

    def variables():
        for name, words in (("MERIDIAN_SERVER", ["program", "list"]), ("MERIDIAN_AS", ["feed", "personal"]),
                            ("MERIDIAN_NOW", ["program", "list"]), ("MERIDIAN_DB", ["program", "list"]),
                            ("MERIDIAN_ZONEINFO", ["program", "list"])):
            spoiled = EVIL.replace("\x00", "")
            check_clean([name], place.run(*words, environment={name: spoiled}))
        for words in ([EVIL.replace("\x00", "")], ["program", "show", EVIL.replace("\x00", "")],
                      ["session", "list", "nova", "--zone", EVIL.replace("\x00", "")],
                      ["slot", "publish", "nova", "--mentor", "akira@example.org", EVIL.replace("\x00", "")]):
            check_clean(["echoed"], place.run(*words))
            check_clean(["echoed", "--json"], place.run(*words, "--json"))

    yield "every text in every answer spoiled", poisoned_answers
    yield "spoiled errors", errors
    yield "redirects", redirects
    yield "answers of the wrong shape", shapes
    yield "a token without TLS", in_clear
    yield "variables and words that are echoed", variables
