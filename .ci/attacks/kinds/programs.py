"""Program files that cost more than they should to read: aliases, nesting, length."""

import time

from bodies import filled

HEAD = "program: nova\ntitle: Nova\n"
MIB = 1 << 20


def laughs(levels=9):
    """Each list is ten of the one before."""
    return "l0: &l0 [x]\n" + "".join(f"l{n}: &l{n} [{','.join([f'*l{n - 1}'] * 10)}]\n" for n in range(1, levels + 1))


FILES = {
    "billion laughs": laughs(),
    "billion laughs as a key": laughs() + "? *l9\n: x\n",
    "the smallest bomb as a key": "? &a [&b [x,x],*b,*b,*b]\n: 1\n? [*a,*a,*a]\n: 2\n",
    "merge keys": "a: &a { b: c }\n" + filled("d: { <<: *a }\n", 100_000),
    "an anchor on everything": filled("- &a x\n"),
    "lists in lists": filled("["),
    "mappings in mappings": filled("{a: "),
    "blocks in blocks": filled("- "),
    "a list of 500,000": "a: [" + filled("x,", MIB - 20) + "]",
    "100,000 keys": "".join(f"k{n}: x\n" for n in range(90_000)),
    "one key 100,000 times": filled("k: x\n"),
    "a scalar of 1 MiB": "a: " + filled("x", MIB - 20),
    "a scalar that never ends": "a: \"" + filled("x", MIB - 20),
    "escapes": "a: \"" + filled("\\u0041", MIB - 20) + "\"",
    "many documents": filled("--- x\n"),
    "tags": filled("- !!binary x\n"),
    "comments": filled("# x\n"),
    "blank lines": filled("\n"),
}


def refused(place, text):
    """By the command: an error of the input, soon."""
    began = time.monotonic()
    done = place.run("program", "apply", "-", given=HEAD + text)
    seconds = time.monotonic() - began
    figures = f"{seconds:.2f} s, exit {done.returncode}"
    assert done.returncode == 65, f"{figures}: {done.stderr[:200]}"
    # A debug build is some ten times as slow.
    assert seconds < (1 if place.is_release else 10), figures
    return figures


def cases(place):
    for name, text in FILES.items():
        yield f"program apply, {name}", lambda: refused(place, text)
    yield "program apply, more than 1 MiB", lambda: refused(place, filled("# x\n") + "# more\n")
