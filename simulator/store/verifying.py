"""Whether a learner's record is as it was written: the first event that was changed, removed, added or moved.

Who can write to the database can also write a whole new chain, or cut off its end: that shows only against a head
that was exported before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from simulator.store.broken import Broken, earlier
from simulator.store.explained import Explained
from simulator.store.journal import ENTRY
from simulator.store.kept_chain import (
    entry_not_chained,
    how_many,
    kept_chain,
    kept_entries,
    kept_words,
    not_chained,
)
from simulator.store.linking import commitment_of, is_hash, link_of
from simulator.store.own_row import own_row_astray, salt_changed, salt_damaged
from simulator.store.schema import CHAIN, LEARNERS
from simulator.store.session_rows import session_row_astray, wiped_words_astray
from simulator.store.walking import Walk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection, Row


@dataclass(frozen=True, slots=True)
class Verified:
    """What verifying a record found; `broken` is None where all is as it was written."""

    learner: str
    pseudonym: str
    places: int
    """How many places the chain has that hold."""
    head: str
    erased: bool
    broken: Broken | None


def verified(
    connection: Connection, learner: str, exported: Sequence[str] = (), *, rows: bool = True
) -> Verified:
    """Go through a learner's chain; `exported` are the links of an export, from the first on.

    With `rows`, what stands beside the chain is held against it as well, where the chain holds. Raises KeyError
    where there is no such learner.
    """
    row = connection.execute(select(LEARNERS).where(LEARNERS.c.learner == learner)).first()
    if row is None:
        raise KeyError(learner)
    kept = kept_entries(connection, learner), kept_words(connection, learner)
    salt = bytes.fromhex(row.salt) if is_hash(row.salt) else b""
    walk = Walk(salt, Explained(connection, learner), *kept)
    for some in kept_chain(connection, learner):
        walk.go_on(some)
        if walk.broken is not None:
            break
    broken = _in_chain(connection, row, walk)
    broken = salt_damaged(row.salt, broken) or broken
    if broken is None:
        broken = own_row_astray(connection, row) or _beside(connection, learner, walk, rows=rows)
    broken = earlier(broken, _other_than(walk, exported))
    return Verified(learner, row.pseudonym or "", walk.length, walk.head, row.erased is not None, broken)


def _in_chain(connection: Connection, row: Row[Any], walk: Walk) -> Broken | None:
    """The first place at which the chain, or what it commits to, is not as it was written."""
    learner = row.learner
    broken = walk.broken or _end_of(walk, row.length, row.head)
    if broken is not None and broken.how == "changed":
        broken = _moved(connection, learner, walk, broken) or broken
    if row.salt is None:
        return broken
    if broken is not None and broken.how == "changed" and walk.broken is not None and walk.salt:
        broken = salt_changed(connection, learner, walk.salt, broken) or broken
    if not (broken is not None and broken.is_entry):
        broken = earlier(broken, walk.unexplained())
    broken = earlier(broken, walk.said_besides())
    if broken is not None or walk.there != how_many(connection, learner):
        broken = earlier(broken, _added(connection, learner, walk.length))
    return broken


def _beside(connection: Connection, learner: str, walk: Walk, *, rows: bool) -> Broken | None:
    """What does not agree with a chain that holds."""
    if (found := wiped_words_astray(connection, [*walk.words] if walk.salt else ())) is not None:
        return found
    return session_row_astray(connection, learner, walk.told) if rows else None


def _end_of(walk: Walk, length: int, head: str) -> Broken | None:
    """What is wrong with the end of a chain that holds."""
    if walk.length < length:
        return Broken(walk.length + 1, "", 0, "removed")
    if walk.length > length:
        return Broken(length + 1, str(walk.last[1]), int(walk.last[2]), "added")
    return None if walk.head == head else Broken(max(length, 1), "", 0, "changed")


def _moved(connection: Connection, learner: str, walk: Walk, broken: Broken) -> Broken | None:
    """Whether what stands in another place would hold here, or what lies here holds in another place."""
    table = CHAIN.c
    rows = select(table.position, table.session, table.seq, table.commitment, table.words, table.link).where(
        table.learner == learner, table.position != broken.position
    )
    moved = Broken(broken.position, broken.session, broken.seq, "moved")
    text = walk.last[6] if walk.last else None
    here = commitment_of(walk.salt, text) if walk.salt and text is not None else None
    for _, session, seq, commitment, words, link in connection.execute(rows):
        if commitment == here or link == link_of(walk.head, broken.position, session, seq, commitment, words):
            return moved
    return None


def _added(connection: Connection, learner: str, length: int) -> Broken | None:
    """The first event or entry that has no place; it stands after the one before it in its session."""
    event, entry = not_chained(connection, learner), entry_not_chained(connection, learner)
    found = [] if event is None else [event]
    found += [] if entry is None else [(ENTRY, entry)]
    places = []
    for session, seq in found:
        before = select(CHAIN.c.position).where(
            CHAIN.c.learner == learner, CHAIN.c.session == session, CHAIN.c.seq == seq - 1
        )
        at = connection.scalar(before)
        places.append(Broken((at or length) + 1, session, seq, "added"))
    return min(places, key=lambda one: one.position, default=None)


def _other_than(walk: Walk, exported: Sequence[str]) -> Broken | None:
    """The first place at which the chain is not the one that was exported."""
    for place, link in enumerate(exported, 1):
        if place > len(walk.links):
            return Broken(place, "", 0, "removed")
        if walk.links[place - 1] != link:
            return Broken(place, "", 0, "changed")
    return None
