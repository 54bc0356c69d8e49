"""Opens every page that links lead to, knowing nothing of the server, and gathers the forms on them."""

import html.parser
import urllib.parse

MOST_PAGES = 400
# What a person would fill in, by the type of the field.
FILLED = {"email": "somebody@else.example", "number": "1", "date": "2027-02-01", "datetime-local": "2027-02-01T10:00"}


class Form:
    """A form of a page: where it is sent, and all that it would send, by button."""

    def __init__(self, page, attributes):
        self.page = page
        self.method = attributes.get("method", "get").upper()
        self.action = urllib.parse.urljoin(page, attributes.get("action", ""))
        self.fields, self.buttons = {}, []

    def add(self, tag, attributes):
        name = attributes.get("name")
        if tag == "button":
            self.buttons.append((name, attributes.get("value", "")) if name else None)
        elif name and tag == "input":
            kind = attributes.get("type", "text")
            self.fields[name] = attributes.get("value") or ("" if kind == "hidden" else FILLED.get(kind, "Text"))
        elif name and tag == "select":
            self.fields[name], self.chosen = None, name
        elif name:
            self.fields[name] = "Text"

    def option(self, word, is_selected):
        """A choice of the list that was added last: the first, or the one that is selected."""
        if is_selected or self.fields[self.chosen] is None:
            self.fields[self.chosen] = word

    def bodies(self, without=()):
        """What each of its buttons sends."""
        kept = {name: value for name, value in self.fields.items() if name not in without}
        return [urllib.parse.urlencode({**kept, **(dict([button]) if button else {})}) for button in self.buttons or [None]]


class Page(html.parser.HTMLParser):
    """A page as it came."""

    def __init__(self, path, answer):
        super().__init__()
        self.path, self.status, self.source = path, answer.status, answer.text
        self.links, self.forms, self.elements = [], [], []
        self.option = None
        self.feed(self.source)

    def handle_starttag(self, tag, attributes):
        attributes = {name: value or "" for name, value in attributes}
        self.elements.append((tag, attributes))
        if tag == "a" and "href" in attributes:
            self.links.append(urllib.parse.urljoin(self.path, attributes["href"]))
        elif tag == "form":
            self.forms.append(Form(self.path, attributes))
        elif tag in ("input", "button", "textarea", "select") and self.forms:
            self.forms[-1].add(tag, attributes)
        elif tag == "option" and self.forms:
            self.option = "selected" in attributes

    def handle_data(self, data):
        if self.option is not None:
            self.forms[-1].option(data, self.option)
            self.option = None


def crawl(server, start, cookie=None, base="https://training.example.org"):
    """Every page of this server to which links lead from some."""
    headers = {"Accept": "text/html", **({"Cookie": cookie} if cookie else {})}
    waiting, seen, pages = list(start), set(start), []
    while waiting and len(pages) < MOST_PAGES:
        path = waiting.pop(0)
        answer = server.ask("GET", path, headers=headers)
        if answer.status in (303, 308):
            links = [urllib.parse.urljoin(path, answer.headers["Location"])]
        elif "text/html" in answer.headers.get("Content-Type", ""):
            pages.append(Page(path, answer))
            links = pages[-1].links
        else:
            continue
        for link in links:
            link = urllib.parse.urldefrag(link.removeprefix(base)).url or "/"
            if link.startswith("/") and link not in seen:
                seen.add(link)
                waiting.append(link)
    return pages
