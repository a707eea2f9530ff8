"""Undoing and doing again, and what is written into the case file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.errors.faults import InputFault, UsageFault
from simulator.session.commands import (
    LONGEST_NOTE,
    MOST_NOTED,
    Annotate,
    Answer,
    Cite,
    Command,
    Confirm,
    Leave,
    Rationale,
    Redo,
    Skip,
    Sureness,
    Undo,
)
from simulator.session.texts_view import AnnotationView

from .lost_property import ANSWERS, CASE, begun, done, judged, kept, played

if TYPE_CHECKING:
    from simulator.session.core import Session

FIRST = Answer(*ANSWERS[0])


def blocks(session: Session) -> list[tuple[AnnotationView, ...]]:
    return [block.annotations for phase in session.view().phases for block in phase.narrative]


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (FIRST, "the answer on “Looking” (The case)"),
        (Rationale("worth", "R", "It shines."), "the reason on “Worth” (Ring)"),
        (Sureness("worth", "R", 2), "how sure you were on “Worth” (Ring)"),
        (Cite("worth", "R", ("LP1",)), "the paragraphs named on “Worth” (Ring)"),
        (Annotate("found.0", 0, 8, True), "a highlight in the case file"),
        (Annotate("found.0", 0, 8, False, "who?"), "a note in the case file"),
    ],
    ids=lambda one: type(one).__name__ if not isinstance(one, str) else "",
)
def test_what_would_be_undone_is_named(command: Command, words: str) -> None:
    session = played(command)
    assert session.view().undoes == words
    assert done(session, Undo()).view().redoes == words


def test_nothing_can_be_undone_at_the_start() -> None:
    session = begun("practice")
    assert session.view().undoes is None
    with pytest.raises(UsageFault, match="nothing to undo"):
        session.apply(Undo())
    with pytest.raises(UsageFault, match="nothing to do again"):
        session.apply(Redo())


def test_a_changed_answer_goes_back_to_the_one_before() -> None:
    session = played(Answer("worth", "R", ("low",)), Answer("worth", "R", ("high",)), Undo())
    step = session.view().step
    assert step is not None
    assert step.questions[1].subjects[1].chosen == ("low",)


def test_a_confirmed_step_can_be_undone_until_its_phase_is_confirmed() -> None:
    session = played(Confirm(), session=judged())
    assert session.view().undoes == "confirming “Judging”"
    step = done(session, Undo()).view().step
    assert step is not None
    assert step.step == "judging"
    assert step.complete


def test_a_confirmed_phase_cannot_be_undone() -> None:
    with pytest.raises(UsageFault, match="what a confirmed phase holds is final"):
        kept().apply(Undo())


def test_saying_something_else_forgets_what_was_undone() -> None:
    session = played(FIRST, Undo(), Sureness("worth", "R", 1))
    assert session.view().redoes is None


@pytest.mark.parametrize("ending", [Leave(), Skip()])
def test_a_session_that_is_not_open_undoes_nothing(ending: Command) -> None:
    with pytest.raises(UsageFault, match="go on with it first"):
        played(FIRST, ending).apply(Undo())


@pytest.mark.parametrize("kind", ["undone", "redone"])
def test_a_log_that_undoes_another_event_is_refused(kind: str) -> None:
    session = played(FIRST, Undo()) if kind == "redone" else played(FIRST)
    assert session.state is not None
    event = {"format": "event/1", "seq": session.state.length + 1, "kind": kind, "data": {"seq": 1}}
    with pytest.raises(InputFault, match="is not the last that"):
        session.after([event])


def test_a_stretch_is_highlighted_noted_and_withdrawn() -> None:
    session = played(Annotate("found.0", 0, 8, True))
    assert blocks(session) == [(AnnotationView(0, 8, True, ""),)]
    session = played(Annotate("found.0", 0, 8, True, " who? \x1b"), session=session)
    assert blocks(session) == [(AnnotationView(0, 8, True, "who? \N{REPLACEMENT CHARACTER}"),)]
    assert blocks(played(Annotate("found.0", 0, 8, False), session=session)) == [()]


def test_withdrawing_what_was_never_written_changes_nothing() -> None:
    assert begun("practice").apply(Annotate("found.0", 0, 8, False)) == []


def test_annotations_stand_in_the_order_of_the_text() -> None:
    session = played(Annotate("found.0", 9, 12, True), Annotate("found.0", 0, 8, True))
    assert [one.start for one in blocks(session)[0]] == [0, 9]


@pytest.mark.parametrize("passage", ["closed.0", "found.9", "x", ""])
def test_what_has_not_come_to_light_cannot_be_annotated(passage: str) -> None:
    with pytest.raises(UsageFault, match="has come to light"):
        begun("practice").apply(Annotate(passage, 0, 2, True))


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (4, 3), (0, 10_000), (True, 3)])
def test_a_stretch_outside_its_passage_is_refused(start: int, end: int) -> None:
    with pytest.raises(UsageFault, match="no stretch from"):
        begun("practice").apply(Annotate("found.0", start, end, True))


def test_a_note_has_a_longest() -> None:
    with pytest.raises(UsageFault, match=f"room for {LONGEST_NOTE}"):
        begun("practice").apply(Annotate("found.0", 0, 3, False, "x" * (LONGEST_NOTE + 1)))


def test_annotations_have_a_most() -> None:
    long = {**CASE, "phases": [dict(CASE["phases"][0]), CASE["phases"][1]]}
    long["phases"][0] = {**long["phases"][0], "narrative": [{"text": "x" * 3000, "after": None}]}
    session = begun("practice", long)
    for start in range(MOST_NOTED):
        session = session.after(session.apply(Annotate("found.0", start, start + 1, True)))
    with pytest.raises(UsageFault, match="take one back first"):
        session.apply(Annotate("found.0", 2000, 2001, True))
    assert session.apply(Annotate("found.0", 5, 6, True, "still possible"))
