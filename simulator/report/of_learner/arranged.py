"""A record arranged for paper: what the template writes, and nothing that it would compute."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.session.record_view import CalibrationRowView, ConfusionView, RecordView

SORTS = {"all": "All decisions", "option": "By option", "paragraph": "By paragraph"}


@dataclass(frozen=True, slots=True)
class Cell:
    """How often one option was chosen where another, or the same, was called for; `open` of these are no confusion."""

    chosen: str
    times: int
    right: bool
    open: int


@dataclass(frozen=True, slots=True)
class ConfusionRow:
    """One option that was called for, by its number, and what was chosen in its place."""

    number: int
    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class ConfusionTable:
    """Chosen against called for; `columns` are the options that were chosen, each with its number.

    An option has the same number as a row and as a column.
    """

    title: str
    columns: tuple[tuple[int, str], ...]
    rows: tuple[ConfusionRow, ...]
    only_chosen: tuple[tuple[int, str], ...]
    """The columns that are no row."""


@dataclass(frozen=True, slots=True)
class Calibrations:
    """The rows of sureness of one sort, under a heading."""

    heading: str
    rows: tuple[CalibrationRowView, ...]


def confusion_table(view: ConfusionView) -> ConfusionTable:
    """The table of one question, its options numbered from 1."""
    labels = list(dict.fromkeys((*view.called_for, *view.chosen)))
    numbers = {label: number for number, label in enumerate(labels, start=1)}
    columns = tuple((numbers[label], label) for label in view.chosen)
    rows = tuple(
        ConfusionRow(numbers[label], label, _cells(view, place))
        for place, label in enumerate(view.called_for)
    )
    only = tuple(column for column in columns if column[1] not in view.called_for)
    return ConfusionTable(view.title, columns, rows, only)


def _cells(view: ConfusionView, row: int) -> tuple[Cell, ...]:
    each = zip(view.chosen, view.counts[row], view.left_open(row), strict=True)
    return tuple(Cell(label, times, label == view.called_for[row], free) for label, times, free in each)


def calibrations(rows: Sequence[CalibrationRowView]) -> tuple[Calibrations, ...]:
    """Sureness of all decisions, by option and by paragraph; what there is nothing of is left out."""
    sorted_ = ((heading, tuple(row for row in rows if row.sort == sort)) for sort, heading in SORTS.items())
    return tuple(Calibrations(heading, found) for heading, found in sorted_ if found)


def mastered(view: RecordView) -> int:
    """How many rules are mastered."""
    return sum(one.mastery == "mastered" for one in view.rules)
