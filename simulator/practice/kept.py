"""What is folded over a learner's finished cases, as the store keeps it: only what has ended since is read."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from simulator.practice import course as of_course
from simulator.practice.course import NO_COURSE, Course
from simulator.practice.played import played_in
from simulator.practice.progress import NAME, NO_PROGRESS, Progress
from simulator.practice.progress import VERSION as OF_PROGRESS
from simulator.store.faults import StoreFault

if TYPE_CHECKING:
    from datetime import datetime

    from simulator.store.sessions import Ended
    from simulator.store.store import Store

VERSION: Final = 1000 * OF_PROGRESS + of_course.VERSION


@dataclass(frozen=True, slots=True)
class Kept:
    """The fold over everything that counts and ended by `position` of the chain."""

    position: int
    progress: Progress
    course: Course

    def after(self, ended: Ended, *, counts: bool = True) -> Kept:
        """With one more finished session, which may be left out."""
        if not counts:
            return Kept(ended.position, self.progress, self.course)
        played = played_in(ended.session, ended.begun, ended.finished)
        return Kept(ended.position, self.progress.after(played), self.course.after(played, ended.begun or {}))

    def righted(self, now: datetime) -> Kept:
        """The same, as it looks when the clock says `now`; this is not what is kept."""
        progress = Progress(self.progress.memory.righted(now), self.progress.figures)
        return Kept(self.position, progress, self.course)

    def as_text(self) -> str:
        """As it is kept."""
        return json.dumps(
            {"progress": self.progress.as_data(), "course": self.course.as_data()}, separators=(",", ":")
        )


NOTHING: Final = Kept(0, NO_PROGRESS, NO_COURSE)


def kept_of(store: Store, guidance: str) -> Kept:
    """The fold as of now over the cases of a guidance. Raises StoreFault where the record cannot be read.

    Where it cannot be kept it is worked out again the next time.
    """
    name = f"{NAME} {guidance}"
    taken = store.taken
    before = _read(store, name)
    now = before
    left_out: frozenset[str] | None = None
    for ended in store.ended(before.position):
        if left_out is None:
            left_out = frozenset(store.left_out())
        counts = ended.session not in left_out and _guidance_of(ended) == guidance
        now = now.after(ended, counts=counts)
    if now.position != before.position:
        with suppress(StoreFault):
            store.keep_fold(name, VERSION, now.position, now.as_text(), taken)
    return now


def _guidance_of(ended: Ended) -> object:
    """Under which guidance a session was begun."""
    data = ended.begun.get("data") if ended.begun is not None else None
    return data.get("guidance") if isinstance(data, dict) else None


def _read(store: Store, name: str) -> Kept:
    """What was kept; nothing where that is damaged, or of another version."""
    fold = store.fold(name, VERSION)
    if fold is None:
        return NOTHING
    try:
        data = json.loads(fold.state)
        return Kept(fold.position, Progress.from_data(data["progress"]), Course.from_data(data["course"]))
    except (KeyError, TypeError, ValueError, RecursionError):
        return NOTHING
