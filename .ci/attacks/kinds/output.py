"""Output that cannot be written is an error (exit 74), whatever the command, and never "done"."""

import os
import subprocess

COMMANDS = """
--version | --help | help enroll | completion bash | program list | program show nova | program export nova
program export nova --json | program example | program apply - --dry-run | mentor list nova | organizer list | organizer list nova
slot list nova | freeze list nova | away list akira@example.org | plan nova | plan nova --json | why nova-2027a-w03-asia | forecast nova
health nova | session list nova | session show nova-2027a-w01-asia | session list nova --json | swap list nova | trainee list nova
review list nova | duty list nova | progress nova --as akira@example.org | feed url nova | feed show nova
feed personal --as ada@example.org | outbox list | outbox suppressed | mail list | token list
token create ada@example.org --label full | doctor | doctor --json
"""


def cases(place):
    commands = [line.split() for text in COMMANDS.strip().splitlines() for line in text.split(" | ")]
    given = place.meridian("program", "export", "nova")

    def run(words, output, **how):
        return subprocess.run(
            [place.binary, *words], env=place.environment, input=given, stdout=output, stderr=subprocess.PIPE, text=True,
            timeout=60, **how)

    def full():
        for words in commands:
            with open("/dev/full", "w") as output:
                done = run(words, output)
            assert done.returncode == 74, f"{' '.join(words)}: {done.returncode} {done.stderr}"
            assert "cannot be written" in done.stderr, f"{' '.join(words)}: {done.stderr}"
        return f"{len(commands)} commands"

    def closed_pipe():
        for words in commands:
            reading, writing = os.pipe()
            os.close(reading)
            with os.fdopen(writing, "w") as output:
                done = run(words, output)
            assert done.returncode == 74, f"{' '.join(words)}: {done.returncode} {done.stderr}"

    def closed():
        before = place.database.read_bytes()
        for words in [["program", "list"], ["outbox", "list"], ["--help"]]:
            done = run(words, None, preexec_fn=lambda: os.close(1))
            assert done.returncode == 74, f"{' '.join(words)}: {done.returncode} {done.stderr}"
        assert place.database.read_bytes() == before, "the database took what was meant for standard output"

    def said():
        with open("/dev/full", "w") as output:
            done = run(["token", "create", "ada@example.org", "--json"], output)
        assert done.returncode == 74 and "meridian token revoke" in done.stderr, done.stderr

    yield "a full disk under standard output", full
    yield "a pipe whose reader has left", closed_pipe
    yield "standard output closed", closed
    yield "a token that nobody has seen is said how to end", said
