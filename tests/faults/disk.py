"""A disk as a power cut finds it: what was synced is there; of the rest each write is there, or not, or in part."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from random import Random

_Pending = TypeVar("_Pending")
SECTOR = 512
"""Bytes that a disk writes whole or not at all."""


class Change(NamedTuple):
    """What was done to one file: `data` written at `at`, or where `data` is None, its size made `at`."""

    at: int
    data: bytes | None

    def on(self, file: bytearray) -> None:
        """Do it to `file`."""
        end = self.at if self.data is None else self.at + len(self.data)
        if self.data is None:
            del file[end:]
        if end > len(file) or self.data is None:
            file.extend(bytes(end - len(file)))
        if self.data is not None:
            file[self.at : end] = self.data

    def torn(self, chance: Random) -> Change:
        """The sectors of it that were written before the power went, often all."""
        if self.data is None or chance.random() < 0.75:
            return self
        return Change(self.at, self.data[: SECTOR * chance.randint(0, len(self.data) // SECTOR)])


@dataclass(slots=True, eq=False)
class File:
    """What is surely there, and what was done to it since it was last synced."""

    synced: bytearray = field(default_factory=bytearray)
    pending: list[Change] = field(default_factory=list)

    def sync(self) -> None:
        """All of it is surely there from now on."""
        for change in self.pending:
            change.on(self.synced)
        self.pending.clear()

    def after(self, changes: Sequence[Change]) -> bytes:
        """The file with some of what is pending."""
        found = bytearray(self.synced)
        for change in changes:
            change.on(found)
        return bytes(found)

    def lost(self, chance: Random) -> bytes:
        """The file as a power cut may leave it."""
        return self.after([one.torn(chance) for one in kept_of(self.pending, chance)])


class Naming(NamedTuple):
    """In a folder, `path` names this file from now on, or nothing where `file` is None."""

    path: str
    file: File | None


class Disk:
    """The files and folders below one folder, as a running program has left them."""

    def __init__(self) -> None:
        self._names: dict[str, File] = {}
        self._pending: list[Naming] = []
        self._folders: set[str] = set()

    def at(self, path: str) -> File | None:
        """The file that a running program finds at `path`."""
        named = (one.file for one in reversed(self._pending) if one.path == path)
        return next(named, self._names.get(path))

    def name(self, path: str, file: File | None) -> None:
        """Let `path` name `file`; sure once its folder is synced."""
        self._pending.append(Naming(path, file))

    def make_folder(self, path: str) -> None:
        """Let there be a folder at `path`; sure once the one above is synced."""
        self._folders.add(path)
        self.name(path, File())

    def sync_folder(self, folder: str) -> None:
        """The names in `folder` are surely as they are."""
        here = [one for one in self._pending if _folder_of(one.path) == folder]
        self._pending = [one for one in self._pending if _folder_of(one.path) != folder]
        _name(self._names, here)

    def sync_all(self) -> None:
        """All is surely there as it is."""
        _name(self._names, self._pending)
        self._pending.clear()
        for file in self._names.values():
            file.sync()

    def image(self, chance: Random) -> dict[str, bytes]:
        """What may be there when the power comes back: the content of each file by its path."""
        names = dict(self._names)
        _name(names, kept_of(self._pending, chance))
        return {path: names[path].lost(chance) for path in self._reached(names)}

    def whole(self) -> dict[str, bytes]:
        """What is there where nothing is lost."""
        names = dict(self._names)
        _name(names, self._pending)
        return {path: names[path].after(names[path].pending) for path in self._reached(names)}

    def _reached(self, names: Iterable[str]) -> list[str]:
        """The files of which every folder above is there."""
        gone = [f"{folder}/" for folder in self._folders if folder not in names]
        return [path for path in names if path not in self._folders and not path.startswith(tuple(gone))]


def _folder_of(path: str) -> str:
    return str(PurePath(path).parent)


def _name(names: dict[str, File], namings: Sequence[Naming]) -> None:
    for path, file in namings:
        if file is None:
            names.pop(path, None)
        else:
            names[path] = file


def kept_of(pending: Sequence[_Pending], chance: Random) -> list[_Pending]:
    """Some of `pending`, in their order: none, all, those up to one, those from one on, or any."""
    at = chance.randint(0, len(pending))
    some = [one for one in pending if chance.random() < 0.5]
    return list(chance.choice([[], pending, pending[:at], pending[at:], some, some]))
