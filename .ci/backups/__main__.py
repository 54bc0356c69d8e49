"""Backups of a database that many write to, each restored and counted; and restores that are killed.

usage: python .ci/backups MERIDIAN [--quick]

64 writers, each a loop of the real command, let people join one after the other and note each that was acknowledged
(exit 0). Meanwhile 50 backups are made. Each is restored and must hold, of each writer, everything that was acknowledged
before the backup began, nothing that was begun after it ended, and no gap: what was committed up to one moment. People are
numbered in the order of their commits, so a gap in the numbers shows as well.

As a negative control the file is also copied page by page, as cp does it: unless that goes wrong in some rounds, the drill
would prove nothing. At last a restore is killed at each of its calls that change a name or a file.
"""

import os
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import kills

# What one page costs where a database has grown: a hundred pages take as long as some commits.
PAUSE = 0.005
EXAMPLE = "weeks: 26", "weeks: 2"


class Meridian:
    def __init__(self, binary, database):
        self.binary, self.database = binary, str(database)

    def __call__(self, *words, check=True, database=None):
        environment = dict(os.environ, MERIDIAN_DB=str(database or self.database), MERIDIAN_NOW="2026-12-14T09:00:00Z")
        run = subprocess.run(
            [self.binary, *words], env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        if check and run.returncode != 0:
            sys.exit(f"meridian {' '.join(words)} failed with {run.returncode}: {run.stderr}")
        return run


class Writer(threading.Thread):
    """Lets one person after the other join, and counts those begun and those acknowledged."""

    def __init__(self, number, meridian, stop):
        super().__init__(daemon=True)
        self.number, self.meridian, self.stop = number, meridian, stop
        self.begun = self.acknowledged = 0
        self.failures, self.turned_away = [], 0

    def run(self):
        while not self.stop.is_set():
            self.begun = self.acknowledged + 1
            person = f"w{self.number}-{self.begun}"
            run = self.meridian(
                "trainee", "join", "nova", "--name", person, "--email", f"{person}@example.org", "--zone", "Etc/UTC",
                check=False)
            if run.returncode == 0:
                self.acknowledged = self.begun
            elif "was in use by another program" in run.stderr and "nothing was changed" in run.stderr:
                # 64 at once on a slow disk: who is told so tries again, with the same person.
                self.turned_away += 1
            else:
                self.failures.append(run.stderr)
                return


def judge(database, before, after):
    """What is wrong with a copy; None when it holds what was committed up to one moment."""
    try:
        connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
        try:
            if (found := connection.execute("PRAGMA integrity_check").fetchone()[0]) != "ok":
                return f"damaged: {found[:80]}"
            if connection.execute("PRAGMA foreign_key_check").fetchone():
                return "rows refer to missing ones"
            people = connection.execute(
                "SELECT id, email, EXISTS (SELECT 1 FROM trainee WHERE trainee.person = person.id) FROM person ORDER BY id"
            ).fetchall()
        finally:
            connection.close()
    except sqlite3.Error as error:
        return f"cannot be read: {error}"
    if [number for number, _, _ in people] != list(range(1, len(people) + 1)):
        return "a gap in the order of commits"
    held = {}
    for _, email, joined in people:
        name, _, _ = email.partition("@")
        if not name.startswith("w") or "-" not in name:
            continue
        if not joined:
            return f"{email} is there and has not joined"
        writer, _, number = name[1:].partition("-")
        if int(number) != held.get(int(writer), 0) + 1:
            return f"{email} does not follow writer {writer}'s last, {held.get(int(writer), 0)}"
        held[int(writer)] = int(number)
    for writer, (acknowledged, begun) in enumerate(zip(before, after)):
        if not acknowledged <= held.get(writer, 0) <= begun:
            return f"writer {writer}: {held.get(writer, 0)} of {acknowledged} acknowledged before, {begun} begun after"
    return None


def copy_by_pages(source, target):
    with open(source, "rb", buffering=0) as read, open(target, "wb", buffering=0) as written:
        while page := read.read(4096):
            written.write(page)
            time.sleep(PAUSE)


def drill(binary, folder, backups, count):
    database = folder / "meridian.db"
    meridian = Meridian(binary, database)
    program = folder / "program.yaml"
    program.write_text(meridian("program", "example").stdout.replace(*EXAMPLE))
    meridian("program", "apply", str(program))
    meridian("feed", "personal", "--as", "akira@example.org")
    stop = threading.Event()
    writers = [Writer(number, meridian, stop) for number in range(count)]
    for writer in writers:
        writer.start()
    while any(writer.acknowledged < 1 for writer in writers) and not any(writer.failures for writer in writers):
        time.sleep(0.05)
    wrong, torn, seconds, acknowledged_before = [], 0, [], 0
    for number in range(backups):
        before = [writer.acknowledged for writer in writers]
        began = time.monotonic()
        archive = folder / f"backup-{number}.tar"
        meridian("backup", str(archive))
        seconds.append(time.monotonic() - began)
        after = [writer.begun for writer in writers]
        acknowledged_before = sum(before)
        target = folder / f"restored-{number}" / "meridian.db"
        meridian("restore", str(archive), database=target)
        if found := judge(target, before, after):
            wrong.append(f"backup {number}: {found}")
        archive.unlink()
        before = [writer.acknowledged for writer in writers]
        copy = folder / f"copy-{number}.db"
        copy_by_pages(database, copy)
        after = [writer.begun for writer in writers]
        torn += judge(copy, before, after) is not None
        copy.unlink()
    stop.set()
    for writer in writers:
        writer.join()
    failures = [failure for writer in writers for failure in writer.failures]
    size = database.stat().st_size // 1024
    print(
        f"{backups} backups under {count} writers: {len(wrong)} wrong; {sum(writer.acknowledged for writer in writers)} changes "
        f"acknowledged, {acknowledged_before} before the last backup, {sum(writer.turned_away for writer in writers)} told to try again; "
        f"database of {size} KiB; a backup took "
        f"{sorted(seconds)[len(seconds) // 2]:.2f} s, {max(seconds):.2f} s at most")
    print(f"negative control: {torn} of {backups} copies by pages were wrong")
    for line in wrong + failures[:3]:
        print(f"  WRONG: {line}")
    if not torn:
        sys.exit("the negative control failed: copying under load did no harm, so the drill proves nothing")
    return bool(wrong or failures)


def main():
    binary, quick = str(Path(sys.argv[1]).resolve()), "--quick" in sys.argv[2:]
    # On a real disk: where syncing takes no time, a copy is rarely torn.
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        (folder / "load").mkdir()
        (folder / "kills").mkdir()
        failed = drill(binary, folder / "load", *(8, 16) if quick else (50, 64))
        failed |= kills.drill(Meridian(binary, folder / "kills" / "meridian.db"), folder / "kills", 3 if quick else 1)
    sys.exit(1 if failed else 0)


main()
