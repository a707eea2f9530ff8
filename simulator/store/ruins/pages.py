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
_TRIES = 20
"""How often a file is read that is written meanwhile; a session writes some times in a minute."""
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


@dataclass(frozen=True, slots=True)
class Bytes:
    """A file and its log as they were at one moment."""

    whole: bytes
    log: bytes

    @property
    def sizes(self) -> list[int]:
        """The sizes that pages may have: the one that every store of ours has, and what the header says."""
        said = struct.unpack_from(">H", self.whole[:18].ljust(18, b"\0"), 16)[0]
        said = 65536 if said == 1 else said
        return [USUAL_SIZE, *([said] if said in _SIZES and said != USUAL_SIZE else [])]


def bytes_of(path: Path) -> Bytes | None:
    """The file at `path` with its log; None where another program did not stop writing to them.

    Raises OSError where the file cannot be read. What is moved out of the log into the file while both are read is in
    the log as well; so it is enough that the log stayed as it was, and where it is empty, the file.
    """
    for _ in range(_TRIES):
        log, before = _log_of(path), _stamp(path)
        whole = path.read_bytes()
        if _log_of(path) == log and (log or _stamp(path) == before):
            return Bytes(whole, log)
    return None


def _stamp(path: Path) -> tuple[int, ...]:
    stat = path.stat()
    return stat.st_ino, stat.st_size, stat.st_mtime_ns


def _log_of(path: Path) -> bytes:
    try:
        return path.with_name(path.name + "-wal").read_bytes()
    except OSError:
        return b""


def pages_of(read: Bytes, size: int) -> Pages:
    """The pages of a file and of its log, if there is one; a last one that is cut off is filled up."""
    whole = read.whole
    current = {at // size + 1: whole[at : at + size].ljust(size, b"\0") for at in range(0, len(whole), size)}
    earlier: list[tuple[int, bytes]] = []
    for number, page in _logged(read.log, size):
        if number in current:
            earlier.append((number, current[number]))
        current[number] = page
    return Pages(size, current, earlier)


def _logged(log: bytes, size: int) -> Iterator[tuple[int, bytes]]:
    """The pages in the log's last round, up to its last commit; whether each is whole is left to who reads it."""
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
