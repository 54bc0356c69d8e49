"""Completion as somebody meets it: keys into a shell, and what the line and the screen are then.

usage: .ci/completion/run MERIDIAN [--most MILLISECONDS]
"""

import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time

from shell import Shell

# What is typed before Tab, and the words of the line after it.
LINES = [
    ("meridian sess", ["session"]),
    ("meridian session li", ["session", "list"]),
    ("meridian --json session list no", ["--json", "session", "list", "nova"]),
    ("meridian session ls nova --upc", ["session", "ls", "nova", "--upcoming"]),
    ("meridian enroll nova-2027a-w03-as", ["enroll", "nova-2027a-w03-asia"]),
    ("meridian slot publish nova --mentor aki", ["slot", "publish", "nova", "--mentor", "akira@example.org"]),
    ("meridian slot publish nova --mentor=aki", ["slot", "publish", "nova", "--mentor=akira@example.org"]),
    ("meridian slot publish nova --mentor akira@ex", ["slot", "publish", "nova", "--mentor", "akira@example.org"]),
    ("meridian session list nova --zone Asia/Tok", ["session", "list", "nova", "--zone", "Asia/Tokyo"]),
    ("meridian --zone=Asia/Tok", ["--zone=Asia/Tokyo"]),
    ("meridian program apply no", ["program", "apply", "nova.yaml"]),
    ("meridian program apply my", ["program", "apply", "my program.yaml"]),
    ("meridian --db tr", ["--db", "training.db"]),
    ("meridian --db=tr", ["--db=training.db"]),
    ("meridian plan nova --zoneinfo zo", ["plan", "nova", "--zoneinfo", "zones/"]),
    ("~/bin/meridian sess", ["session"]),
    # Nothing goes on, and nobody is told why.
    ("meridian sesion ", ["sesion"]),
    ("meridian --db /nonexistent/x.db plan n", ["--db", "/nonexistent/x.db", "plan", "n"]),
    ("meridian --server http://127.0.0.1:1 plan n", ["--server", "http://127.0.0.1:1", "plan", "n"]),
]
# The same as somebody whom the server does not know.
ELSEWHERE = [
    ("meridian why-not nova --mentor Oli", ["why-not", "nova", "--mentor", "Olivia Taylor"]),
    ("meridian why-not nova --mentor 'Olivia T", ["why-not", "nova", "--mentor", "Olivia Taylor"]),
    ("meridian why-not nova --mentor aki", ["why-not", "nova", "--mentor", "aki"]),
    ("meridian trainee remove nova ad", ["trainee", "remove", "nova", "ad"]),
    ("meridian enroll nova-2027a-w03-as", ["enroll", "nova-2027a-w03-asia"]),
]
# What is typed before two Tabs, and what the screen shows then.
LISTS = [
    ("meridian session ", ["list", "show", "cancel", "move"]),
    ("meridian enroll nova-2027a-w03-", ["americas", "asia", "europe"]),
    ("meridian enroll --region ", ["asia", "europe", "americas"]),
]
TROUBLE = re.compile(r"rror|not found|No such|Usage|cannot")


def main():
    binary, *options = sys.argv[1:]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        environment = place(folder, binary)
        server = subprocess.Popen(
            ["meridian", "serve", "--port", "0", "--no-mail"], env=environment, stderr=subprocess.PIPE, text=True)
        try:
            address = next(found[1] for line in server.stderr if (found := re.search(r"listening on (http://\S+?)/", line)))
            for shell in ["bash", "zsh", "fish"]:
                tried = in_shell(shell, folder, environment, address)
                print(f"{shell}: {tried} lines completed as they should")
            most = int(options[options.index("--most") + 1]) if "--most" in options else None
            in_time(environment, address, most)
        finally:
            server.terminate()
            server.wait()


def place(folder, binary):
    """A database with a season, files beside it, and the program in the path; returns the environment."""
    (folder / "bin").mkdir()
    (folder / "zones").mkdir()
    (folder / "bin/meridian").symlink_to(pathlib.Path(binary).resolve())
    (folder / "words.py").write_text(
        "import json, sys\nopen('words.json', 'w').write(json.dumps(sys.argv[2:]) + '\\n')\n")
    environment = {
        "HOME": str(folder), "PATH": f"{folder}/bin:/usr/bin:/bin", "TERM": "xterm", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8",
        "MERIDIAN_DB": str(folder / "training.db"), "MERIDIAN_NOW": "2026-12-14T09:00:00Z", "SHELL": "/bin/sh",
    }
    meridian = lambda *words: subprocess.run(
        ["meridian", *words], env=environment, check=True, capture_output=True, cwd=folder).stdout
    for file in ["nova.yaml", "my program.yaml"]:
        (folder / file).write_bytes(meridian("program", "example"))
    meridian("program", "apply", "nova.yaml")
    meridian("plan", "nova", "--publish")
    meridian("trainee", "join", "nova", "--name", "Ada", "--email", "ada@example.org", "--zone", "Africa/Lagos")
    return environment


def in_shell(name, folder, environment, address):
    shell = Shell(name, folder, environment)
    for typed, expected in LINES:
        line(shell, typed, expected)
    for typed, expected in LISTS:
        screen = shell.list(typed, expected)
        assert not TROUBLE.search(screen), f"{name}: {typed}⇥⇥ shows\n{screen}"
    elsewhere = {key: value for key, value in environment.items() if key != "MERIDIAN_DB"} | {"MERIDIAN_SERVER": address}
    stranger = Shell(name, folder, elsewhere)
    for typed, expected in ELSEWHERE:
        line(stranger, typed, expected)
    return len(LINES) + len(LISTS) + len(ELSEWHERE)


def line(shell, typed, expected):
    screen = shell.complete(typed)
    assert not TROUBLE.search(screen.replace("nonexistent", "")), f"{shell.name}: {typed}⇥ shows\n{screen}"
    # A quotation that Tab left open is closed by whoever goes on.
    if shell.line().count("'") % 2:
        shell.type("'")
    words = shell.words()
    assert words == expected, f"{shell.name}: {typed}⇥ became {words}, expected {expected}\n{screen}"


def in_time(environment, address, most):
    """How long a shell waits for an answer, from the database and from a server; fails when that is longer than said."""
    questions = {
        "the database": environment, "a server": environment | {"MERIDIAN_DB": "", "MERIDIAN_SERVER": address}}
    for where, environment in questions.items():
        for words in [["session", ""], ["plan", ""], ["enroll", ""], ["away", "add", ""]]:
            times = []
            for _ in range(9):
                start = time.monotonic()
                subprocess.run(
                    ["meridian", "---complete", "words", *words], env=environment, check=True, capture_output=True)
                times.append((time.monotonic() - start) * 1000)
            middle = statistics.median(times)
            print(f"{' '.join(words)}⇥ from {where}: {middle:.0f} ms")
            assert most is None or middle <= most, f"{middle:.0f} ms is more than {most}"


main()
