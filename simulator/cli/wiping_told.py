"""What `simulator erase` wipes, or would: for each learner, and of the backups; for people and for programs."""

from __future__ import annotations

import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from simulator.cli.records import called
from simulator.errors.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from simulator.store.aging import Aging, Lot
    from simulator.store.learners import Learner
    from simulator.store.records import Records

FORMAT = "erase/1"
SERVER = (
    "Copies of the database that were made on the server, or by others, are not reached from here: whoever looks after "
    "them has to wipe the same there."
)
LEFT = "Of each session its id and the numbers and hashes of its events stay in the chain, and an entry that it went."
OTHERS = "Exports, saved pages and salvaged stores lie where they were put, and have to be removed there."


@dataclass(frozen=True, slots=True)
class Wiping:
    """What is wiped as older than `day`, or all where there is none: of each learner, and in which backups."""

    day: str | None
    learners: Sequence[tuple[Learner, Aging]]
    on_server: bool
    rewritten: Sequence[str]
    removed: Sequence[str]

    @property
    def any_goes(self) -> bool:
        """Whether a session goes at all."""
        return any(aging.goes.sessions for _, aging in self.learners)

    def as_data(self, *, dry_run: bool) -> dict[str, Any]:
        """As `erase/1`."""
        return {
            "format": FORMAT,
            "dry_run": dry_run,
            "older_than": self.day,
            "learners": [_data(learner, aging) for learner, aging in self.learners],
            "backups": {
                "on_server": self.on_server,
                "rewritten": [*self.rewritten],
                "removed": [*self.removed],
            },
        }

    def told(self) -> Iterator[str]:
        """For each learner what goes and what stays."""
        for learner, aging in self.learners:
            yield _told(called(learner), aging)
            if aging.undated:
                yield f"  Of those that stay, {aging.undated} bear no date that a clock can have had."

    def backups_told(self) -> Iterator[str]:
        """What becomes of the backups, and what is out of reach."""
        if self.on_server:
            if self.removed:
                yield f"{len(self.removed)} backups in SIMULATOR_BACKUPS are removed, and a new one is made."
            yield SERVER
        elif self.rewritten or self.removed:
            yield f"Backups that are written anew without it: {_names(self.rewritten)}."
            if self.removed:
                yield f"Backups that are damaged, and so removed: {_names(self.removed)}."
        else:
            yield "There are no backups."
        yield OTHERS


def wiping_of(store: Records, day: str | None, learners: Sequence[Learner]) -> Wiping:
    """What wiping these learners, or what is older than a day of them, comes to; nothing is changed."""
    aged = [(one, store.aging(one.learner, day)) for one in learners]
    if not isinstance(store.place, Path):
        return Wiping(day, aged, on_server=True, rewritten=(), removed=_dumps())
    from simulator.store.backups import backups_of

    backups = [(each.path.name, each.sound) for each in backups_of(store.place)]
    sound, damaged = ([name for name, whole in backups if whole is wanted] for wanted in (True, False))
    return Wiping(day, aged, on_server=False, rewritten=sound, removed=damaged)


def _dumps() -> Sequence[str]:
    from simulator.store.backup_files import listed
    from simulator.store.database_backups import NAME, SUFFIX

    folder = os.environ.get("SIMULATOR_BACKUPS")
    return [each.path.name for each in listed(Path(folder), NAME, SUFFIX)] if folder else ()


def _told(name: str, aging: Aging) -> str:
    goes, stays = aging.goes, aging.stays
    all_ = goes.sessions + stays.sessions
    if not goes.sessions:
        return f"{name}: nothing goes; {_lot(stays)} {'stays' if stays.sessions == 1 else 'stay'}."
    unfinished = f", {goes.unfinished} of them unfinished," if goes.unfinished else ""
    unfinished = ", unfinished," if goes.unfinished == goes.sessions == 1 else unfinished
    go = "goes" if goes.sessions == 1 else "go"
    if not stays.sessions:
        return f"{name}: {_lot(goes)}{unfinished} {go}, which is all there is."
    stay = f"{stays.sessions} of {all_} {'stays' if stays.sessions == 1 else 'stay'}{_span(stays)}"
    return f"{name}: {_lot(goes)}{unfinished} {go}; {stay}."


def _lot(lot: Lot) -> str:
    return f"{lot.sessions} {'session' if lot.sessions == 1 else 'sessions'}{_span(lot)}"


def _span(lot: Lot) -> str:
    """The days; whoever changed a stamp could have written anything there."""
    days = [clean(stamp)[:10] for stamp in (lot.first, lot.last) if stamp]
    return f" ({' to '.join(dict.fromkeys(days))})" if days else ""


def _names(names: Sequence[str]) -> str:
    return clean(", ".join(names)) or "none"


def _data(learner: Learner, aging: Aging) -> dict[str, Any]:
    return {
        "learner": learner.learner,
        "pseudonym": learner.pseudonym or None,
        "erased": learner.erased is not None,
        "goes": asdict(aging.goes),
        "stays": asdict(aging.stays),
        "undated": aging.undated,
    }
