"""20,000 random strings are shown as they were given, by every way on which a text comes to the screen."""

from __future__ import annotations

import io
import unicodedata
from functools import cache
from random import Random
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len
from rich.segment import Segment
from textual.app import App
from textual.color import Color
from textual.content import Content
from textual.visual import Visual
from textual.widgets import Static

from simulator.errors.text import clean, clean_block
from simulator.plain.lines import Lines
from simulator.tui.file_layout import FileLayout
from simulator.tui.file_pieces import Piece
from simulator.tui.fitting import fitted
from simulator.tui.keyed.inputs import Input
from simulator.tui.safety import Cleaning, shown
from simulator.tui.searching import marked
from tests.hostile_screens.payloads import FORMATS, HIDDEN, MARKUP, SEQUENCES

if TYPE_CHECKING:
    from collections.abc import Iterator

NUMBER = 20_000
LONGEST = 24
SHAPED = [
    "e\u0301",
    "Z\u0335\u0301",
    "漢",
    "ｱ",
    "👩",
    "🇬🇧",
    "\u0338",
    "\t",
    " ",
    "  ",
    "\u00a0",
    "\u3000",
    "-",
    "ß",
]
PIECES = [*MARKUP.values(), *SEQUENCES.values(), *HIDDEN.values(), *FORMATS.values(), *SHAPED]
BLACK = Color(0, 0, 0)


@cache
def strings() -> tuple[str, ...]:
    """Pieces that want to act amid letters of all of Unicode."""
    chance = Random(20_000)
    return tuple("".join(_pieces(chance)) for _ in range(NUMBER))


def _pieces(chance: Random) -> Iterator[str]:
    for _ in range(chance.randrange(1, 5)):
        piece = chance.choice(PIECES)
        start = chance.randrange(len(piece))
        yield piece[start : start + chance.randrange(1, LONGEST)]
        yield "".join(chr(_letter(chance)) for _ in range(chance.randrange(3)))


def _letter(chance: Random) -> int:
    return chance.choice(
        (
            chance.randrange(0x20, 0x7F),
            chance.randrange(0x250),
            chance.randrange(0x3000),
            chance.randrange(0x110000),
        )
    )


def squeezed(text: str) -> str:
    """`text` without white space: where lines end, some of it is not drawn."""
    return "".join(text.split())


def test_cleaning_leaves_every_letter_that_neither_acts_nor_hides() -> None:
    for text in strings():
        for before, after in zip(text, clean_block(text), strict=True):
            assert after in (before, "\N{REPLACEMENT CHARACTER}")
            assert after == before or unicodedata.category(before)[0] in "CZM" or not before.isascii()


def test_text_that_is_shown_is_the_text() -> None:
    for text in strings():
        assert shown(text, "bold").plain == clean_block(text).replace("\t", "    ")


async def test_text_that_is_drawn_is_the_text() -> None:
    async with App[None]().run_test() as pilot:
        widget = Static()
        await pilot.app.mount(widget)
        for start in range(0, NUMBER, 1000):
            some = strings()[start : start + 1000]
            text = Content("\n").join([shown(each.replace("\n", "_")) for each in some])
            strips = Visual.to_strips(widget, text, 240, None, widget.visual_style, apply_selection=False)
            told = [strip.text.rstrip() for strip in strips]
            assert told == [shown(each.replace("\n", "_")).plain.rstrip() for each in some]
            filtered = [strip.apply_filter(Cleaning(), BLACK) for strip in strips]
            assert [strip.text.rstrip() for strip in filtered] == told
            assert [strip.cell_length for strip in filtered] == [strip.cell_length for strip in strips]


def test_text_in_the_cell_of_a_table_is_the_text() -> None:
    for text in strings():
        cell = fitted(text, 12, 1000)
        assert squeezed(cell.plain) == squeezed(clean(text))
        assert max(map(cell_len, cell.plain.split("\n"))) <= 12
        assert not cell.spans


def test_text_in_the_case_file_is_the_text() -> None:
    pieces = [Piece("told", clean_block(text)) for text in strings()]
    layout = FileLayout(pieces, 12)
    told = [""] * len(pieces)
    for line in layout.lines:
        if line.note is None:
            told[line.piece] += pieces[line.piece].text[line.start : line.end]
    assert told == [piece.text.replace("\n", "") for piece in pieces]


def test_text_in_which_something_is_sought_is_the_text() -> None:
    for text in strings():
        assert marked(text, "a", "bold").plain == shown(text).plain


async def test_text_in_a_line_to_type_in_is_the_text() -> None:
    async with App[None]().run_test():
        line = Input()
        for text in strings():
            line.value = text
            assert line.value == clean(text)


@pytest.mark.parametrize("indent", ["", "  "])
def test_text_that_is_read_aloud_is_the_text(indent: str) -> None:
    for start in range(0, NUMBER, 1000):
        some = strings()[start : start + 1000]
        said = io.StringIO()
        lines = Lines(io.StringIO(), said)
        for text in some:
            lines.say(text, indent)
            said.write("\x00")
        for text, told in zip(some, said.getvalue().split("\x00"), strict=False):
            assert squeezed(told) == squeezed(clean_block(text))


def test_the_last_filter_lets_nothing_through_and_keeps_the_width() -> None:
    for text in strings():
        line = [Segment("│ "), Segment(text), Segment(" " * 8), Segment("│")]
        drawn = "".join(segment.text for segment in Cleaning().apply(line, BLACK))
        assert clean(drawn) == drawn
        assert cell_len(drawn) == sum(cell_len(segment.text) for segment in line)
