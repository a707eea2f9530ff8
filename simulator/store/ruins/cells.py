"""The rows in a page of an SQLite table, read as far as they are whole.

https://sqlite.org/fileformat2.html: sections 1.6 (B-tree pages), 1.6.1 (overflow), 2.1 (records).
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Value: TypeAlias = "int | str | None"
Row: TypeAlias = "tuple[Value, ...]"

_INDEX_PAGES = (2, 10)
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_MOST_COLUMNS = 12
_HEADER_OF_FILE = 100


class Torn(Exception):
    """What lies there is no whole row."""


def rows_in(number: int, page: bytes, pages: Mapping[int, bytes]) -> Iterator[Row]:
    """The rows of a page of a table; `pages` are where the rest of a long row lies. Nothing is raised."""
    start = _HEADER_OF_FILE if number == 1 else 0
    if page[start] in _INDEX_PAGES or not any(page[start : start + 8]):
        return
    count = min(struct.unpack_from(">H", page, start + 3)[0], (len(page) - start - 8) // 2)
    for pointer in dict.fromkeys(struct.unpack_from(f">{count}H", page, start + 8)):
        try:
            yield _row(page, pointer, pages)
        except (Torn, IndexError, struct.error, UnicodeDecodeError):
            continue


def _row(page: bytes, at: int, pages: Mapping[int, bytes]) -> Row:
    length, at = _varint(page, at)
    _, at = _varint(page, at)
    usable = len(page)
    local = _local(length, usable)
    payload = page[at : at + local]
    if len(payload) != local:
        raise Torn
    if local < length:
        payload += _rest(struct.unpack_from(">I", page, at + local)[0], length - local, pages)
    return _record(payload)


def _local(length: int, usable: int) -> int:
    """How much of a payload lies in the page itself."""
    most = usable - 35
    if length <= most:
        return length
    least = (usable - 12) * 32 // 255 - 23
    kept = least + (length - least) % (usable - 4)
    return kept if kept <= most else least


def _rest(number: int, wanted: int, pages: Mapping[int, bytes]) -> bytes:
    found: list[bytes] = []
    seen: set[int] = set()
    while wanted > 0:
        page = pages.get(number)
        if page is None or number in seen:
            raise Torn
        seen.add(number)
        found.append(page[4 : 4 + wanted])
        wanted -= len(found[-1])
        number = struct.unpack_from(">I", page)[0]
    return b"".join(found)


def _record(payload: bytes) -> Row:
    end, at = _varint(payload, 0)
    kinds = []
    while at < end:
        kind, at = _varint(payload, at)
        kinds.append(kind)
        if len(kinds) > _MOST_COLUMNS:
            raise Torn
    if at != end:
        raise Torn
    values = []
    for kind in kinds:
        value, at = _value(payload, at, kind)
        values.append(value)
    if at != len(payload):
        raise Torn
    return tuple(values)


def _value(payload: bytes, at: int, kind: int) -> tuple[Value, int]:
    if kind == 0:
        return None, at
    if kind in (8, 9):
        return kind - 8, at
    if kind in _INTEGERS:
        size = _INTEGERS[kind]
        return int.from_bytes(payload[at : at + size], "big", signed=True), at + size
    if kind >= 13 and kind % 2:
        size = (kind - 13) // 2
        return payload[at : at + size].decode(), at + size
    raise Torn  # no table of ours holds such


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """A number and where what follows it begins."""
    value = 0
    for step in range(8):
        byte = data[at + step]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + step + 1
    return value << 8 | data[at + 8], at + 9
