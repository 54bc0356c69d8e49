"""A restore killed at each of its calls that change a name, a file or the disk: afterwards the old database opens with its
key, or the new one with its, or Meridian says how to go on; and the same restore, given again, ends well."""

import os
import shutil
import signal
import subprocess
import sqlite3

CALLS = ("pwrite64", "write", "fsync", "fdatasync", "ftruncate", "unlink", "rename", "renameat2")
NAMES = ("meridian.db", "meridian.db.key")
ADVICE = "give the same meridian restore again, which finishes it"


def state(folder):
    """Which database and key are there, by their content: both old, both new, or something else."""
    found = []
    connection = sqlite3.connect(folder / "meridian.db")
    try:
        found.append("new" if connection.execute("SELECT count(*) FROM setting WHERE name = 'mail-held-since'").fetchone()[0] else "old")
    finally:
        connection.close()
    found.append((folder / "meridian.db.key").read_bytes())
    return found


def drill(meridian, folder, step):
    """Prints a line, and tells whether anything was wrong."""
    source, other = folder / "source", folder / "other"
    source.mkdir()
    other.mkdir()
    for place in (source, other):
        program = place / "program.yaml"
        program.write_text(meridian("program", "example").stdout)
        meridian("program", "apply", str(program), database=place / "meridian.db")
        meridian("feed", "personal", "--as", "akira@example.org", database=place / "meridian.db")
    archive = source / "backup.tar"
    meridian("backup", str(archive), database=source / "meridian.db")
    old, new = ((place / "meridian.db.key").read_bytes() for place in (other, source))
    assert old != new
    wrong, kills, outcomes = [], 0, {"old": 0, "new": 0, "advice": 0}
    place = folder / "place"
    for call in CALLS:
        number = 1
        while True:
            shutil.rmtree(place, ignore_errors=True)
            place.mkdir()
            for name in NAMES:
                shutil.copy(other / name, place / name)
            environment = dict(os.environ, MERIDIAN_DB=str(place / "meridian.db"), MERIDIAN_NOW="2026-12-14T09:00:00Z")
            run = subprocess.run(
                ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e",
                 f"inject={call}:signal=KILL:when={number}", "--", meridian.binary, "restore", str(archive)],
                env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True)
            if run.returncode == 0:
                break
            if run.returncode not in (-signal.SIGKILL, 128 + signal.SIGKILL):
                wrong.append(f"{call} {number}: ended with {run.returncode}: {run.stderr}")
                break
            kills += 1
            outcome = look(meridian, place, old, new)
            outcomes[outcome if outcome in outcomes else "advice"] += 1
            if outcome not in outcomes:
                wrong.append(f"killed at {call} {number}: {outcome}")
            again = meridian("restore", str(archive), check=False, database=place / "meridian.db")
            if again.returncode != 0 or state(place) != ["new", new]:
                wrong.append(f"killed at {call} {number}, and given again: {again.returncode} {again.stderr}")
            kept = list(place.glob("meridian.db.replaced-*.key"))
            if not any(key.read_bytes() == old for key in kept):
                wrong.append(f"killed at {call} {number}: the old key is gone")
            leftovers = [path.name for path in place.iterdir() if "partial" in path.name or "restoring" in path.name]
            if leftovers:
                wrong.append(f"killed at {call} {number}: left {leftovers}")
            number += step
    print(
        f"{kills} kills of a restore: {outcomes['old']} left the old database and key, {outcomes['new']} the new, "
        f"{outcomes['advice']} said how to go on; {len(wrong)} wrong")
    for line in wrong[:10]:
        print(f"  WRONG: {line}")
    return bool(wrong)


def look(meridian, place, old, new):
    """What whoever opens the database next finds."""
    opened = meridian("program", "list", check=False, database=place / "meridian.db")
    if opened.returncode != 0:
        return "advice" if opened.returncode == 74 and ADVICE in opened.stderr else f"refused: {opened.stderr}"
    found = state(place)
    if found == ["old", old]:
        return "old"
    return "new" if found == ["new", new] else f"a database that is {found[0]} with another key"
