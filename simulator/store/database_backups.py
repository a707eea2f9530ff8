"""Backups of a store on a PostgreSQL server, by the server's own programs."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

from simulator.errors.text import clean
from simulator.store.backup_files import (
    listed,
    not_made,
    partial_file,
    put_in_place,
    remove_older,
    remove_partial,
)
from simulator.store.backup_holding import holding_backups
from simulator.store.postgres_address import read_address

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from simulator.store.postgres_address import Address

SUFFIX = ".dump"
NAME = "store"
LONGEST = 3600.0
"""Seconds after which a program of the server's is given up."""
_TABLE = " TABLE DATA "
_NO_PROGRAM = (
    "the program {name} is not there; install PostgreSQL's client programs, of the server's version or newer, or have "
    "the server backed up by whoever looks after it"
)


class Refused(Exception):
    """A program of the server's did not do what it was to do; the text is why."""


def back_up_database(address: str, folder: Path, path: str | None = None) -> Path:
    """Dump the store at `address` (`pg_dump -Fc`) into a new file in `folder`, and check it (`pg_restore --list`).

    The programs are looked for on `path`, by default that of the environment. The password reaches them by their
    environment alone. The newest ten are kept. Raises StoreFault where none could be made; the earlier ones stay.
    """
    _make(folder, address)
    with holding_backups(folder):
        return _dumped(address, folder, path)


def renew_backups(
    address: str, folder: Path, path: str | None = None, *, first: Callable[[], None] | None = None
) -> int:
    """Have `first` wipe something from the store; dump it anew, and remove all earlier dumps: they cannot be changed.

    No dump is made meanwhile; half-made ones are removed. How many were removed. Raises StoreFault, and removes none
    where no new one could be made; where another program has the dumps, nothing is wiped.
    """
    _make(folder, address)
    with holding_backups(folder):
        if first is not None:
            first()
        remove_partial(folder)
        earlier = listed(folder, NAME, SUFFIX)
        if earlier:
            _dumped(address, folder, path)
            for backup in earlier:
                backup.path.unlink(missing_ok=True)
        return len(earlier)


def _make(folder: Path, address: str) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise not_made(str(read_address(address)), error.strerror or str(error), 0) from None


def _dumped(address: str, folder: Path, path: str | None) -> Path:
    read = read_address(address)
    there = listed(folder, NAME, SUFFIX)
    try:
        with partial_file(folder) as made:
            _dump(read, made, path)
            number = there[0].number + 1 if there else 1
            backup = put_in_place(made, folder, NAME, SUFFIX, number)
    except (Refused, OSError) as error:
        reason = error.strerror or str(error) if isinstance(error, OSError) else str(error)
        raise not_made(str(read), _without(read, reason), len(there)) from None
    remove_older(listed(folder, NAME, SUFFIX))
    return backup.path


def _dump(address: Address, made: Path, path: str | None) -> None:
    dump, restore = _program("pg_dump", path), _program("pg_restore", path)
    words = ["-Fc", "--no-password", f"--file={made}", f"--dbname={_told(address)}"]
    environment = {**os.environ, "LC_ALL": "C"}
    if "password" in address.options:
        environment["PGPASSWORD"] = str(address.options["password"])
    _run([dump, *words], environment)
    contents = _run([restore, "--list", str(made)], {**os.environ, "LC_ALL": "C"})
    missing = [name for name in ("learners", "sessions", "events") if not _holds(contents, name)]
    if missing:
        raise Refused(f"what was written holds no {missing[0]}")


def _told(address: Address) -> str:
    """Where the database is, in libpq's own form, with nothing secret in it."""
    url = address.url
    told = {
        "host": ",".join(address.hosts),
        "port": url.port or url.query.get("port"),
        "user": url.username,
        "dbname": url.database,
        "connect_timeout": 10,
        **address.told,
    }
    return " ".join(f"{name}={_quoted(str(value))}" for name, value in told.items() if value)


def _quoted(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


def _program(name: str, path: str | None) -> str:
    found = shutil.which(name, path=path)
    if found is None:
        raise Refused(_NO_PROGRAM.format(name=name))
    return found


def _run(command: Sequence[str], environment: Mapping[str, str]) -> str:
    try:
        done = subprocess.run(
            command,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=LONGEST,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Refused("it took more than an hour") from None
    if done.returncode:
        lines = done.stderr.decode(errors="replace").strip().splitlines()
        raise Refused("; ".join(lines[:3]) or f"it ended with {done.returncode}")
    return done.stdout.decode(errors="replace")


def _holds(contents: str, table: str) -> bool:
    return any(_TABLE in line and f" {table} " in f"{line} " for line in contents.splitlines())


def _without(address: Address, text: str) -> str:
    for secret in address.secrets:
        text = text.replace(secret, "…")
    return clean(text)
