"""Clocks that jump: an hour back, years ahead, and back again."""

from kinds import BO, CODES, Row, misworded, tried

NOW, HOUR_BACK, LATER = "2026-12-14T09:00:00Z", "2026-12-14T08:00:00Z", "2031-12-14T09:00:00Z"
WORDS = (
    ("session", "list", "nova"), ("enroll", "nova-2027a-w02-europe", "--as", BO), ("leave", "nova-2027a-w02-europe", "--as", BO),
    ("plan", "nova"), ("feed", "show", "nova"), ("outbox", "send", "--to-dir", "MAIL"), ("doctor",))


def jumps(base, folder, quick):
    """Whatever a command says at another hour, it says it in words, and all is as before once the clock is right."""
    row = Row("a clock that jumps")
    place = base.copy(folder / "run")
    for moment in (HOUR_BACK, LATER, NOW, HOUR_BACK, NOW):
        for words in WORDS:
            words = tuple(str(folder / "mail") if word == "MAIL" else word for word in words)
            code, _, errors = tried(place, *words, MERIDIAN_NOW=moment)
            wrong = [f"at {moment}, {words[0]}: {it}" for it in misworded(code, errors, place.database)]
            if moment != LATER and code:
                wrong.append(f"at {moment}, {' '.join(words)}: {errors[:200]}")
            row.add(CODES.get(code, "?"), wrong)
    if damage := place.damage():
        row.wrong.append(damage)
    yield row
