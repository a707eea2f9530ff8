"""What earlier runs learnt of packs, kept so that later starts need no YAML and check nothing twice.

The folder is the platform's own for caches, or the one that the environment names as SIMULATOR_CACHE.
Everything in it can be lost: what cannot be written is not kept, what cannot be read is learnt again.
"""

from __future__ import annotations

import contextlib
import json
import os
import zlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from simulator.errors.faults import InputFault
from simulator.packs.files import read_regular

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_BYTES = 64 << 20
MOST_KEPT = 100


def kept_documents(sha256: str) -> dict[str, object] | None:
    """Plain data by file of the pack with this hash, or None."""
    found = _read(_named("documents", sha256))
    return found if isinstance(found, dict) else None


def keep_documents(sha256: str, documents: dict[str, object]) -> None:
    """Keeps the plain data of a pack's files."""
    _write(_named("documents", sha256), documents)


def is_checked(key: str) -> bool:
    """Whether this very program once marked `key` (packs' hashes, say) as checked and good."""
    return _read(_named("checked", key)) == key


def mark_checked(key: str) -> None:
    """Marks `key` as checked and good for this very program."""
    _write(_named("checked", key), key)


def kept_table(what: str, key: str) -> dict[str, Any] | None:
    """What this very program once learnt of `key` (hashes and versions, say), by name; or None."""
    found = _read(_named(what, key))
    return found if isinstance(found, dict) else None


def keep_table(what: str, key: str, table: Mapping[str, Any]) -> None:
    """Keeps what was learnt of `key`: plain JSON data by name."""
    _write(_named(what, key), table)


def read_index() -> dict[str, object] | None:
    """The index of packs that the first screen shows before any pack is read, or None."""
    found = _read("index.json")
    return found if isinstance(found, dict) else None


def write_index(index: dict[str, object]) -> None:
    """Replaces the index; `index` is plain JSON data."""
    _write("index.json", index)


def _folder() -> Path:
    if named := os.environ.get("SIMULATOR_CACHE"):
        return Path(named)
    from platformdirs import user_cache_dir

    return Path(user_cache_dir("image-sharing-simulator", appauthor=False))


def _named(what: str, key: str) -> str:
    import hashlib

    named = f"{_program()}:{key}".encode("utf-8", "surrogateescape")
    return f"{what}-{hashlib.sha256(named).hexdigest()}.json"


@cache
def _program() -> str:
    """Names this version of the program by its files' sizes and times: an edited program is another one."""
    import hashlib

    package = Path(__file__).parent.parent
    lines = [
        f"{folder}/{name} {status.st_size} {status.st_mtime_ns}"
        for folder, _, names in os.walk(package)
        for name in names
        if not name.endswith(".pyc") and (status := (Path(folder) / name).stat())
    ]
    return hashlib.sha256("\n".join(sorted(lines)).encode("utf-8", "surrogateescape")).hexdigest()


def _read(name: str) -> object:
    try:
        checksum, _, body = read_regular(_folder() / name, MOST_BYTES).partition(b"\n")
        return json.loads(body) if checksum == _checksum(body) else None
    except (InputFault, ValueError, RecursionError):
        return None


def _write(name: str, data: object) -> None:
    """Writes beside and renames, so that no reader ever meets half a file."""
    import tempfile

    body = json.dumps(data, separators=(",", ":")).encode()
    with contextlib.suppress(OSError):
        folder = _folder()
        os.makedirs(folder, mode=0o700, exist_ok=True)  # noqa: PTH103
        _forget_oldest(folder)
        handle, temporary = tempfile.mkstemp(dir=folder, prefix=".", suffix=".new")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(_checksum(body) + b"\n" + body)
            Path(temporary).replace(folder / name)
        except OSError:
            Path(temporary).unlink(missing_ok=True)
            raise


def _checksum(body: bytes) -> bytes:
    return f"{zlib.crc32(body):08x}".encode()


def _forget_oldest(folder: Path) -> None:
    kept = sorted(folder.glob("*-*.json"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    for path in kept[MOST_KEPT:]:
        path.unlink(missing_ok=True)
