"""What is to be projected, turned into pages that fit the wall."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from simulator.tui.classroom.folding import Block

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.geometry import Size

    from simulator.tui.classroom.folding import Lines


@dataclass(frozen=True, slots=True)
class Sheet:
    """`head` stands on every page, `blocks` below it on as many as are needed; lines have at most `measure` cells.

    With `centred` all stands in the middle of the wall.
    """

    head: Lines
    blocks: list[Block]
    measure: int
    centred: bool = False


def pages(sheet: Sheet, wall: Size) -> list[Content]:
    """Its pages, one at least, none higher than the wall; with more space between things where there is room."""
    head, blocks = sheet.head, sheet.blocks
    if blocks and len(head) > wall.height // 2:
        head, blocks = [], [Block([], [head]), *blocks]
    room = max(wall.height - len(head) - (1 if head else 0), 1)
    parted = list(_parted(blocks, room)) or [[]]
    return [_laid_out(sheet, head, page, wall) for page in parted]


def fewest(sheets: Sequence[Sheet], wall: Size) -> Sheet:
    """The one with the fewest pages; of several the first. Raises ValueError where there is none."""
    return min(sheets, key=lambda sheet: len(pages(sheet, wall)))


def _parted(blocks: list[Block], room: int) -> Iterator[list[Block]]:
    """As many blocks on each page as have room; one that has no room on any is torn between its groups."""
    page: list[Block] = []
    for piece in (piece for block in blocks for piece in _pieces(block, room)):
        if page and len(_lines([*page, piece], spaced=False)) > room:
            yield page
            page = []
        page.append(piece)
    if page:
        yield page


def _pieces(block: Block, room: int) -> Iterator[Block]:
    """The block in pieces that each have room on a page, its heading on all of them where it leaves room."""
    if len(block.heading) >= room:
        block = Block([], [*([line] for line in block.heading), *block.groups])
    below = room - len(block.heading)
    groups: list[Lines] = []
    for group in block.groups:
        for at in range(0, len(group), below):
            part = group[at : at + below]
            if sum(map(len, groups)) + len(part) > below:
                yield Block(block.heading, groups)
                groups = []
            groups.append(part)
    if groups or block.heading:
        yield Block(block.heading, groups)


def _lines(blocks: list[Block], *, spaced: bool) -> Lines:
    lines: Lines = []
    for block in blocks:
        lines += [*([Content("")] if lines else []), *block.lines(spaced=spaced)]
    return lines


def _laid_out(sheet: Sheet, head: Lines, page: list[Block], wall: Size) -> Content:
    width, height = wall
    gap = [Content("")] if head and page else []
    below = _lines(page, spaced=True)
    if len(head) + len(gap) + len(below) > height:
        below = _lines(page, spaced=False)
    measure = sheet.measure
    if sheet.centred:
        measure = max((line.cell_length for line in below), default=0)
    margin = max(width - measure, 0) // 2
    lines = [
        *((_centred(line, width) if sheet.centred else line.pad_left(margin)) for line in head),
        *gap,
        *(line.pad_left(margin) for line in below),
    ]
    above = max(height - len(lines), 0) // 2 if sheet.centred else 0
    return Content("\n").join([*[Content("")] * above, *lines[:height]])


def _centred(line: Content, width: int) -> Content:
    return line.pad_left(max(width - line.cell_length, 0) // 2)
