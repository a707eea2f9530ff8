"""Reads an export that anybody may have written: whatever is wrong with it is a fault at its place in the file."""

from __future__ import annotations

import json
import math
from typing import IO, TYPE_CHECKING, Any, Final, NoReturn

from simulator.errors.faults import Fault, InputFault, Place
from simulator.packs.files import read_regular, too_long
from simulator.packs.json_positions import Lines, spots_of
from simulator.store.exports.shape import NotAsDue, check_shape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from simulator.packs.json_positions import Spot

MOST_BYTES: Final = 1 << 29
"""Some millions of answers."""
MOST_DEPTH: Final = 100
LONGEST_NUMBER: Final = 300
RIGHT: Final = "give a file that `simulator export --to FILE` wrote"
STDIN: Final = "<stdin>"


class Export:
    """A `record/1` that has the shape of one, and where its parts stand."""

    def __init__(self, name: str, text: str, record: dict[str, Any]) -> None:
        self.record = record
        self.name = name
        self._text = text

    def place(self, path: tuple[str | int, ...]) -> Place:
        """Where the value at `path` begins, or the nearest that holds it."""
        return _place(self.name, self._text, path)

    def too_deep(self) -> InputFault:
        """The fault of one that is nested deeper than it can be gone through."""
        return _explained(self._text, self.name)


def read_export(file: str) -> Export:
    """The export in the file of that name; raises InputFault."""
    return export_in(read_regular(file, MOST_BYTES), file)


def export_on(stream: IO[bytes]) -> Export:
    """The export on standard input; raises InputFault."""
    data = stream.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise too_long(STDIN, MOST_BYTES)
    return export_in(data, STDIN)


def export_in(data: bytes, name: str) -> Export:
    """The export in these bytes, which faults call `name`; raises InputFault."""
    text = _text_of(data, name)
    record = _read(text, name)
    try:
        whole = check_shape(record)
    except NotAsDue as fault:
        raise fault_at(_place(name, text, fault.path), fault.what) from None
    return Export(name, text, whole)


def fault_at(place: Place | None, what: str) -> InputFault:
    """A fault of an export."""
    return InputFault([Fault(place or Place(STDIN), what, RIGHT, code="export")])


def _text_of(data: bytes, name: str) -> str:
    """Text as JSON may be written; half a character stays one, for the program itself writes those so."""
    encoding = json.detect_encoding(data)
    try:
        return data.decode(encoding, "surrogatepass").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, "replace")
        where = Place(name, before.count("\n") + 1, len(before) - before.rfind("\n"))
        what = f"the byte {data[error.start]:#04x} is no {encoding.upper()}"
        raise fault_at(where, what) from None


class _Refused(ValueError):
    """The reader met what a slower look has to explain."""


def _read(text: str, name: str) -> object:
    try:
        found: object = _DECODER.decode(text)
    except json.JSONDecodeError as error:
        where = Place(name, error.lineno, error.colno)
        what = f"this is no JSON ({error.msg[:1].lower()}{error.msg[1:]})"
        raise fault_at(where, what) from None
    except (ValueError, RecursionError):
        raise _explained(text, name) from None
    return found


def _pairs(pairs: list[tuple[str, object]]) -> dict[str, object]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise _Refused
    return made


def _constant(_: str) -> NoReturn:
    raise _Refused


def _number(kind: Callable[[str], float]) -> Callable[[str], float]:
    def read(token: str) -> float:
        if len(token) > LONGEST_NUMBER or not math.isfinite(found := kind(token)):
            raise _Refused
        return found

    return read


_DECODER: Final = json.JSONDecoder(
    object_pairs_hook=_pairs, parse_constant=_constant, parse_int=_number(int), parse_float=_number(float)
)


def _explained(text: str, name: str) -> InputFault:
    """What the reader refused, the first of it."""
    lines = Lines(text)
    at, what = next(_refused(text), (0, "this is no JSON that could be read"))
    return fault_at(Place(name, *lines.at(at)), what)


def _refused(text: str) -> Iterator[tuple[int, str]]:
    seen: set[tuple[str | int, ...]] = set()
    for spot in spots_of(text):
        if len(spot.path) >= MOST_DEPTH:
            yield spot.at, f"this is nested deeper than {MOST_DEPTH} levels"
            return
        if spot.path in seen:
            yield spot.key_at, f"the key {_shown(str(spot.path[-1]) if spot.path else '')} is here twice"
        seen.add(spot.path)
        yield from _not_a_value(spot)


def _not_a_value(spot: Spot) -> Iterator[tuple[int, str]]:
    token = spot.token
    if token[0] in '"{[' or token in ("true", "false", "null"):
        return
    if token in ("NaN", "Infinity", "-Infinity"):
        yield spot.at, f"{token} is no number that JSON has"
    elif len(token) > LONGEST_NUMBER:
        yield spot.at, f"this number has {len(token):,} characters"
    elif not _is_finite(token):
        yield spot.at, f"{_shown(token)} is too large a number"


def _is_finite(token: str) -> bool:
    try:
        return math.isfinite(float(token))
    except ValueError:
        return False


def _shown(text: str) -> str:
    return repr(text if len(text) <= 40 else text[:40] + "…")


def _place(name: str, text: str, path: tuple[str | int, ...]) -> Place:
    """Where the value at `path` begins, or the nearest there is that holds it."""
    best, depth = 0, -1
    for spot in spots_of(text):
        if len(spot.path) > depth and path[: len(spot.path)] == spot.path:
            best, depth = spot.at, len(spot.path)
            if depth == len(path):
                break
    return Place(name, *Lines(text).at(best))
