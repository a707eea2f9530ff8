"""Kinds of mistake."""

from __future__ import annotations

from simulator.guidance.mistake_reading import MistakeKind
from simulator.practice.mistakes_made import LATELY, MistakesMade, mistake_views
from tests.practice.judged import judged

NONE = MistakesMade({}, {}, ())
KINDS = (
    MistakeKind("alike", "One answer\x1b for all.", ("LP2",), ()),
    MistakeKind("late", "Too late.", (), ()),
)


def test_a_kind_has_its_times_its_cases_and_those_of_late() -> None:
    made = NONE.after([judged(kinds=("late",)), judged(kinds=("late", "alike"))])
    made = made.after([judged()]).after([judged(kinds=("late",))])
    late, alike = mistake_views(made, KINDS)
    assert (late.kind, late.times, late.cases, late.lately) == ("late", 3, 2, 2)
    assert (alike.kind, alike.times, alike.cases, alike.lately) == ("alike", 1, 1, 1)
    assert alike.paragraphs == ("LP2",)


def test_what_was_made_lately_comes_first() -> None:
    made = NONE
    for _ in range(12):
        made = made.after([judged(kinds=("alike",))])
    for _ in range(LATELY):
        made = made.after([judged(kinds=("late",))])
    assert [(one.kind, one.times, one.lately) for one in mistake_views(made, KINDS)] == [
        ("late", 10, 10),
        ("alike", 12, 0),
    ]


def test_a_kind_that_was_never_made_or_that_nobody_declares_is_not_told() -> None:
    assert [one.kind for one in mistake_views(NONE.after([judged(kinds=("gone", "late"))]), KINDS)] == [
        "late"
    ]


def test_its_sentence_cannot_act_on_a_terminal() -> None:
    [one] = mistake_views(NONE.after([judged(kinds=("alike",))]), KINDS)
    assert "\x1b" not in one.text
