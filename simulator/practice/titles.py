"""What a rule decides, in a few words: its question, and what is called for."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from simulator.errors.text import clean
from simulator.practice.verdicts import depends

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from simulator.model.questions import Question, Rule

MOST_NAMED = 2
BY_THE_FACTS = "as the facts have it"


def titles_of(
    question: Question, rules: Sequence[Rule], called_for: Mapping[str, tuple[str, ...]]
) -> Mapping[str, str]:
    """A title for each of the rules of one question, cleaned; of those that call for the same, no two are alike."""
    told = {rule.rule: _told(question, rule, called_for[rule.rule]) for rule in rules}
    times = Counter(told.values())
    return {
        name: clean(f"{question.title}: {_apart(called, name) if times[called] > 1 else called}")
        for name, called in told.items()
    }


def _told(question: Question, rule: Rule, called_for: tuple[str, ...]) -> str:
    """What is called for; where that is much, or some of it at some facts only, that it is as they have it."""
    settled = len(called_for) == 1 or not (question.several and depends(rule))
    if not settled or not 0 < len(called_for) <= MOST_NAMED:
        return BY_THE_FACTS
    joined = " and " if question.several else " or "
    return joined.join(question.label(option) for option in called_for)


def _apart(called: str, rule: str) -> str:
    words = _own_words(rule)
    return called if words.casefold() == called.casefold() else f"{called} ({words})"


def _own_words(rule: str) -> str:
    """What the id of a rule says beside its question: authors name rules by what they are about."""
    return rule.rpartition(".")[2].replace("-", " ").replace("_", " ")
