"""What feedparser, which most readers of news in Python are made of, finds in what a program announces."""

import feedparser


class News:
    """The news of a program, each time that it is read."""

    def __init__(self, url):
        self.url, self.read, self.updated = url, 0, {}

    def faults(self, when):
        """What is wrong with them now; an entry that says something else than before has been updated since."""
        feed = feedparser.parse(self.url)
        if feed.bozo or feed.version != "atom10" or not feed.entries:
            return [f"{when}: {feed.version} with {len(feed.entries)} entries: {feed.get('bozo_exception')}"]
        faults = [f"{when}: the news lack {name}" for name in ("id", "title", "updated", "link") if not feed.feed.get(name)]
        ids = [entry.get("id") for entry in feed.entries]
        if len(set(ids)) < len(ids):
            faults.append(f"{when}: an id is there twice")
        for entry in feed.entries:
            self.read += 1
            lacks = [name for name in ("id", "title", "updated_parsed", "link", "summary") if not entry.get(name)]
            if lacks:
                faults.append(f"{when}: {entry.get('id')} lacks {lacks}")
            words, updated = self.updated.get(entry.id, (None, None))
            if words and words != (entry.title, entry.get("summary")) and entry.updated_parsed <= updated:
                faults.append(f"{when}: {entry.id} says something else, and not when: {entry.title}")
            self.updated[entry.id] = (entry.title, entry.get("summary")), entry.updated_parsed
        return faults
