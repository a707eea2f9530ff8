"""The pages of an SQLite file and of the log beside it, read as bytes, however damaged both are.

https://sqlite.org/fileformat2.html: sections 1.2 (pages), 4.1 and 4.3 (the log).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

USUAL_SIZE = 4096
_MAGIC = b"SQLite format 3\0"
_LOG_MAGIC = (0x377F0682, 0x377F0683)
_LOG_HEADER, _FRAME_HEADER = 32, 24
_SIZES = frozenset(2**power for power in range(9, 17))


@dataclass(frozen=True, slots=True)
class Pages:
    """`current` are the pages as they were last committed, by number from 1; `earlier`, those that they replaced."""

    size: int
    current: dict[int, bytes]
    earlier: list[tuple[int, bytes]]

    def each(self) -> Iterator[tuple[int, bytes, bool]]:
        """Every page with its number, and whether it is current; those that are come last."""
        yield from ((number, page, False) for number, page in self.earlier)
        yield from ((number, page, True) for number, page in self.current.items())


def sizes_of(path: Path) -> list[int]:
    """The sizes that pages may have: the one that every store of ours has, and what the header says."""
    with path.open("rb") as file:
        header = file.read(18).ljust(18, b"\0")
    said = struct.unpack_from(">H", header, 16)[0]
    said = 65536 if said == 1 else said
    return [USUAL_SIZE, *([said] if said in _SIZES and said != USUAL_SIZE else [])]


def pages_of(path: Path, size: int) -> Pages:
    """The pages of the file at `path` and of its log, if there is one; a last one that is cut off is filled up.

    Raises OSError where the file cannot be read.
    """
    whole = path.read_bytes()
    current = {at // size + 1: whole[at : at + size].ljust(size, b"\0") for at in range(0, len(whole), size)}
    earlier: list[tuple[int, bytes]] = []
    for number, page in _logged(path.with_name(path.name + "-wal"), size):
        if number in current:
            earlier.append((number, current[number]))
        current[number] = page
    return Pages(size, current, earlier)


def _logged(path: Path, size: int) -> Iterator[tuple[int, bytes]]:
    """The pages in the log's last round, up to its last commit; whether each is whole is left to who reads it."""
    try:
        log = path.read_bytes()
    except OSError:
        return
    step = _FRAME_HEADER + size
    frames = [
        (*struct.unpack_from(">II8s", log, at), log[at + _FRAME_HEADER : at + step])
        for at in range(_LOG_HEADER, len(log) - step + 1, step)
    ]
    salts = _salts(log, [frame[2] for frame in frames])
    round_ = [frame for frame in frames if frame[2] == salts]
    last = max((at for at, frame in enumerate(round_, 1) if frame[1]), default=0)
    yield from ((number, page) for number, _, _, page in round_[:last])


def _salts(log: bytes, found: list[bytes]) -> bytes:
    """What the frames of the last round are marked with: as the log's head says, else as the first frame is."""
    if len(log) >= _LOG_HEADER and struct.unpack_from(">I", log)[0] in _LOG_MAGIC and log[16:24] in found:
        return log[16:24]
    return found[0] if found else b""
