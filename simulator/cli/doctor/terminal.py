"""Whether the terminal can show what the program shows."""

from __future__ import annotations

import locale
import os
import shutil
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.cli.doctor.checks import Check

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

COLUMNS, ROWS = 80, 24
"""What the terminal UI needs."""
_PLAIN = "`simulator play --plain` works without a terminal."


@dataclass(frozen=True, slots=True)
class Terminal:
    """What a terminal says of itself; `size` is columns and rows, `encoding` that of the person's locale."""

    is_one: bool
    size: tuple[int, int]
    encoding: str
    environment: Mapping[str, str]


def this_terminal() -> Terminal:
    """The one that the program was started in; standard output may lead elsewhere."""
    is_one = any(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))
    columns, rows = _size()
    return Terminal(is_one, (columns, rows), locale.getencoding(), os.environ)


def terminal_checks(terminal: Terminal) -> Iterator[Check]:
    """All of them; without a terminal only that there is none."""
    if not terminal.is_one:
        yield Check("terminal", "terminal", "note", "there is none here, so its checks are left out.", _PLAIN)
        yield _encoding(terminal.encoding)
        return
    yield _kind(terminal.environment.get("TERM", ""))
    yield _space(*terminal.size)
    yield _colours(terminal.environment)
    yield _encoding(terminal.encoding)


def _kind(term: str) -> Check:
    facts = {"term": term}
    if os.name != "nt" and term in ("", "dumb", "unknown"):
        said = f"TERM is {term or 'not set'}, so nothing can be placed on the screen."
        return Check("terminal", "kind", "fails", said, f"Set TERM, such as xterm-256color; {_PLAIN}", facts)
    return Check("terminal", "kind", "works", f"TERM is {term or 'not set'}.", facts=facts)


def _space(columns: int, rows: int) -> Check:
    facts = {"columns": columns, "rows": rows}
    said = f"{columns} columns and {rows} rows."
    if columns >= COLUMNS and rows >= ROWS:
        return Check("terminal", "size", "works", said, facts=facts)
    remedy = f"Make the window larger, or its letters smaller: {COLUMNS} columns and {ROWS} rows are needed."
    return Check("terminal", "size", "fails", said, remedy, facts)


def _colours(environment: Mapping[str, str]) -> Check:
    if environment.get("NO_COLOR"):
        return Check("terminal", "colours", "note", "none, as NO_COLOR asks; signs and words tell the same.")
    many = environment.get("COLORTERM", "").lower() in ("truecolor", "24bit")
    some = "256" in environment.get("TERM", "") or os.name == "nt"
    said = "all" if many else "256" if some else "16 at most; signs and words tell the same"
    return Check(
        "terminal",
        "colours",
        "works",
        f"{said}.",
        facts={"colours": 1 << 24 if many else 256 if some else 16},
    )


def _encoding(encoding: str) -> Check:
    facts = {"encoding": encoding}
    if encoding.replace("-", "").replace("_", "").lower() in ("utf8", "cp65001"):
        return Check("terminal", "encoding", "works", f"{encoding}.", facts=facts)
    remedy = "Set a locale of UTF-8, such as LC_ALL=C.UTF-8, so that every letter is shown."
    return Check(
        "terminal", "encoding", "fails", f"{encoding}, in which some letters are missing.", remedy, facts
    )


def _size() -> tuple[int, int]:
    for stream in (sys.stdout, sys.stderr, sys.stdin):
        try:
            size = os.get_terminal_size(stream.fileno())
        except (OSError, ValueError, AttributeError):
            continue
        return size.columns, size.lines
    size = shutil.get_terminal_size()
    return size.columns, size.lines
