"""How a class is joined: the address, the code in large letters, and a QR code of both."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from textual.content import Content

from simulator.errors.text import clean
from simulator.tui.classroom.folding import folded
from simulator.tui.classroom.letters import large_letters
from simulator.tui.classroom.projector.paging import Sheet
from simulator.tui.classroom.qr import fits, qr_told
from simulator.tui.classroom.ways_in import ways_in
from simulator.tui.safety import shown
from simulator.tui.telling.pieces import MUTED, TITLE

if TYPE_CHECKING:
    from simulator.tui.classroom.folding import Lines

JOIN = "Join the class"
BROWSER, TERMINAL, CODE = "In a browser, at", "In a terminal, with", "with the code"
BETWEEN = 4
"""Cells between the words and the QR code."""
WORDS = 30
"""Cells that the words need at least."""
ROOMY = 48
"""The same, where the QR code could also be smaller."""


def joining_sheet(code: str, address: str, seats: int, measure: int, height: int) -> Sheet:
    """How to join, and how many have, in so many cells."""
    picture = _picture(ways_in(address, code), measure, height)
    if not picture:
        return Sheet(_words(code, address, seats, measure, height), [], measure, centred=True)
    broad = picture[0].cell_length
    words = _words(code, address, seats, measure - broad - BETWEEN, height)
    width = max(line.cell_length for line in words)
    above = max(len(picture) - len(words), 0) // 2
    beside = zip_longest([*[Content("")] * above, *words], picture, fillvalue=Content(""))
    head = [_filled(line, width + BETWEEN) + _filled(row, broad) for line, row in beside]
    return Sheet(head, [], measure, centred=True)


def _filled(line: Content, width: int) -> Content:
    return line.pad_right(width - line.cell_length)


def _picture(ways: tuple[str, ...], measure: int, height: int) -> Lines:
    """The QR code as large as there is room for it beside the words; nothing where there is none."""
    for large, words in ((True, ROOMY), (False, WORDS)):
        for way in ways:
            if fits(way, measure - BETWEEN - words, height, large=large):
                return qr_told(way, large=large).split("\n")
    return []


def _words(code: str, address: str, seats: int, width: int, height: int) -> Lines:
    """The words in lines of at most `width` cells; how to join in a terminal where there is room for it."""
    code, address = clean(code), clean(address)
    taken = f"{seats} {'seat is' if seats == 1 else 'seats are'} taken."
    browser = [shown(BROWSER, MUTED), *folded(shown(address, "bold $primary"), width), Content("")]
    terminal = [
        Content(""),
        shown(TERMINAL, MUTED),
        *folded(shown(f"simulator join {address} {code}"), width),
    ]
    above = [shown(JOIN, TITLE), Content(""), *(browser if address else []), shown(CODE, MUTED)]
    below = [Content(""), shown(taken, "bold")]
    left = height - len(above) - len(below)
    letters = [shown(line, "bold $accent") for line in large_letters(code, width, left, in_halves_too=True)]
    letters = [line for each in letters for line in folded(each, width)]
    lines = [*above, *letters, *below]
    if len(lines) < height:
        lines.insert(len(above), Content(""))
    return [*lines, *terminal] if address and len(lines) + len(terminal) <= height else lines
