"""Rules of speech: what some speakers said or wrote stands in no quotation marks, and in no other words of theirs."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Any

from simulator.authoring.prose.kinds import Kind
from simulator.authoring.prose.passage import CAST, STOPS, normal
from simulator.authoring.prose.terms import lexicon_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from simulator.authoring.prose.kinds import Span
    from simulator.authoring.prose.lexicon import Hit
    from simulator.authoring.prose.passage import Passage

QUOTED = re.compile(
    r'"(?P<double>[^"]*)(?:"|\Z)|(?<![^\W_])(?<!\')\'(?=[^\s\'])(?P<single>(?:[^\'"]|\'(?=[^\W_])){0,600})\'(?![^\W_])'
)
PAUSE = re.compile(r",|\s-+\s")
NEAR = 12
BEFORE_A_COLON = 5
LOOKED_BACK = 40


class Quotations(Kind):
    """Quoted speech and written messages.

    Settings: `speaking` and `writing`, verbs; `messages`, what is written; `others`, speakers who may be quoted;
    `speakers`, nouns of those who may not (names of the cast are added); `pronouns`, which stand for whoever was
    named last; `naming`, words before a name in quotation marks; `personal`, words that show that somebody is
    speaking; `between`, words that may stand between a verb and a colon; `not_after`, words after which a verb
    introduces no speech; `opening`, words that after a verb of writing begin what was written; `telling`, verbs of
    speech after which, and after those of writing, speech may stand after a comma or a dash; `commanding`, words
    that begin such speech.
    """

    def __init__(self, settings: Mapping[str, Any]) -> None:
        self._speaking = _words(settings["speaking"])
        self._writing = _words(settings["writing"])
        self._messages = _words(settings["messages"])
        self._others = _words(settings["others"])
        self._speakers = _words(settings["speakers"]) | {CAST}
        self._pronouns = _words(settings["pronouns"])
        self._naming = lexicon_of(settings["naming"])
        self._personal = _words(settings["personal"])
        self._between = _words(settings["between"])
        self._not_after = _words(settings["not_after"])
        self._opening = _words(settings["opening"])
        self._telling = _words(settings["telling"])
        self._commanding = _words(settings["commanding"])

    def triggers(self) -> Iterable[tuple[str, object]]:
        """Verbs and nouns after which what was said may stand without quotation marks."""
        return [(word, None) for word in sorted(self._speaking | self._writing | self._messages)]

    def sweep(self, passage: Passage) -> Iterator[Span]:
        """Quoted speech."""
        if '"' not in passage.plain and "'" not in passage.plain:
            return
        for found in QUOTED.finditer(passage.plain):
            first, last = self._inside(passage, *found.span())
            if first < last and self._spoken(passage, first, last):
                yield found.span()

    def judge(self, passage: Passage, hit: Hit[object]) -> Span | None:
        """What was written or said, told in its own words without quotation marks."""
        first, last = hit.first, hit.last
        if last >= len(passage.words):
            return None
        if first > 0 and passage.words[first - 1] in self._not_after and passage.joined(first - 1):
            return None
        began = self._began(passage, first, last)
        if began is None:
            return None
        at, telling = began
        if not (self._may_not_be_quoted(passage, first, telling) or self._of_nobody(passage, first)):
            return None
        return passage.starts[first], passage.ends[passage.sentence(at)[1] - 1]

    def _began(self, passage: Passage, first: int, last: int) -> tuple[int, bool] | None:
        """The word with which speech without quotation marks begins, and whether it can be nothing but speech."""
        if '"' in passage.gap(last - 1):
            return None
        word = passage.words[first]
        written = word in self._writing
        colon = self._colon(passage, last)
        if colon is not None:
            end = min(passage.sentence(colon)[1], colon + NEAR)
            telling = self._is_telling(passage, colon, end)
            return (colon, telling) if telling or (written and word not in self._messages) else None
        told = self._told(passage, last) if written or word in self._telling else None
        if told is not None:
            return told, True
        at = last
        while at < len(passage.words) and at < last + 2 and passage.words[at] in self._speaking:
            at += 1  # a message saying, a text that read
        if (not written and at == last) or at >= len(passage.words) or not passage.joined(at - 1):
            return None
        return (at, False) if passage.words[at] in self._opening else None

    def _is_telling(self, passage: Passage, first: int, last: int) -> bool:
        """Whether words are such as only a speaker says."""
        return passage.words[first] in self._commanding or self._any(passage, first, last, self._personal)

    def _colon(self, passage: Passage, last: int) -> int | None:
        """The word after a colon that stands shortly after a verb, if one does."""
        for at in range(last, min(last + BEFORE_A_COLON, len(passage.words))):
            gap = passage.gap(at - 1)
            if ":" in gap:
                return None if '"' in gap or "'" in gap else at
            if not STOPS.isdisjoint(gap) or passage.words[at] not in self._between:
                return None
        return None

    def _told(self, passage: Passage, last: int) -> int | None:
        """The word after a comma or a dash with which speech begins, shortly after a verb."""
        for at in range(last, min(last + BEFORE_A_COLON, len(passage.words))):
            gap = passage.gap(at - 1)
            if not STOPS.isdisjoint(gap) or '"' in gap:
                return None
            if PAUSE.search(gap):
                return at if passage.words[at] in self._commanding else None
            if passage.words[at] not in self._between:
                return None
        return None

    def _inside(self, passage: Passage, start: int, end: int) -> tuple[int, int]:
        return bisect_left(passage.starts, start), bisect_left(passage.starts, end)

    def _spoken(self, passage: Passage, first: int, last: int) -> bool:
        """Whether the words from `first` to before `last`, which are quoted, are speech that may not be."""
        if self._naming.ending(passage, first):
            return False
        begin = self._first_before(passage, first)
        verb = self._verb(passage, begin, first, last)
        telling = self._is_telling(passage, first, last)
        if verb is not None:
            written = passage.words[verb] in self._writing
            return self._may_not_be_quoted(passage, verb, telling and written)
        around = self._any(passage, begin, first, self._speakers | self._pronouns) or self._any(
            passage, last, self._last_after(passage, last), self._speakers | self._pronouns
        )
        introduced = first > 0 and ":" in passage.gap(first - 1)
        if introduced and passage.words[first - 1] in self._speakers | self._messages:
            return True
        return telling and (around or begin == first)

    def _first_before(self, passage: Passage, first: int) -> int:
        begin = first
        while begin > 0 and begin > first - LOOKED_BACK:
            gap = passage.gap(begin - 1)
            if re.search(r"[.?!][\"')]*\s", gap) or "\n\n" in gap:
                break
            begin -= 1
        return begin

    def _last_after(self, passage: Passage, last: int) -> int:
        end = last
        while end < len(passage.words) and end < last + NEAR:
            end += 1
            if not {".", "!", "?", ";", '"'}.isdisjoint(passage.gap(end - 1)):
                break
        return end

    def _verb(self, passage: Passage, begin: int, first: int, last: int) -> int | None:
        """The verb or the message by which quoted words are introduced or followed."""
        known = self._speaking | self._writing | self._messages
        for at in range(first - 1, begin - 1, -1):
            if passage.words[at] in known:
                return at
        for at in range(last, self._last_after(passage, last)):
            if passage.words[at] in known:
                return at
        return None

    def _may_not_be_quoted(self, passage: Passage, verb: int, telling: bool) -> bool:
        """Whether whoever speaks by a verb, or whose message it is, may not be quoted.

        `telling` is what others do not write: then a pronoun is nobody of an earlier sentence.
        """
        persons = self._speakers | self._pronouns | self._others
        begin = self._first_before(passage, verb)
        at = next((each for each in range(verb - 1, begin - 1, -1) if passage.words[each] in persons), None)
        if at is None:
            end = self._last_after(passage, verb)
            at = next((each for each in range(verb + 1, end) if passage.words[each] in persons), None)
        if at is None:
            return self._any(passage, begin, verb + 1, self._messages)
        return self._is_speaker(passage, at, begin if telling else 0)

    def _of_nobody(self, passage: Passage, at: int) -> bool:
        """Whether a word is a message before which its sentence names nobody who may be quoted."""
        begin = self._first_before(passage, at)
        return passage.words[at] in self._messages and not self._any(passage, begin, at, self._others)

    def _is_speaker(self, passage: Passage, at: int, begin: int) -> bool:
        """Whether a person is one who may not be quoted.

        A pronoun is whoever was named last since the word `begin`, if anybody was.
        """
        word = passage.words[at]
        if word in self._others:
            return False
        if word not in self._pronouns:
            owner = at + 1 < len(passage.words) and passage.raw(at).endswith("'s")
            return not (owner and passage.words[at + 1] in self._others)
        for before in range(at - 1, max(at - LOOKED_BACK, begin) - 1, -1):
            if passage.words[before] in self._others:
                return False
            if passage.words[before] in self._speakers:
                return True
        return True

    def _any(self, passage: Passage, first: int, last: int, words: frozenset[str]) -> bool:
        return any(passage.words[at] in words for at in range(max(first, 0), min(last, len(passage.words))))


def _words(words: Iterable[str]) -> frozenset[str]:
    return frozenset(normal(word) for word in words)
