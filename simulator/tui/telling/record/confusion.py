"""What was chosen against what is called for, a table for each question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.tui.safety import shown
from simulator.tui.telling.bars import percent
from simulator.tui.telling.minutes import counted
from simulator.tui.telling.pieces import MUTED, line, lines, page
from simulator.tui.telling.record.words import barred
from simulator.tui.telling.sheet import Column, Row, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.content import Content

    from simulator.session.record_view import ConfusionView, RecordView

COLUMNS = (Column("Called for"), Column("Chosen", 10), Column("Most often instead"))
EMPTY = "Nothing has been chosen yet."
MOST = 40
"""Rows of a table that are drawn; the others are told one by one."""
OPEN, OPEN_MEANS = "~", "the guidance leaves this open, or it is to be discussed."
HEAD, END = "called for ↓  ", "  ← chosen"


def confusion_sheet(record: RecordView) -> Sheet:
    """Each question as a heading, and below it a row for each option that was called for."""
    said = "What was called for, and what you chose. The row of a question tells its whole table."
    rows = tuple(row for each in record.confusions for row in _question(each))
    return Sheet(said if rows else EMPTY, COLUMNS, rows)


def _question(one: ConfusionView) -> Iterator[Row]:
    yield Row((one.title, "", ""), lambda width: page(one.title, _whole(one, width)), heading=True)
    for place, (label, counts) in enumerate(zip(one.called_for, one.counts, strict=True)):
        yield _called_for(one, label, counts, one.left_open(place))


def _called_for(one: ConfusionView, label: str, counts: Sequence[int], left_open: Sequence[int]) -> Row:
    times = sum(counts)
    right = dict(zip(one.chosen, counts, strict=True)).get(label, 0)
    beside = [each for each in zip(one.chosen, counts, left_open, strict=True) if each[0] != label]
    others = sorted(((number - free, name) for name, number, free in beside if number > free), reverse=True)
    free = sorted(((free, name) for name, _, free in beside if free), reverse=True)

    def detail(width: int) -> Content:
        told = [line("Called for:", label), shown("You chose:", "bold")]
        told += [_choice(label, right, times, width, "✓")] if right else []
        told += [_choice(name, number, times, width, OPEN) for number, name in free]
        told += [_choice(name, number, times, width, "✗") for number, name in others]
        told += [shown(f"{OPEN} {OPEN_MEANS}", MUTED)] if free else []
        return page(one.title, [lines(*told)])

    most = [(sign, found[0]) for sign, found in (("✗", others), (OPEN, free)) if found]
    instead = "".join(f"{sign} {name} ({number})" for sign, (number, name) in most[:1])
    return Row((label, f"✓ {right} of {times}", instead), detail)


def _choice(name: str, number: int, times: int, width: int, sign: str) -> Content:
    part = number / times
    return lines(shown(f"{sign} {name}"), barred(part, width, f"{number}, {percent(part)}"))


def _whole(one: ConfusionView, width: int) -> Iterator[Content]:
    """The table itself, its rows and columns numbered, and what the numbers stand for."""
    names = list(dict.fromkeys([*one.called_for, *one.chosen]))
    number = {name: place for place, name in enumerate(names, 1)}
    cell = 2 + len(str(max(len(names), *(count for row in one.counts for count in row))))
    columns = one.chosen[: max((width - len(HEAD) - len(END)) // cell, 1)]
    table = [shown(HEAD + "".join(f"{number[name]:>{cell}}" for name in columns) + END, "bold")]
    for place, (label, counts) in enumerate(list(zip(one.called_for, one.counts, strict=True))[:MOST]):
        row = zip(columns, counts, one.left_open(place), strict=False)
        figures = (
            _figure(count, "=" if label == name else OPEN * (free == count)) for name, count, free in row
        )
        table.append(shown(f"{number[label]:>{len(HEAD)}}" + "".join(f"{each:>{cell}}" for each in figures)))
    yield lines(*table)
    yield from _left(len(one.chosen) - len(columns))
    yield lines(*(line(f"{place:>2}", name) for name, place in number.items()))
    tilde = f" One with {OPEN} is no confusion: {OPEN_MEANS}" if any(map(any, one.open)) else ""
    yield shown(f"A figure with = is of what was called for; a dot is none.{tilde}", MUTED)


def _left(columns: int) -> Iterator[Content]:
    if columns > 0:
        yield shown(
            f"There is no room for {counted(columns, 'column')} more; the rows below tell them.", MUTED
        )


def _figure(count: int, sign: str) -> str:
    return f"{sign}{count}" if count else "·"
