"""The files of a pack's folder, read as bytes, and the hash over them."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from simulator.errors.faults import Fault, InputFault, Place
from simulator.packs.files import file_fault, read_regular

MOST_FILES = 2_000
MOST_ENTRIES = 20_000
MOST_BYTES = 32 << 20
LARGEST_FILE = 1 << 20


@dataclass(frozen=True, slots=True)
class PackFile:
    """A file's path below its pack's folder, with `/` between, and its bytes."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class PackFiles:
    """The files of a pack that can be read, sorted by path; and the faults of others, each with its path."""

    files: tuple[PackFile, ...]
    spoilt: tuple[tuple[str, Fault], ...]


def pack_files(folder: Path) -> tuple[PackFile, ...]:
    """All `*.yaml` below `folder`, sorted by path; names that begin with `.` or `__` are passed over.

    Raises InputFault where there is no such folder or no such file, where one cannot be read, where a link
    leaves the folder or leads to a folder, or where there are too many.
    """
    read = read_files(folder)
    if read.spoilt:
        raise InputFault(fault for _, fault in read.spoilt)
    return read.files


def read_files(folder: Path) -> PackFiles:
    """Like `pack_files`, but what cannot be read is told beside what can.

    Raises InputFault where there is nothing to read or too much.
    """
    spoilt: list[tuple[str, Fault]] = []
    files: list[PackFile] = []
    held = 0
    for path in _yaml_paths(folder, spoilt):
        try:
            files.append(PackFile(path, read_regular(folder / path, LARGEST_FILE)))
        except InputFault as error:
            spoilt.extend((path, fault) for fault in error.faults)
            continue
        held += len(files[-1].data)
        if held > MOST_BYTES or len(files) > MOST_FILES:
            what = f"this pack has more than {MOST_FILES} files or {MOST_BYTES >> 20} MiB"
            raise file_fault(str(folder), what, "make two packs of it", "too-large")
    if not files and not spoilt:
        raise file_fault(str(folder), "this folder holds no .yaml file", "give a pack's folder", "no-yaml")
    return PackFiles(tuple(files), tuple(spoilt))


def pack_paths(folder: Path) -> list[str]:
    """The paths of all `*.yaml` below `folder`, sorted.

    Raises InputFault where a folder cannot be read, or where a link leaves it or leads to a folder.
    """
    spoilt: list[tuple[str, Fault]] = []
    paths = _yaml_paths(folder, spoilt)
    if spoilt:
        raise InputFault(fault for _, fault in spoilt)
    return paths


def pack_sha256(files: tuple[PackFile, ...]) -> str:
    """SHA-256 over one line `HASH  PATH` a file, in the order of the paths: what `sha256sum` prints."""
    whole = hashlib.sha256()
    for file in sorted(files, key=lambda file: os.fsencode(file.path)):
        line = f"{hashlib.sha256(file.data).hexdigest()}  {file.path}\n"
        whole.update(line.encode("utf-8", "surrogateescape"))
    return whole.hexdigest()


def _yaml_paths(folder: Path, spoilt: list[tuple[str, Fault]]) -> list[str]:
    paths: list[str] = []
    waiting = [""]
    seen = 0
    while waiting:
        below = waiting.pop()
        try:
            with os.scandir(folder / below) as entries:
                found = sorted(entries, key=lambda entry: entry.name)
        except (OSError, ValueError) as error:
            why = getattr(error, "strerror", None) or "impossible name"
            what = f"the folder cannot be read ({why.lower()})"
            fault = _fault(folder / below, what, "give a folder that can be read", "no-folder")
            spoilt.append((below, fault))
            continue
        seen += len(found)
        if seen > MOST_ENTRIES:
            what = "this folder holds too much for a pack"
            raise file_fault(str(folder), what, "give a pack's folder", "too-large")
        for entry in found:
            if entry.name.startswith((".", "__")):
                continue
            path = f"{below}/{entry.name}" if below else entry.name
            if _is_folder(entry) and entry.is_symlink():
                what = "a link to a folder is not followed in a pack"
                spoilt.append((path, _fault(folder / path, what, "put the folder itself here", "link")))
            elif _is_folder(entry):
                waiting.append(path)
            elif entry.name.endswith(".yaml") and _stays_inside(entry, folder, path, spoilt):
                paths.append(path)
    return sorted(paths, key=os.fsencode)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Whether it is a folder, or a link to one."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def _stays_inside(entry: os.DirEntry[str], folder: Path, path: str, spoilt: list[tuple[str, Fault]]) -> bool:
    if not entry.is_symlink():
        return True
    target = Path(os.path.realpath(folder / path))
    if target.is_relative_to(os.path.realpath(folder)):
        return True
    what = "this link leaves the pack's folder"
    spoilt.append((path, _fault(folder / path, what, "put the file itself here", "link")))
    return False


def _fault(path: Path, what: str, remedy: str, code: str) -> Fault:
    return Fault(Place(str(path)), what, remedy, code)
