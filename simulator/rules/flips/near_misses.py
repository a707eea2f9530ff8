"""Near misses: two possible cases that differ in one fact and in what is expected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from simulator.errors.faults import InputFault
from simulator.model.document import document_of
from simulator.rules.construction import facts_at
from simulator.rules.deciding import holding, wins
from simulator.rules.exactness import prove_question
from simulator.rules.facts import FactsReader
from simulator.rules.flips.changing import changed, single_changes
from simulator.rules.flips.flip import Change

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from simulator.model.questions import Rule
    from simulator.rules.engine import Engine
    from simulator.rules.exactness import Exactness
    from simulator.rules.facts import Facts


@dataclass(frozen=True, slots=True)
class Side:
    """One of two cases: its facts, the rule that decides there (None where it is not asked), what is expected."""

    facts: Mapping[str, Any]
    rule: str | None
    expected: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NearMiss:
    """Two possible cases, the one decided by the rule asked for; `change` makes the other out of it."""

    question: str
    subject: str
    one: Side
    other: Side
    change: Change

    def turned(self) -> NearMiss:
        """The same seen from the other side."""
        change = Change(self.change.fact, self.change.after, self.change.before)
        return NearMiss(self.question, self.subject, self.other, self.one, change)


def near_misses(engine: Engine, rule: str) -> tuple[NearMiss, ...]:
    """Near misses of a rule beside small facts, those first that differ least.

    Empty where none was found: so for a question of which the same is expected whatever the facts. Raises
    KeyError for an unknown rule, and BeyondProof for rules of a form of which nothing can be proved.
    """
    wanted = engine.guidance.rules[rule]
    others = (each for each in engine.guidance.rules_of(wanted.question) if each.rule != rule)
    for decider in (wanted, *others):
        for facts in _witnesses(engine, decider):
            near = [
                each for each in _around(engine, decider, facts) if rule in (each.one.rule, each.other.rule)
            ]
            if near:
                found = [each if each.one.rule == rule else each.turned() for each in near]
                return tuple(sorted(found, key=_difference))
    return ()


def _witnesses(engine: Engine, rule: Rule) -> Iterator[Facts]:
    """Facts that a rule decides, the smallest first."""
    found = _proved(engine, rule.question)
    reader = FactsReader(engine.compiled)
    here = holding(engine.guidance.questions[rule.question], wins(engine.guidance, rule))
    points = found.wins.get(rule.rule, ())
    shown = [facts_at(reader, region, mask, here, rule.rule) for region, mask in points]
    for data in sorted((each for each in shown if each is not None), key=lambda each: len(str(each))):
        yield engine.read_facts(document_of(data))


_kept: WeakKeyDictionary[Engine, dict[str, Exactness]] = WeakKeyDictionary()


def _proved(engine: Engine, question: str) -> Exactness:
    kept = _kept.setdefault(engine, {})
    if question not in kept:
        kept[question] = prove_question(engine.guidance, engine.compiled, engine.guidance.questions[question])
    return kept[question]


def _around(engine: Engine, rule: Rule, facts: Facts) -> Iterator[NearMiss]:
    """The near misses beside facts of whatever subjects a rule decides there."""
    for subject in engine.subjects(rule.question, facts):
        decision = engine.decide(rule.question, subject, facts)
        if decision is not None and decision.rule == rule.rule:
            yield from _beside(engine, rule.question, subject, facts)


def _beside(engine: Engine, question: str, subject: str, facts: Facts) -> Iterator[NearMiss]:
    one = _side(engine, question, subject, facts)
    for change in single_changes(engine.guidance, engine.guidance.questions[question], facts):
        try:
            near = engine.read_facts(document_of(changed(facts.data, [change])))
        except InputFault:
            continue
        other = _side(engine, question, subject, near)
        if set(other.expected) != set(one.expected):
            yield NearMiss(question, subject, one, other, change)


def _side(engine: Engine, question: str, subject: str, facts: Facts) -> Side:
    decision = engine.decide(question, subject, facts)
    if decision is None:
        return Side(facts.data, None, ())
    return Side(facts.data, decision.rule, decision.with_verdict("expected"))


def _difference(near: NearMiss) -> tuple[bool, int]:
    """Cases in both of which the question is asked come first, then those that differ in fewer options."""
    return near.other.rule is None, len(set(near.one.expected) ^ set(near.other.expected))
