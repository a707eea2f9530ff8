"""What is wrong with a store in a file, each as a sentence. The file is only read, and nothing is made beside it."""

from __future__ import annotations

import sqlite3
import struct
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from simulator.errors.text import clean
from simulator.store.backups import backups_of, why
from simulator.store.looking import looking_at
from simulator.store.schema import APPLICATION_ID, VERSION
from simulator.store.sound_rows import ChainSeen, chains_in, faults_in_rows

if TYPE_CHECKING:
    from pathlib import Path

MOST = 20
"""Faults of one kind that are named."""
_MAGIC = b"SQLite format 3\0"
_HEADER = 100
_SALVAGE = (
    "Close the program; `simulator salvage {path}` then brings back what can be read, in a new store{backup}."
)
_BACK = ", or move {name} away (with what begins with {name}- and is a file) and copy {newest} to its place"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong: a word for programs, a sentence, and what to do."""

    code: str
    said: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look at a store found; `version` is None where it could not be read, `chains` one for each learner."""

    there: bool
    size: int = 0
    version: int | None = None
    faults: list[Fault] = field(default_factory=list)
    chains: list[ChainSeen] = field(default_factory=list)

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong; a store that is not there yet is none."""
        return not self.faults


def look_at(path: Path) -> Looked:
    """Look at the store at `path`. Raises nothing that the file or its place could cause."""
    try:
        before = _stamp(path)
        looked = _looked(path)
        if looked.faults and _stamp(path) != before:  # another program wrote while this one looked
            looked = _looked(path)
    except OSError as error:
        return Looked(True, faults=[_fault(path, "unreadable", _UNREADABLE, reason=why(path, error))])
    return looked


_UNREADABLE = "{path} cannot be read ({reason})", "Give yourself the right to read it and its folder."
_LOG_ALONE = (
    "The log {path}-wal is there, but {path} itself is not: it was moved or removed without its log",
    "Put the file back beside its log before you start the program; without it, move the log away.",
)
_NO_FILE = "{path} is no file", "Name a file for the store with SIMULATOR_STORE."
_MOVE = "Move it away, or name another file with SIMULATOR_STORE."
_FOREIGN = "{path} belongs to another program", _MOVE
_OTHER = "{path} is no store of this program, or its beginning is damaged"
_EMPTY = "{path} is empty"
_ZEROED = "The beginning of {path} was overwritten with zeros"
_CUT = "{path} is cut off: of {wanted} bytes there are {there}"
_NEWER = (
    "{path} is of version {found} and this program knows version {known}",
    "Use the version of the program that wrote it, or a newer one.",
)
_DAMAGED = "{path} is damaged ({reason})"


def _looked(path: Path) -> Looked:
    log = path.with_name(path.name + "-wal")
    if not path.exists() and not path.is_symlink():
        alone = log.exists() and log.stat().st_size > 0
        return Looked(False, faults=[_fault(path, "log-without-store", _LOG_ALONE)] if alone else [])
    if not path.is_file():
        return Looked(True, faults=[_fault(path, "no-file", _NO_FILE)])
    size = path.stat().st_size
    with path.open("rb") as file:
        header = file.read(_HEADER)
    first = _header_fault(path, header, size)
    if first is not None:
        return Looked(True, size, None, [first])
    version = struct.unpack_from(">I", header, 60)[0]
    return _rows(path, size, version)


def _header_fault(path: Path, header: bytes, size: int) -> Fault | None:
    if not header:
        return _damage(path, "empty", _EMPTY)
    if not any(header):
        return _damage(path, "zeroed", _ZEROED)
    if not header.startswith(_MAGIC[: len(header)]):
        return _damage(path, "not-a-store", _OTHER)
    if len(header) < _HEADER:
        return _damage(path, "cut", _CUT, wanted="4,096", there=f"{size:,}")
    if struct.unpack_from(">I", header, 68)[0] != APPLICATION_ID:
        return _fault(path, "foreign", _FOREIGN)
    page, pages = _page_size(header), struct.unpack_from(">I", header, 28)[0]
    counted = header[24:28] == header[92:96]  # else what it says of its pages is of no use
    if size % page or (counted and pages * page > size):
        wanted = max(pages if counted else 0, -(-size // page)) * page
        return _damage(path, "cut", _CUT, wanted=f"{wanted:,}", there=f"{size:,}")
    return None


def _page_size(header: bytes) -> int:
    said: int = struct.unpack_from(">H", header, 16)[0]
    return 65536 if said == 1 else max(said, 512)


def _rows(path: Path, size: int, version: int) -> Looked:
    try:
        with looking_at(path) as connection:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            if version > VERSION:
                found = _fault(path, "newer", _NEWER, found=str(version), known=str(VERSION))
                return Looked(True, size, version, [found])
            pages = [
                said for (said,) in connection.execute(f"PRAGMA integrity_check({MOST})") if said != "ok"
            ]
            faults = [_damage(path, "pages", _DAMAGED, reason=" ".join(said.split())) for said in pages]
            rows = [(code, said) for code, said in faults_in_rows(connection, version, MOST)]
            chains = chains_in(connection) if version >= 4 else []
    except (sqlite3.Error, UnicodeDecodeError) as error:
        reason = str(error) if isinstance(error, sqlite3.Error) else "a text in it is none"
        return Looked(True, size, version, [_damage(path, "pages", _DAMAGED, reason=reason)])
    faults += [_damage(path, code, said) for code, said in rows]
    faults += [_damage(path, "chain", each.broken) for each in chains if each.broken]
    return Looked(True, size, version, faults, chains)


def _damage(path: Path, code: str, said: str, **words: str) -> Fault:
    return _fault(path, code, (said, remedy_for(path)), **words)


def _fault(path: Path, code: str, told: tuple[str, str], **words: str) -> Fault:
    said, remedy = told
    return Fault(
        code, clean(_filled(said, path=str(path), **words)) + ".", clean(_filled(remedy, path=str(path)))
    )


def _filled(text: str, **words: str) -> str:
    for name, word in words.items():
        text = text.replace(f"{{{name}}}", word)
    return text


def remedy_for(path: Path) -> str:
    """What to do with a damaged store: salvage it, or put back its newest sound backup."""
    newest = next((each for each in backups_of(path) if each.sound), None)
    back = _filled(_BACK, name=path.name, newest=str(newest.path)) if newest is not None else ""
    return _filled(_SALVAGE, path=str(path), backup=back)


def _stamp(path: Path) -> tuple[object, ...]:
    """What changes when the file or its log is written."""
    found: list[object] = []
    for each in (path, path.with_name(path.name + "-wal")):
        try:
            stat = each.stat()
        except (FileNotFoundError, NotADirectoryError):
            found.append(None)
        else:
            found.append((stat.st_ino, stat.st_size, stat.st_mtime_ns))
    return tuple(found)
