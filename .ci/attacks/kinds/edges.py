"""Requests that are none, or that mean two things at once, and addresses that pass for others."""

BODY = '{"name":"a"}'

# What a proxy and the server could read differently is refused, never guessed at.
MALFORMED = {
    "two Host fields": "GET /nova HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
    "the same Host twice": "GET /nova HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n",
    "no Host": "GET /nova HTTP/1.1\r\nAccept: */*\r\n\r\n",
    "a Host that is none": "GET /nova HTTP/1.1\r\nHost: a b\r\n\r\n",
    "a Host with a path": "GET /nova HTTP/1.1\r\nHost: a/b\r\n\r\n",
    "a folded field": "GET /nova HTTP/1.1\r\nHost: a\r\nX: a\r\n b\r\n\r\n",
    "a space before the colon": "GET /nova HTTP/1.1\r\nHost : a\r\n\r\n",
    "length and chunks": f"POST /nova/join HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "two lengths": f"POST /nova/join HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
    "a length that is none": "POST /nova/join HTTP/1.1\r\nHost: a\r\nContent-Length: 0x5\r\n\r\nabcde",
    "a coding that is unknown": "POST /nova/join HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\nabcde",
    "chunks twice": "POST /nova/join HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n",
    "a chunk that is none": "POST /nova/join HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nab\r\n0\r\n\r\n",
    "a chunk shorter than it says": "POST /nova/join HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab\r\n0\r\n\r\n",
    "a chunk of too many digits": "POST /nova/join HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + "f" * 30 + "\r\n",
    "a bare line feed in a field": "GET /nova HTTP/1.1\r\nHost: a\r\nX: a\nY: b\rZ\r\n\r\n",
    "a zero in a field": "GET /nova HTTP/1.1\r\nHost: a\r\nX: a\0b\r\n\r\n",
    "another HTTP": "GET /nova HTTP/9.9\r\nHost: a\r\n\r\n",
    "no request": "NONSENSE\r\n\r\n",
}

# At an open door each is a form that says nothing clear.
FORMS = {
    "half a percent sign": "name=%4&email=a@b.example&zone=UTC",
    "no percent digits": "name=%zz&email=a@b.example&zone=UTC",
    "no UTF-8": "name=%ff%fe&email=a@b.example&zone=UTC",
    "a field twice": "name=a&name=b&email=a@b.example&zone=UTC",
    "a list of names": "name[]=a&name[]=b&email=a@b.example&zone=UTC",
    "nothing": "",
    "JSON": BODY,
    "a multipart of nothing": "--x--",
}

# Not the addresses of those who look after the server.
DISGUISES = ["/metrics/", "//metrics", "/./metrics", "/metrics%2f", "/metrics%2F", "/%6detrics", "/Metrics", "/metrics//",
             "/nova/../metrics", "/metrics;a=b", "/readyz/", "//readyz", "/%72eadyz", "/READYZ"]


def cases(place):
    with place.serve("--open-sign-up") as server:
        for name, data in MALFORMED.items():
            def refused():
                answer = server.raw(data)
                assert answer.startswith(("HTTP/1.1 400 ", "HTTP/1.1 501 ", "HTTP/1.1 505 ")), answer[:200] or "no answer"
                assert answer.count("HTTP/1.1 ") == 1, f"more than one answer: {answer}"
            yield f"HTTP, {name}", refused

        for name, form in FORMS.items():
            def refused():
                answer = server.ask("POST", "/nova/join", form, {"Content-Type": "application/x-www-form-urlencoded"})
                assert answer.status == 400, f"HTTP {answer.status}"
            yield f"form, {name}", refused

        for path in DISGUISES:
            def hidden():
                answer = server.ask("GET", path)
                # A path with a slash too many is sent to the one that the proxy keeps from others.
                plain = answer.status == 308 and answer.headers["Location"] in ("/metrics", "/readyz")
                assert plain or answer.status in (400, 404), f"HTTP {answer.status}: {answer.text[:60]}"
            yield f"an address for administrators as {path}", hidden

        def kept():
            server.ask("GET", "/nova.ics")
            before = server.ask("GET", "/metrics").text
            for path in ["/nova%2Fasia.ics", "/%6eova.ics", "/nova%2fasia.ics", "/nova%00.ics", "/feeds%2Fx.ics"]:
                server.ask("GET", path)
            for _ in range(20):
                assert server.ask("GET", "/nova/asia.ics").status == 200, "another's address took a feed away"
            after = server.ask("GET", "/metrics").text
            assert 'feeds_in_memory 1\n' in before and 'feeds_in_memory 2\n' in after, "a feed was kept under a name of the caller's"
        yield "feeds under other names", kept

        def limited():
            statuses = {
                server.ask("GET", "/api/v1/sessions/nova-2027a-w01-asia.ics", headers={"X-Forwarded-For": "203.0.113.77"}).status
                for _ in range(600)}
            assert 429 in statuses, f"an ending bought another rate: {statuses}"
        yield "the feeds' rate for what is no feed", limited
