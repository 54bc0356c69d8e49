"""Every form of every page, sent from where it must not be; and what the pages show of names and addresses."""

import email as mail
from email import policy
import hashlib
import re
import sqlite3
import urllib.parse

from crawler import crawl

BASE = "https://training.example.org"
FORM = "application/x-www-form-urlencoded"
SCRIPT = "<script>alert(1)</script>"
# An accent makes one character with the quotation mark before it, which ends an attribute all the same.
IMAGE = "\"\u0301 onfocus=alert(1) x=\"\u0301\"><img src=x onerror=alert(1)>"
UNBROKEN, REVERSED = "Ng" + "a" * 150, "فاطمة بنت عبد الرحمن الأندلسي"
# From which page a browser says that it sends, as others' pages have it do; the last are no browser's.
FOREIGN = {
    "from another site": {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"},
    "from another site, by an old browser": {"Origin": "https://evil.example"},
    "from a sibling": {"Origin": "https://other.example.org", "Sec-Fetch-Site": "same-site"},
    "from a page without an origin": {"Origin": "null", "Sec-Fetch-Site": "cross-site"},
    "from a name that begins alike": {"Origin": BASE + ".evil.example"},
}
OWN = {"Origin": BASE, "Sec-Fetch-Site": "same-origin"}
# All that a page is made of; whatever else stands in one has come out of somebody's name.
ELEMENTS = set(
    "html head meta title link script body a header span form input button svg g path circle rect line polygon use symbol title "
    "desc main h1 h2 h3 p bdi time small strong b code pre ul li dl dt dd table caption thead tbody tr th td details summary article "
    "label select option textarea img nav footer br div ellipse defs text pattern".split())


def state(place):
    """All that is kept, as a digest."""
    with sqlite3.connect(f"file:{place.database}?mode=ro", uri=True) as connection:
        return hashlib.sha256("\n".join(connection.iterdump()).encode()).hexdigest()


def sign_in(place, server, email):
    """The cookie that somebody gets by the link of the mail."""
    server.ask("POST", "/sign-in", urllib.parse.urlencode({"email": email}), {"Content-Type": FORM, **OWN})
    place.meridian("outbox", "send", "--to-dir", str(place.folder / "mail"))
    letters = [mail.message_from_bytes(file.read_bytes(), policy=policy.default)
               for file in sorted((place.folder / "mail").iterdir())]
    words = "".join(letter.get_body(["plain"]).get_content() for letter in letters if letter["To"] == email)
    link = re.findall(r"/sign-in/[a-z2-7]{52}", words)[-1]
    page = re.search(r'name="page" value="([^"]*)"', server.ask("GET", link).text)[1]
    answer = server.ask("POST", link, urllib.parse.urlencode({"page": page}), {"Content-Type": FORM, **OWN})
    assert answer.status == 303, f"signing in: {answer.status} {answer.text[:300]}"
    return answer.headers["Set-Cookie"].split(";")[0]


def prepare(place):
    """People whose names are hostile, and a program that is called as they are."""
    join = lambda name, email: place.meridian(
        "trainee", "join", "nova", "--name", name, "--email", email, "--zone", "Africa/Lagos")
    join(SCRIPT, "script@canary.example")
    join(UNBROKEN, "unbroken@canary.example")
    join(REVERSED, "reversed@canary.example")
    text = (place.folder / "nova.yaml").read_text()
    text = text.replace("title: Nova core reviewer training", f"title: '{IMAGE}'", 1)
    text = text.replace("name: Akira Sato", f"name: '{SCRIPT}'", 1).replace("name: 佐藤 明", f"name: '{SCRIPT}'", 1)
    place.meridian("program", "apply", "-", given=text)
    for number, title in enumerate([SCRIPT, IMAGE, UNBROKEN]):
        place.meridian("review", "propose", "nova", f"https://review.opendev.org/c/openstack/nova/+/90000{number}",
                       "--title", title, "--as", "akira@example.org")
    place.meridian("session", "cancel", "nova-2027a-w02-europe", "--reason", IMAGE)
    place.meridian("enroll", "nova-2027a-w01-europe", "--as", "script@canary.example")


def cases(place):
    from place import EXAMPLE
    (place.folder / "nova.yaml").write_text(EXAMPLE.read_text())
    prepare(place)
    with place.serve("--open-sign-up") as server:
        people = {"nobody": (None, None)}
        for who in ["script@canary.example", "akira@example.org", "ada@example.org"]:
            people[who] = (sign_in(place, server, who), who)
        sites = {who: crawl(server, ["/", "/sign-in", "/me", "/nova/join", "/nova/no-such-page"], cookie)
                 for who, (cookie, _) in people.items()}
        forms = [(cookie, form) for who, (cookie, _) in people.items() for page in sites[who] for form in page.forms
                 if form.method == "POST"]
        # One of a kind is enough: sessions' pages have the same.
        kinds = {(cookie, re.sub(r"w\d+-\w+|\d+", "N", form.action), tuple(form.fields), tuple(map(str, form.buttons))): form
                 for cookie, form in forms}

        def send(form, cookie, headers, without=()):
            said = {"Content-Type": FORM, **headers, **({"Cookie": cookie} if cookie else {})}
            return [server.ask("POST", urllib.parse.urlsplit(form.action).path, body, said) for body in form.bodies(without)]

        def refused(headers, without=(), needs_cookie=False):
            def check():
                before, sent = state(place), 0
                for (cookie, *_), form in kinds.items():
                    if needs_cookie and not cookie or not set(without) <= set(form.fields):
                        continue
                    for answer in send(form, cookie, headers, without):
                        sent += 1
                        assert answer.status == 403, f"{form.action} on {form.page} is answered with {answer.status}"
                assert sent >= 20, f"only {sent} forms were found"
                assert state(place) == before, "something was changed"
                return f"{sent} forms, 0 accepted"
            return check

        for what, headers in FOREIGN.items():
            yield f"every form {what}", refused(headers)
        yield "every form of somebody signed in, without a word about where from", refused({}, needs_cookie=True)
        yield "every form of somebody signed in, without its token", refused(OWN, ["form-token"], needs_cookie=True)

        def as_somebody_else():
            before, sent = state(place), 0
            cookies = [cookie for cookie, _ in people.values() if cookie]
            for (cookie, *_), form in kinds.items():
                if "form-token" not in form.fields:
                    continue
                for other in cookies:
                    for answer in send(form, other, OWN) if other != cookie else []:
                        sent += 1
                        assert answer.status == 403, f"{form.action} with another's token: {answer.status}"
            assert sent >= 20 and state(place) == before, f"{sent} sent; something was changed"
            return f"{sent} forms, 0 accepted"
        yield "every form with the token of somebody else", as_somebody_else

        def names():
            pages = [page for site in sites.values() for page in site]
            for page in pages:
                for tag, attributes in page.elements:
                    odd = tag not in ELEMENTS or any(name.startswith("on") for name in attributes)
                    odd = odd or (tag == "script" and not attributes.get("src", "").startswith("/assets/"))
                    odd = odd or (tag == "img" and not attributes.get("src", "").endswith((".svg", "?zone=Africa/Lagos")))
                    assert not odd, f"{page.path} has <{tag} {attributes}>"
            shown = [sum(name in page.source for page in pages)
                     for name in ["&lt;script&gt;alert(1)", "&lt;img src=x", UNBROKEN, "Sign out"]]
            assert all(shown), f"the names are hardly anywhere: {shown}"
            return f"{len(pages)} pages"
        yield "names full of markup on every page", names

        def addresses():
            everybody = set(re.findall(r"[\w.+-]+@(?:canary\.example|example\.org)", place.meridian("trainee", "list", "nova", "--json")
                                       + (place.folder / "nova.yaml").read_text())) | {"script@canary.example"}
            public = {"nova-training@example.org"}
            looked = 0
            for who, (_, own) in people.items():
                for page in sites[who]:
                    looked += 1
                    found = {address for address in everybody - public - {own} if address in page.source}
                    assert not found, f"{page.path} tells {who} the addresses {found}"
            assert "unbroken@canary.example" in everybody and looked > 50, f"{looked} pages, {len(everybody)} addresses"
            return f"{looked} pages, {len(everybody)} addresses"
        yield "nobody's address on anybody else's page", addresses

        def own_forms():
            """What is refused elsewhere is done here, so that the refusals above say something."""
            (cookie, *_), form = next((key, form) for key, form in kinds.items() if key[0] and form.action.endswith("/me/do/put/person"))
            answer = send(form, cookie, OWN)[0]
            alert = re.search(r'role="alert"[^>]*>(?:<p>)?(.*?)</p>', answer.text, re.S)
            assert answer.status == 303, f"{answer.status} {alert[1] if alert else answer.text[:300]}"
        yield "and from its own page a form is done", own_forms
