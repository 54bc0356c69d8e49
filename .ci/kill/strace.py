"""strace, which ends a process by SIGKILL before its Nth call of a kind is made, and tells which call that was."""

import re
from collections import Counter

# Those that change what is on disk, or wait until it is there; the ones that a machine does not have are passed over.
CALLS = (
    "write", "pwrite64", "writev", "pwritev", "pwritev2", "fsync", "fdatasync", "sync_file_range", "ftruncate",
    "fallocate", "unlink", "unlinkat", "rename", "renameat", "renameat2", "link", "linkat", "mknod", "mknodat", "mkdir",
    "mkdirat")
CALL = re.compile(r"^\d+ +(\w+)\((?:AT_FDCWD[^,]*, )?(?:\d+<([^>]*)>?|\"([^\"]*)\")")


def tracer(log, call=None, number=None, file=None):
    """The words before the command. It follows threads, but not the programs that are started."""
    traced = ",".join(f"?{name}" for name in CALLS)
    words = ["strace", "-f", "--detach-on=execve", "-y", "-qq", "-o", str(log), "-e", f"trace={traced}"]
    if file:
        words += ["-P", str(file)]
    if call:
        words += ["-e", f"inject={call}:signal=KILL:when={number}"]
    return [*words, "--"]


def calls(log, folder):
    """The calls in a log on files, in order: what was called, on what kind of file, and for which time."""
    seen, found = Counter(), []
    for line in log.read_text(errors="replace").splitlines():
        if match := CALL.match(line):
            kind = (match[1], kind_of_file(match[2] or match[3], folder))
            if kind[1]:
                seen[kind] += 1
                found.append((*kind, seen[kind]))
    return found


def kind_of_file(path, folder):
    name = path.removesuffix(" (deleted)").removeprefix(str(folder)).removeprefix("/")
    if "anon_inode" in path or path.startswith(("pipe:", "socket:")):
        return None
    if name.startswith("meridian-mail-"):
        return "mail"
    if ".before-" in name:
        return "copy before the upgrade"
    return {"": "folder", "meridian.db": "database", "meridian.db-journal": "journal"}.get(name, name)
