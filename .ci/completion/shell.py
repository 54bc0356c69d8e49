"""A shell under a terminal emulator, with a keyboard and a screen."""

import json
import time

import pexpect
import pyte

PROMPT = "ready> "
MARK = "\u00a7"
# What each does before somebody types: a prompt to wait for, completions as they are installed, and a way to see the line's words.
BEGIN = {
    "bash": (
        ["bash", "--norc", "--noprofile", "-i"],
        "bind 'set bell-style none'; source <(meridian completion bash); words() { python3 words.py \"$@\"; }; PS1='%s'"),
    "zsh": (
        ["zsh", "-f", "-i"],
        "autoload -Uz compinit; compinit -u -D; source <(meridian completion zsh); unsetopt beep; setopt nopromptsp;"
        " words() { python3 words.py \"$@\" }; PS1='%s'"),
    "fish": (
        ["fish", "--no-config", "-i"],
        "meridian completion fish | source; set -g fish_autosuggestion_enabled 0; function words; python3 words.py $argv; end;"
        " function fish_prompt; printf '%s'; end"),
}


class Shell:
    def __init__(self, name, folder, environment):
        command, begin = BEGIN[name]
        self.name, self.folder = name, folder
        self.screen = pyte.Screen(100, 40)
        self.stream = pyte.ByteStream(self.screen)
        self.process = pexpect.spawn(
            command[0], command[1:], cwd=str(folder), env=environment, dimensions=(40, 100), timeout=20)
        self.process.delaybeforesend = None
        self.type(begin % PROMPT + "\r")
        self.wait(lambda: self.line() == PROMPT.strip(), "a prompt")

    def type(self, keys):
        self.process.send(keys)

    def read(self, seconds):
        """Takes in what the shell writes within so many seconds."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            try:
                self.stream.feed(self.process.read_nonblocking(65536, left))
            except pexpect.TIMEOUT:
                return
            except pexpect.EOF:
                raise AssertionError(f"{self.name} has ended: {self.text()}")

    def wait(self, condition, what, most=20):
        end = time.monotonic() + most
        while not condition():
            assert time.monotonic() < end, f"{self.name}: waited for {what}:\n{self.text()}"
            self.read(0.05)

    def settle(self):
        """Until nothing is written any more."""
        while True:
            before = self.text()
            self.read(0.3)
            if self.text() == before:
                return

    def text(self):
        return "\n".join(line.rstrip() for line in self.screen.display).rstrip()

    def line(self):
        """The last line with a prompt."""
        lines = [line.strip() for line in self.screen.display if PROMPT.strip() in line]
        return lines[-1] if lines else ""

    def clear(self):
        """An empty line on an empty screen; in its turn, and no interruption, which would end what Tab began and keep the line."""
        self.type("\x15\x0c")
        self.wait(lambda: self.text() == PROMPT.strip(), "an empty line")

    def complete(self, keys):
        """Types and presses Tab; the line is completed once what is typed behind it is there, and gone again."""
        self.clear()
        self.type(keys + "\t" + MARK)
        self.wait(lambda: self.line().endswith(MARK), "a completed line")
        self.type("\x7f")
        self.wait(lambda: not self.line().endswith(MARK), "the line itself")
        return self.text()

    def list(self, keys, expected):
        """Types and presses Tab twice; the answer is the screen that shows all that is expected."""
        self.clear()
        self.type(keys + "\t\t")

        self.wait(lambda: all(word in self.text().replace(keys, "") for word in expected), "a list")
        return self.text()

    def words(self):
        """The words of the line, as a program would get them."""
        made = self.folder / "words.json"
        made.unlink(missing_ok=True)
        self.type("\x01words \r")
        self.wait(lambda: made.exists() and made.read_text().endswith("\n"), "the words")
        return json.loads(made.read_text())
