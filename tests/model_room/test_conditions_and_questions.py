"""The small records of the model: what is inside a condition, a question's labels, a phase's questions."""

from __future__ import annotations

import pytest

from simulator.model.conditions import (
    All,
    Always,
    AnyOf,
    Compare,
    Condition,
    Defined,
    FewerThan,
    Not,
    Some,
    SomeReferred,
    TheReferred,
    parts_of,
)
from simulator.model.questions import BASES, RIGHT, VERDICTS, Option, Phase, Question, Reads, Step, Subjects
from tests.rules.library import plain_engine

OPEN = Compare("case", "open", "equals", (True,))
GROWN = Defined("this", "grown")


@pytest.mark.parametrize(
    ("condition", "parts"),
    [
        (Always(), ()),
        (OPEN, ()),
        (GROWN, ()),
        (All((OPEN, GROWN)), (OPEN, GROWN)),
        (AnyOf((GROWN,)), (GROWN,)),
        (Not(OPEN), (OPEN,)),
        (Some("readers", GROWN, another=True), (GROWN,)),
        (SomeReferred("its", "against", "readers", GROWN), (GROWN,)),
        (TheReferred("this", "by", "readers", GROWN), (GROWN,)),
        (FewerThan(2, "readers", GROWN), (GROWN,)),
        (Not(All((OPEN, GROWN))), (All((OPEN, GROWN)),)),
    ],
    ids=repr,
)
def test_the_parts_of_a_condition_are_those_directly_inside_it(
    condition: Condition, parts: tuple[Condition, ...]
) -> None:
    assert parts_of(condition) == parts


def test_a_question_knows_the_words_for_its_options() -> None:
    options = (Option("kept", "It is kept"), Option("given", "It is given back"))
    question = Question("keep", "Keep", "?", Subjects("case", "case"), False, None, options, None, Reads())
    assert question.label("given") == "It is given back"


def test_a_phase_asks_the_questions_of_its_steps_in_order() -> None:
    phase = Phase("found", "Found", (Step("a", "A", ("x", "y")), Step("b", "B", ("z",))))
    assert phase.questions == ("x", "y", "z")


def test_what_is_right_is_expected_or_acceptable() -> None:
    assert sorted(VERDICTS, key=lambda verdict: verdict not in RIGHT)[:2] == ["expected", "acceptable"]
    assert len(RIGHT) == 2
    assert BASES == ("stated", "inferred")


def test_a_world_tells_the_fields_of_the_case_and_of_its_entities() -> None:
    world = plain_engine().guidance.world
    assert list(world.fields_of("case")) == ["open"]
    assert list(world.fields_of("claims")) == ["surety", "by", "against", "withdrawn"]
    assert (world.entities["readers"].has_ids, world.entities["claims"].has_ids) == (True, False)
