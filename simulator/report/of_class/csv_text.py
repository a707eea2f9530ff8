"""Tables as CSV (RFC 4180), in which no cell is anything but text or a number to a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING
from unicodedata import normalize

from simulator.errors.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import TypeAlias

    Cell: TypeAlias = str | int | float | None
    """None is an empty cell."""

ENCODING = "utf-8-sig"
"""With a byte order mark: without it Excel takes UTF-8 for the code page of the machine; LibreOffice reads both."""

_STARTS = frozenset("=+-@\t\r\n\N{MINUS SIGN}")
"""What a formula can begin with; forms of other widths are these as well."""
_CELL = re.compile(r"(?:\A|(?<=;))(\s*)(\S)?")
"""The beginning of a cell, also for a program that takes a semicolon to part them."""


def csv_bytes(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """A table with its head; every line ends with CR LF, and no cell holds the end of one."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue().encode(ENCODING)


def inert(text: str) -> str:
    """`text` with an apostrophe before whatever a spreadsheet would take for the beginning of a formula."""
    return _CELL.sub(_stopped, text)


def _cell(value: Cell) -> str | int | float:
    if isinstance(value, str):
        return inert(clean(" ".join(value.split())))
    return "" if value is None else value


def _stopped(found: re.Match[str]) -> str:
    space, first = found[1], found[2] or ""
    acts = any(letter in _STARTS for letter in (*space, *normalize("NFKC", first)))
    return f"'{found[0]}" if acts else found[0]
