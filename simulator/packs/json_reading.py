"""JSON read strictly: no key twice, no NaN, nothing too deep or too large, no control character."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import IO, TYPE_CHECKING, NoReturn

from simulator.errors.faults import InputFault
from simulator.errors.text import first_acting
from simulator.model.document import Document
from simulator.packs.files import file_fault, too_long
from simulator.packs.json_faults import MOST_DEPTH, MOST_VALUES, faults_of, is_fair
from simulator.packs.json_positions import JsonPositions
from simulator.packs.source_text import checked_text

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_BYTES = 1 << 20


def read_json(source: str | bytes, name: str, *, first_line: int = 1) -> Document:
    """The document in `source`; `first_line` is the number that its first line has in faults.

    Plain data as `json` makes it. Raises InputFault with every fault that could be known.
    """
    try:
        text = checked_text(source, name, MOST_BYTES)
        data = _read(text, name)
    except InputFault as error:
        raise _moved(error, first_line - 1) from None
    return Document(name, data, lambda: JsonPositions(text, first_line))


def read_json_lines(stream: IO[bytes], name: str) -> Iterator[Document]:
    """The documents of a stream, one a line; empty lines are passed over.

    Raises InputFault at a line's fault. `next` then goes on with the line after it, save after a line that is
    too long, with which the stream ends.
    """
    return _JsonLines(stream, name)


class _JsonLines:
    def __init__(self, stream: IO[bytes], name: str) -> None:
        self._stream = stream
        self._name = name
        self._line = 0
        self._ended = False

    def __iter__(self) -> Iterator[Document]:
        return self

    def __next__(self) -> Document:
        while not self._ended and (line := self._stream.readline(MOST_BYTES + 1)):
            self._line += 1
            if len(line) > MOST_BYTES:
                self._ended = True
                raise _moved(too_long(self._name, MOST_BYTES), self._line - 1)
            if line.strip():
                return read_json(line.rstrip(b"\r\n"), self._name, first_line=self._line)
        raise StopIteration


class _RefusedError(ValueError):
    """The quick reading met something that a slower look must explain."""


def _read(text: str, name: str) -> object:
    try:
        data: object = _DECODER.decode(text)
        _refuse_extremes(data, escapes="\\" in text)
    except (ValueError, RecursionError):
        faults = faults_of(text, name)
        raise (
            InputFault(faults) if faults else file_fault(name, "this is no JSON", "correct it", "broken-json")
        ) from None
    return data


def _moved(error: InputFault, lines: int) -> InputFault:
    """The same faults some lines further down."""
    return InputFault(
        replace(fault, place=replace(fault.place, line=fault.place.line + lines)) for fault in error.faults
    )


def _pairs(pairs: list[tuple[str, object]]) -> dict[str, object]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise _RefusedError
    return made


def _constant(_: str) -> NoReturn:
    raise _RefusedError


_DECODER = json.JSONDecoder(object_pairs_hook=_pairs, parse_constant=_constant)


def _refuse_extremes(data: object, *, escapes: bool) -> None:
    """Raises _RefusedError at a depth, count, number or escaped character that is too much; level by level."""
    level = [data]
    depth = count = 0
    while level:
        count += len(level)
        if count > MOST_VALUES:
            raise _RefusedError
        below: list[object] = []
        for value in level:
            if isinstance(value, str):
                if escapes and first_acting(value) is not None:
                    raise _RefusedError
            elif isinstance(value, (dict, list)):
                if depth >= MOST_DEPTH:
                    raise _RefusedError
                below.extend(value.values() if isinstance(value, dict) else value)
                if (
                    escapes
                    and isinstance(value, dict)
                    and any(first_acting(key) is not None for key in value)
                ):
                    raise _RefusedError
            elif value is not None and not is_fair(value):  # type: ignore[arg-type]
                raise _RefusedError
        depth += 1
        level = below
