"""Who holds what is kept in a store: a lock of the operating system, which ends with its program however that ends.

A program may hold one thing of a store at a time: on some systems what is let go of first takes the other along.
"""

from __future__ import annotations

import hashlib
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ENDING = "-held"
"""What the name of the file of the locks has after that of the store's; it is always empty."""
_PLACES = 2**30
"""Bytes that can be locked, most of them far beyond the end of the file; each name has one."""


@contextmanager
def holding(path: Path, name: str) -> Iterator[bool]:
    """Hold `name` in the store at `path` for the block; whether no other program held it. Raises OSError."""
    path = path.resolve()  # whatever link leads to it, it is one store
    file = os.open(path.with_name(path.name + ENDING), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        yield _lock(file, _place_of(name))
    finally:
        os.close(file)


def _place_of(name: str) -> int:
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:8], "big") % _PLACES


def _lock(file: int, place: int) -> bool:
    """Lock a byte; whether it could be."""
    if sys.platform == "win32":
        import msvcrt

        os.lseek(file, place, os.SEEK_SET)
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, place)
    except (BlockingIOError, PermissionError):
        return False
    return True
