"""What was done to a learner's record as a whole, each an entry that is chained like the events.

{"format": "entry/1", "number": 1, "kind": "discarded", "at": "…", "data": {"session": "…"}}
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from sqlalchemy import func, insert, select

from simulator.store.log import event_of, text_of
from simulator.store.moments import now
from simulator.store.schema import JOURNAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from simulator.store.chain import ChainEnd

FORMAT = "entry/1"
ENTRY = ""
"""What stands in the place of a session where the chain holds an entry."""

Kind: TypeAlias = Literal["discarded", "words_wiped", "expired", "corrected", "salvaged"]
"""A session was discarded; its words were wiped; its days were over; it is to count otherwise, for a reason; or what
could be read of a damaged store was brought back."""

SALVAGED: Final[Kind] = "salvaged"
TAKES_EVENTS: frozenset[str] = frozenset({"discarded", "expired"})
TAKES_WORDS: frozenset[str] = TAKES_EVENTS | {"words_wiped"}


def enter(connection: Connection, chain: ChainEnd, learner: str, kind: Kind, **data: Any) -> None:
    """Add an entry; `chain` is to be saved afterwards."""
    ours = JOURNAL.c.learner == learner
    number = (connection.scalar(select(func.max(JOURNAL.c.number)).where(ours)) or 0) + 1
    entry = text_of({"format": FORMAT, "number": number, "kind": kind, "at": now(), "data": data})
    connection.execute(insert(JOURNAL).values(learner=learner, number=number, entry=entry))
    chain.add(ENTRY, number, entry)


def entries(connection: Connection, learner: str, kind: Kind) -> Iterator[dict[str, Any]]:
    """The entries of a kind, in order; those that are damaged are left out."""
    wanted = (
        select(JOURNAL.c.entry)
        .where(JOURNAL.c.learner == learner, JOURNAL.c.entry.contains(f'"kind":"{kind}"', autoescape=True))
        .order_by(JOURNAL.c.number)
    )
    for text in connection.scalars(wanted):
        try:
            entry = event_of(text)
        except ValueError:
            continue
        if entry.get("kind") == kind and isinstance(entry.get("data"), dict):
            yield entry
