"""`simulator erase`: a learner's record, or what is over some days old, goes from the store and its backups."""

from __future__ import annotations

import os
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from simulator.cli.output import print_lines, tell
from simulator.cli.records import called, learner_to_erase, store_there
from simulator.errors.faults import UsageFault
from simulator.store.faults import StoreFault

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from simulator.cli.parser import Asked
    from simulator.store.learners import Learner
    from simulator.store.records import Records
    from simulator.store.store import Store

Done = TypeVar("Done")

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
        return _erase(asked, store, learner_to_erase(store, asked.learner))


def cut_off(days: int, now: datetime) -> str:
    """The moment so many days before `now`, as the store has its stamps."""
    try:
        return (now - timedelta(days=days)).isoformat(timespec="milliseconds")
    except OverflowError:
        return datetime.min.replace(tzinfo=UTC).isoformat(timespec="milliseconds")


def _erase(asked: Asked, store: Records, learner: Learner) -> int:
    what = f"the record of {called(learner)}, {learner.events} places, from the store and its backups"
    if learner.erased is not None:
        return _erase_again(asked, store, learner)
    if asked.dry_run:
        print_lines([f"This would wipe {what}."])
        return 0
    if not _confirmed(asked, f"This wipes {what}. It cannot be undone."):
        return 0
    _erase_everywhere(store, learner.learner)
    print_lines(["The record is wiped. Its chain, which tells nothing any more, stays, and can be verified."])
    return 0


def _erase_again(asked: Asked, store: Records, learner: Learner) -> int:
    """Finish what may have been cut short; nothing is lost by it, and nobody is asked."""
    said = f"The record of {learner.learner} is erased already, since {learner.erased}."
    if asked.dry_run:
        print_lines([said])
        return 0
    _erase_everywhere(store, learner.learner)
    print_lines(
        [said, "What may have been left of it, in the store's log and the backups, is wiped as well."]
    )
    return 0


def _erase_everywhere(store: Records, learner: str) -> None:
    def gone() -> bool:
        return any(one.learner == learner and one.erased is not None for one in store.learners())

    others = {one.learner for one in store.learners()} - {learner}

    def erase(each: Records) -> None:
        if each.place == store.place:
            each.erase(learner)
        else:
            _erase_in_backup(each, others)

    _everywhere(store, erase, gone, f"simulator erase --learner {learner}")


def _erase_in_backup(backup: Records, others: Collection[str]) -> None:
    """Wipe the record that is none of the `others`.

    In a backup from before there were learners it is under an id that only the copy has.
    """
    for one in backup.learners():
        if one.learner not in others:
            backup.erase(one.learner)


def _expire(asked: Asked, store: Records, day: str) -> int:
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
    again = f"simulator erase --older-than {asked.older_than}"
    _everywhere(store, lambda each: _expire_in(each, day), lambda: not _old(store, day), again)
    print_lines([*told, f"Everything older than {day} is wiped."])
    return 0


def _old(store: Records, day: str) -> list[tuple[Learner, list[str]]]:
    found = []
    for one in store.learners():
        if one.erased is None:
            sessions = _as(store, one.learner, lambda each: each.older_than(day))
            found += [(one, sessions)] if sessions else []
    return found


def _expire_in(store: Records, day: str) -> None:
    """Wipe it of every learner who is there, and what is left of it in the log, whatever one of them comes upon."""
    faults = []
    for one in store.learners():
        if one.erased is None:
            try:
                _as(store, one.learner, _expire_own(day))
            except StoreFault as fault:
                faults.append(fault)
    if faults:
        raise faults[0]


def _expire_own(day: str) -> Callable[[Store], None]:
    return lambda store: store.expire(store.older_than(day))


def _as(store: Records, learner: str, do: Callable[[Store], Done]) -> Done:
    """What `do` gives for a living learner of the store."""
    from simulator.store.store import Store

    other = Store(store.place, learner)
    try:
        return do(other)
    finally:
        other.close()


def _everywhere(
    store: Records, wipe: Callable[[Records], None], gone: Callable[[], bool], again: str
) -> None:
    """Wipe in the store and then in every backup, while nobody makes one.

    Where all is `gone` from the store but its log could not be emptied, the backups are wiped all the same, and the
    StoreFault names the command that does it `again`.
    """
    from simulator.store.backups import erase_in_backups
    from simulator.store.records import Records

    left: list[StoreFault] = []

    def in_store() -> None:
        try:
            wipe(store)
        except StoreFault as fault:
            if not gone():
                raise
            left.append(fault)

    def in_backup(path: Path) -> None:
        with closing(Records(path)) as backup:
            wipe(backup)

    if isinstance(store.place, Path):
        for said in erase_in_backups(store.place, in_backup, first=in_store):
            tell(said)
    else:
        _renew(store.place, in_store)
    if left:
        raise StoreFault(f"{left[0]} `{again}` finishes it then.")


def _renew(address: str, wipe: Callable[[], None]) -> None:
    """Dumps that this program made on its own are replaced by a new one; others are out of reach."""
    from simulator.store.database_backups import renew_backups

    if folder := os.environ.get("SIMULATOR_BACKUPS"):
        removed = renew_backups(address, Path(folder), first=wipe)
        tell(f"{removed} earlier backups are removed, and a new one is made.")
    else:
        wipe()
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
