"""Which of the texts that were found are those that were once written: a learner's chain commits to each.

A commitment is made under the learner's salt; by accident no other text has it. What nothing commits to may be as it
was, or damaged in a letter: that cannot be told.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from simulator.store.journal import ENTRY
from simulator.store.linking import commitment_of
from simulator.store.log import event_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from simulator.store.linking import Linked
    from simulator.store.ruins.gathering import Gathered


class Proven(NamedTuple):
    """An event or entry (`session` empty) that is as it was written, and the file in which it was found first."""

    position: int
    session: str
    seq: int
    text: str
    worded: bool
    """Whether words belonged to it."""
    words: str | None
    """None where there were none, or they are wiped or lost."""
    words_lost: bool
    source: str

    @property
    def key(self) -> tuple[str, int]:
        """Its session and number."""
        return self.session, self.seq


@dataclass(slots=True)
class LearnerFound:
    """What was found of one learner: the places of the chain, and by the commitment in each what is proven."""

    learner: str
    salt: str | None
    places: dict[int, list[Linked]] = field(default_factory=dict)
    proven: dict[tuple[int, str], Proven] = field(default_factory=dict)

    def at(self, linked: Linked) -> Proven | None:
        """What is proven to belong to that place."""
        return self.proven.get((linked.position, linked.commitment))


class Candidate(NamedTuple):
    """A text that may be the one that was written; of a class, `sound` where its file is proven as a whole."""

    text: str | None
    source: str
    current: bool
    sound: bool


class Pool:
    """All texts that were found, by session (or learner, or class) and number; what came first comes first."""

    def __init__(self, sources: Sequence[Gathered], sound: Iterable[str] = ()) -> None:
        self._sources = sources
        self._sound = frozenset(sound)

    def of(self, name: str, number: int) -> list[Candidate]:
        """The texts of that name and number, those of a newer file first."""
        return [
            Candidate(each.text, source.source, each.current, source.source in self._sound)
            for source in self._sources
            for each in reversed(source.texts.get((name, number), ()))
        ]

    def places(self) -> set[tuple[str, int]]:
        """Every name and number that there is."""
        return {key for source in self._sources for key in source.texts}


def find_learner(learner: str, sources: Sequence[Gathered], pool: Pool) -> LearnerFound:
    """All that is proven of a learner."""
    places: dict[int, list[Linked]] = {}
    for source in sources:
        for position, rows in source.chain.get(learner, {}).items():
            there = places.setdefault(position, [])
            there += [row for row in rows if row not in there]
    best = LearnerFound(learner, None, places)
    for salt in dict.fromkeys(salt for source in sources for salt in source.salts.get(learner, ())):
        found = LearnerFound(learner, salt, places, _proven(learner, bytes.fromhex(salt), places, pool))
        if best.salt is None or len(found.proven) > len(best.proven):
            best = found
    return best


def _proven(
    learner: str, salt: bytes, places: dict[int, list[Linked]], pool: Pool
) -> dict[tuple[int, str], Proven]:
    found = {}
    for linked in (row for position in sorted(places) for row in places[position]):
        name = learner if linked.session == ENTRY else linked.session
        one = _one(linked, salt, pool.of(name, linked.seq))
        if one is not None:
            found[linked.position, linked.commitment] = one
    _match_strays(found, salt, places, pool)
    return found


def _match_strays(
    found: dict[tuple[int, str], Proven], salt: bytes, places: dict[int, list[Linked]], pool: Pool
) -> None:
    """Where a name or a number beside a text or a commitment is damaged, the text itself says whose it is."""
    rows = {row.commitment: row for each in places.values() for row in each}
    missing = {commitment for commitment, row in rows.items() if (row.position, commitment) not in found}
    if not missing:
        return
    matched = {(one.session, one.seq) for one in found.values()}
    for key in sorted(pool.places() - matched):
        for each in pool.of(*key):
            committed = commitment_of(salt, each.text) if each.text is not None else ""
            if each.text is not None and committed in missing:
                own = _own_key(each.text)
                row = rows[committed]._replace(session=own[0], seq=own[1])
                one = _one(row, salt, [*pool.of(*key), *pool.of(*own)])
                if one is not None:
                    found[row.position, committed] = one


def _one(linked: Linked, salt: bytes, texts: Sequence[Candidate]) -> Proven | None:
    """The text to which a place commits, with its words as far as they are there."""
    written = _committed(linked.commitment, salt, texts)
    if written is None or written.text is None:
        return None
    said = _committed(linked.words, salt, texts)
    wiped = any(each.text is None and each.current for each in texts)
    return Proven(
        *linked[:3],
        text=written.text,
        worded=linked.words is not None or wiped,
        words=said.text if said else None,
        words_lost=linked.words is not None and said is None and not wiped,
        source=written.source,
    )


def _own_key(text: str) -> tuple[str, int]:
    """The session and number that a text which is as it was written says of itself; an entry is of no session."""
    data = event_of(text)
    return str(data.get("session", ENTRY)), int(data.get("seq", data.get("number", 0)))


def _committed(commitment: str | None, salt: bytes, texts: Sequence[Candidate]) -> Candidate | None:
    if commitment is None:
        return None
    return next(
        (each for each in texts if each.text is not None and commitment_of(salt, each.text) == commitment),
        None,
    )
