"""The characters of an input: strict UTF-8 without a character that could act or hide."""

from __future__ import annotations

import re
from itertools import islice

from simulator.errors.faults import Fault, InputFault, Place
from simulator.errors.text import first_acting
from simulator.packs.files import file_fault, too_long

MOST_FAULTS = 100
"""Further faults of one input are left out: nobody mends more at a time."""

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_NOTHING = re.compile(r"\A\s*\Z")


def checked_text(source: str | bytes, name: str, limit: int) -> str:
    """`source` as text with line feeds for line ends and no byte order mark.

    Raises InputFault where it is longer than `limit` bytes, empty, not UTF-8, or holds a control character.
    """
    text = source if isinstance(source, str) else _decoded(source, name, limit)
    if len(text) > limit:
        raise too_long(name, limit)
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    if not (text.isascii() and text.replace("\n", "").isprintable()):
        _refuse_acting(text, name)
    if _NOTHING.match(text):
        raise file_fault(name, "this is empty", "write the document", "empty")
    return text


def acting_fault(text: str, at: int, place: Place) -> Fault:
    """The fault of the acting character at index `at` of `text`."""
    point = ord(text[at])
    if 0xD800 <= point <= 0xDFFF:
        return Fault(
            place, f"\\u{point:04x} is half a character", "write both halves, or none", "half-character"
        )
    what = f"the character U+{point:04X} is invisible or controls a terminal"
    return Fault(place, what, "take it out", "acting-character")


def line_and_column(text: str, index: int) -> tuple[int, int]:
    """Where `index` stands in `text`, both counted from 1."""
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def _decoded(source: bytes, name: str, limit: int) -> str:
    if len(source) > limit:
        raise too_long(name, limit)
    try:
        return source.decode("utf-8")
    except UnicodeDecodeError as error:
        before = source[: error.start].decode("utf-8")
        byte = source[error.start]
        what = "this is UTF-16 or UTF-32" if source[:2] in _UTF_16 else f"the byte {byte:#04x} is not UTF-8"
        place = Place(name, *line_and_column(before, len(before)))
        raise InputFault([Fault(place, what, "save the file as UTF-8", "not-utf-8")]) from None


def _refuse_acting(text: str, name: str) -> None:
    """Raises one fault for the first such character of each line."""
    if first_acting(text) is None:
        return
    lines = enumerate(text.split("\n"), start=1)
    found = ((number, line, at) for number, line in lines if (at := first_acting(line)) is not None)
    raise InputFault(
        acting_fault(line, at, Place(name, number, at + 1)) for number, line, at in islice(found, MOST_FAULTS)
    )
