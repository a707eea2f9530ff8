"""A copy of a guidance with one fault in its rules."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from simulator.model.world import CASE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.guidance.guidance import Guidance
    from simulator.model.conditions import Condition
    from simulator.model.questions import Branch, Question, Rule


@dataclass(frozen=True, slots=True)
class Mutant:
    """A guidance altered in one `place` by one `operator`; both are named for people."""

    operator: str
    place: str
    guidance: Guidance


def with_rules(guidance: Guidance, *rules: Rule) -> Guidance:
    """The guidance with rules in the place of those of their ids, or beside the others."""
    return replace(guidance, rules={**guidance.rules, **{rule.rule: rule for rule in rules}})


def without_rule(guidance: Guidance, name: str) -> Guidance:
    """The guidance without a rule; what yielded to it yields to those to which it yielded."""
    heirs = guidance.rules[name].yields_to
    left = {
        each: replace(rule, yields_to=_handed_down(rule.yields_to, name, heirs))
        for each, rule in guidance.rules.items()
        if each != name
    }
    return replace(guidance, rules=left)


def _handed_down(yields_to: tuple[str, ...], name: str, heirs: tuple[str, ...]) -> tuple[str, ...]:
    handed = [other for each in yields_to for other in (heirs if each == name else (each,))]
    return tuple(dict.fromkeys(handed))


def with_cell(guidance: Guidance, rule: Rule, option: str, cell: Sequence[Branch]) -> Guidance:
    """The guidance with another cell for one option of a rule."""
    return with_rules(guidance, replace(rule, options={**rule.options, option: tuple(cell)}))


def with_definition(guidance: Guidance, name: str, when: Condition) -> Guidance:
    """The guidance with a definition altered."""
    world = guidance.world
    definition = replace(world.definitions[name], when=when)
    return replace(guidance, world=replace(world, definitions={**world.definitions, name: definition}))


def with_question(guidance: Guidance, question: Question) -> Guidance:
    """The guidance with a question in the place of the one of its id."""
    return replace(guidance, questions={**guidance.questions, question.question: question})


def only(guidance: Guidance, question: str) -> Guidance:
    """The guidance as far as it decides one question."""
    rules = {rule.rule: rule for rule in guidance.rules_of(question)}
    return replace(guidance, questions={question: guidance.questions[question]}, rules=rules)


def subject_of(question: Question) -> str:
    """What `this` stands for in the rules of a question: the case, an entity or an enumeration."""
    subjects = question.subjects
    return {"case": CASE, "elements": subjects.entity, "values": subjects.enumeration}[subjects.kind]
