"""Servers side by side on this machine: started, asked, and measured."""

import os
import pathlib
import random
import re
import socket
import subprocess
import sys
import time
import urllib.request

TURNS, SECONDS = int(os.environ.get("TURNS", 5)), int(os.environ.get("SECONDS_A_TURN", 3))
running = []


def free_port():
    """One below those that machines give to whoever asks for any (32768 and up, ip(7)): it stays free while its server is away."""
    while True:
        port = random.randrange(20000, 32000)
        with socket.socket() as it:
            try:
                it.bind(("127.0.0.1", port))
                return port
            except OSError:
                continue


def start(*words, port=None, **more):
    process = subprocess.Popen([str(word) for word in words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **more)
    running.append(process)
    while port:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return process
        except OSError:
            if process.poll() is not None:
                sys.exit(f"{words[0]} did not start")
            time.sleep(0.1)


def get(url, **headers):
    with urllib.request.urlopen(urllib.request.Request(url, headers=headers)) as answer:
        return answer.read(), answer.headers


def processor(process):
    """Seconds of processor time so far; a clock tick is 10 ms (proc(5))."""
    fields = pathlib.Path(f"/proc/{process.pid}/stat").read_text().rsplit(") ", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def wrk(url, headers, process):
    """Requests a second, the 99th percentile in milliseconds, and microseconds of processor time a request."""
    before = processor(process) if process else 0
    options = [option for name, value in headers.items() for option in ("-H", f"{name}: {value}")]
    text = subprocess.run(
        ["wrk", "-t1", "-c32", f"-d{SECONDS}s", "--latency", *options, url], capture_output=True, text=True).stdout
    number, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", text).groups()
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1])
    effort = (processor(process) - before) / int(re.search(r"(\d+) requests in", text)[1]) if process else 0
    return rate, float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit], effort * 1e6
