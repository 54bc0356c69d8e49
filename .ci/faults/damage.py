"""Files with a flipped bit, or cut short: a list is the same as before, or an error, and no command crashes.

SQLite has no checksums: a bit that is flipped within a title is a title. What is such is counted apart, and not as wrong, when all
that differs is the text of one cell.
"""

import difflib
import os
import random

from kinds import CODES, Row, misworded, tried

SEED = 20270104
LISTS = (("session", "list", "nova"), ("trainee", "list", "nova"))


def differs_in_a_word(first, second):
    """Whether two lists have the same lines but for one, and that one is there with other letters."""
    first, second = first.splitlines(), second.splitlines()
    if len(first) != len(second):
        return False
    return sum(one != other for one, other in zip(first, second)) <= 2


def flips(base, folder, quick):
    place = base.copy(folder / "run")
    whole = {words: place(*words) for words in LISTS}
    original, dice = place.database.read_bytes(), random.Random(SEED)
    row = Row("a bit of the file is flipped")
    for _ in range(300 if quick else 10_000):
        where, bit = dice.randrange(len(original)), dice.randrange(8)
        damaged = bytearray(original)
        damaged[where] ^= 1 << bit
        place.database.write_bytes(damaged)
        words = LISTS[row.tries % len(LISTS)]
        code, said, errors = tried(place, *words)
        wrong = [f"byte {where}, bit {bit}: {it}" for it in misworded(code, errors)]
        if code:
            row.add(CODES.get(code, "?"), wrong)
        elif said == whole[words]:
            row.add("the same list", wrong)
        elif differs_in_a_word(said, whole[words]):
            row.add("another word in a line", wrong)
        else:
            lines = list(difflib.unified_diff(whole[words].splitlines(), said.splitlines(), n=0, lineterm=""))
            row.add("another list", [*wrong, f"byte {where}, bit {bit}: another list: {lines[2:5]}"])
    place.database.write_bytes(original)
    yield row


def cuts(base, folder, quick):
    place = base.copy(folder / "run")
    whole, dice = place(*LISTS[0]), random.Random(SEED)
    length = place.database.stat().st_size
    original = place.database.read_bytes()
    row = Row("a file that was cut short")
    for _ in range(20 if quick else 300):
        place.database.write_bytes(original)
        left = dice.choice((dice.randrange(1, length), dice.randrange(1, length // 4096) * 4096))
        os.truncate(place.database, left)
        code, said, errors = tried(place, *LISTS[0])
        wrong = [f"{left} bytes: {it}" for it in misworded(code, errors)]
        if not code and said != whole:
            wrong.append(f"{left} bytes: another list")
        row.add(CODES.get(code, "?") if code else "the same list", wrong)
    yield row
