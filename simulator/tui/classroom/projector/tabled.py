"""The votes of a class as a table of options and subjects, with what the guidance says of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from simulator.errors.text import clean
from simulator.tui.classroom.verdict import SILENT
from simulator.tui.option_keys import option_keys
from simulator.tui.telling.signs import SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from simulator.classroom.poll_view import PollView, RoundView, SubjectVerdictView, VerdictView

SHAPES = {"expected": "✓", "acceptable": "(✓)"}
"""What stands at an option that is called for, and at one within discretion."""


class Cell(NamedTuple):
    """An option about a subject: the sign that stands at it, if any, and how often each round voted for it."""

    sign: str
    counts: tuple[int, ...]


class Row(NamedTuple):
    """A line of cells, and what it is called."""

    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """`heads` stand over the columns; every cell has a count for each of `rounds`."""

    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    rounds: tuple[RoundView, ...]
    meaning: tuple[tuple[str, str], ...]
    """The signs in it, and what they mean in the words of the guidance."""

    @property
    def cells(self) -> list[Cell]:
        """All of them."""
        return [cell for row in self.rows for cell in row.cells]

    @property
    def turned(self) -> Table:
        """The same with its rows as columns."""
        columns = zip(*(row.cells for row in self.rows), strict=True)
        rows = (Row(head, cells) for head, cells in zip(self.heads, columns, strict=True))
        return Table(tuple(row.label for row in self.rows), tuple(rows), self.rounds, self.meaning)


def table_of(poll: PollView, key: VerdictView | None = None) -> Table | None:
    """A row for each subject, a column for each option; None where no votes are shown."""
    rounds = tuple(each for each in poll.rounds if each.subjects)
    if not rounds or not poll.options:
        return None
    rulings = {each.subject: each for each in key.subjects} if key is not None else {}
    labels = [clean(option.label) for option in poll.options]
    heads = tuple(f"{key} {label}" for key, label in zip(option_keys(labels), labels, strict=True))
    names = {votes.subject: votes.label for each in rounds for votes in each.subjects}
    rows = (_row(subject, label, poll, rounds, rulings.get(subject)) for subject, label in names.items())
    return Table(heads, tuple(rows), rounds, tuple(_meaning(rulings).items()))


def _row(
    subject: str,
    label: str,
    poll: PollView,
    rounds: tuple[RoundView, ...],
    about: SubjectVerdictView | None,
) -> Row:
    votes = [_counts(each, subject) for each in rounds]
    signs = dict(_signs(about)) if about is not None else {}
    cells = (
        Cell(signs.get(option.option, ""), tuple(counts[at] if at < len(counts) else 0 for counts in votes))
        for at, option in enumerate(poll.options)
    )
    silent = about is not None and about.silence is not None
    return Row(f"{clean(label)} {SIGNS['silent'].symbol}" if silent else clean(label), tuple(cells))


def _counts(each: RoundView, subject: str) -> tuple[int, ...]:
    return next((votes.counts for votes in each.subjects if votes.subject == subject), ())


def _signs(about: SubjectVerdictView) -> Iterator[tuple[str, str]]:
    """The sign of each option that has one; where the guidance is silent none has."""
    for ruling in about.options if about.silence is None else ():
        if ruling.verdict in SHAPES:
            yield ruling.option, SHAPES[ruling.verdict]


def _meaning(rulings: Mapping[str, SubjectVerdictView]) -> dict[str, str]:
    """By sign, in the order of `SHAPES`; that of a silence last."""
    words = {
        ruling.verdict: clean(ruling.verdict_label)
        for about in rulings.values()
        if about.silence is None
        for ruling in about.options
    }
    meaning = {sign: words[verdict] for verdict, sign in SHAPES.items() if verdict in words}
    if any(about.silence is not None for about in rulings.values()):
        meaning[SIGNS["silent"].symbol] = SILENT
    return meaning
