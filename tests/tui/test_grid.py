"""How the decisions of a step become tables."""

from __future__ import annotations

from simulator.session.view import OptionView, QuestionView, StepView, SubjectView
from simulator.tui.grid import WIDEST, cells_of, grids_of


def question(key: str, *subjects: str) -> QuestionView:
    return QuestionView(
        key,
        key.title(),
        f"{key}?",
        False,
        None,
        (OptionView("a", "A"),),
        tuple(SubjectView(subject, subject.upper(), (), (), "", None, ()) for subject in subjects),
    )


def step(*questions: QuestionView) -> StepView:
    return StepView("phase", "step", "Step", 1, 1, questions)


def test_questions_about_the_same_subjects_share_a_table_with_a_column_each() -> None:
    [grid] = grids_of(step(question("role", "a", "b"), question("unit", "a", "b")))
    assert grid.heads == ("A", "B")
    assert [row.label for row in grid.rows] == ["Role", "Unit"]


def test_a_question_that_is_not_asked_about_a_subject_leaves_its_cell_empty() -> None:
    [grid] = grids_of(step(question("late", "b"), question("role", "a", "b")))
    assert grid.heads == ("A", "B")
    assert grid.rows[0].cells[0] is None
    assert grid.rows[0].cells[1] is not None


def test_questions_about_other_subjects_have_a_table_of_their_own() -> None:
    one, two = grids_of(step(question("case", "case"), question("role", "a", "b")))
    assert one.heads == ("CASE",)
    assert two.heads == ("A", "B")


def test_subjects_that_are_too_many_for_columns_become_rows() -> None:
    subjects = [f"s{number}" for number in range(WIDEST + 1)]
    [grid] = grids_of(step(question("grade", *subjects)))
    assert grid.heads == ("Grade",)
    assert [row.label for row in grid.rows] == [subject.upper() for subject in subjects]


def test_every_decision_of_a_step_is_in_a_table_once() -> None:
    of_step = step(question("case", "case"), question("late", "b"), question("role", "a", "b"))
    assert sorted(cell.key for cell in cells_of(of_step)) == [
        ("case", "case"),
        ("late", "b"),
        ("role", "a"),
        ("role", "b"),
    ]
