"""Checks prose by the rules that a guidance declares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from simulator.authoring.prose.addresses import Addresses
from simulator.authoring.prose.dates import Dates
from simulator.authoring.prose.exemptions import Exemptions
from simulator.authoring.prose.letters import Letters
from simulator.authoring.prose.lexicon import Hit, Lexicon
from simulator.authoring.prose.objects import Objects
from simulator.authoring.prose.passage import Passage
from simulator.authoring.prose.postcodes import Postcodes
from simulator.authoring.prose.quotations import Quotations
from simulator.authoring.prose.surnames import Surnames
from simulator.authoring.prose.telephones import Telephones
from simulator.authoring.prose.terms import Terms

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from simulator.authoring.prose.kinds import Kind, Span
    from simulator.guidance.guidance import Guidance
    from simulator.guidance.prose import ProseRule

KINDS: Mapping[str, Callable[[Mapping[str, Any]], Kind]] = {
    "terms": Terms,
    "objects": Objects,
    "quotations": Quotations,
    "telephones": Telephones,
    "postcodes": Postcodes,
    "dates": Dates,
    "addresses": Addresses,
    "surnames": Surnames,
    "letters": Letters,
}
"""The machinery of every kind of rule. What its settings mean stands with it."""

MOST_SHOWN = 80
TextKind = Literal["narrative", "title", "discussion", "manifest"]
"""What a text is for: a block of a case, a title, a question of the discussion, or words of a pack about itself."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What is wrong in a text: `start` and `end` are offsets of characters in it."""

    code: str
    start: int
    end: int
    message: str
    fix: str


class _Meaning(NamedTuple):
    rule: int
    meaning: object


class ProseChecker:
    """The rules of prose of a guidance, made ready once for any number of texts.

    `own_names` are a pack's invented names of schools, streets or officers, which no rule reaches.
    """

    def __init__(self, guidance: Guidance, *, own_names: Collection[str] = ()) -> None:
        self._rules = guidance.prose
        self._kinds: list[Kind] = [KINDS[rule.kind](rule.settings) for rule in self._rules]
        self._lexicon: Lexicon[_Meaning] = Lexicon()
        for number, kind in enumerate(self._kinds):
            for phrase, meaning in kind.triggers():
                self._lexicon.add(phrase, _Meaning(number, meaning))
        self._exemptions = Exemptions(guidance, own_names)

    def check(
        self,
        text: str,
        cast: Collection[str] = (),
        *,
        of: TextKind = "narrative",
        allowed: Callable[[str, str], bool] | None = None,
    ) -> list[Remark]:
        """Everything that is wrong in a `text` of a kind, in the order of its characters.

        `cast` are the first names of those whose case it is. `allowed` says of a question and an option whether
        the facts allow it; without it nothing that a rule makes depend on the facts is allowed.
        """
        passage = Passage(text, cast)
        found: set[tuple[int, Span]] = {*self._judged(passage), *self._swept(passage)}
        if not found:
            return []
        exempt = self._exemptions.spans(passage)
        remarks = [
            self._remark(self._rules[number], passage, span)
            for number, span in _widest(found)
            if of not in self._rules[number].not_in
            and not self._is_exempt(number, span, exempt)
            and not _permitted(self._rules[number], allowed)
        ]
        return sorted(remarks, key=lambda remark: (remark.start, remark.end, remark.code))

    def _judged(self, passage: Passage) -> Iterator[tuple[int, Span]]:
        lexicon, kinds = self._lexicon, self._kinds
        known = enumerate(map(lexicon.known.__getitem__, passage.words))
        for at, phrases in [each for each in known if each[1]]:
            for phrase, (number, meaning) in phrases:
                words = phrase.span(passage, at)
                span = kinds[number].judge(passage, Hit(*words, meaning)) if words is not None else None
                if span is not None:
                    yield number, span
        for first, last, word in passage.broken():
            for number, meaning in lexicon.of_word(word):
                span = kinds[number].judge(passage, Hit(first, last, meaning))
                if span is not None:
                    yield number, span

    def _swept(self, passage: Passage) -> Iterator[tuple[int, Span]]:
        for number, kind in enumerate(self._kinds):
            for span in kind.sweep(passage):
                yield number, span

    def _is_exempt(self, number: int, span: Span, exempt: Sequence[Span]) -> bool:
        """Whether a span lies in one that no rule reaches; of a name it is enough that the two overlap."""
        if self._rules[number].kind == "surnames":
            return any(start < span[1] and span[0] < end for start, end in exempt)
        return any(start <= span[0] and span[1] <= end for start, end in exempt)

    def _remark(self, rule: ProseRule, passage: Passage, span: Span) -> Remark:
        start, end = span if rule.kind == "letters" else passage.folded.origin(*span)
        found = " ".join(passage.text[start:end].split())
        shown = found if len(found) <= MOST_SHOWN else found[: MOST_SHOWN - 1] + "…"
        return Remark(rule.code, start, end, rule.message.replace("{found}", shown), rule.fix)


def _permitted(rule: ProseRule, allowed: Callable[[str, str], bool] | None) -> bool:
    permission = rule.permitted_by
    return permission is not None and allowed is not None and allowed(permission.question, permission.option)


def _widest(found: set[tuple[int, Span]]) -> Iterator[tuple[int, Span]]:
    """Of the spans of one rule that overlap the first and widest."""
    rule, reached = -1, 0
    for number, (start, end) in sorted(found, key=lambda each: (each[0], each[1][0], -each[1][1])):
        if number != rule:
            rule, reached = number, -1
        if start >= reached:
            yield number, (start, end)
            reached = end
