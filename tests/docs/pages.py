"""Pages of docs/ that are run: their files are written, their commands run, and what they show must come out."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

from tests.hostile.running import ROOT

if TYPE_CHECKING:
    from pathlib import Path

_BLOCK = re.compile(r"(?:^`([\w./-]+)`[^\n]*:\n\n)?^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Block(NamedTuple):
    """A fenced block: the file that it is, if it is one, its language and its text."""

    file: str
    language: str
    text: str


class Ran(NamedTuple):
    """A block of commands that was run: what it said, how it ended, and what the page shows of it."""

    commands: str
    code: int
    said: str
    shown: str

    @property
    def missing(self) -> list[str]:
        """Lines that are shown and were not said; `…` stands for anything."""
        patterns = (
            re.compile("^" + ".*".join(map(re.escape, line.split("…"))) + "$", re.MULTILINE)
            for line in self.shown.splitlines()
        )
        return [pattern.pattern for pattern in patterns if not pattern.search(self.said)]


def page(name: str) -> str:
    """A page of docs/."""
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def blocks_of(text: str) -> list[Block]:
    """The fenced blocks of a page, in order."""
    return [Block(*found.groups(default="")) for found in _BLOCK.finditer(text)]


def outside(text: str) -> str:
    """A page without its fenced blocks."""
    return _BLOCK.sub("", text)


def followed(text: str, folder: Path) -> list[Ran]:
    """The page followed from top to bottom in an empty folder."""
    blocks = blocks_of(text)
    ran: list[Ran] = []
    for number, block in enumerate(blocks):
        if block.file:
            path = folder / block.file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.text, encoding="utf-8")
        elif block.language == "sh":
            following = blocks[number + 1] if number + 1 < len(blocks) else Block("", "", "")
            shown = following.text if (following.file, following.language) == ("", "text") else ""
            done = _run(block.text, folder)
            ran.append(Ran(block.text, done.returncode, done.stdout, shown))
    return ran


def _run(commands: str, folder: Path) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join((str(folder_of_program()), os.environ["PATH"]))
    return subprocess.run(
        ["sh", "-ec", commands],
        cwd=folder,
        env={**os.environ, "PATH": path},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


def folder_of_program() -> str:
    """Where the command `simulator` of these tests is."""
    return os.path.dirname(sys.executable)  # noqa: PTH120
