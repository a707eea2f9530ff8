"""What can go wrong with the store, as a person reads it."""

from __future__ import annotations

import errno
import sqlite3
from typing import TYPE_CHECKING

from simulator.errors.faults import UsageFault
from simulator.errors.text import clean

if TYPE_CHECKING:
    from pathlib import Path

NOT_READ = (
    "{path} could not be read: the disk failed, or the file is damaged. Try again; if it is said once more, "
    "`simulator doctor` says what to do."
)
"""Of both, for SQLite says of a disk that fails in reading that the file is malformed."""
_SENTENCES = {
    "SQLITE_FULL": "The disk is full, so nothing more can be saved in {path}; make room and try again.",
    "SQLITE_READONLY": "{path} cannot be written; give yourself the right to write it and its folder.",
    "SQLITE_CANTOPEN": "{path} cannot be opened; see that its folder is there and that you may write in it.",
    "SQLITE_BUSY": "Another program is writing in {path} and did not finish in time; try again.",
    "SQLITE_NOTADB": "{path} is damaged, or no store of this program; move it away, or name another.",
    "SQLITE_CORRUPT": NOT_READ,
    "SQLITE_IOERR_READ": NOT_READ,
    "SQLITE_IOERR_SHORT_READ": NOT_READ,
    "SQLITE_IOERR_CORRUPTFS": NOT_READ,
    "SQLITE_IOERR": "The disk did not take what was to be saved in {path}; make room and try again.",
}
_PASSING = (
    "SQLITE_FULL", "SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_BUSY", "SQLITE_CORRUPT", "SQLITE_IOERR",
)  # fmt: skip
"""What may be over in a while: room is made, a right is given, a disk answers again."""
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
    """The store cannot do what was asked. The text is one sentence.

    `passes` says that it may be over in a while, so that the very same is worth trying again. Where the answer to a
    COMMIT was lost it was done already: it is to be tried so that twice is as once.
    """

    def __init__(self, sentence: str, *, passes: bool = False) -> None:
        super().__init__(sentence)
        self.passes = passes


def store_fault(path: Path, sentence: str, *, passes: bool = False, **words: str) -> StoreFault:
    """A StoreFault about the store at `path`; `sentence` names it as `{path}`."""
    return StoreFault(clean(sentence.format(path=path, **words)), passes=passes)


def sqlite_fault(path: Path, error: BaseException) -> StoreFault:
    """What SQLite's own `error` about the store at `path`, or SQLAlchemy's around it, means to a person."""
    error = getattr(error, "orig", None) or error
    name = (
        error.sqlite_errorname
        if isinstance(error, sqlite3.Error) and hasattr(error, "sqlite_errorname")
        else ""
    )
    if isinstance(error, OSError):
        name = _ERRORS.get(error.errno or 0, "")
    for known, sentence in _SENTENCES.items():
        if name.startswith(known):
            return store_fault(path, sentence, passes=name.startswith(_PASSING))
    return store_fault(path, _OTHER, reason=str(error))
