"""Backups of a store in a file, by SQLite's own means: verified, ten kept, and wiped where a learner is erased."""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from simulator.errors.text import clean
from simulator.store.backup_files import (
    Backup,
    folder_of,
    listed,
    not_made,
    partial_file,
    put_in_place,
    remove_older,
    remove_partial,
    whole_path,
)
from simulator.store.backup_holding import holding_backups
from simulator.store.faults import StoreFault, sqlite_fault
from simulator.store.schema import APPLICATION_ID

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SUFFIX = ".sqlite"
BUSY_SECONDS = 5.0
_SMALL = ("learners", "names", "sessions", "classes")
"""Tables of which every row tells whether something changed."""
_GROWING = ("events", "words", "journal", "chain", "class_events")
"""Tables to which rows are added, or from which they go, and do not change: how many there are tells."""


class Unverified(Exception):
    """A copy is not as the store is; the text is what is wrong with it."""


def back_up(path: Path, folder: Path | None = None) -> Path | None:
    """A verified copy of the store at `path`, as it is at this moment; None where nothing changed since the last.

    Whether something changed is told by the marks (`marks_of`) of the store and of its newest backup, if that is
    sound; nothing is remembered elsewhere. What can be worked out anew (folds) is no change. Raises StoreFault where
    none could be made; those that were there are there still. Only when the new one is verified and has its name
    are all but the newest ten removed.
    """
    folder = folder_of(path) if folder is None else folder
    try:
        with holding_backups(folder):
            return _newest_kept(path, folder)
    except (sqlite3.Error, OSError, Unverified, StoreFault) as error:
        there = listed(folder, _name_of(path), SUFFIX)
        raise not_made(str(path), why(path, error), len(there)) from error


def backups_of(path: Path, folder: Path | None = None) -> list[Backup]:
    """The backups of the store at `path`, the newest first."""
    return listed(folder_of(path) if folder is None else folder, _name_of(path), SUFFIX)


def erase_in_backups(
    path: Path,
    erase: Callable[[Path], None],
    folder: Path | None = None,
    *,
    first: Callable[[], None] | None = None,
) -> list[str]:
    """Have `first` wipe something from the store, and `erase` from every backup; sentences on those that were removed.

    No backup is made meanwhile, so that none that is made later holds what is wiped; half-made ones are removed.
    `erase` is given a copy of each, and leaves nothing of what it wipes in it; the copy is checked and takes the
    place of the backup. A backup that is damaged, or from which nothing can be wiped, is removed: what is to be
    gone must not stay in it. Raises StoreFault where one could be neither wiped nor removed, after all others were;
    and where another program has the backups: then nothing is wiped.
    """
    folder = folder_of(path) if folder is None else folder
    with holding_backups(folder):
        if first is not None:
            first()
        remove_partial(folder)
        remove_partial(whole_path(path).parent, "salvage")
        return _every_wiped(backups_of(path, folder), _name_of(path), erase)


def _every_wiped(backups: list[Backup], name: str, erase: Callable[[Path], None]) -> list[str]:
    """Wipe in each, whatever becomes of another; raises the first StoreFault at the end."""
    said, faults = [], []
    for backup in backups:
        try:
            said.append(_wiped(backup, name, erase))
        except StoreFault as fault:
            faults.append(fault)
    if faults:
        raise faults[0]
    return [sentence for sentence in said if sentence is not None]


def _name_of(path: Path) -> str:
    """What the backups of a store are called after, whatever link leads to it."""
    return whole_path(path).stem


def _wiped(backup: Backup, name: str, erase: Callable[[Path], None]) -> str | None:
    """None, or the sentence that it was removed instead."""
    try:
        _erase_in(backup, name, erase)
    except (sqlite3.Error, OSError, Unverified, StoreFault) as error:
        return _removed(backup, why(backup.path, error))
    return None


