"""Brings back what can be read of a damaged store into a new one. The damaged file is only read."""

from __future__ import annotations

import os
import sqlite3
from contextlib import ExitStack, closing, contextmanager
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from sqlalchemy.exc import SQLAlchemyError

from simulator.store.backup_files import folder_of, partial_file, sync
from simulator.store.backup_holding import holding_backups
from simulator.store.backups import Unverified, backups_of, check_whole, opened, why
from simulator.store.database import engine_of
from simulator.store.faults import StoreFault, store_fault
from simulator.store.linking import START, new_salt
from simulator.store.moments import now
from simulator.store.ruins.classes import class_plans
from simulator.store.ruins.gathering import Busy, gathered
from simulator.store.ruins.planning import Plan, plan_for
from simulator.store.ruins.proving import LearnerFound, Pool, find_learner
from simulator.store.ruins.salvaged import Salvaged
from simulator.store.ruins.unproven import add_unproven, unproven_of
from simulator.store.ruins.writing import write_store
from simulator.store.verifying import verified

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from simulator.store.backup_files import Backup
    from simulator.store.ruins.gathering import Gathered

HERE = ""
"""What the damaged store is called among the files in which something was found; backups have their names."""


def salvage(path: Path, into: Path | None = None, *, unproven: bool = False) -> Salvaged:
    """Read what can be read of the store at `path` and of its backups, and write it to the new file `into`.

    By default that lies beside, under a name of its own. Only what a learner's chain commits to is brought back, or,
    of classes, what a sound backup holds: to the byte as it was written. With `unproven`, so is what can be read and
    nothing proves. Nothing is wiped from the store or its backups meanwhile, for what is wiped must not come back.
    Raises StoreFault where nothing can be read, or `into` is there already or cannot be written, or where another
    program is wiping something.
    """
    with _held(path):
        return _salvage(path, into, unproven=unproven)


@contextmanager
def _held(path: Path) -> Iterator[None]:
    """Hold the backups, as who wipes does; where nothing can be written beside them, nothing can be wiped either."""
    with ExitStack() as held:
        try:
            held.enter_context(holding_backups(folder_of(path)))
        except StoreFault as fault:
            if not isinstance(fault.__cause__, OSError):
                raise
        yield


def _salvage(path: Path, into: Path | None, *, unproven: bool) -> Salvaged:
    target = _free_name(path) if into is None else into
    if target.exists() or target.is_symlink():
        raise store_fault(
            target, "{path} is there already; name a file that is not, for nothing is written over."
        )
    work = _Work(path)
    work.read_backups()
    found = work.result(unproven=unproven)
    if not found.brought_back:
        raise store_fault(path, "Nothing of {path} can be brought back{more}.", more=work.unproven_told())
    found.into = str(target)
    _write(work, found, target)
    return found


