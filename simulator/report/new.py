"""Putting something new on the disk: whole or not at all, and never over another."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from secrets import token_hex
from shutil import rmtree
from typing import TYPE_CHECKING

from simulator.errors.text import clean
from simulator.report.faults import ReportFault, TakenFault

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_FOLDER_OF_THE_OWNER = 0o700
_FILE_OF_THE_OWNER = 0o600
_SENTENCES = {
    errno.EEXIST: "{path} is there already, and is left as it is; choose another name.",
    errno.EISDIR: "{path} is a folder; name a new file in it.",
    errno.ENOENT: "There is no folder {folder}; choose one that is there.",
    errno.ENOTDIR: "{folder} is no folder; choose one that is there.",
    errno.EACCES: "You may not write in {folder}; choose a folder of your own.",
    errno.EPERM: "You may not write in {folder}; choose a folder of your own.",
    errno.EROFS: "{folder} can only be read; choose a folder of your own.",
    errno.ENOSPC: "The disk is full, so {path} is not saved; make room, or choose another disk.",
    errno.EDQUOT: "You have no room left on the disk, so {path} is not saved; make room, or choose another disk.",
    errno.EFBIG: "{path} would be too large a file for this disk; choose another disk.",
    errno.ENAMETOOLONG: "The name {longest} is too long; choose a shorter one.",
    errno.EINVAL: "{name} is no name for a file here; choose another.",
    errno.ELOOP: "{folder} is a link that leads nowhere; choose another folder.",
}
_OTHER = "{path} could not be saved ({reason}); choose another folder."


def save_new(content: bytes | Mapping[str, bytes], path: Path) -> Path:
    """Save a new file, or a new folder of files by their names; returns where it lies. Its owner alone can read it.

    `~` is the home folder. It appears whole or not at all. Raises ReportFault with a sentence, and changes nothing
    then: TakenFault where something is there already (a link, too), others where the folder or the disk does not
    take it.
    """
    try:
        whole = path.expanduser().absolute()
    except (OSError, RuntimeError) as error:
        raise _no_name(path) from error
    try:
        _save(content, whole)
    except OSError as error:
        raise _fault(whole, error) from error
    except ValueError as error:
        raise _no_name(path) from error
    return whole


def _save(content: bytes | Mapping[str, bytes], path: Path) -> None:
    """Write beside `path`, and put it in its place once that is known to be free."""
    _refuse_taken(path)
    beside = path.with_name(f".{token_hex(8)}.part")
    if isinstance(content, bytes):
        _save_file(content, beside, path)
    else:
        _save_folder(content, beside, path)


def _save_file(content: bytes, beside: Path, path: Path) -> None:
    try:
        _write(content, beside)
        os.close(os.open(path, _NEW, _FILE_OF_THE_OWNER))
        try:
            beside.replace(path)
        except OSError:
            path.unlink()
            raise
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _save_folder(files: Mapping[str, bytes], beside: Path, path: Path) -> None:
    beside.mkdir(_FOLDER_OF_THE_OWNER)
    try:
        for name, content in files.items():
            _write(content, beside / name)
        _refuse_taken(path)  # an empty folder would give way
        try:
            beside.rename(path)
        except OSError:
            _refuse_taken(path)
            raise
    finally:
        rmtree(beside, ignore_errors=True)


def _refuse_taken(path: Path) -> None:
    if _taken(path):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))


def _taken(path: Path) -> bool:
    try:
        path.lstat()
    except FileNotFoundError:
        return False
    return True


def _write(content: bytes, path: Path) -> None:
    with open(os.open(path, _NEW, _FILE_OF_THE_OWNER), "wb") as file:  # noqa: PTH123, for the flags
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _fault(path: Path, error: OSError) -> ReportFault:
    sentence = clean(
        _SENTENCES.get(error.errno or 0, _OTHER).format(
            path=path,
            folder=path.parent,
            name=path.name,
            longest=max(path.parts, key=len),
            reason=error.strerror or type(error).__name__,
        )
    )
    return TakenFault(sentence, path) if error.errno == errno.EEXIST else ReportFault(sentence)


def _no_name(path: Path) -> ReportFault:
    return ReportFault(clean(f"{path} is no name for a file here; choose another."))
