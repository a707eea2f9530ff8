"""Keeping what a report is made of under a name of its own, numbered where that is taken by something else."""

from __future__ import annotations

import re
from contextlib import suppress
from itertools import count
from typing import TYPE_CHECKING

from simulator.report.faults import TakenFault
from simulator.report.new import save_new

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

LONGEST = 40
"""Characters of one part of a name."""


def name_of(*parts: str) -> str:
    """The parts with dashes between them, of letters, digits and dashes that every system takes in a name."""
    plain = (re.sub(r"[^0-9A-Za-z]+", "-", part).strip("-") for part in parts)
    return "-".join(filter(None, (part[:LONGEST].strip("-") for part in plain)))


def keep_in(folder: Path, name: str, content: bytes | Mapping[str, bytes], suffix: str = "") -> Path:
    """Save a file, or a folder of files by their names, in `folder`; returns where it lies.

    It is called `name` and `suffix`, with a number between them where something else has that name; where this very
    content is there already, it is left as it is. Raises ReportFault with a sentence, and changes nothing then.
    """
    names = (name if number == 1 else f"{name}-{number}" for number in count(1))
    return next(filter(None, (_tried(content, folder / f"{each}{suffix}") for each in names)))


def _tried(content: bytes | Mapping[str, bytes], path: Path) -> Path | None:
    """Where it lies by now; None where something else is at `path`, which stays as it is."""
    try:
        return save_new(content, path)
    except TakenFault as taken:
        return taken.path if _holds(taken.path, content) else None


def _holds(path: Path, content: bytes | Mapping[str, bytes]) -> bool:
    """Whether this very content is there."""
    with suppress(OSError):  # what cannot be read is another's
        if isinstance(content, bytes):
            return path.read_bytes() == content
        return all((path / name).read_bytes() == each for name, each in content.items())
    return False
