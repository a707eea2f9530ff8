"""`simulator erase`: a learner's record, or what is over some days old, goes from the store and its backups."""

from __future__ import annotations

import os
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from simulator.cli.output import print_json, print_lines, tell
from simulator.cli.records import called, learner_to_erase, store_there
from simulator.cli.wiping_told import LEFT, SERVER, wiping_of
from simulator.errors.faults import UsageFault
from simulator.store.faults import StoreFault
from simulator.store.moments import days_before, now
from simulator.store.schema import LEARNERS_SINCE

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from simulator.cli.parser import Asked
    from simulator.cli.wiping_told import Wiping
    from simulator.store.learners import Learner
    from simulator.store.records import Records

Done = TypeVar("Done")

NOT_ASKED = "wiping asks first, which needs a terminal; add --yes to wipe without being asked."
ASKS_NOBODY = "--format json asks nobody; add --dry-run, or --yes to wipe without being asked."


def run(asked: Asked) -> int:
    """Wipe, or with --dry-run only say what. Raises UsageFault."""
    if asked.older_than is not None and asked.learner is not None:
        raise UsageFault("--older-than is for every learner; leave --learner out.")
    if asked.format == "json" and not (asked.dry_run or asked.yes):
        raise UsageFault(ASKS_NOBODY)
    with store_there() as store:
        if asked.older_than is not None:
            return _expire(asked, store, days_before(now(), asked.older_than))
        return _erase(asked, store, learner_to_erase(store, asked.learner))


def _erase(asked: Asked, store: Records, learner: Learner) -> int:
    what = f"the record of {called(learner)}, {learner.events} places, from the store and its backups"
    if learner.erased is not None:
        return _erase_again(asked, store, learner)
    wiping = wiping_of(store, None, [learner])
    if asked.dry_run:
        return _tell(asked, wiping, [f"This would wipe {what}.", *wiping.told(), *wiping.backups_told()])
    if not _confirmed(asked, f"This wipes {what}. It cannot be undone."):
        return 0
    _erase_everywhere(store, learner.learner)
    done = "The record is wiped. Its chain, which tells nothing any more, stays, and can be verified."
    return _tell(asked, wiping, [done])


def _erase_again(asked: Asked, store: Records, learner: Learner) -> int:
    """Finish what may have been cut short; nothing is lost by it, and nobody is asked."""
    said = f"The record of {learner.learner} is erased already, since {learner.erased}."
    wiping = wiping_of(store, None, [learner])
    if asked.dry_run:
        return _tell(asked, wiping, [said])
    _erase_everywhere(store, learner.learner)
    left = "What may have been left of it, in the store's log and the backups, is wiped as well."
    return _tell(asked, wiping, [said, left])


def _tell(asked: Asked, wiping: Wiping, lines: Iterable[str]) -> int:
    """What was done, or would be: in lines, or for a program."""
    if asked.format == "json":
        print_json(wiping.as_data(dry_run=asked.dry_run))
    else:
        print_lines(lines)
    return 0


def _erase_everywhere(store: Records, learner: str) -> None:
    def gone() -> bool:
        return any(one.learner == learner and one.erased is not None for one in store.learners())

    others = {one.learner for one in store.learners()} - {learner}

    def erase(each: Records, version: int) -> None:
        if each.place == store.place:
            each.erase(learner)
        else:
            _erase_in_backup(each, learner, others, version)

    _everywhere(store, erase, gone, f"simulator erase --learner {learner}")


def _erase_in_backup(backup: Records, learner: str, others: Collection[str], version: int) -> None:
    """Wipe the record of a learner from a backup that was of a version of the tables before it was opened.

    In one from before there were learners it is under an id that only the copy has, and is that of none of the
    `others`. Elsewhere it is left alone who is not in the store any more: their only copy may lie here.
    """
    for one in backup.learners():
        if one.learner == learner or (version < LEARNERS_SINCE and one.learner not in others):
            backup.erase(one.learner)


def _expire(asked: Asked, store: Records, day: str) -> int:
    wiping = wiping_of(store, day, _living(store))
    if asked.dry_run:
        more = [LEFT, *wiping.backups_told()] if wiping.any_goes else []
        nothing = f"Nothing was wiped; that is what goes as older than {day}."
        return _tell(asked, wiping, [*wiping.told(), *more, nothing])
    told = [*wiping.told()]
    asks = "\n".join([*told, "This wipes them, and cannot be undone."])
    if wiping.any_goes and not _confirmed(asked, asks):
        return 0
    again = f"simulator erase --older-than {asked.older_than}"
    _everywhere(store, lambda each, _: _expire_in(each, day), lambda: not _goes(store, day), again)
    return _tell(asked, wiping, [*told, f"Everything older than {day} is wiped."])


def _living(store: Records) -> list[Learner]:
    return [one for one in store.learners() if one.erased is None]


def _goes(store: Records, day: str) -> bool:
    return any(store.aging(one.learner, day).goes.sessions for one in _living(store))


def _expire_in(store: Records, day: str) -> None:
    """Wipe it of every learner who is there, and what is left of it in the log, whatever one of them comes upon."""
    faults = []
    for one in _living(store):
        try:
            store.expire(one.learner, day)
        except StoreFault as fault:
            faults.append(fault)
    if faults:
        raise faults[0]


def _everywhere(
    store: Records, wipe: Callable[[Records, int], None], gone: Callable[[], bool], again: str
) -> None:
    """Wipe in the store and then in every backup, while nobody makes one.

    Where all is `gone` from the store but its log could not be emptied, the backups are wiped all the same, and the
    StoreFault names the command that does it `again`.
    """
    from simulator.store.backups import erase_in_backups
    from simulator.store.place import version_at
    from simulator.store.records import Records

    left: list[StoreFault] = []

    def in_store() -> None:
        try:
            wipe(store, LEARNERS_SINCE)
        except StoreFault as fault:
            if not gone():
                raise
            left.append(fault)

    def in_backup(path: Path) -> None:
        version = version_at(path)
        with closing(Records(path)) as backup:
            wipe(backup, version)

    if isinstance(store.place, Path):
        try:
            for said in erase_in_backups(store.place, in_backup, first=in_store):
                tell(said)
        except StoreFault as fault:
            if not gone():
                raise
            raise StoreFault(
                f"{fault} From the store itself it is wiped; `{again}` finishes the backups."
            ) from fault
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
