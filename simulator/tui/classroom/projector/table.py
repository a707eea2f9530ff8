"""How a class voted, drawn as a table: dense enough for many subjects and options to stand on one wall."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor
from typing import TYPE_CHECKING

from textual.content import Content

from simulator.tui.classroom.folding import Block, folded, hanging
from simulator.tui.classroom.projector.tabled import table_of
from simulator.tui.classroom.votes import FILLS, ordinal
from simulator.tui.safety import shown
from simulator.tui.telling.bars import percent
from simulator.tui.telling.pieces import HEADING, MUTED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from simulator.classroom.poll_view import PollView, RoundView, VerdictView
    from simulator.tui.classroom.projector.tabled import Row, Table

GAP = 2
"""Cells between two columns."""
SHORTEST = 5
"""Cells that the longest bar of a column needs; with fewer there are numbers alone."""
LABEL = 14
"""Cells that the names of the rows need, where they are as long."""
WORD = 12
"""Cells of a word in the head of a column beyond which it may be cut."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """Cells of each part; `bar` and `count` are 0 where they have no room."""

    label: int
    vote: int
    column: int
    sign: int
    bar: int
    count: int
    percent: int


def vote_tables(poll: PollView, width: int, *, key: VerdictView | None = None) -> list[Block]:
    """The tables that have room in so many cells, a row a group; the one with the longer bars comes first.

    In one a row is a subject and a column an option, in the other it is the other way round. There is none where no
    votes are shown.
    """
    table = table_of(poll, key)
    if table is None:
        return []
    ways = [(way, _columns(way, width)) for way in (table, table.turned)]
    fitting = [(way, columns) for way, columns in ways if columns is not None]
    fitting.sort(key=lambda way: -way[1].bar)
    return [
        Block(list(_heading(way, columns, width)), [list(_row(row, way, columns)) for row in way.rows])
        for way, columns in fitting
    ]


# Columns


def _columns(table: Table, width: int) -> _Columns | None:
    """Without bars, and then without counts, where there is no room for them; None where there is none for shares."""
    vote = max(len(ordinal(each.number)) for each in table.rounds) + 1 if len(table.rounds) > 1 else 0
    tallies = [pair for cell in table.cells for pair in zip(table.rounds, cell.counts, strict=True)]
    counted = max(len(str(count)) for _, count in tallies)
    share = max(len(percent(_share(each, count))) for each, count in tallies)
    sign = max((len(cell.sign) + 1 for cell in table.cells if cell.sign), default=0)
    longest = max(shown(row.label).cell_length for row in table.rows)
    for count in (counted, 0):
        numbers = sign + (count + 2 if count else 0) + share
        least = max(numbers, min(_longest_word(table.heads), WORD))
        room = width - vote - GAP - len(table.heads) * (least + GAP)
        if room < min(longest, LABEL):
            continue
        label = min(longest, room, max(width // 4, LABEL))
        bar = _column(table, width - vote - label) - numbers - 1
        if bar < SHORTEST:
            label, bar = min(longest, room), 0
        return _Columns(label, vote, _column(table, width - vote - label), sign, bar, count, share)
    return None


def _column(table: Table, width: int) -> int:
    """Cells of a column without the gap behind it, of so many for all of them and the gap before them."""
    return (width - GAP) // len(table.heads) - GAP


def _longest_word(texts: Iterable[str]) -> int:
    return max((shown(word).cell_length for text in texts for word in text.split()), default=0)


# Lines


def _heading(table: Table, columns: _Columns, width: int) -> Iterator[Content]:
    """What the signs mean, and the names of the columns, all of which end in one line."""
    meaning = "   ".join(f"{sign} {words}" for sign, words in table.meaning)
    if meaning:
        yield from folded(shown(meaning), width)
    heads = [folded(shown(head, HEADING), columns.column) for head in table.heads]
    highest = max(map(len, heads))
    heads = [[Content("")] * (highest - len(head)) + head for head in heads]
    for parts in zip(*heads, strict=True):
        yield _line(Content(""), Content(""), parts, columns)


def _row(row: Row, table: Table, columns: _Columns) -> Iterator[Content]:
    """The name of the row, and beside it a line for each vote."""
    label = hanging(shown(row.label, HEADING), columns.label)
    for at in range(max(len(label), len(table.rounds))):
        name = label[at] if at < len(label) else Content("")
        if at >= len(table.rounds):
            yield name
            continue
        each = table.rounds[at]
        vote = shown(ordinal(each.number), MUTED) if columns.vote else Content("")
        cells = [_cell(cell.sign if not at else "", each, cell.counts[at], columns) for cell in row.cells]
        yield _line(name, vote, cells, columns)


def _line(name: Content, vote: Content, cells: Iterable[Content], columns: _Columns) -> Content:
    parts = [
        (name, columns.label + GAP),
        (vote, columns.vote),
        *((cell, columns.column + GAP) for cell in cells),
    ]
    filled = (part.pad_right(width - part.cell_length) for part, width in parts)
    return Content("").join(filled).rstrip(" ")


def _cell(sign: str, each: RoundView, count: int, columns: _Columns) -> Content:
    """The sign, the bar, how many and how much of all, as far as there is room for them."""
    share = _share(each, count)
    filled = floor(share * columns.bar + 0.5)
    if 0 < share < 1 and columns.bar:
        filled = min(max(filled, 1), columns.bar - 1)
    bar = FILLS[(each.number - 1) % len(FILLS)] * filled
    counted = f"{count:>{columns.count}}  " if columns.count else ""
    parts = [
        shown(sign.ljust(columns.sign), "bold $success"),
        shown(bar.ljust(columns.bar + 1) if columns.bar else "", "$primary"),
        shown(f"{counted}{percent(share):>{columns.percent}}", "bold" if count else MUTED),
    ]
    return Content("").join(parts)


def _share(each: RoundView, count: int) -> float:
    return min(count / each.voted, 1.0) if each.voted else 0.0
