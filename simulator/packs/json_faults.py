"""What is wrong with a JSON text that the quick reading would not take, each fault with its place."""

from __future__ import annotations

import json
import math
import re
from typing import TYPE_CHECKING

from simulator.errors.faults import Fault, Place
from simulator.errors.text import first_acting
from simulator.model.schema_check import shown
from simulator.packs.json_positions import Lines, Spot, spots_of, text_of
from simulator.packs.scalars import LARGEST
from simulator.packs.source_text import MOST_FAULTS, acting_fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.model.document import Path

MOST_DEPTH = 32
MOST_VALUES = 20_000

# Numbers are only measured: int() itself refuses the longest.
_LOOSE = json.JSONDecoder(parse_int=len, parse_float=len)
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")
_VALUE = re.compile(rf"{_NUMBER.pattern}|true|false|null|NaN|-?Infinity")
_WORD = re.compile(r"[\w.+-]+")
_WORD_BEFORE = re.compile(r"[\w.+-]+\Z")
_LONGEST_WORD = 100
_SPOILT_BY_A_WORD = (("Expecting value", "Expecting ',' delimiter", "Extra data"), ("Expecting value",))
"""What is said where a word is no value: one that begins before the place, one that begins at it."""
_VALUES = "write a text in double quotes, a number such as 12 or 0.5, true, false or null"
_SAID = (
    ("Expecting property name", "a key is missing here", 'write a key in double quotes, as in {"key": 1}'),
    ("Expecting ':'", "a colon is missing here", 'write "key": value'),
    (
        "Expecting ','",
        "a comma or a closing bracket is missing here",
        "separate entries by commas, and close brackets",
    ),
    ("Illegal trailing comma", "no comma may stand before a closing bracket", "take the comma out"),
    ("Expecting value", "a value is missing here", _VALUES),
    ("Extra data", "the document has already ended", "keep one document in a file, or one in a line"),
    ("Unterminated string", "text in quotes is never closed", 'close it with "'),
    ("Invalid control character", "a text goes over the end of its line or holds a tab", "write \\n or \\t"),
    ("Invalid \\uXXXX", "this escape lacks digits", "write \\u and four of 0-9 and a-f"),
    ("Invalid \\escape", "this escape is unknown", "write \\\\ for a backslash"),
)


def faults_of(text: str, name: str) -> list[Fault]:
    """Every fault that could be known, in the order of the text; none where the text is good."""
    lines = Lines(text)
    faults: list[Fault] = []
    seen: dict[Path, int] = {}
    broken_at = _broken(text, faults, name, lines)
    for count, spot in enumerate(spots_of(text)):
        if len(faults) >= MOST_FAULTS or (broken_at is not None and spot.at >= broken_at):
            break
        if count == MOST_VALUES:
            what = f"this document holds more than {MOST_VALUES} values"
            place = Place(name, *lines.at(spot.at))
            faults.append(Fault(place, what, "spread them over several documents", "too-many"))
            break
        faults.extend(_faults_at(spot, seen, name, lines))
        if len(spot.path) >= MOST_DEPTH and spot.token in "{[":
            break
    return faults


def _broken(text: str, faults: list[Fault], name: str, lines: Lines) -> int | None:
    """The index where the text stops being JSON, its fault written down."""
    try:
        _LOOSE.decode(text)
    except json.JSONDecodeError as error:
        at, what, remedy = _said(text, error)
        faults.append(Fault(Place(name, *lines.at(at)), what, remedy, "broken-json"))
        return at
    except RecursionError:
        return None
    return None


def _said(text: str, error: json.JSONDecodeError) -> tuple[int, str, str]:
    """Where the text is broken, what is wrong there, and what would be right."""
    before = _WORD_BEFORE.search(text, max(0, error.pos - _LONGEST_WORD), error.pos)
    at = before.start() if before else error.pos
    word = _WORD.match(text, at)
    if word and error.msg in _SPOILT_BY_A_WORD[before is None] and not _VALUE.fullmatch(word[0]):
        return at, f"`{shown(word[0])}` is no JSON value", _VALUES
    for begins, what, remedy in _SAID:
        if error.msg.startswith(begins):
            return error.pos, what, remedy
    return error.pos, "this is no JSON", "correct it"


def _faults_at(spot: Spot, seen: dict[Path, int], name: str, lines: Lines) -> Iterator[Fault]:
    place = Place(name, *lines.at(spot.at))
    if spot.key_at != spot.at:
        key_place = Place(name, *lines.at(spot.key_at))
        key = str(spot.path[-1])
        if (first := seen.get(spot.path)) is not None:
            what = f"the key `{shown(key)}` stands here twice, first in line {lines.at(first)[0]}"
            yield Fault(key_place, what, "keep one of the two", "duplicate-key")
        if (at := first_acting(key)) is not None:
            yield acting_fault(key, at, key_place)
        seen[spot.path] = spot.key_at
    if spot.token[0] == '"':
        decoded = text_of(spot.token)
        if (at := first_acting(decoded)) is not None:
            yield acting_fault(decoded, at, place)
    elif spot.token in "{[":
        if len(spot.path) >= MOST_DEPTH:
            yield Fault(place, f"this is more than {MOST_DEPTH} levels deep", "nest less", "too-deep")
    else:
        yield from _number_fault(spot.token, place)


def _number_fault(token: str, place: Place) -> Iterator[Fault]:
    number = _NUMBER.fullmatch(token)
    if number is None:
        if token in ("NaN", "Infinity", "-Infinity"):
            yield Fault(place, f"{token} is no number", "write a number, or null", "not-a-number")
    elif not is_fair(float(token) if number[1] or number[2] else _whole(token)):
        yield Fault(place, f"the number {shown(token)} is too large", f"keep it below {LARGEST}", "too-large")


def is_fair(number: float) -> bool:
    """Whether a number is one that every JSON program keeps."""
    return -LARGEST <= number <= LARGEST if type(number) is int else math.isfinite(number)


def _whole(token: str) -> int:
    return int(token) if len(token) < 40 else 10**40
