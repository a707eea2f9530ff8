"""Whether a learner's record is as it was written: the first event that was changed, removed, added or moved.

Who can write to the database can also write a whole new chain, or cut off its end: that shows only against a head
that was exported before.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from sqlalchemy import select

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
from simulator.store.linking import START, commitment_of, link_of
from simulator.store.schema import CHAIN, LEARNERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

How: TypeAlias = Literal["changed", "removed", "added", "moved"]


@dataclass(frozen=True, slots=True)
class Broken:
    """The first place at which a record is not as it was written; `session` is empty for an entry of the journal."""

    position: int
    session: str
    seq: int
    how: How

    @property
    def is_entry(self) -> bool:
        """Whether it is an entry, which may have explained what is gone."""
        return self.session == ENTRY and self.seq > 0

    @property
    def said(self) -> str:
        """In a sentence."""
        what = f"event {self.seq} of the session {self.session}" if self.session else f"entry {self.seq}"
        if not self.session and not self.seq:
            what = "the record's end"
        return f"Place {self.position} of the record: {what} was {self.how}."


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


def verified(connection: Connection, learner: str, exported: Sequence[str] = ()) -> Verified:
    """Go through a learner's chain; `exported` are the links of an export, from the first on.

    Raises KeyError where there is no such learner.
    """
    table = LEARNERS.c
    wanted = select(table.pseudonym, table.salt, table.length, table.head).where(table.learner == learner)
    row = connection.execute(wanted).first()
    if row is None:
        raise KeyError(learner)
    kept = kept_entries(connection, learner), kept_words(connection, learner)
    walk = _Walk(bytes.fromhex(row.salt or ""), Explained(connection, learner), *kept)
    for some in kept_chain(connection, learner):
        walk.go_on(some)
        if walk.broken is not None:
            break
    broken = walk.broken or _end_of(walk, row.length, row.head)
    if broken is not None and broken.how == "changed":
        broken = _moved(connection, learner, walk, broken) or broken
    if row.salt is not None and not (broken is not None and broken.is_entry):
        broken = _earlier(broken, walk.unexplained())
    if row.salt is not None:
        broken = _earlier(broken, walk.said_besides())
    if row.salt is not None and (broken is not None or walk.there != how_many(connection, learner)):
        broken = _earlier(broken, _added(connection, learner, walk.length))
    broken = _earlier(broken, _other_than(walk, exported))
    return Verified(learner, row.pseudonym or "", walk.length, walk.head, row.salt is None, broken)


@dataclass(slots=True)
class _Walk:
    """How far the chain holds; `gone` and `silent` are the places of events and words that are not there."""

    salt: bytes
    explained: Explained
    entries: dict[int, str]
    words: dict[tuple[str, int], str | None]
    head: str = START
    length: int = 0
    broken: Broken | None = None
    links: list[str] = field(default_factory=list)
    gone: list[tuple[int, str, int]] = field(default_factory=list)
    silent: list[tuple[int, str, int]] = field(default_factory=list)
    last: tuple[Any, ...] = ()

    def go_on(self, some: Sequence[tuple[Any, ...]]) -> None:
        """Some places further, or to the one that is `broken`; there are many, so what is used often is at hand."""
        salt, links, place, head = self.salt, self.links, self.length, self.head
        for row in some:
            position, session, seq, commitment, words, link, text = row
            place += 1
            if session == ENTRY:
                text = self.entries.get(seq)
            if position != place:
                self.broken = Broken(place, session, seq, "removed")
            elif link_of(head, place, session, seq, commitment, words) != link:
                self.broken = Broken(place, session, seq, "changed")
            elif text is None:
                self.gone.append((place, session, seq))
            elif salt and (
                commitment_of(salt, text) != commitment
                or (words is not None and not self._are_said(words, place, session, seq))
            ):
                self.broken = Broken(place, session, seq, "changed")
            if self.broken is not None:
                self.last, place = row, place - 1
                break
            head = link
            links.append(link)
        else:
            self.last = some[-1] if some else self.last
        self.length, self.head = place, head

    def _are_said(self, words: str, place: int, session: str, seq: int) -> bool:
        """Whether the words that lie there are those that were committed to; they may have been wiped."""
        at = session, seq
        if at not in self.words:
            return False
        said = self.words.pop(at)
        if said is None:
            self.silent.append((place, *at))
            return True
        return commitment_of(self.salt, said) == words

    @property
    def there(self) -> int:
        """How many events and entries lie at their places, where all of the chain holds."""
        return self.length - len(self.gone)

    def said_besides(self) -> Broken | None:
        """Words that nobody committed to, after the last place that holds; those wiped before salts were are none."""
        besides = sorted(at for at, said in self.words.items() if said is not None)
        if self.broken is not None or not besides:
            return None
        return Broken(self.length + 1, *besides[0], "added")

    def unexplained(self) -> Broken | None:
        """The first event or word that is gone though no later entry says so; before it an entry, which may have."""
        entries = [at for at in self.gone if at[1] == ENTRY]
        if entries:
            return Broken(*entries[0], "removed")
        missing = [at for at in self.gone if self.explained.taken.get(at[1], 0) < at[0]]
        wiped = [at for at in self.silent if self.explained.hushed.get(at[1], 0) < at[0]]
        removed = [Broken(*at, "removed") for at in missing] + [Broken(*at, "changed") for at in wiped]
        return min(removed, key=lambda one: one.position, default=None)


def _end_of(walk: _Walk, length: int, head: str) -> Broken | None:
    """What is wrong with the end of a chain that holds."""
    if walk.length < length:
        return Broken(walk.length + 1, "", 0, "removed")
    if walk.length > length:
        return Broken(length + 1, str(walk.last[1]), int(walk.last[2]), "added")
    return None if walk.head == head else Broken(max(length, 1), "", 0, "changed")


def _moved(connection: Connection, learner: str, walk: _Walk, broken: Broken) -> Broken | None:
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


def _other_than(walk: _Walk, exported: Sequence[str]) -> Broken | None:
    """The first place at which the chain is not the one that was exported."""
    for place, link in enumerate(exported, 1):
        if place > len(walk.links):
            return Broken(place, "", 0, "removed")
        if walk.links[place - 1] != link:
            return Broken(place, "", 0, "changed")
    return None


def _earlier(one: Broken | None, other: Broken | None) -> Broken | None:
    found = [each for each in (one, other) if each is not None]
    return min(found, key=lambda each: each.position, default=None)
