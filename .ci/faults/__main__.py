"""What Meridian does when disks, files, clocks and mail fail: python .ci/faults MERIDIAN [--quick] [KIND...]

A clear error, nothing acknowledged that is not there, and reading goes on; once the fault is over all works again, without a
restart. KINDs are names of the functions below, such as flips.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

import clocks
import damage
import disks
import letters
import serving
from kinds import Row, prepared

KINDS = (
    disks.call_by_call, disks.read_only, damage.flips, damage.cuts, clocks.jumps, serving.full_for_a_while,
    serving.stopped_under_load, letters.day_without_mail)


def main(binary, words):
    quick, began = "--quick" in words, time.monotonic()
    wanted = [word for word in words if not word.startswith("-")]
    rows = []
    with tempfile.TemporaryDirectory(dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None) as temporary:
        base = prepared(binary, Path(temporary) / "base")
        print(Row.HEADER, flush=True)
        for kind in KINDS:
            if wanted and kind.__name__ not in wanted:
                continue
            folder = Path(temporary) / kind.__name__
            folder.mkdir()
            for row in kind(base, folder, quick):
                rows.append(row)
                print(row, flush=True)
    print(f"{sum(row.tries for row in rows)} faults in {time.monotonic() - began:.0f} s")
    return not any(row.wrong for row in rows)


sys.exit(0 if main(str(Path(sys.argv[1]).resolve()), sys.argv[2:]) else 1)
