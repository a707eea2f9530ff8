"""What a child did to the files below a folder, call by call, as the preloaded layer put it down."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.faults.disk import Change, Disk, File

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).parents[2]
HEADER = struct.Struct("<cQqII")
LONGEST = 120


class Record(NamedTuple):
    """One call; of `kind` see shim.c. `first` is a path, `second` another one, or the bytes that were written."""

    kind: str
    inode: int
    number: int
    first: str
    second: bytes


class Kept(NamedTuple):
    """A file as it lies on the disk."""

    path: str
    inode: int
    content: bytes


def kept_in(folder: Path) -> list[Kept]:
    """Every file below `folder`."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return [Kept(str(path), path.stat().st_ino, path.read_bytes()) for path in files]


def preloaded(shim: Path, folder: Path, log: Path | None = None) -> dict[str, str]:
    """The environment of a child whose calls on files below `folder` pass through the layer."""
    own = {"LD_PRELOAD": str(shim), "FAULTS_UNDER": str(folder), "PYTHONPATH": str(ROOT)}
    return {**os.environ, **own, **({"FAULTS_LOG": str(log)} if log else {})}


def recorded(shim: Path, folder: Path, log: Path, words: Sequence[str], said: str = "") -> list[Record]:
    """All that `python words` does below `folder` when it reads what is `said` to it; it has to end well."""
    ended = subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        env=preloaded(shim, folder, log),
        input=said,
        capture_output=True,
        text=True,
        timeout=LONGEST,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return list(_records(log.read_bytes()))


def _records(log: bytes) -> Iterator[Record]:
    at = 0
    while at < len(log):
        kind, inode, number, first, second = HEADER.unpack_from(log, at)
        at += HEADER.size
        texts = log[at : at + first], log[at + first : at + first + second]
        yield Record(kind.decode(), inode, number, os.fsdecode(texts[0]), texts[1])
        at += first + second


class Replay:
    """A disk on which records are done again, and what was said until then."""

    def __init__(self, before: Sequence[Kept]) -> None:
        self.disk = Disk()
        self.said = b""
        self._files = {one.inode: File(bytearray(one.content)) for one in before}
        for one in before:
            self.disk.name(one.path, self._files[one.inode])
        self.disk.sync_all()

    def do(self, record: Record) -> None:
        """One call more."""
        match record.kind:
            case "A":
                self.said += record.second
            case "C":
                self._files[record.inode] = file = File()
                self.disk.name(record.first, file)
            case "W":
                self._files[record.inode].pending.append(Change(record.number, record.second))
            case "T":
                self._files[record.inode].pending.append(Change(record.number, None))
            case "S":
                self._sync(record)
            case "M":
                self.disk.make_folder(record.first)
            case _:
                self._rename(record.kind, record.first, os.fsdecode(record.second))

    def _sync(self, record: Record) -> None:
        file = self._files.get(record.inode)
        if file is not None:
            file.sync()
        else:
            self.disk.sync_folder(record.first)

    def _rename(self, kind: str, path: str, other: str) -> None:
        if kind in "LR":
            self.disk.name(other, self.disk.at(path))
        if kind in "RU":
            self.disk.name(path, None)
