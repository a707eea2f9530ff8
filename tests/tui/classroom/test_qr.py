"""QR codes of blocks: read back from what is drawn."""

from __future__ import annotations

import pytest
import segno
from textual.color import Color

from simulator.tui.classroom.qr import QUIET, fits, qr_told
from tests.tui.classroom.made import ADDRESSES

LONG = "https://class.training.example.org:8765/" + "a" * 60
TEXTS = [*ADDRESSES, LONG, "Grüße", "[/nope]"]
HALVES = {" ": (0, 0), "▀": (1, 0), "▄": (0, 1), "█": (1, 1)}


def as_read(text: str, *, large: bool = False) -> list[list[int]]:
    """The modules that a camera sees, 1 for a dark one, by rows."""
    lines = qr_told(text, large=large).plain.split("\n")
    if large:
        assert all(line[::2] == line[1::2] for line in lines)
        return [[HALVES[cell][0] for cell in line[::2]] for line in lines]
    return [[HALVES[cell][half] for cell in line] for line in lines for half in (0, 1)]


def wanted(text: str) -> list[list[int]]:
    code = segno.make_qr(text, error="m")
    return [[int(module) for module in row] for row in code.matrix_iter(border=QUIET)]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("large", [False, True])
def test_what_is_drawn_are_the_modules_of_the_code(text: str, large: bool) -> None:
    read, modules = as_read(text, large=large), wanted(text)
    assert read[: len(modules)] == modules
    assert not any(map(any, read[len(modules) :]))


def test_it_is_dark_on_light_whatever_the_theme() -> None:
    [span] = qr_told(ADDRESSES[0]).spans
    dark, light = (Color.parse(each) for each in str(span.style).split(" on "))
    assert (span.start, span.end) == (0, len(qr_told(ADDRESSES[0])))
    assert dark.brightness == 0
    assert light.brightness == 1


def test_it_stands_in_a_quiet_zone_of_four_modules() -> None:
    modules = as_read(ADDRESSES[0])
    size = len(wanted(ADDRESSES[0]))
    for rows in (modules, [list(column) for column in zip(*modules, strict=True)]):
        assert not any(map(any, rows[:4] + rows[size - 4 :]))
        assert any(rows[4])


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("large", [False, True])
def test_it_fits_where_there_is_a_cell_for_all_of_it(text: str, large: bool) -> None:
    lines = qr_told(text, large=large).plain.split("\n")
    width, height = len(lines[0]), len(lines)
    assert fits(text, width, height, large=large)
    assert not fits(text, width - 1, height, large=large)
    assert not fits(text, width, height - 1, large=large)


@pytest.mark.parametrize("text", ["a" * 5000, "\ud800"], ids=["too much", "no text"])
def test_what_no_code_can_hold_fits_nowhere(text: str) -> None:
    assert not fits(text, 10_000, 10_000)
    with pytest.raises(ValueError):  # noqa: PT011
        qr_told(text)
