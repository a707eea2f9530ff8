"""Where the store lies, and whether what lies there is one."""

from __future__ import annotations

import errno
import os
import struct
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.errors.faults import UsageFault
from simulator.errors.text import clean
from simulator.store.faults import NOT_READ, StoreFault, store_fault

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

APPLICATION = "image-sharing-simulator"
VARIABLE = "SIMULATOR_STORE"
LEARNER = "SIMULATOR_LEARNER"
SERVERS = ("postgresql://", "postgres://")
"""How the address of a store begins that is no file."""

LONGEST_PSEUDONYM = 100

_HEADER = 72
_MAGIC = b"SQLite format 3\0"
_APPLICATION_ID_AT = 68
_VERSION_AT = 60


def store_place(environment: Mapping[str, str] = os.environ) -> Path | str:
    """Where the store lies: a file, as `store_path` has it, or the address of a server that is named instead."""
    named = environment.get(VARIABLE, "")
    return named if named.startswith(SERVERS) else store_path(environment)


def place_called(environment: Mapping[str, str] = os.environ) -> str:
    """What the place is called to a person: the file, or the server without what opens it."""
    place = store_place(environment)
    if isinstance(place, Path):
        return str(place)
    from simulator.store.postgres_address import read_address

    try:
        return str(read_address(place))
    except StoreFault:  # what it is, is told where it is used
        return "a server"


def learner_named(environment: Mapping[str, str] = os.environ) -> str | None:
    """The pseudonym or id of the learner that `SIMULATOR_LEARNER` names, if it does; raises UsageFault for no such."""
    named = environment.get(LEARNER, "")
    if len(named) > LONGEST_PSEUDONYM or not named.isprintable():
        raise UsageFault(
            f"SIMULATOR_LEARNER names a learner by at most {LONGEST_PSEUDONYM} letters, none of them unprintable."
        )
    return clean(named).strip() or None


def store_path(environment: Mapping[str, str] = os.environ) -> Path:
    """The file that `SIMULATOR_STORE` names, else the one in the person's own data folder."""
    named = environment.get(VARIABLE)
    if named:
        return Path(named)
    from platformdirs import user_data_dir

    return Path(user_data_dir(APPLICATION, appauthor=False)) / "sessions.sqlite"


def version_at(path: Path) -> int:
    """The version of the tables in the file at `path`, which is not opened for it; raises OSError."""
    with path.open("rb") as file:
        header = file.read(_HEADER)
    return int(struct.unpack_from(">I", header, _VERSION_AT)[0]) if len(header) == _HEADER else 0


def check_ours(path: Path, application_id: int) -> None:
    """Raise StoreFault unless the file at `path` is an SQLite file with our `application_id`.

    Only reads: a foreign file is left as it is.
    """
    if not path.is_file():
        raise store_fault(path, "{path} is no file; name a file for the store.")
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except OSError as error:
        if error.errno == errno.EIO:
            raise store_fault(path, NOT_READ, passes=True) from None
        raise store_fault(
            path, "{path} cannot be read ({reason}); give yourself the right.", reason=_reason(error)
        ) from None
    if not header:
        raise store_fault(path, "{path} is empty and so no store; remove it, or name another file.")
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        raise store_fault(path, "{path} is not a store of this program; move it away, or name another file.")
    if struct.unpack_from(">I", header, _APPLICATION_ID_AT) != (application_id,):
        raise store_fault(path, "{path} belongs to another program; move it away, or name another file.")


def make_whole(path: Path, fill: Callable[[Path], None]) -> None:
    """Make the file at `path` by `fill`, all of it or nothing; leave it where another program was faster."""
    try:
        _make_folder(path.parent)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    except OSError as error:
        raise store_fault(
            path, "{path} cannot be made ({reason}); name a file in a folder of yours.", reason=_reason(error)
        ) from None
    os.close(handle)
    made = Path(name)
    try:
        fill(made)
        _name_it(made, path)
    finally:
        for ending in ("", "-wal", "-shm", "-journal"):
            with suppress(OSError):  # what is left there harms nobody
                Path(f"{made}{ending}").unlink(missing_ok=True)


def _make_folder(folder: Path) -> None:
    """Make `folder` and those above it, so that a power cut leaves them: each is synced into the one above."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    if sys.platform == "win32":
        return
    for one in missing:
        above = os.open(one.parent, os.O_RDONLY)
        try:
            os.fsync(above)
        finally:
            os.close(above)


def _name_it(made: Path, path: Path) -> None:
    try:
        os.link(made, path)
    except FileExistsError:
        return
    except OSError:  # a file system without hard links
        if not path.exists():
            made.rename(path)


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()
