"""Decisions as data and as text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.model.document import document_of
from simulator.model.questions import BASES, VERDICTS
from tests.model.drawing import possible_facts

if TYPE_CHECKING:
    from hypothesis.strategies import DataObject

    from simulator.rules.engine import Engine
    from simulator.rules.facts import Facts

PHASES = (None, "report", "assessment", "outcome")


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_every_option_of_every_decision_has_exactly_one_verdict(engine: Engine, data: DataObject) -> None:
    facts = _drawn(engine, data)
    decisions = engine.assess(facts)
    assert decisions
    for decision in decisions:
        question = engine.guidance.questions[decision.question]
        assert list(decision.options) == [option.option for option in question.options]
        assert {ruling.verdict for ruling in decision.options.values()} <= set(VERDICTS)
        assert {ruling.basis for ruling in decision.options.values()} <= set(BASES)
        assert all(ruling.citations and ruling.why for ruling in decision.options.values())
        assert all(ruling.rule == decision.rule for ruling in decision.options.values())
    asked = [(decision.question, decision.subject) for decision in decisions]
    assert len(set(asked)) == len(asked)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_a_decision_as_text_is_its_data_as_json(engine: Engine, data: DataObject) -> None:
    for decision in engine.assess(_drawn(engine, data)):
        assert decision.as_text() == json.dumps(decision.as_data(), ensure_ascii=False)


@pytest.mark.parametrize("phase", PHASES)
def test_an_answer_has_the_shape_of_the_contract(engine: Engine, phase: str | None) -> None:
    facts = _two(engine, 'with "quotes" and ümlaut')
    answer: Any = json.loads(engine.answer_text(facts, phase))
    head = {"format": "assessment/1", "guidance": "derbyshire-2016", "case": 'with "quotes" and ümlaut'}
    if phase is not None:
        head["phase"] = phase
    decisions = answer.pop("decisions")
    assert answer == head
    assert decisions == [decision.as_data() for decision in engine.assess(facts, phase)]
    for decision in decisions:
        keys = ["question", "subject", "several", "silent", "silence", "options"]
        assert list(decision) == [key for key in keys if key != "silence" or decision["silent"]]
        for ruling in decision["options"].values():
            assert list(ruling) == ["verdict", "basis", "citations", "rule", "why"]


def test_an_answer_may_bear_the_name_of_the_case(engine: Engine) -> None:
    assert json.loads(engine.answer_text(_two(engine), case="monday"))["case"] == "monday"


def test_a_silent_decision_says_why_the_guidance_gives_no_answer(engine: Engine) -> None:
    data = _data() | {"consensual": False}
    decision = engine.decide("concern", "A", engine.read_facts(document_of(data)))
    assert decision is not None
    assert (decision.silent, decision.rule) == (True, "concern.not-consensual")
    assert decision.as_data()["silence"] == decision.silence
    assert decision.silence


def test_a_decision_tells_its_options_of_one_verdict_in_the_order_of_the_question(engine: Engine) -> None:
    decision = engine.decide("enquiries", "case", _two(engine))
    assert decision is not None
    assert decision.with_verdict("expected") == ("police_systems", "social_care_systems")
    assert decision.with_verdict("acceptable") == ()
    assert (decision.several, decision.silent) == (True, False)


@pytest.mark.parametrize(
    ("question", "subject"), [("deletion", "A"), ("role", "Z"), ("role", "case"), ("response", "A")]
)
def test_what_is_not_asked_is_not_decided(engine: Engine, question: str, subject: str) -> None:
    assert engine.decide(question, subject, _two(engine)) is None


def test_each_question_is_asked_about_its_own_subjects(engine: Engine) -> None:
    data = _data()
    data["people"].append({"id": "D", "age": 30, "acts": ["reported"]})
    facts = engine.read_facts(document_of(data))
    assert engine.subjects("role", facts) == ["A", "B"]
    assert engine.subjects("response", facts) == ["case"]
    kinds = "adult_involvement onward_forwarding force fraud exploitation bullying previous_warning"
    assert engine.subjects("factor_grade", facts) == kinds.split()


def test_the_quotes_of_a_ruling_are_exact_parts_of_what_it_cites(engine: Engine) -> None:
    for decision in engine.assess(_two(engine)):
        for ruling in decision.options.values():
            assert {quote.paragraph for quote in ruling.quotes} == set(ruling.citations)
            for quote in ruling.quotes:
                assert quote.quote in engine.guidance.paragraphs[quote.paragraph].text


def _data(name: str = "two-friends") -> dict[str, Any]:
    people = [
        {"id": "A", "age": 14, "home": "city", "acts": ["took_own", "shared_own"]},
        {"id": "B", "age": 13, "home": "county", "acts": ["kept_other"]},
    ]
    return {"format": "case-facts/1", "id": name, "people": people}


def _two(engine: Engine, name: str = "two-friends") -> Facts:
    return engine.read_facts(document_of(_data(name)))


def _drawn(engine: Engine, data: DataObject) -> Facts:
    return engine.read_facts(document_of(data.draw(possible_facts())))