def marks_of(connection: sqlite3.Connection) -> str:
    """A digest of what changes whenever the store does: the small tables whole, and how many rows the others have.

    Every event and entry also changes its learner's head, which is in a small table.
    """
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    digest = hashlib.blake2b(repr(connection.execute("PRAGMA user_version").fetchone()).encode())
    for table in (one for one in _SMALL if one in tables):
        for row in connection.execute(f"SELECT * FROM {table} ORDER BY 1"):
            digest.update(repr((table, row)).encode("utf-8", "surrogatepass"))
    for table in (one for one in _GROWING if one in tables):
        [count] = connection.execute(f"SELECT count(*) FROM {table}")
        digest.update(repr((table, count)).encode())
    return digest.hexdigest()


def check_whole(connection: sqlite3.Connection) -> None:
    """Raise Unverified unless it is of a store of ours that SQLite finds whole."""
    if connection.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
        raise Unverified("it is no store of this program")
    [[said]] = connection.execute("PRAGMA integrity_check(1)").fetchall()
    if said != "ok":
        raise Unverified(f"it is damaged ({said})")


def opened(path: Path, query: str) -> sqlite3.Connection:
    """A connection without transactions of the driver's own."""
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?{query}", uri=True, timeout=BUSY_SECONDS, isolation_level=None
    )


def why(path: Path, error: BaseException) -> str:
    """What an error means to a person."""
    if isinstance(error, Unverified | StoreFault):
        return clean(str(error))
    if isinstance(error, OSError):
        return clean((error.strerror or type(error).__name__).lower())
    return str(sqlite_fault(path, error))


def _newest_kept(path: Path, folder: Path) -> Path | None:
    made = _back_up(path, folder, listed(folder, _name_of(path), SUFFIX))
    if made is not None:
        remove_older(listed(folder, _name_of(path), SUFFIX))
    return made


def _back_up(path: Path, folder: Path, there: list[Backup]) -> Path | None:
    with closing(opened(path, "mode=rw")) as store:
        store.execute(
            "BEGIN"
        )  # what is counted and what is copied is of one moment, whoever writes meanwhile
        marks = marks_of(store)
        if there and there[0].sound and _marks_at(there[0].path) == marks:
            return None
        with partial_file(folder) as made:
            _copy(store, made, marks)
            store.execute("ROLLBACK")
            return put_in_place(
                made, folder, _name_of(path), SUFFIX, there[0].number + 1 if there else 1
            ).path


def _copy(store: sqlite3.Connection, made: Path, marks: str) -> None:
    with closing(opened(made, "mode=rw")) as copy:
        store.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")  # one file, which can be put back as it is
        check_whole(copy)
        if marks_of(copy) != marks:
            raise Unverified("the copy is not as the store is")


def _marks_at(path: Path) -> str | None:
    try:
        with closing(opened(path, "immutable=1")) as backup:
            return marks_of(backup)
    except sqlite3.Error:
        return None


def _erase_in(backup: Backup, name: str, erase: Callable[[Path], None]) -> None:
    if not backup.sound:
        raise Unverified("it is damaged")
    with partial_file(backup.path.parent) as made:
        made.write_bytes(backup.path.read_bytes())
        erase(made)
        with closing(opened(made, "mode=rw")) as copy:
            copy.execute("PRAGMA journal_mode=DELETE")  # and nothing in a log beside it
            check_whole(copy)
        wiped = put_in_place(made, backup.path.parent, name, SUFFIX, backup.number)
    if wiped.path != backup.path:
        backup.path.unlink()


def _removed(backup: Backup, because: str) -> str:
    with contextlib.suppress(FileNotFoundError):
        try:
            backup.path.unlink()
        except OSError as error:
            reason = clean((error.strerror or type(error).__name__).lower())
            raise StoreFault(
                clean(
                    f"Nothing could be wiped from the backup {backup.path}, which cannot be removed either "
                )
                + f"({reason}); remove it yourself."
            ) from error
    return clean(
        f"The backup {backup.path.name} is removed, for nothing could be wiped from it: {because.rstrip('.')}."
    )
