"""`simulator erase`: a learner's record, or what is over some days old, goes from the store and its backups."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.cli.output import print_lines, tell
from simulator.cli.records import called, learner_of, store_there
from simulator.errors.faults import UsageFault

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.cli.parser import Asked
    from simulator.store.learners import Learner
    from simulator.store.store import Store

NOT_ASKED = "wiping asks first, which needs a terminal; add --yes to wipe without being asked."
SERVER = (
    "Copies of the database that were made on the server, or by others, are not reached from here: whoever looks after "
    "them has to wipe the same there."
)


def run(asked: Asked) -> int:
    """Wipe, or with --dry-run only say what. Raises UsageFault."""
    if asked.older_than is not None and asked.learner is not None:
        raise UsageFault("--older-than is for every learner; leave --learner out.")
    with store_there() as store:
        if asked.older_than is not None:
            return _expire(asked, store, cut_off(asked.older_than, datetime.now(UTC)))
        return _erase(asked, store, learner_of(store, asked.learner))


def cut_off(days: int, now: datetime) -> str:
    """The moment so many days before `now`, as the store has its stamps."""
    try:
        return (now - timedelta(days=days)).isoformat(timespec="milliseconds")
    except OverflowError:
        return datetime.min.replace(tzinfo=UTC).isoformat(timespec="milliseconds")


def _erase(asked: Asked, store: Store, learner: Learner) -> int:
    what = f"the record of {called(learner)}, {learner.events} places, from the store and its backups"
    if asked.dry_run:
        print_lines([f"This would wipe {what}."])
        return 0
    if not _confirmed(asked, f"This wipes {what}. It cannot be undone."):
        return 0
    _everywhere(store, lambda each: _erase_in(each, learner.learner))
    print_lines(["The record is wiped. Its chain, which tells nothing any more, stays, and can be verified."])
    return 0


def _erase_in(store: Store, learner: str) -> None:
    """Wipe one learner's record, unless it is wiped already, or was not begun yet."""
    if any(one.learner == learner and one.erased is None for one in store.learners()):
        store.erase(learner)


def _expire(asked: Asked, store: Store, day: str) -> int:
    old = _old(store, day)
    told = [
        f"{called(one)}: {len(sessions)} {'session' if len(sessions) == 1 else 'sessions'}"
        for one, sessions in old
    ]
    if asked.dry_run:
        print_lines([*told, f"Nothing was wiped; that is what is older than {day}."])
        return 0
    if told and not _confirmed(asked, "\n".join([*told, "This wipes them, and cannot be undone."])):
        return 0
    _everywhere(store, lambda each: _expire_in(each, day))  # in backups there may be more
    print_lines([*told, f"Everything older than {day} is wiped."])
    return 0


def _old(store: Store, day: str) -> list[tuple[Learner, list[str]]]:
    found = []
    for one in store.learners():
        if one.erased is None:
            sessions = _as(store, one.learner, lambda each: each.older_than(day))
            found += [(one, sessions)] if sessions else []
    return found


def _expire_in(store: Store, day: str) -> None:
    for one, sessions in _old(store, day):
        _as(store, one.learner, lambda each, sessions=sessions: each.expire(sessions))  # type: ignore[misc]


def _as(store: Store, learner: str, do: Callable[[Store], list[str]]) -> list[str]:
    """What `do` gives for another learner of the same store."""
    from simulator.store.store import Store

    other = Store(store.place, learner)
    try:
        return do(other)
    finally:
        other.close()


def _everywhere(store: Store, wipe: Callable[[Store], None]) -> None:
    """Wipe in every backup and then in the store: where a backup stands in the way, all can be done again."""
    from simulator.store.backups import erase_in_backups
    from simulator.store.store import Store

    def in_backup(path: Path) -> None:
        backup = Store(path)
        try:
            wipe(backup)
        finally:
            backup.close()

    if isinstance(store.place, Path):
        for said in erase_in_backups(store.place, in_backup):
            tell(said)
    wipe(store)
    if not isinstance(store.place, Path):
        _renew(store.place)


def _renew(address: str) -> None:
    """Dumps that this program made on its own are replaced by a new one; others are out of reach."""
    from simulator.store.database_backups import renew_backups

    if folder := os.environ.get("SIMULATOR_BACKUPS"):
        tell(f"{renew_backups(address, Path(folder))} earlier backups are removed, and a new one is made.")
    tell(SERVER)


def _confirmed(asked: Asked, told: str) -> bool:
    """Whether the person wants it, after they were told."""
    if asked.yes:
        return True
    if not sys.stdin.isatty():
        raise UsageFault(NOT_ASKED)
    print_lines(told.split("\n"))
    sys.stdout.write("Type yes to go on: ")
    sys.stdout.flush()
    if sys.stdin.readline().strip().lower() == "yes":
        return True
    print_lines(["Nothing was wiped."])
    return False
