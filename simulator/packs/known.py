"""What is in a pack's folder, read again only where a file there may have changed.

A file is taken for the same while its path, size, number and both of its times are. Files that changed a moment ago
are always read, for a second change could still show the same time.
"""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from simulator.errors.faults import InputFault
from simulator.packs.cache import keep_table, kept_table
from simulator.packs.contents import contents_of, kept_contents, whole_files
from simulator.packs.folder import pack_paths, pack_sha256

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from simulator.packs.contents import Contents

_WHAT = "folder"
_A_MOMENT = 2_000_000_000
"""Nanoseconds: the coarsest times that a file system in use keeps."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is in a folder, and the hash over the bytes of its files."""

    sha256: str
    contents: Contents


def known_of(folder: Path) -> Known:
    """What is in a pack's folder. Raises InputFault as `whole_files` and `contents_of` do."""
    now = time.time_ns()
    signature = _signature(folder)
    kept: Any = kept_table(_WHAT, str(folder)) if signature else None
    if kept is not None and kept.get("signature") == signature:
        contents = kept_contents(folder, [line[0] for line in signature], kept["sha256"])
        if contents is not None:
            return Known(kept["sha256"], contents)
    read = whole_files(folder)
    sha256 = pack_sha256(read.files)
    contents = contents_of(folder, read.files, sha256)
    if read.spoilt:
        unread = (fault for _, fault in read.spoilt)
        return Known(sha256, replace(contents, faults=(*unread, *contents.faults)))
    if signature and _is_settled(signature, now) and _signature(folder) == signature:
        keep_table(_WHAT, str(folder), {"signature": signature, "sha256": sha256})
    return Known(sha256, contents)


def _signature(folder: Path) -> list[list[Any]]:
    """A line for each file; empty where one cannot be looked at, or there are none."""
    try:
        return [[path, *_status(os.path.join(folder, path))] for path in pack_paths(folder)]  # noqa: PTH118
    except (InputFault, OSError, ValueError):
        return []


def _status(path: str) -> tuple[int, ...]:
    status = os.stat(path)  # noqa: PTH116
    return (
        status.st_size,
        status.st_mtime_ns,
        status.st_ctime_ns,
        status.st_ino,
        status.st_dev,
        status.st_mode,
    )


def _is_settled(signature: Sequence[Sequence[Any]], now: int) -> bool:
    return all(max(modified, changed) < now - _A_MOMENT for _, _, modified, changed, *_ in signature)
