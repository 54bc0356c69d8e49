"""Two programs, everybody of each, and everything of the other: nobody changes or reads what is not theirs."""

import json
import re

# What is asked of nova by people of glance. None of it may be carried out.
REQUESTS = [
    ("GET", "programs/nova/file"), ("GET", "programs/nova/mentors"), ("GET", "programs/nova/organizers"),
    ("GET", "programs/nova/trainees"), ("GET", "programs/nova/slots"), ("GET", "programs/nova/report"),
    ("GET", "programs/nova/forecast"), ("GET", "programs/nova/health"), ("GET", "programs/nova/swaps"),
    ("GET", "programs/nova/trainees/progress"), ("GET", "programs/nova/progress?person=ada@example.org"),
    ("GET", "programs/nova/evidence?person=ada@example.org"), ("GET", "programs/nova/nicknames?everybody=true"),
    ("GET", "sessions/nova-2027a-w03-asia/attendance"), ("GET", "sessions/nova-2027a-w03-asia/reasons"),
    ("GET", "sessions/nova-2027a-w03-asia/invitation?attendee=ada@example.org"),
    ("GET", "programs/nova/reasons?mentor=akira@example.org&week=3"), ("GET", "outbox"), ("GET", "outbox/suppressed"),
    ("GET", "mail"), ("GET", "organizers"),
    ("POST", "programs/nova/plan", {"publish": True}), ("POST", "programs/nova/changes", {}),
    ("POST", "programs/nova/freezes", {"from": "2027-05-03", "to": "2027-05-04", "reason": "x"}),
    ("POST", "programs/nova/mentors", {"name": "Eve", "email": "eve@example.org", "zone": "Asia/Tokyo"}),
    ("POST", "programs/nova/trainees", {"name": "Eve", "email": "eve@example.org", "zone": "Asia/Tokyo"}),
    ("POST", "programs/nova/slots", {"mentor": "akira@example.org", "when": "Thu 20:00"}),
    ("POST", "programs/nova/reviews", {"url": "https://review.example.org/c/nova/+/42"}),
    ("PUT", "programs/nova/organizers/eve@example.org", {}), ("DELETE", "programs/nova/organizers/grace@example.org"),
    ("POST", "sessions/nova-2027a-w03-asia/cancellation", {"reason": "x"}),
    ("POST", "sessions/nova-2027a-w03-asia/move", {"to": "2027-01-19T18:00"}),
    ("POST", "sessions/nova-2027a-w03-asia/enrollment", {}), ("POST", "programs/nova/regions/asia/enrollment", {}),
    ("DELETE", "slots/1"), ("DELETE", "freezes/1"), ("DELETE", "tokens/ADA"),
    ("POST", "tokens", {"email": "ada@example.org"}), ("POST", "tokens", {"email": "ada@example.org", "program": "nova"}),
    ("POST", "programs", {"text": "NOVA"}), ("POST", "programs", {"text": "NEW"}),
]


def cases(place):
    nova = place.meridian("program", "export", "nova")
    people = {"organizer": "otto@glance.example", "mentor": "mina@glance.example", "trainee": "tom@glance.example"}
    place.meridian("organizer", "add", "nova", "grace@example.org")
    place.meridian("organizer", "add", "glance", people["organizer"])
    place.meridian(
        "mentor", "add", "glance", "--name", "Mina", "--email", people["mentor"], "--zone", "Asia/Tokyo")
    place.meridian(
        "trainee", "join", "glance", "--name", "Tom", "--email", people["trainee"], "--zone", "Asia/Tokyo")
    tokens = {role: place.token(email) for role, email in people.items()}
    ada = json.loads(place.meridian("token", "create", "ada@example.org", "--json"))
    addresses = set(re.findall(r"[\w.]+@example\.org", nova)) | {"ada@example.org"}
    bodies = {"NOVA": nova, "NEW": nova.replace("program: nova", "program: another")}

    def stored():
        return {
            words: place.meridian(*words.split())
            for words in ("program export nova", "session list nova --json", "organizer list --json", "trainee list nova --json",
                          "review list nova --json", "slot list nova --json")}

    def refused():
        before = stored()
        count = 0
        with place.serve() as server:
            for method, path, *body in REQUESTS:
                path = path.replace("ADA", str(ada["id"]))
                body = dict(body[0]) if body else None
                if body and body.get("text") in bodies:
                    body["text"] = bodies[body["text"]]
                for role, token in tokens.items():
                    answer = server.ask(
                        method, f"/api/v1/{path}", json.dumps(body) if body is not None else None,
                        {"Content-Type": "application/json"} if body is not None else None, token)
                    assert answer.status in (403, 404, 409), f"{method} {path} as {role} of glance: {answer.status} {answer.text[:200]}"
                    told = {a for a in addresses if a in answer.text and a not in path and a not in json.dumps(body or "")}
                    assert not told, f"{method} {path} as {role} of glance tells {told}"
                    count += 1
            assert server.ask("PUT", "/api/v1/feed", token=ada["token"]).status == 200, "Ada's token was ended"
        after = stored()
        for words in before:
            assert before[words] == after[words], f"{words} changed"
        return f"{count} requests"

    def alike():
        """Whoever asks about somebody of nova hears what they would hear of nobody."""
        pairs = [
            ("POST", "tokens", {"email": "{}"}), ("GET", "away?email={}", None),
            ("GET", "programs/glance/reasons?mentor={}&week=3", None), ("GET", "programs/glance/progress?person={}", None),
            ("GET", "programs/glance/slots?mentor={}", None),
        ]
        with place.serve() as server:
            for method, path, body in pairs:
                for role, token in tokens.items():
                    heard = []
                    for email in ("ada@example.org", "zzz@example.org"):
                        answer = server.ask(
                            method, "/api/v1/" + path.format(email),
                            json.dumps({key: value.format(email) for key, value in body.items()}) if body else None,
                            {"Content-Type": "application/json"} if body else None, token)
                        heard.append((answer.status, answer.text.replace(email, "E")))
                    assert heard[0] == heard[1], f"{method} {path} as {role}: {heard}"

    def read_only():
        token = place.meridian(
            "token", "create", people["organizer"], "--scope", "read").split()[0]
        with place.serve() as server:
            assert server.ask("GET", "/api/v1/programs/glance/file", token=token).status == 200
            answer = server.ask(
                "POST", "/api/v1/programs/glance/plan", "{}", {"Content-Type": "application/json"}, token)
            assert answer.status == 403 and "only reads" in answer.text, answer.text

    def revoked():
        made = json.loads(place.meridian("token", "create", people["trainee"], "--json"))
        with place.serve() as server:
            assert server.ask("PUT", "/api/v1/feed", token=made["token"]).status == 200
            place.meridian("token", "revoke", str(made["id"]))
            assert server.ask("PUT", "/api/v1/feed", token=made["token"]).status == 401

    yield "everything of one program, asked by everybody of the other", refused
    yield "somebody of another program sounds like nobody", alike
    yield "a token that only reads", read_only
    yield "a token that was revoked", revoked
