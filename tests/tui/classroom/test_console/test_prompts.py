"""What stands at first in the box in which a facilitator writes what is to be discussed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from simulator.classroom.class_view import SplitView
from simulator.tui.classroom.console.known import Known
from simulator.tui.classroom.console.prompting import prompts
from tests.tui.classroom import made
from tests.tui.classroom.test_console.fake_class import key

if TYPE_CHECKING:
    from simulator.classroom.poll_view import Standing

QUESTION = "What in the case bears on “Referral”? Which paragraph do you rely on?"


def standing(*standings: Standing) -> Known:
    """A class that splits about two subjects of its current question; its questions stand so."""
    left = iter(standings)
    phases = tuple(
        replace(phase, questions=tuple(replace(each, standing=next(left)) for each in phase.questions))
        for phase in made.phases()
    )
    splits = tuple(
        SplitView("first", "referral", subject, made.TITLE, subject.upper(), "", 0.8) for subject in "ab"
    )
    known = Known(made.conducting(made.console(phases=phases, discuss=splits)), lambda: 0.0)
    known.key = key()
    return known


def test_prompts_of_the_pack_wait_until_nothing_is_left_that_they_could_give_away() -> None:
    known = standing("open", "told", "ahead")
    first, second, *rest = prompts(known, known.console.discuss[1])
    assert "about B" in first
    assert "about A" in second
    assert rest == [QUESTION, ""]


def test_at_the_end_the_pack_s_own_prompts_are_offered_those_not_discussed_first() -> None:
    known = standing("told", "told", "skipped")
    known.discussed_prompts.add("Who would you have rung first?")
    *_, question, second, first, empty = prompts(known, None)
    assert (question, second, first, empty) == (
        QUESTION, "What would a parent ask?", "Who would you have rung first?", "",
    )  # fmt: skip


def test_before_any_question_there_is_nothing_but_ones_own_words() -> None:
    known = Known(made.conducting(made.console(made.room("reading"), current=None, discuss=())), lambda: 0.0)
    assert prompts(known, None) == [""]


@pytest.mark.parametrize(
    ("subjects", "asks"), [(1, "on “Referral”. What"), (3, "on “Referral” about A. What")]
)
def test_a_subject_is_named_where_there_are_others(subjects: int, asks: str) -> None:
    known = Known(made.conducting(made.console()), lambda: 0.0)
    known.key = key(verdicts=(made.verdict(subjects=made.verdict().subjects[:subjects]),))
    first, *_ = prompts(known, SplitView("first", "referral", "a", made.TITLE, "A", "", 0.8))
    assert asks in first
