"""Rules of words and phrases."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from simulator.authoring.prose.kinds import Kind, Span, words_of
from simulator.authoring.prose.lexicon import Lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from simulator.authoring.prose.lexicon import Hit
    from simulator.authoring.prose.passage import Passage


@dataclass(frozen=True, slots=True)
class Group:
    """Phrases that are judged alike.

    `unless`: they pass inside one of these, save where one of `but_with` stands in the sentence. `only_with`: they
    count only where one of these stands in the sentence. `after`, `before`: only directly after or before one of
    these; `not_after`, `not_before`: never there. `capital`: only where their last word has one.
    """

    unless: Lexicon[None]
    but_with: Lexicon[None]
    only_with: Lexicon[None]
    after: Lexicon[None]
    before: Lexicon[None]
    not_after: Lexicon[None]
    not_before: Lexicon[None]
    capital: bool

    def holds(self, passage: Passage, first: int, last: int) -> bool:
        """Whether words that stand there count."""
        if self.capital and not passage.capital(last - 1):
            return False
        if (self.after or self.before) and not (
            self.after.ending(passage, first) or self.before.beginning(passage, last)
        ):
            return False
        if self.not_after.ending(passage, first) or self.not_before.beginning(passage, last):
            return False
        if self.only_with and not _in_sentence(self.only_with, passage, first):
            return False
        if not self.unless.covers(passage, first, last):
            return True
        return bool(self.but_with) and _in_sentence(self.but_with, passage, first)


class Terms(Kind):
    """Groups of phrases; each that counts is at fault."""

    def __init__(self, settings: Mapping[str, Any]) -> None:
        self._triggers = [
            (phrase, group)
            for each in settings["groups"]
            for group in (_group(each),)
            for phrase in each["terms"]
        ]

    def triggers(self) -> Iterable[tuple[str, object]]:
        """The phrases."""
        return self._triggers

    def judge(self, passage: Passage, hit: Hit[object]) -> Span | None:
        """The phrase itself, where it counts."""
        first, last = hit.first, hit.last
        if cast("Group", hit.meaning).holds(passage, first, last):
            return words_of(passage, first, last)
        return None


def lexicon_of(texts: Iterable[str]) -> Lexicon[None]:
    """Phrases without a meaning."""
    return Lexicon((text, None) for text in texts)


def _group(data: Mapping[str, Any]) -> Group:
    return Group(
        lexicon_of(data.get("unless", ())),
        lexicon_of(data.get("but_with", ())),
        lexicon_of(data.get("only_with", ())),
        lexicon_of(data.get("after", ())),
        lexicon_of(data.get("before", ())),
        lexicon_of(data.get("not_after", ())),
        lexicon_of(data.get("not_before", ())),
        bool(data.get("capital", False)),
    )


def _in_sentence(lexicon: Lexicon[None], passage: Passage, at: int) -> bool:
    first, last = passage.sentence(at)
    return any(True for _ in lexicon.within(passage, first, last))
