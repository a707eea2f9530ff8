"""Goes through a learner's chain, place by place, as far as it holds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from simulator.store.broken import Broken
from simulator.store.journal import ENTRY
from simulator.store.linking import START, commitment_of, committing, link_of
from simulator.store.told import Told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.store.explained import Explained


@dataclass(slots=True)
class Walk:
    """How far the chain holds; `gone` and `silent` are the places of events and words that are not there.

    Without a salt the links alone are looked at, and whether each event is there.
    """

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
    told: Told = field(default_factory=Told)

    def go_on(self, some: Sequence[tuple[Any, ...]]) -> None:
        """Some places further, or to the one that is `broken`; there are many, so what is used often is at hand."""
        salt, links, place, head = self.salt, self.links, self.length, self.head
        told, firsts, lasts = self.told, self.told.firsts, self.told.lasts
        commit = committing(salt)
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
                commit(text) != commitment
                or (words is not None and not self._are_said(words, place, session, seq))
            ):
                self._differs(place, session, seq)
            elif session:
                lasts[session] = text
                if session not in firsts:
                    told.note_first(session, seq, text, place)
                if '"finished"' in text or '"skipped"' in text or '"resumed"' in text:
                    told.note_standing(session, text, place)
            if self.broken is not None:
                self.last, place = row, place - 1
                break
            head = link
            links.append(link)
        else:
            self.last = some[-1] if some else self.last
        self.length, self.head = place, head

    def _differs(self, place: int, session: str, seq: int) -> None:
        """What lies there is another event: of a session of the same id, where this one was taken away, or changed."""
        if self.explained.taken.get(session, 0) > place:
            self.gone.append((place, session, seq))
        else:
            self.broken = Broken(place, session, seq, "changed")

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
        if self.broken is not None or not besides or not self.salt:
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
