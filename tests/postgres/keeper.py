"""Keeps a PostgreSQL server as long as the program that asked for it lives, however that ends; then removes its data.

Run with the folder of the server and its command line. Reads `start PORT` and `stop MODE` line by line, and answers
each with `done`, or with why not. At the end of its input it stops the server and removes the folder.
"""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.postgres.binaries import somebody

READY = "database system is ready to accept connections"
MODES = {"fast": signal.SIGINT, "immediate": signal.SIGQUIT}


def keep(folder: Path, command: list[str]) -> None:
    """Do what is asked until nobody is left to ask."""
    server: subprocess.Popen[str] | None = None
    try:
        for line in sys.stdin:
            asked, _, how = line.strip().partition(" ")
            answer = "done"
            if asked == "start":
                server, answer = _start(folder, [*command, "-p", how])
            elif server is not None:
                _stop(server, how)
            print(answer, flush=True)
    finally:
        if server is not None:
            _stop(server, "immediate")
        shutil.rmtree(folder, ignore_errors=True)


def _start(folder: Path, command: list[str]) -> tuple[subprocess.Popen[str], str]:
    server = subprocess.Popen(
        command, **somebody(), cwd=folder, stderr=subprocess.PIPE, text=True, env={"LC_ALL": "C"}
    )
    said: IO[str] | None = server.stderr
    assert said is not None
    told = ""
    for line in said:
        told = line.strip()
        if READY in line:
            threading.Thread(target=said.read, daemon=True).start()
            return server, "done"
    server.wait()
    return server, told or "it ended"


def _stop(server: subprocess.Popen[str], mode: str) -> None:
    server.send_signal(MODES[mode])
    server.wait()


if __name__ == "__main__":
    for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(each, signal.SIG_IGN)
    keep(Path(sys.argv[1]), sys.argv[2:])
