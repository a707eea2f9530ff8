"""The engine with the guidance pack, and the if-chain, answer alike whatever facts are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from simulator.errors.faults import InputFault
from simulator.model.document import document_of

from .answer import SEVERAL
from .drawing import possible_facts
from .oracle import answers
from .spoiling import SPOILERS, spoilt

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.rules.engine import Engine

    from .notation import Facts

Rulings = dict[str, tuple[str, str]]


def _engine_says(engine: Engine, facts: Facts) -> list[tuple[str, str, bool, bool, Rulings]]:
    return [
        (
            decision.question,
            decision.subject,
            decision.several,
            decision.silent,
            {option: (ruling.verdict, ruling.basis) for option, ruling in decision.options.items()},
        )
        for decision in engine.assess(engine.read_facts(document_of(facts)))
    ]


def _model_says(facts: Facts) -> list[tuple[str, str, bool, bool, Rulings]]:
    return [
        (
            answer.question,
            answer.subject,
            answer.question in SEVERAL,
            answer.silent,
            {option: (cell.verdict, cell.basis) for option, cell in answer.options.items()},
        )
        for answer in answers(facts)
    ]


@settings(max_examples=500, deadline=None)
@given(facts=possible_facts())
def test_every_decision_agrees(engine: Engine, facts: Facts) -> None:
    assert _engine_says(engine, facts) == _model_says(facts)


@pytest.mark.soak
@settings(max_examples=20_000, deadline=None)
@given(facts=possible_facts())
def test_every_decision_agrees_however_long_one_looks(engine: Engine, facts: Facts) -> None:
    assert _engine_says(engine, facts) == _model_says(facts)


@settings(max_examples=150, deadline=None)
@given(facts=possible_facts())
def test_every_explanation_holds_the_citations_of_the_model(engine: Engine, facts: Facts) -> None:
    decisions = engine.assess(engine.read_facts(document_of(facts)))
    for decision, answer in zip(decisions, answers(facts), strict=True):
        for option, cell in answer.options.items():
            assert set(cell.citations) <= set(decision.options[option].citations)


@settings(max_examples=150, deadline=None)
@given(facts=possible_facts())
def test_silence_is_explained_and_only_silence(engine: Engine, facts: Facts) -> None:
    for decision in engine.assess(engine.read_facts(document_of(facts))):
        assert bool(decision.silence) is decision.silent


@pytest.mark.parametrize("spoil", SPOILERS, ids=lambda spoil: spoil.__name__.strip("_"))
@settings(max_examples=15, deadline=None)
@given(facts=possible_facts())
def test_impossible_facts_are_refused(engine: Engine, spoil: Callable[[Facts], None], facts: Facts) -> None:
    with pytest.raises(InputFault):
        engine.read_facts(document_of(spoilt(facts, spoil)))
