"""The prover against brute force: what small facts show, it finds; and what it shows is real."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st

from simulator.errors.faults import InputFault
from simulator.model.document import document_of
from simulator.rules.checking import check_rules
from simulator.rules.compiled import CompiledWorld
from simulator.rules.engine import Engine
from simulator.rules.exactness import Exactness, prove_question
from simulator.rules.inlining import BeyondProof
from simulator.rules.source import guidance_source
from tests.rules.brute_force import applying, shown, subjects, winning
from tests.rules.drawn import conditions
from tests.rules.interpreter import Told
from tests.rules.library import WORLD, Row, claim, example_in, facts, library, plain_engine, reader, without

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hypothesis.strategies import DrawFn

ANYBODY = {"its": "years", "one_of": [0, 1, 2, 3]}
SUBJECTS = ("case", "readers", "grown_readers", "cards")


@st.composite
def questions(draw: DrawFn) -> tuple[str, list[Row]]:
    """A subject, and rules of which later ones may yield to earlier ones, often with one for the rest."""
    subject = draw(st.sampled_from(SUBJECTS))
    scope = "readers" if subject == "grown_readers" else subject
    rows: list[Row] = []
    for name in "abc"[: draw(st.integers(1, 3))]:
        earlier = [row.name for row in rows]
        yields = draw(st.lists(st.sampled_from(earlier), unique=True)) if earlier else []
        rows.append(Row(name, draw(conditions(scope, provable=True, depth=1)), tuple(yields)))
    if draw(st.booleans()):
        rows.append(Row("rest", "otherwise"))
    return subject, rows


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(questions())
def test_whatever_small_facts_show_the_prover_finds(asked: tuple[str, list[Row]]) -> None:
    subject, rows = asked
    breaches, wins = shown(rows, subject)
    found = _proved(rows, subject)
    assert breaches <= {_names(rules) for rules in found.breaches}
    assert wins <= {rule.partition(".")[2] for rule in found.wins}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(questions())
def test_the_facts_that_a_fault_shows_are_possible_and_show_it(asked: tuple[str, list[Row]]) -> None:
    subject, rows = asked
    for fault in _faults(rows, subject):
        if "for example at {" in fault.what:
            data: Any = example_in(fault.what)
            plain_engine().read_facts(document_of(data))
            told = Told(data)
            named = set(re.findall(r"keep\.(\w+)", fault.what.partition(" both ")[0]))
            applied = [set(applying(rows, told, this)) for this in subjects(told, subject)]
            if fault.code == "overlap":
                assert len(named) == 2
                assert any(named <= each for each in applied), (named, data)
            else:
                assert fault.code == "undecided"
                assert set() in applied, data


@pytest.mark.parametrize(
    "inside",
    [
        {"all": [{"its": "card", "equals": "blue"}, {"this": "years", "equals": 0}]},
        {"all": [{"its": "card", "equals": "blue"}, {"this_is": "small"}]},
    ],
    ids=str,
)
def test_the_subject_may_be_asked_about_inside_a_quantifier(inside: Any) -> None:
    rows = [Row("some", {"some": "readers", "where": inside}), Row("rest", "otherwise")]
    found = _proved(rows, "readers")
    assert (found.breaches, set(found.wins)) == ({}, {"keep.some", "keep.rest"})


def test_a_question_decided_once_everywhere_has_no_breach_and_all_its_rules_win() -> None:
    rows = [
        Row("small", "small"),
        Row("red", {"this": "card", "equals": "red"}, ("small",)),
        Row("rest", "otherwise"),
    ]
    found = _proved(rows, "readers")
    assert found.breaches == {}
    assert set(found.wins) == {"keep.small", "keep.red", "keep.rest"}
    assert found.points > 0


def test_a_rule_that_never_wins_is_not_among_those_that_do() -> None:
    rows = [
        Row("small", "small"),
        Row("also", {"all": ["small", "spoiling"]}, ("small",)),
        Row("rest", "otherwise"),
    ]
    assert set(_proved(rows, "readers").wins) == {"keep.small", "keep.rest"}


def test_a_rule_of_which_the_world_says_that_it_is_impossible_never_wins() -> None:
    never = {"some": "claims", "where": {"its": "against", "holds_own": "by"}}
    rows = [Row("never", never), Row("rest", "otherwise")]
    assert set(_proved(rows, "case").wins) == {"keep.rest"}


def test_yielding_reaches_over_a_rule_between() -> None:
    rows = [
        Row("first", "small"),
        Row("second", {"this": "years", "below": 2}, ("first",)),
        Row("third", {"this": "years", "below": 3}, ("second",)),
        Row("rest", "otherwise"),
    ]
    assert _proved(rows, "readers").breaches == {}


def test_an_overlap_in_which_a_third_rule_decides_is_none() -> None:
    rows = [
        Row("first", "small"),
        Row("torn", {"all": ["small", {"this": "marks", "holds": "torn"}]}, ("first",)),
        Row("wet", {"all": ["small", {"this": "marks", "holds": "wet"}]}, ("first",)),
        Row("rest", "otherwise"),
    ]
    assert _proved(rows, "readers").breaches == {}


def test_three_elements_that_one_reference_list_needs_are_found() -> None:
    def against(years: int) -> Any:
        return {"some": {"its": "against"}, "where": {"its": "years", "equals": years}}

    all_three = {"some": "claims", "where": {"all": [against(1), against(2), against(3)]}}
    rows = [Row("three", all_three), Row("rest", "otherwise")]
    assert "keep.three" in _proved(rows, "case").wins


def test_two_elements_of_one_sort_are_told_apart_from_one() -> None:
    rows = [
        Row("alone", {"not": {"another": "readers", "where": {"its": "card", "equals": "red"}}}),
        Row("with", {"another": "readers", "where": {"its": "card", "equals": "red"}}),
    ]
    found = _proved(rows, "readers")
    assert found.breaches == {}
    assert set(found.wins) == {"keep.alone", "keep.with"}


CARD, CARD_RULES = (
    "card: {type: choice, of: cards",
    [Row("red", {"this": "card", "equals": "red"}), Row("blue", {"this": "card", "equals": "blue"})],
)
MARKS, MARKS_RULES = (
    "marks: {type: choices, of: marks",
    [Row("marked", {"this": "marks", "holds_any": ["torn", "wet", "named"]})],
)
BY, BY_RULES = (
    "or: [nobody]",
    [
        Row(
            "named",
            {
                "every": "claims",
                "where": {
                    "any": [{"its": "by", "equals": "nobody"}, {"the": {"its": "by"}, "where": ANYBODY}]
                },
            },
        )
    ],
)
YEARS, YEARS_RULES = (
    "years: {type: whole, from: 0, to: 3",
    [Row("any", {"this": "years", "one_of": [0, 1, 2, 3]})],
)
OPEN, OPEN_RULES = (
    "open: {type: truth",
    [Row("open", {"case": "open", "equals": True}), Row("shut", {"case": "open", "equals": False})],
)


@pytest.mark.parametrize(
    ("field", "rows", "shortest"),
    [
        (CARD, CARD_RULES, facts([without(reader("A"), "card")])),
        (MARKS, MARKS_RULES, facts([without(reader("A"), "marks")])),
        (BY, BY_RULES, facts([reader("A")], [without(claim("A"), "by")])),
        (YEARS, YEARS_RULES, facts([without(reader("A"), "years")])),
        (OPEN, OPEN_RULES, facts([reader("A")])),
    ],
    ids=["a choice", "a set", "a reference", "a number", "a truth"],
)
def test_a_field_that_a_file_may_leave_out_is_refused_or_its_absence_decided(
    field: str, rows: list[Row], shortest: Any
) -> None:
    world = re.sub(re.escape(field) + "[^}]*}", f"{field}}}", WORLD)
    assert world != WORLD
    try:
        guidance = library(rows, "readers", world=world)
    except InputFault as error:
        refused = str(error)
    else:
        undecided = _faults(rows, "readers", world=world) != []
        engine = Engine(guidance)
        assert undecided or len(engine.assess(engine.read_facts(document_of(shortest)))) == 1
        return
    assert re.search("default|required", refused)


def test_another_element_just_like_the_subject_is_not_forgotten() -> None:
    like = {"another": "readers", "where": {"its": "years", "equals": 3}}
    found = _proved([Row("like", like), Row("rest", "otherwise")], "grown_readers")
    assert set(found.wins) == {"keep.like", "keep.rest"}


def test_elements_that_only_the_value_asked_about_tells_apart_are_not_taken_for_one() -> None:
    dry = {"not": {"its": "marks", "holds": "wet"}}
    rows = [Row("dry", {"every": "readers", "among": {"its": "card", "equals": "this"}, "where": dry})]
    [fault] = _faults(rows, "cards")
    told = Told(example_in(fault.what))
    assert any(winning(rows, told, card) == [] for card in ("red", "blue"))


def test_a_condition_that_asks_on_whom_only_some_are_asked_counts_only_there() -> None:
    rows = [Row("torn", {"this": "marks", "holds": "torn"})]
    [fault] = _faults(rows, "readers", asked_when="grown")
    assert fault.code == "undecided"
    told = Told(example_in(fault.what))
    assert any(winning(rows, told, one) == [] and one["years"] >= 2 for one in told.readers)
    only = [Row("grown", {"this": "years", "at_least": 1})]
    assert _faults(only, "readers", asked_when="grown") == []


def _proved(rows: Sequence[Row], subject: str) -> Exactness:
    guidance = library(rows, subject)
    compiled = CompiledWorld(guidance.world, guidance_source(guidance), guidance.name)
    try:
        return prove_question(guidance, compiled, guidance.questions["keep"])
    except BeyondProof:
        reject()


def _faults(rows: Sequence[Row], subject: str, *, world: str = WORLD, **more: object) -> list[Any]:
    """Faults of the proof; those of reads, which these questions do not declare, are left out."""
    try:
        check_rules(library(rows, subject, world=world, **more))
    except InputFault as error:
        return [fault for fault in error.faults if fault.code in ("overlap", "undecided")]
    return []


def _names(rules: tuple[str, ...]) -> frozenset[str]:
    return frozenset(rule.partition(".")[2] for rule in rules)
