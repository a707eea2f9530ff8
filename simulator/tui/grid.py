"""The decisions of a step as tables: what is asked about the same subjects stands in one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.session.view import QuestionView, StepView, SubjectView, View

WIDEST = 6
"""Columns of subjects that 80 characters have room for; more are shown as rows."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One decision: a question about a subject."""

    question: QuestionView
    subject: SubjectView

    @property
    def key(self) -> tuple[str, str]:
        return self.question.question, self.subject.subject


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: None stands where a question is not asked about a subject."""

    label: str
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """One table: a head over each column of answers."""

    heads: tuple[str, ...]
    rows: tuple[Row, ...]


def grids_of(step: StepView) -> tuple[Grid, ...]:
    """The tables of `step`, in the order of its questions.

    Questions that share a subject share a table, a row a question and a column a subject; where that
    would be too many columns, a row a subject.
    """
    return tuple(_grid(questions) for questions in _groups(step.questions))


def cells_of(step: StepView) -> Iterator[Cell]:
    """Every decision of `step`, in the order in which its tables show them."""
    for grid in grids_of(step):
        for row in grid.rows:
            yield from (cell for cell in row.cells if cell is not None)


def is_under_way(view: View) -> bool:
    """Whether anything is decided in the phase that is played."""
    step = view.step
    if step is None:
        return False
    confirmed = any(phase.committed for phase in view.phases if phase.phase == step.phase)
    return confirmed or any(cell.subject.answered for cell in cells_of(step))


def _groups(questions: tuple[QuestionView, ...]) -> list[list[QuestionView]]:
    groups: list[tuple[set[str], list[QuestionView]]] = []
    for question in questions:
        subjects = {subject.subject for subject in question.subjects}
        met = next((group for group in groups if group[0] & subjects), None)
        if met is None:
            groups.append((subjects, [question]))
        else:
            met[0].update(subjects)
            met[1].append(question)
    return [of_group for _, of_group in groups]


def _grid(questions: list[QuestionView]) -> Grid:
    subjects = _subjects(questions)
    if len(subjects) > WIDEST:
        return _turned(questions, subjects)
    rows = tuple(Row(question.title, _cells(question, tuple(subjects))) for question in questions)
    return Grid(tuple(subjects.values()), rows)


def _subjects(questions: list[QuestionView]) -> dict[str, str]:
    by_reach = sorted(questions, key=lambda question: -len(question.subjects))
    return {subject.subject: subject.label for question in by_reach for subject in question.subjects}


def _turned(questions: list[QuestionView], subjects: dict[str, str]) -> Grid:
    columns = [_cells(question, tuple(subjects)) for question in questions]
    rows = zip(subjects.values(), zip(*columns, strict=True), strict=True)
    return Grid(tuple(question.title for question in questions), tuple(Row(*row) for row in rows))


def _cells(question: QuestionView, subjects: tuple[str, ...]) -> tuple[Cell | None, ...]:
    found = {subject.subject: Cell(question, subject) for subject in question.subjects}
    return tuple(found.get(subject) for subject in subjects)
