"""Attacks Meridian on loopback, bounded in count and time, and says what held.

usage: python .ci/attacks MERIDIAN [--long] [KIND…]

MERIDIAN is a debug or release build; only a release build is held to the bounds of processor time. KIND names files of
kinds/ without their ending; without any, all are tried.

A kind of attack is a file in kinds/, with

    def cases(place):
        yield "what is tried", check

where `place` is a `Place` (place.py): a folder with two programs' database, commands on it, and servers. `check` takes nothing,
may return a line of figures, and raises AssertionError with the reason where something did not hold. A case is run before
the next one is asked for, so what stands before a `yield` prepares it. `place.is_long` tells the long form from the short
one, which CI runs: a kind stays under half a minute there. Whatever a kind starts, it ends: `with place.serve() as server`.
"""

import importlib
import sys
import tempfile
import time
import traceback
from pathlib import Path

from place import Place

KINDS = Path(__file__).with_name("kinds")


def attempt(check):
    """Whether it held, and what there is to say of it."""
    try:
        return True, check()
    except AssertionError as failure:
        return False, str(failure) or traceback.format_exc()
    except Exception:
        return False, traceback.format_exc()


def main():
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    binary, wanted = str(Path(words[0]).resolve()), words[1:]
    names = wanted or sorted(file.stem for file in KINDS.glob("[!_]*.py"))
    passed, failed = 0, 0
    sys.path.insert(0, str(KINDS))
    for name in names:
        began = time.monotonic()
        print(f"{name}:")
        with tempfile.TemporaryDirectory() as folder:
            place = Place(binary, Path(folder), is_long="--long" in sys.argv)
            for what, check in importlib.import_module(name).cases(place):
                held, said = attempt(check)
                passed, failed = passed + held, failed + (not held)
                print(f"  {'ok  ' if held else 'FAIL'} {what}" + (f": {said}" if said else ""), flush=True)
        print(f"  {time.monotonic() - began:.1f} s")
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()
