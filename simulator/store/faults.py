"""What can go wrong with the store, as a person reads it."""

from __future__ import annotations

import errno
import sqlite3
from typing import TYPE_CHECKING

from simulator.errors.faults import UsageFault
from simulator.errors.text import clean

if TYPE_CHECKING:
    from pathlib import Path

_SENTENCES = {
    "SQLITE_FULL": "The disk is full, so nothing more can be saved in {path}; make room and try again.",
    "SQLITE_READONLY": "{path} cannot be written; give yourself the right to write it and its folder.",
    "SQLITE_CANTOPEN": "{path} cannot be opened; see that its folder is there and that you may write in it.",
    "SQLITE_BUSY": "Another program is writing in {path} and did not finish in time; try again.",
    "SQLITE_NOTADB": "{path} is damaged, or no store of this program; move it away, or name another.",
    "SQLITE_CORRUPT": "{path} is damaged; move it away, or put a copy of it back.",
    "SQLITE_IOERR": "The disk did not take what was to be saved in {path}; make room and try again.",
}
_ERRORS = {
    errno.ENOSPC: "SQLITE_FULL",
    errno.EDQUOT: "SQLITE_FULL",
    errno.EFBIG: "SQLITE_IOERR",
    errno.EIO: "SQLITE_IOERR",
    errno.EROFS: "SQLITE_READONLY",
    errno.EACCES: "SQLITE_READONLY",
    errno.EPERM: "SQLITE_READONLY",
}
"""What an error of the file system would be as one of SQLite's."""
_OTHER = "{path} could not be used ({reason})."


class StoreFault(UsageFault):
    """The store cannot do what was asked; nothing of it was done. The text is one sentence."""


def store_fault(path: Path, sentence: str, **words: str) -> StoreFault:
    """A StoreFault about the store at `path`; `sentence` names it as `{path}`."""
    return StoreFault(clean(sentence.format(path=path, **words)))


def sqlite_fault(path: Path, error: BaseException) -> StoreFault:
    """What SQLite's own `error` about the store at `path` means to a person."""
    name = (
        error.sqlite_errorname
        if isinstance(error, sqlite3.Error) and hasattr(error, "sqlite_errorname")
        else ""
    )
    if isinstance(error, OSError):
        name = _ERRORS.get(error.errno or 0, "")
    for known, sentence in _SENTENCES.items():
        if name.startswith(known):
            return store_fault(path, sentence)
    return store_fault(path, _OTHER, reason=str(error))
