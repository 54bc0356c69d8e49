"""Whoever asks for something to be computed and leaves: the server computes no further, and a stop does not wait for it."""

import json
import signal
import socket
import time

ORGANIZER = "olga@example.org"
ZONES = ["Asia/Tokyo", "Europe/Berlin", "America/New_York"]
DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri"]


def big():
    """A program whose plan takes a second or two of the processor: 60 mentors for 52 weeks."""
    lines = [
        "program: big", "title: Big", "contact: contact@example.org", "location: irc", f"organizers: [{ORGANIZER}]",
        "season: { start: 2027-01-04, weeks: 52 }", "session: { minutes: 60, capacity: 8 }", "mentors:"]
    for number in range(60):
        name = "ABCDEFGHKM"[number // 6] + "NPRSTW"[number % 6]
        lines += [
            f"  - name: Mentor {name}", f"    email: m{number}@example.org", f"    zone: {ZONES[number % 3]}",
            f"    slots: [{{ every: \"{DAYS[number % 5]} {8 + number % 10:02}:00\" }}]"]
    return "\n".join(lines) + "\n"


def ask_and_stay(server, token):
    """What a plan costs that somebody waits for, in seconds of the processor."""
    before = server.processor_seconds
    answer = server.ask(
        "POST", "/api/v1/programs/big/plan", json.dumps({}), {"Content-Type": "application/json"}, token, timeout=120)
    assert answer.status == 200, f"{answer.status}: {answer.text[:200]}"
    return server.processor_seconds - before


def ask_and_wait(server, token, patience):
    """Asks for a plan on a connection of its own, and gives it back once the server computes."""
    connection = socket.create_connection(("127.0.0.1", server.port), timeout=30)
    before = server.processor_seconds
    connection.sendall(
        f"POST /api/v1/programs/big/plan HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\n"
        "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}".encode())
    deadline = time.monotonic() + 30
    while server.processor_seconds - before < patience and time.monotonic() < deadline:
        time.sleep(0.01)
    return connection, before


def settled(server):
    """What the server has used once it uses no more."""
    used, since = server.processor_seconds, time.monotonic()
    deadline = since + 60
    while time.monotonic() - since < 0.5 and time.monotonic() < deadline:
        time.sleep(0.05)
        if server.processor_seconds - used > 0.02:
            used, since = server.processor_seconds, time.monotonic()
    return server.processor_seconds


def hangs_up(server, token, whole):
    connection, before = ask_and_wait(server, token, whole / 8)
    connection.close()
    spent = settled(server) - before
    figures = f"{spent:.2f} s of the {whole:.2f} s that it takes"
    assert spent < whole / 2, figures
    return figures


def another_may_ask(server, token, whole):
    """The lane of whoever left is free at once."""
    connection, _ = ask_and_wait(server, token, whole / 8)
    connection.close()
    again = ask_and_stay(server, token)
    return f"{again:.2f} s for the next"


def stopped(server, token, whole):
    connection, _ = ask_and_wait(server, token, whole / 8)
    began = time.monotonic()
    server.process.send_signal(signal.SIGTERM)
    server.process.wait(30)
    seconds = time.monotonic() - began
    connection.close()
    figures = f"{seconds:.2f} s"
    assert seconds < (2 if server.place.is_release else 20), figures
    return figures


def cases(place):
    place.meridian("program", "apply", "-", given=big())
    token = place.token(ORGANIZER)
    with place.serve() as server:
        whole = ask_and_stay(server, token)
        yield "a plan whose asker hangs up", lambda: hangs_up(server, token, whole)
        yield "the next plan after that", lambda: another_may_ask(server, token, whole)
        yield "a stop while a plan is made", lambda: stopped(server, token, whole)
