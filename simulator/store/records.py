"""The records of a store that is there, of nobody's own: no learner is made by looking at them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.store.opening import access_to
from simulator.store.record import Record
from simulator.store.wiping import Wiping

if TYPE_CHECKING:
    from pathlib import Path

NOBODY = ""


class Records(Record):
    """All records of the store at a place; each is asked for by its learner's id.

    Every method raises StoreFault with a sentence where the database does not allow it; then nothing is changed.
    """

    def __init__(self, place: Path | str) -> None:
        super().__init__(access_to(place), NOBODY)
        self.place = place

    def expire(self, learner: str, day: str) -> None:
        """Wipe a learner's sessions of which nothing happened since `day`, in ISO 8601."""
        theirs = Wiping(self.access, learner)
        theirs.expire(theirs.older_than(day))
