"""Files read with care: regular ones only, never longer than a limit, never one that could make us wait."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from simulator.errors.faults import Fault, InputFault, Place

_CAREFULLY = (
    os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
)
_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def read_regular(path: Path | str, limit: int) -> bytes:
    """All bytes of the regular file at `path`, links followed.

    Raises InputFault where there is none, where it is of another kind, cannot be read or is longer than
    `limit` bytes.
    """
    name = str(path)
    try:
        _refuse_unusual(Path(path).stat(), name, limit)
        with os.fdopen(os.open(path, _CAREFULLY), "rb") as file:
            _refuse_unusual(os.fstat(file.fileno()), name, limit)
            data = file.read(limit + 1)
    except (OSError, ValueError) as error:
        raise file_fault(
            name, _reason(error), "give the name of a file that can be read", "unreadable"
        ) from None
    if len(data) > limit:
        raise too_long(name, limit)
    return data


def file_fault(name: str, what: str, remedy: str, code: str) -> InputFault:
    """A fault of a whole file."""
    return InputFault([Fault(Place(name), what, remedy, code)])


def too_long(name: str, limit: int) -> InputFault:
    """The fault of a file or line of more than `limit` bytes."""
    size = f"{limit // 1024} KiB" if limit < 1 << 20 else f"{limit >> 20} MiB"
    return file_fault(name, f"this holds more than {size}", f"keep it to {size} at most", "too-long")


def _refuse_unusual(status: os.stat_result, name: str, limit: int) -> None:
    if not stat.S_ISREG(status.st_mode):
        kind = next((said for is_kind, said in _KINDS if is_kind(status.st_mode)), "something else")
        raise file_fault(name, f"this is {kind}, not a file", "give the name of a regular file", "not-a-file")
    if status.st_size > limit:
        raise too_long(name, limit)


def _reason(error: OSError | ValueError) -> str:
    match error:
        case FileNotFoundError():
            return "there is no such file"
        case PermissionError():
            return "the file may not be read by this user"
        case NotADirectoryError():
            return "a part of this path is a file, not a folder"
        case OSError(strerror=str(why)):
            return f"the file cannot be read ({why.lower()})"
        case _:
            return "this is no possible file name"
