"""Bodies of a request that cost more than they should: JSON and forms."""

import json

# The most that one may cost of the processor, and the longest that somebody else may wait meanwhile.
PROCESSOR, WAIT = 0.050, 0.100
MIB = 1 << 20


def nested(depth, opening="[", closing="]"):
    return '{"name":' + opening * depth + closing * depth + "}"


def filled(text, most=MIB):
    """As often as it fits."""
    return text * (most // len(text))


def listed(item, most=MIB - 20):
    return '{"name":[' + filled(item + ",", most)[:-1] + "]}"


JSON = {
    "nested 500 deep, 1 KB": nested(500),
    "nested 10,000 deep, 20 KB": nested(10_000),
    "nested as deep as 1 MiB is": nested(MIB // 2 - 10),
    "objects in objects, 100,000 deep": nested(100_000, '{"a":', "}")[:-1].replace("}", "0}", 1),
    "opened and never closed": filled("["),
    "objects opened and never closed": filled('{"a":'),
    "340,000 empty objects": listed("{}"),
    "500,000 empty lists": '[' + filled("[],", MIB - 10) + "[]]",
    "a million numbers": listed("1"),
    "1 MiB of digits": '{"name":' + filled("9", MIB - 20) + "}",
    "1 MiB of digits after a point": '{"name":0.' + filled("3", MIB - 20) + "}",
    "a huge exponent": '{"name":1e' + filled("9", MIB - 20) + "}",
    "numbers with huge exponents": listed("1e308"),
    "150,000 escapes": '{"name":"' + filled("\\u0041", MIB - 20) + '"}',
    "pairs of surrogates": '{"name":"' + filled("\\ud83d\\ude00", MIB - 20) + '"}',
    "lone surrogates": '{"name":"' + filled("\\ud800", MIB - 20) + '"}',
    "backslashes": '{"name":"' + filled("\\\\", MIB - 20) + '"}',
    "one field 100,000 times": "{" + ",".join(['"name":1'] * 100_000) + "}",
    "100,000 unknown fields": "{" + ",".join(f'"{n}":1' for n in range(80_000)) + "}",
    "a name of 1 MiB": '{"' + filled("n", MIB - 20) + '":1}',
    "spaces": "{" + filled(" ", MIB - 10) + "}",
    "bytes that are no UTF-8": b'{"name":"' + b"\xff" * (MIB - 20) + b'"}',
    "zeros": b"\0" * MIB,
    "UTF-16": json.dumps({"name": "n" * 100_000}).encode("utf-16"),
    "a value of spaces": '{"name":"' + filled(" ", MIB - 20) + '"}',
    "a value of letters": '{"name":"' + filled("n", MIB - 20) + '"}',
    "an address of 1 MiB": '{"email":"' + filled("a@", MIB - 20) + '"}',
    "combining marks": '{"name":"a' + filled("\u0301", MIB // 2 - 20) + '"}',
}

FORMS = {
    "300,000 fields": filled("a=1&"),
    "one field 200,000 times": filled("name=1&"),
    "fields in fields": "name" + filled("[a]", 900_000) + "=1",
    "lists in a form": filled("name[]=1&"),
    "empty fields": filled("&"),
    "percent signs": "name=" + filled("%41", MIB - 20),
    "percent signs that mean nothing": "name=" + filled("%", MIB - 20),
    "a name of 1 MiB": filled("n", MIB - 20) + "=1",
    "plus signs": "name=" + filled("+", MIB - 20),
}

OTHERS = {
    "100,000 parameters": ("GET", "/nova?" + "a=1&" * 3_000),
    "a zone 1,000 times": ("GET", "/nova?" + "zone=UTC&" * 1_500),
    "a parameter full of percent signs": ("GET", "/nova?zone=" + "%25" * 5_000),
    "a path full of percent signs": ("GET", "/" + "%2e" * 5_000),
    "a path of slashes": ("GET", "/" * 15_000),
}

HEADERS = {
    "thousands of tags": {"If-None-Match": '"a",' * 3_500},
    "quotes": {"If-None-Match": '"' * 15_000},
    "a long X-Forwarded-For": {"X-Forwarded-For": "1.1.1.1," * 1_800 + "203.0.113.9"},
    "a long Accept": {"Accept": "text/html;q=0.1," * 900},
    "cookies": {"Cookie": "a=b; " * 3_000},
    "a long Accept-Language": {"Accept-Language": "de;q=0.1," * 1_500},
    "a long Idempotency-Key": {"Idempotency-Key": "k" * 15_000},
    "a long Authorization": {"Authorization": "Bearer " + "a" * 15_000},
    "words of Authorization": {"Authorization": "Bearer " + "a " * 7_000},
    "a date of 15,000 digits": {"If-Modified-Since": "Mon, " + "9" * 14_000 + " Jan 2027 00:00:00 GMT"},
}


def processor(server, send, times=3):
    """What one of several costs, in seconds."""
    send()
    before = server.processor_seconds
    for _ in range(times):
        answer = send()
    return (server.processor_seconds - before) / times, answer


def costs(server, send, harmless=0.0):
    """What sending comes to in seconds of the processor beyond what the harmless request does, and how long others wait
    while it is sent."""
    each, answer = processor(server, send)
    each = max(0.0, each - harmless)
    with server.watched() as waits:
        send()
    place = server.place
    slowest = max(waits)
    figures = f"{each * 1000:.0f} ms of the processor, others waited {slowest * 1000:.0f} ms at most, HTTP {answer.status}"
    assert 400 <= answer.status < 500 or answer.status in (200, 304, 308), figures
    # A debug build is some ten times as slow; it must not be worse than that.
    assert each <= (PROCESSOR if place.is_release else 20 * PROCESSOR), figures
    assert slowest <= (WAIT if place.is_release else 10 * WAIT), figures
    return figures


def cases(place):
    token = place.token("ada@example.org")
    with place.serve() as closed:
        for name, body in JSON.items():
            yield f"JSON at a closed sign-up, {name}", lambda: costs(
                closed, lambda: closed.ask("POST", "/api/v1/programs/nova/sign-ups", body))
        # A page is drawn for whoever asks, and how often anybody may ask is limited: what an attack adds is what counts.
        page, _ = processor(closed, lambda: closed.ask("GET", "/nova"), times=10)
        for name, (method, path) in OTHERS.items():
            yield f"address, {name}", lambda: costs(closed, lambda: closed.ask(method, path), page)
        for name, headers in HEADERS.items():
            yield f"header, {name}", lambda: costs(closed, lambda: closed.ask("GET", "/nova", headers=headers), page)
    with place.serve("--open-sign-up") as server:
        for name, body in JSON.items():
            yield f"JSON from a stranger, {name}", lambda: costs(
                server, lambda: server.ask("POST", "/api/v1/programs/nova/sign-ups", body))
        for name, body in JSON.items():
            yield f"JSON from a trainee, {name}", lambda: costs(
                server, lambda: server.ask("POST", "/api/v1/programs/nova/reviews", body, token=token))
        for name, body in FORMS.items():
            yield f"form, {name}", lambda: costs(
                server, lambda: server.ask(
                    "POST", "/nova/join", body, {"Content-Type": "application/x-www-form-urlencoded"}))
