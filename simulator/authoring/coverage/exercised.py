"""Which rules win in cases, which paragraphs these cite, and which options they expect."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from simulator.rules.deciding import facts_where, wins

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from simulator.authoring.coverage.moments import Moments
    from simulator.guidance.guidance import Guidance
    from simulator.rules.engine import Engine

Option = tuple[str, str]
"""A question and one of its options."""


@dataclass(frozen=True)
class Exercised:
    """In how many cases each rule wins, each paragraph is cited by a winning rule, each option expected."""

    rules: Mapping[str, int]
    paragraphs: Mapping[str, int]
    options: Mapping[Option, int]

    @property
    def missing_rules(self) -> list[str]:
        """The rules that win in no case."""
        return [name for name, number in self.rules.items() if not number]

    @property
    def missing_paragraphs(self) -> list[str]:
        """The paragraphs that no rule cites where it wins."""
        return [name for name, number in self.paragraphs.items() if not number]

    @property
    def missing_options(self) -> list[Option]:
        """The options that are expected of nobody."""
        return [option for option, number in self.options.items() if not number]


def exercised(guidance: Guidance, cases: Iterable[Moments]) -> Exercised:
    """What cases exercise; everything that the guidance has stands in it, in its order."""
    rules: Counter[str] = Counter()
    paragraphs: Counter[str] = Counter()
    options: Counter[Option] = Counter()
    for case in cases:
        ruled = {id(each.ruled): each.ruled for moment in case.moments for each in moment.decisions}
        rules.update({each.rule.rule for each in ruled.values()})
        paragraphs.update(
            {name for each in ruled.values() for said in each.options.values() for name in said.citations}
        )
        options.update(
            {
                (each.question.question, option)
                for each in ruled.values()
                for option, said in each.options.items()
                if said.verdict == "expected"
            }
        )
    return Exercised(
        {name: rules[name] for name in guidance.rules},
        {name: paragraphs[name] for name in guidance.paragraphs},
        {option: options[option] for option in _options(guidance)},
    )


def _options(guidance: Guidance) -> list[Option]:
    return [(name, each.option) for name, question in guidance.questions.items() for each in question.options]


def facts_of_rule(engine: Engine, name: str) -> Mapping[str, Any] | None:
    """Small facts at which a rule wins."""
    guidance = engine.guidance
    rule = guidance.rules[name]
    question = guidance.questions[rule.question]
    return facts_where(guidance, engine.compiled, question, wins(guidance, rule), name)


def can_be_cited(guidance: Guidance, paragraph: str) -> bool:
    """Whether any rule cites a paragraph: each rule, and each branch of its cells, applies to some facts."""
    return bool(guidance.rules_citing(paragraph))


def can_be_expected(guidance: Guidance, option: Option) -> bool:
    """Whether any rule expects an option."""
    question, name = option
    return any(
        branch.ruling.verdict == "expected"
        for rule in guidance.rules_of(question)
        for branch in rule.options[name]
    )
