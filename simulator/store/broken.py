"""Where a record is not as it was written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from simulator.store.journal import ENTRY

How: TypeAlias = Literal["changed", "removed", "added", "moved"]


@dataclass(frozen=True, slots=True)
class Row:
    """A row beside the chain that does not agree with it: in which table and column, and that in a sentence."""

    table: str
    column: str
    """Empty where the whole row is meant."""
    told: str


@dataclass(frozen=True, slots=True)
class Broken:
    """The first place at which a record is not as it was written; `session` is empty for an entry of the journal.

    Where the chain holds, and a `row` beside it does not agree, the place is that of the event that says otherwise,
    0 where there is none.
    """

    position: int
    session: str
    seq: int
    how: How
    row: Row | None = None

    @property
    def is_entry(self) -> bool:
        """Whether it is an entry, which may have explained what is gone."""
        return self.session == ENTRY and self.seq > 0

    @property
    def said(self) -> str:
        """In a sentence."""
        if self.row is not None:
            return self.row.told
        what = f"event {self.seq} of the session {self.session}" if self.session else f"entry {self.seq}"
        if not self.session and not self.seq:
            what = "the record's end"
        return f"Place {self.position} of the record: {what} was {self.how}."


def of_row(
    table: str, column: str, told: str, how: How = "changed", position: int = 0, session: str = ""
) -> Broken:
    """A row that does not agree with the chain."""
    return Broken(position, session, 0, how, Row(table, column, told))


def earlier(one: Broken | None, other: Broken | None) -> Broken | None:
    """The one whose place comes first."""
    found = [each for each in (one, other) if each is not None]
    return min(found, key=lambda each: each.position, default=None)