class _Work:
    """What is read of a damaged store, and of as many backups, the newest first, as something is missing in."""

    def __init__(self, path: Path) -> None:
        try:
            self.sources: list[Gathered] = [gathered(path, HERE)]
        except OSError as error:
            raise store_fault(path, "{path} cannot be read ({reason}).", reason=why(path, error)) from None
        except Busy:
            raise store_fault(
                path, "Another program writes to {path} all the time; close it first."
            ) from None
        self.path = path
        self.backups: list[Backup] = backups_of(path)
        self.unread: list[str] = []
        self.sound: list[str] = []
        self.learners: dict[str, LearnerFound] = {}
        self.plans: list[Plan] = []

    def read_backups(self) -> None:
        """Read on until nothing is missing; one backup is read at least, for classes and names."""
        self._plan()
        for backup in self.backups:
            if self.sound and self._complete():
                break
            try:
                self.sources.append(gathered(backup.path, backup.path.name))
            except (OSError, Busy):
                self.unread.append(backup.path.name)
                continue
            if backup.sound:
                self.sound.append(backup.path.name)
            self._plan()

    def result(self, *, unproven: bool) -> Salvaged:
        """What is to be written, and what is to be said of it."""
        ruin, pool = self.sources[0], Pool(self.sources, self.sound)
        loose = unproven_of(ruin, self.learners, self.plans)
        if unproven and loose:
            self._make_able()
            loose = add_unproven(self.plans, ruin, loose)
        classes = class_plans(self.sources, pool, unproven=unproven)
        read = [source.source for source in self.sources[1:]]
        ends = {plan.learner for plan in self.plans if self._tells_end(plan.learner)}
        return Salvaged(str(self.path), self.plans, classes, loose, self._rows(), read, self.unread, ends)

    def unproven_told(self) -> str:
        """That there is something that nothing proves."""
        loose = unproven_of(self.sources[0], self.learners, self.plans)
        if not loose:
            return ""
        lost = [
            plan.learner for plan in self.plans if plan.salt is None and not self._row(plan.learner)["erased"]
        ]
        salts = [f"; the salt of {self._row(one)['pseudonym']} cannot be read" for one in lost]
        return f"{''.join(salts)}; {len(loose)} events that nothing proves come back with --unproven"

    def kept_words(self) -> dict[str, bool]:
        """Whether the words of a session were to be kept, as it was last."""
        rows = [row for source in reversed(self.sources) for row in source.sessions.items()]
        return {session: bool(row[4]) for session, row in rows}

    def _plan(self) -> None:
        pool = Pool(self.sources)
        ids = {one for source in self.sources for one in (*source.chain, *source.learners)}
        self.learners = {one: find_learner(one, self.sources, pool) for one in sorted(ids)}
        self.plans = [
            plan_for(found, self._length(one), erased=self._row(one)["erased"] is not None)
            for one, found in self.learners.items()
            if found.proven or found.salt or _holds_first(found)
        ]

    def _complete(self) -> bool:
        return bool(self.plans) and all(plan.whole for plan in self.plans)

    def _length(self, learner: str) -> int:
        """How long the chain was: as the learner's row says, where that can be right."""
        row = next((source.learners[learner] for source in self.sources if learner in source.learners), None)
        places = self.learners[learner].places if learner in self.learners else {}
        known = max((at for source in self.sources for at in source.chain.get(learner, ())), default=0)
        said = row[5] if row is not None and isinstance(row[5], int) else 0
        heads = {one.link: at for at, rows in places.items() for one in rows}
        at_head = heads.get(str(row[6])) if row is not None else None
        return at_head or (said if known < said <= 2 * known + 1000 else known)

    def _tells_end(self, learner: str) -> bool:
        """Whether the damaged store's own row of the learner names a link that is there, or an empty chain."""
        row = self.sources[0].learners.get(learner)
        if row is None:
            return False
        rows = self.learners[learner].places.get(row[5] if isinstance(row[5], int) else 0, ())
        return row[5:7] == (0, START) or any(one.link == row[6] for one in rows)

    def _rows(self) -> dict[str, dict[str, Any]]:
        return {plan.learner: self._row(plan.learner) for plan in self.plans}

    def _row(self, learner: str) -> dict[str, Any]:
        """What is known of a learner beside the record; the damaged store first, for it is the newest."""
        row = next((source.learners[learner] for source in self.sources if learner in source.learners), None)
        name = next((source.names[learner] for source in self.sources if learner in source.names), None)
        pseudonym, made, erased = (row[1], row[3], row[4]) if row is not None else (None, None, None)
        if pseudonym is None and erased is None:
            pseudonym = f"learner-{learner[:4]}"
        return {
            "learner": learner,
            "pseudonym": pseudonym,
            "made": made or now(),
            "erased": erased,
            "name": name,
        }

    def _make_able(self) -> None:
        """Give a salt to a learner whose own is lost, so that unproven events can be chained."""
        for plan in self.plans:
            if plan.salt is None and self._row(plan.learner)["erased"] is None:
                plan.salt = new_salt()
        if not any(plan.salt for plan in self.plans):
            named = sorted(
                {str(row[5]) for row in self.sources[0].sessions.values() if len(row) > 5 and row[5]}
            )
            learner = named[0] if named else uuid4().hex
            self.learners[learner] = LearnerFound(learner, None)
            self.plans.append(Plan(learner, new_salt()))


def _holds_first(found: LearnerFound) -> bool:
    return 1 in found.places


def _write(work: _Work, found: Salvaged, target: Path) -> None:
    try:
        with partial_file(target.parent, "salvage") as made:
            write_store(made, found.able, found.classes, found.learners, work.kept_words())
            _check(made, found.able)
            sync(made)
            _give_name(made, target)
            sync(target.parent)
    except (SQLAlchemyError, sqlite3.Error, OSError, Unverified) as error:
        reason = getattr(error, "orig", None) or error
        raise store_fault(
            target, "{path} could not be written: {reason}", reason=why(target, reason)
        ) from error


def _check(made: Path, plans: Sequence[Plan]) -> None:
    """Raise Unverified unless the new store is whole and each chain in it holds."""
    engine = engine_of(made)
    try:
        with engine.connect() as connection:
            for plan in plans:
                broken = verified(connection, plan.learner).broken
                if broken is not None:
                    raise Unverified(f"a record in it does not hold ({broken.said})")
    finally:
        engine.dispose()
    with closing(opened(made, "mode=rw")) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
        check_whole(connection)


def _give_name(made: Path, target: Path) -> None:
    try:
        os.link(made, target)
    except FileExistsError:
        raise StoreFault(f"{target} is there already; name a file that is not.") from None
    except OSError:  # a file system without hard links
        if target.exists():
            raise
        made.rename(target)


def _free_name(path: Path) -> Path:
    """A name beside the damaged store that nothing has yet."""
    number = 1
    while True:
        more = f"-{number}" if number > 1 else ""
        target = path.with_name(f"{path.stem}-salvaged{more}{path.suffix}")
        if not (target.exists() or target.is_symlink()):
            return target
        number += 1
