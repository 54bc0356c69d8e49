"""Thousands ask for mails by which to sign in: no address gets more than its share, and nobody is shut out by others."""

import collections
import concurrent.futures
import http.client
import json
import re
import urllib.parse

KNOWN = 25
MOST_A_SENDER, MOST_KNOWN, MOST_UNKNOWN = 20, 5, 1
OWN = {"Origin": "https://training.example.org", "Sec-Fetch-Site": "same-origin",
       "Content-Type": "application/x-www-form-urlencoded"}


def address(number):
    return f"flood{number}@{'known' if number < KNOWN else 'unknown'}.example"


def flood(server, requests, senders, addresses):
    """Asks so many times, in turn from so many addresses; how often each status came, and the answers' shapes."""
    def ask(lane):
        statuses, shapes = collections.Counter(), set()
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
        for number in range(lane, requests, 4):
            sender = f"198.51.{100 + senders % 7}.{number % senders + 1}"
            connection.request("POST", "/sign-in", urllib.parse.urlencode({"email": address(number % addresses)}),
                               {**OWN, "X-Forwarded-For": sender})
            answer = connection.getresponse()
            text = answer.read().decode()
            statuses[answer.status] += 1
            # What is asked for by nobody's fault is answered alike, but for the secret of the attempt.
            shapes.add((answer.status, re.sub(r'name="attempt" value="[a-z2-7]{52}"', "", text) if answer.status == 200 else ""))
        connection.close()
        return statuses, shapes

    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        lanes = list(pool.map(ask, range(4)))
    return sum((statuses for statuses, _ in lanes), collections.Counter()), set().union(*(shapes for _, shapes in lanes))


def letters(place):
    """How many letters wait for each address."""
    return collections.Counter(letter["to"] for letter in json.loads(place.meridian("outbox", "list", "--json"))
                               if letter["to"].startswith("flood"))


def cases(place):
    for number in range(KNOWN):
        place.meridian("trainee", "join", "nova", "--name", f"Known {number}", "--email", address(number), "--zone", "UTC")
    before = letters(place)
    # Each that is heeded waits for the disk.
    many, heeded, addresses = (10_000, 10_000, 625) if place.is_long else (5_000, 1_000, 100)
    with place.serve("--open-sign-up") as server:
        def one():
            statuses, _ = flood(server, many, 1, addresses)
            assert statuses[200] == MOST_A_SENDER and statuses[429] == many - MOST_A_SENDER, statuses
            return f"{many} requests for {addresses} addresses, {statuses[200]} heeded"
        yield "from one address", one

        def hundred():
            statuses, shapes = flood(server, heeded, 100, addresses)
            assert statuses[200] <= 100 * MOST_A_SENDER and not set(statuses) - {200, 429}, statuses
            assert len([shape for shape in shapes if shape[0] == 200]) == 1, "who is known is answered otherwise"
            return f"{heeded} requests for {addresses} addresses, {statuses[200]} heeded"
        yield "from a hundred addresses", hundred

        def shares():
            sent = letters(place) - before
            most = {"known": 0, "unknown": 0}
            for to, number in sent.items():
                kind = "known" if "@known" in to else "unknown"
                most[kind] = max(most[kind], number)
            assert 0 < most["known"] <= MOST_KNOWN and 0 < most["unknown"] <= MOST_UNKNOWN, most
            return f"{sum(sent.values())} letters to {len(sent)} addresses; at most {most['known']} and {most['unknown']} to one"
        yield "no address has more letters than its share", shares

        def others():
            answer = server.ask("POST", "/sign-in", urllib.parse.urlencode({"email": "ada@example.org"}),
                                {**OWN, "X-Forwarded-For": "203.0.113.9"})
            waiting = [letter["to"] for letter in json.loads(place.meridian("outbox", "list", "--json"))]
            assert answer.status == 200 and "ada@example.org" in waiting, f"{answer.status}, {len(waiting)} letters"
        yield "and somebody else signs in as ever", others
