"""For every rule two possible cases that differ in one fact and in what is expected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.model.document import document_of
from simulator.rules.flips.changing import changed
from simulator.rules.flips.near_misses import near_misses

if TYPE_CHECKING:
    from simulator.rules.engine import Engine

CHECKED = 3


def test_every_rule_has_near_misses_where_its_question_does_not_always_expect_the_same(
    engine: Engine,
) -> None:
    for name, rule in engine.guidance.rules.items():
        found = near_misses(engine, name)
        assert bool(found) is not _always_expects_the_same(engine, rule.question), name
        for near in found[:CHECKED]:
            assert near.one.rule == name
            for side in (near.one, near.other):
                decision = engine.decide(
                    near.question, near.subject, engine.read_facts(document_of(side.facts))
                )
                expected = decision.with_verdict("expected") if decision is not None else ()
                assert expected == side.expected, name
            assert set(near.one.expected) != set(near.other.expected), name
            whole = near if near.change.before != "absent" or "." in near.change.fact else near.turned()
            assert changed(whole.one.facts, [whole.change]) == {**whole.other.facts}, name


def _always_expects_the_same(engine: Engine, question: str) -> bool:
    if engine.guidance.questions[question].asked_when is not None:
        return False
    cells = [
        (option, branch.ruling.verdict == "expected")
        for rule in engine.guidance.rules_of(question)
        for option, cell in rule.options.items()
        for branch in cell
    ]
    return len(set(cells)) == len(engine.guidance.questions[question].options)
