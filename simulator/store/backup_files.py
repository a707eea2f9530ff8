"""The files of backups: how they are named, listed, made whole beside, and removed.

    <store>-backups/<name>-<number>-<UTC stamp>-<digest>.sqlite

The number puts them in order, whatever the clock says; the digest (16 hexadecimal digits of SHA-256 of the file)
shows later that the file is as it was verified.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.errors.text import clean
from simulator.store.faults import StoreFault

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

KEPT = 10
"""Backups that are kept of a store."""
FOLDER = "-backups"
"""What the name of the folder has after that of the store's file."""
PARTIAL = ".partial"
STALE_SECONDS = 3600
"""What another program began longer ago than this, by the disk's own clock, it has not finished."""

_NAMED = re.compile(r"(?P<name>.+)-(?P<number>\d{6,})-(?P<stamp>\d{8}T\d{6}Z)-(?P<digest>[0-9a-f]{16})")


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup: its number, of which the newest has the greatest, its UTC stamp, and the digest of its file."""

    path: Path
    number: int
    stamp: str
    digest: str

    @property
    def sound(self) -> bool:
        """Whether the file is to the bit as it was when it was verified."""
        try:
            return digest_of(self.path) == self.digest
        except OSError:
            return False

    @property
    def made(self) -> str:
        """When, in ISO 8601."""
        return datetime.strptime(self.stamp, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC).isoformat()


def whole_path(path: Path) -> Path:
    """The path of a store, whatever link leads to it; a link that leads to itself is its own end."""
    return Path(os.path.realpath(path))


def folder_of(path: Path) -> Path:
    """Where the backups of the store at `path` lie, whatever link leads to it."""
    whole = whole_path(path)
    return whole.with_name(whole.name + FOLDER)


def listed(folder: Path, name: str, suffix: str) -> list[Backup]:
    """The backups of that name in a folder, the newest first; other files are passed over."""
    try:
        paths = list(folder.iterdir())
    except OSError:
        return []
    found = [backup for path in paths if (backup := _backup_at(path, name, suffix)) is not None]
    return sorted(found, key=lambda one: (one.number, one.stamp, one.digest), reverse=True)


def _backup_at(path: Path, name: str, suffix: str) -> Backup | None:
    named = _NAMED.fullmatch(path.stem)
    if named is None or named["name"] != name or path.suffix != suffix:
        return None
    backup = Backup(path, int(named["number"]), named["stamp"], named["digest"])
    try:
        return backup if backup.made and path.is_file() else None
    except ValueError:  # a stamp that is no moment
        return None


@contextmanager
def partial_file(folder: Path, prefix: str = "backup") -> Iterator[Path]:
    """An empty file under a passing name, for the caller to fill and to rename; removed where it still lies there."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{prefix}-", suffix=PARTIAL, dir=folder)
    os.close(handle)
    made = Path(name)
    try:
        _sweep(made)
        yield made
    finally:
        for ending in ("", "-journal", "-wal", "-shm"):
            made.with_name(made.name + ending).unlink(missing_ok=True)


def _sweep(made: Path) -> None:
    """Remove what a sudden end of the program left."""
    now = made.stat().st_mtime
    for path in made.parent.glob(f".*{PARTIAL}*"):
        with contextlib.suppress(OSError):
            if now - path.stat().st_mtime > STALE_SECONDS:
                path.unlink()


def remove_partial(folder: Path, prefix: str = "backup") -> None:
    """Remove every file under a passing name, however new: what is wiped must not stay in one, nor come back by it.

    Raises StoreFault where one cannot be removed. Whoever removes them holds the backups.
    """
    for path in folder.glob(f".{prefix}-*{PARTIAL}*"):
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            reason = (error.strerror or type(error).__name__).lower()
            raise StoreFault(
                clean(f"The half-made file {path} cannot be removed ({reason}); remove it yourself.")
            ) from error


def put_in_place(made: Path, folder: Path, name: str, suffix: str, number: int) -> Backup:
    """Give a verified file its own name, for good: file and folder are on the disk on return."""
    sync(made)
    stamp, digest = f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}", digest_of(made)
    path = folder / f"{name}-{number:06d}-{stamp}-{digest}{suffix}"
    made.replace(path)
    sync(folder)
    return Backup(path, number, stamp, digest)


def remove_older(backups: Sequence[Backup]) -> None:
    """Remove all but the newest that are kept; one that cannot be removed stays until the next time."""
    for backup in backups[KEPT:]:
        with contextlib.suppress(OSError):
            backup.path.unlink()


def digest_of(path: Path) -> str:
    """The digest that a backup's name has."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:16]


def sync(path: Path) -> None:
    """Have the disk take what was written; a system that cannot sync a folder does so by itself."""
    try:
        handle = os.open(path, os.O_RDONLY if path.is_dir() or os.name != "nt" else os.O_RDWR)
    except PermissionError:
        if path.is_dir():
            return
        raise
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def not_made(called: str, why: str, older: int) -> StoreFault:
    """That no backup was made of the store `called`, and why."""
    there = {0: "There is no earlier one.", 1: "The earlier one is still there."}
    said = there.get(older, f"The {older} earlier ones are still there.")
    return StoreFault(clean(f"No backup of {called} was made: {why.rstrip('.')}. {said}"))
