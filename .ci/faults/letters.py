"""A day on which sendmail takes nothing, with a thousand letters waiting: each leaves once, soon after it is back, and nothing else waits."""

import datetime
import sqlite3
import time

from kinds import CODES, Row, misworded, tried

BEGIN = datetime.datetime(2026, 12, 14, 9, tzinfo=datetime.timezone.utc)


def day_without_mail(base, folder, quick):
    row = Row("a day on which sendmail takes nothing")
    place = base.copy(folder / "run")
    count = 100 if quick else 1000
    with sqlite3.connect(place.database) as writer:
        writer.executemany(
            "INSERT INTO outbox(recipient, subject, bytes, created, state, attempts, sender)"
            " VALUES (?, 'Hello', ?, 1797238800, 'pending', 0, 'nova@example.org')",
            ((f"t{n}@example.org", f"To: t{n}@example.org\r\nSubject: Hello\r\n\r\n{n}\r\n".encode()) for n in range(count)))
    down, up = folder / "down", folder / "up"
    down.write_text("#!/bin/sh\ncat > /dev/null\nexit 75\n")
    up.write_text(f"#!/bin/sh\ncat > {folder}/taken-$$ && mv {folder}/taken-$$ {folder}/$(date +%s%N)-$$.mail\n")
    down.chmod(0o755)
    up.chmod(0o755)

    def send(hours, sendmail):
        moment = (BEGIN + datetime.timedelta(hours=hours)).strftime("%Y-%m-%dT%H:%M:%SZ")
        began = time.monotonic()
        code, _, errors = tried(place, "outbox", "send", "--sendmail", str(sendmail), MERIDIAN_NOW=moment)
        row.add(CODES.get(code, "?"), misworded(code, errors))
        return time.monotonic() - began

    def states():
        with sqlite3.connect(place.database) as reader:
            return dict(reader.execute("SELECT state, count(*) FROM outbox GROUP BY state"))

    for hours in (0, 1, 6, 24) if quick else range(0, 25, 2):
        send(hours, down)
        code, _, errors = tried(place, "session", "list", "nova")
        if code or states().get("sent"):
            row.wrong.append(f"after {hours} hours: {errors[:100]} {states()}")
    waiting = states()["pending"]
    seconds = send(24 + 12, up)
    # What is about sessions may wait for more of it; letters that nothing keeps are gone.
    taken = [file.read_text() for file in folder.glob("*.mail")]
    letters = [text for text in taken if "Subject: Hello" in text]
    if len(letters) != count or len(set(letters)) != count:
        row.wrong.append(f"{len(letters)} of {count} letters came, {len(set(letters))} of them once; {states()}")
    row.outcomes[f"{waiting} waited and were sent in {seconds:.0f} s"] += 1
    yield row
