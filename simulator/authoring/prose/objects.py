"""Rules of nouns that stand only as objects of neutral verbs, and are never described."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

from simulator.authoring.prose.kinds import Kind, Span, words_of
from simulator.authoring.prose.passage import CAST, normal
from simulator.authoring.prose.terms import lexicon_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from simulator.authoring.prose.lexicon import Hit
    from simulator.authoring.prose.passage import Passage

HYPHEN = "-"
STRONG, WEAK = "strong", "weak"
REACH = 6
"""Within as many words a verb governs a noun that is ordinary otherwise, or a word describes one."""


class Objects(Kind):
    """Nouns, what may stand before them, which verbs may govern them, and what may follow.

    Settings:

    * `nouns`; `ordinary_nouns`, which count only near one of the verbs `governing` or with `of_word` and one of
      `of_persons` after them; `unless`, phrases in which either is something else;
    * `verbs`, every form of those that are neutral; `not_verbs`, words that end in one of `verb_endings` and are no
      verbs; `modals`, after which a verb stands;
    * `leading`, words that may stand within the noun's own phrase (articles, numbers); `possessives`, which end it;
      `linking`, words that may stand before it (prepositions, conjunctions, pronouns, days); `measures`, which after
      one of `numbers` say how long it is; `within`, prepositions that may stand before it only after one of
      `subjects`;
    * `of`, phrases that may follow after `of_word`, and `then`, words that may follow those;
    * `describing`, phrases that may not follow, nor after one of `relative`; `being`, after which, and after words
      of `passing`, only one of `verbs` or `states` may stand; `around`, words that describe in the same clause after
      it; `beside`, phrases that describe wherever they stand in its sentence.
    """

    def __init__(self, settings: Mapping[str, Any]) -> None:
        self._nouns = (
            *((noun, STRONG) for noun in settings["nouns"]),
            *((noun, WEAK) for noun in settings["ordinary_nouns"]),
        )
        self._unless = lexicon_of(settings["unless"])
        self._verbs = _words(settings["verbs"])
        self._governing = _words(settings["governing"])
        self._leading = _words(settings["leading"])
        self._possessives = _words(settings["possessives"])
        self._linking = _words(settings["linking"])
        self._not_verbs = _words(settings["not_verbs"])
        self._verb_endings = tuple(settings["verb_endings"])
        self._modals = _words(settings["modals"])
        self._measures = _words(settings["measures"])
        self._numbers = _words(settings["numbers"])
        self._within = _words(settings["within"])
        self._subjects = _words(settings["subjects"])
        self._of_word = normal(settings["of_word"])
        self._of = lexicon_of(settings["of"])
        self._of_persons = lexicon_of(settings["of_persons"])
        self._then = _words(settings["then"])
        self._relative = _words(settings["relative"])
        self._describing = lexicon_of(settings["describing"])
        self._being = _words(settings["being"])
        self._passing = _words(settings["passing"])
        self._states = _words(settings["states"])
        self._around = lexicon_of(settings["around"])
        self._beside = lexicon_of(settings["beside"])

    def triggers(self) -> Iterable[tuple[str, object]]:
        """The nouns."""
        return self._nouns

    def judge(self, passage: Passage, hit: Hit[object]) -> Span | None:
        """What describes the noun, or the verb that may not govern it; together with the noun."""
        first, last = hit.first, hit.last
        if self._unless.covers(passage, first, last):
            return None
        if hit.meaning == WEAK and not self._governed(passage, first, last):
            return None
        before = self._before(passage, first)
        if before is not None:
            return words_of(passage, before, last)
        after = self._after(passage, last)
        if after is not None:
            return words_of(passage, first, after)
        return self._accompanied(passage, first, last)

    def _accompanied(self, passage: Passage, first: int, last: int) -> Span | None:
        """The noun with what describes it elsewhere in its sentence."""
        begin, end = passage.sentence(first)
        for hit in self._beside.within(passage, begin, end):
            return words_of(passage, min(first, hit.first), max(last, hit.last))
        return None

    def _governed(self, passage: Passage, first: int, last: int) -> bool:
        """Whether an ordinary noun counts, for a verb near it in the same clause or for whom it is of."""
        if passage.words[last : last + 1] == [self._of_word]:
            return self._of_persons.beginning(passage, last + 1) or self._near_a_verb(passage, first)
        return self._near_a_verb(passage, first)

    def _near_a_verb(self, passage: Passage, first: int) -> bool:
        before = range(first - 1, max(first - REACH, 0) - 1, -1)
        after = range(first, min(first + REACH, len(passage.words) - 1))
        for at in itertools.takewhile(passage.joined, before):
            if passage.words[at] in self._governing:
                return True
        return any(
            passage.words[at + 1] in self._governing for at in itertools.takewhile(passage.joined, after)
        )

    def _before(self, passage: Passage, first: int) -> int | None:
        """The word before the noun that may not stand there, or None."""
        at, closed = first - 1, False
        while at >= 0 and not closed and passage.joined(at):
            word = passage.words[at]
            if word in self._possessives or _possessive(passage, at):
                closed = True
            elif word not in self._leading or (word in self._relative and at < first - 1):
                break
            elif self._measured(passage, at) or self._compound(passage, at):
                return at - 1
            at -= 1
        if at < 0 or not passage.joined(at):
            return None
        if passage.words[at] in self._within and not (at > 0 and passage.words[at - 1] in self._subjects):
            return at
        if closed or at < first - 1:
            return at if self._governs_wrongly(passage, at) else None
        return at if self._describes(passage, at) else None

    def _measured(self, passage: Passage, at: int) -> bool:
        """Whether a word and the number before it say how long something is."""
        if at == 0 or passage.words[at] not in self._measures or not passage.joined(at - 1):
            return False
        before = passage.words[at - 1]
        return before in self._numbers or before[0].isdigit()

    def _compound(self, passage: Passage, at: int) -> bool:
        """Whether a word is the second half of one that is no number."""
        if at == 0 or passage.gap(at - 1) != HYPHEN or passage.words[at] in self._linking:
            return False
        return passage.words[at - 1] not in self._leading

    def _describes(self, passage: Passage, at: int) -> bool:
        """Whether the word directly before a noun is an adjective: whatever is not known to be something else."""
        word = passage.words[at]
        if passage.gap(at).strip():
            return passage.gap(at).strip() == HYPHEN
        if word == CAST:
            return False
        if word not in self._verbs and word not in self._linking:
            return True
        return at > 0 and _hyphened(passage.gap(at - 1))

    def _governs_wrongly(self, passage: Passage, at: int) -> bool:
        """Whether the word before a noun's phrase is a verb that may not govern it."""
        word = passage.words[at]
        if word in self._verbs or word in self._linking or word in self._not_verbs or word == CAST:
            return False
        if passage.gap(at).strip():
            return False
        if word.endswith(self._verb_endings):
            return True
        return at > 0 and passage.joined(at - 1) and passage.words[at - 1] in self._modals

    def _after(self, passage: Passage, last: int) -> int | None:
        """The first word after those that may not follow the noun, or None."""
        end, well = self._complement(passage, last)
        return self._described(passage, last, end) if well else min(end + 1, len(passage.words))

    def _complement(self, passage: Passage, at: int) -> tuple[int, bool]:
        """The first word after whom or what it is of, if that is told here, and whether it may be of that."""
        if at >= len(passage.words) or not passage.joined(at - 1) or passage.words[at] != self._of_word:
            return at, True
        hits = [hit.last for hit in self._of.within(passage, at + 1, at + 5) if hit.first == at + 1]
        end = max(hits, default=at + 1)
        return end, bool(hits) and not self._runs_on(passage, end)

    def _runs_on(self, passage: Passage, at: int) -> bool:
        """Whether what follows a complement belongs to it still."""
        if at >= len(passage.words) or passage.gap(at - 1).strip():
            return False
        word = passage.words[at]
        if word == CAST or word in self._then or word in self._verbs or word in self._linking:
            return False
        return word not in self._being and word not in self._relative

    def _described(self, passage: Passage, last: int, end: int) -> int | None:
        if end >= len(passage.words) or not passage.joined(end - 1):
            return None
        found = self._description(passage, end)
        if found is not None:
            return found
        at = end + 1 if passage.words[end] in self._relative else end
        if at > end and at < len(passage.words) and self._describing.beginning(passage, at):
            return at + 1
        return self._stated(passage, at) or self._surrounded(passage, last, end)

    def _description(self, passage: Passage, at: int) -> int | None:
        """The first word after a phrase that describes and begins at a word, if one does."""
        hits = self._describing.within(passage, at, at + 4)
        return max((hit.last for hit in hits if hit.first == at), default=None)

    def _stated(self, passage: Passage, at: int) -> int | None:
        """The word after `is` or `was` that says what it is like."""
        words = passage.words
        if at + 1 >= len(words) or words[at] not in self._being or not passage.joined(at):
            return None
        at += 1
        while at < len(words) and (words[at] in self._passing or words[at] in self._being):
            if not passage.joined(at):
                return None
            at += 1
        if at >= len(words) or words[at] == CAST:
            return None
        if words[at] == self._of_word:
            end, well = self._complement(passage, at)
            return self._description(passage, end) if well else min(end + 1, len(words))
        known = self._verbs, self._states, self._linking, self._leading, self._possessives
        return None if any(words[at] in each for each in known) else at + 1

    def _surrounded(self, passage: Passage, last: int, end: int) -> int | None:
        """The word of the same clause that says where or how."""
        at = last
        while (
            at < len(passage.words)
            and at < end + REACH
            and passage.joined(at - 1)
            and "," not in passage.gap(at - 1)
        ):
            for hit in self._around.at(passage, at):
                return hit.last
            at += 1
        return None


def _words(words: Iterable[str]) -> frozenset[str]:
    return frozenset(normal(word) for word in words)


def _hyphened(gap: str) -> bool:
    """Whether a hyphen stands directly after a word: no dash, which has a space before it."""
    return gap.startswith(HYPHEN) and gap.strip() == HYPHEN


def _possessive(passage: Passage, at: int) -> bool:
    raw = passage.raw(at)
    return raw.endswith("'s") or (raw.endswith("s") and passage.gap(at).startswith("'")) or raw[0] == "{"
