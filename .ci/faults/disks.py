"""Disks that are full, fail at one call, or may only be read."""

import os

import strace
from kinds import BO, CODES, Row, misworded, tried

ENROLL = ("enroll", "nova-2027a-w01-asia", "--as", BO)
ERRORS = ("ENOSPC", "EIO")
CHANGING = ("pwrite64", "write", "fsync", "fdatasync", "ftruncate", "unlink")


def call_by_call(base, folder, quick):
    """Each call on the database, its journal and their folder fails in turn: once, or from then on, as on a full disk."""
    place = base.copy(folder / "run")
    before = place.state()
    log, answer = folder / "log", folder / "answer"
    place.start(ENROLL, answer, strace.tracer(log)).wait()
    after = place.state()
    calls = sorted({call for call in strace.calls(log, place.folder) if call[0] in CHANGING})
    for error in ERRORS:
        for lasting in (False, True):
            row = Row(f"{error}, {'from a call on' if lasting else 'at one call'} of enroll")
            for name, kind, number in calls[::3] if quick else calls:
                place = base.copy(folder / "run")
                file = {"folder": place.folder, "database": place.database, "journal": place.journal}.get(kind)
                if file is None:
                    continue
                tracer = [
                    "strace", "-f", "-qq", "-o", "/dev/null", "-P", str(file), "-e", f"trace={name}", "-e",
                    f"inject={name}:error={error}:when={number}{'+' if lasting else ''}", "--"]
                code, said, errors = tried(place, *ENROLL, tracer=tracer)
                row.add(*judged(place, code, said, errors, before, after, f"{name} {number} of the {kind}"))
            yield row


def judged(place, code, said, errors, before, after, where):
    """What became of one try: nothing acknowledged is missing, all or nothing is there, and it works again at once."""
    wrong = [f"{where}: {words}" for words in misworded(code, errors, place.database)]
    side = place.copy(place.folder.parent / "side")
    if damage := side.damage():
        return CODES.get(code, "?"), [*wrong, f"{where}: {damage}"]
    state = side.state()
    if state not in (before, after):
        wrong.append(f"{where}: neither as before nor as after")
    if code == 0 and state != after:
        wrong.append(f"{where}: acknowledged, and not there")
    if code and "nothing was changed" in errors and state != before:
        wrong.append(f"{where}: it said that nothing was changed")
    if code and said:
        wrong.append(f"{where}: it answered {said[:80]} and failed")
    again, _, words = tried(place, *ENROLL)
    if again or place.state() != after:
        wrong.append(f"{where}: given again it does not work: {words[:120]}")
    return CODES.get(code, "?"), wrong


def read_only(base, folder, quick):
    """A file, or a folder, that may only be read: what is read is read, and what changes something says why not."""
    row = Row("a file or a folder that may only be read")
    nobody = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups") if os.getuid() == 0 else ()
    for what in ("file", "folder", "both"):
        place = base.copy(folder / "read only")
        listed = place("session", "list", "nova")
        for path in (folder, folder.parent):
            os.chmod(path, 0o755)
        if nobody:
            for path in (place.folder, *place.folder.iterdir()):
                os.chown(path, 65534, 65534)
        if what != "folder":
            os.chmod(place.database, 0o400)
        if what != "file":
            os.chmod(place.folder, 0o500)
        for words, changes in ((("session", "list", "nova"), False), (("feed", "show", "nova"), False), (ENROLL, True)):
            code, said, errors = tried(place, *words, user=nobody)
            wrong = misworded(code, errors, place.database)
            if not changes and code:
                wrong.append(f"a {what}: {' '.join(words)} cannot be read: {errors[:200]}")
            if words[0] == "session" and not code and said != listed:
                wrong.append(f"a {what}: another list")
            if changes and not code:
                wrong.append(f"a {what}: it was changed")
            row.add(CODES.get(code, "?"), wrong)
        os.chmod(place.folder, 0o700)
    yield row
