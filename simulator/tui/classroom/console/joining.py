"""How to join the class: where, with which code, and a QR code where it has room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Static

from simulator.errors.text import clean
from simulator.tui.classroom.folding import folded
from simulator.tui.classroom.letters import large_letters
from simulator.tui.classroom.qr import fits, qr_told
from simulator.tui.classroom.ways_in import ways_in
from simulator.tui.safety import shown
from simulator.tui.telling.pieces import MUTED, lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.content import Content

    from simulator.tui.classroom.console.known import Known

HIGHEST = 9
"""Lines that the code may take."""
BESIDE = 40
"""Cells that the words need beside the QR code."""


def _address(known: Known) -> str:
    """The one to be given to learners."""
    return clean(known.addresses[0]) if known.addresses else ""


class HowToJoin(Static):
    """The words, as large as there is room for."""

    def __init__(self, known: Known) -> None:
        super().__init__(id="join")
        self._known = known

    def on_resize(self) -> None:
        """Use the room there is."""
        if self.size.width:
            self.update(joining_told(self._known, self.size.width))


class QRCode(Static):
    """The address as a QR code, with the join code where that has room."""

    def __init__(self, known: Known) -> None:
        super().__init__(id="qr")
        self._known = known

    def fit(self, width: int, height: int) -> None:
        """Be as telling as so many columns and rows allow, with the words beside it; or not there."""
        ways = ways_in(_address(self._known), self._known.code)
        way = next((one for one in ways if fits(one, width - BESIDE, height)), None)
        self.display = way is not None
        if way is not None:
            self.update(qr_told(way))


def joining_told(known: Known, width: int) -> Content:
    """Where to, the code in large letters, and how a terminal and a projector join."""
    return lines(*_joining(known, width))


def _joining(known: Known, width: int) -> Iterator[Content]:
    address, code = _address(known), clean(known.code)
    yield from folded(shown("Learners join in a browser at", MUTED), width)
    yield from folded(shown(address, "bold"), width)
    yield from folded(shown("with the code", MUTED), width)
    yield from (
        shown(line, "bold $accent") for line in large_letters(code, width, HIGHEST, in_halves_too=True)
    )
    yield from folded(shown(f"Projector: code {clean(known.projector)}"), width)
    yield from folded(shown(f"Terminal: simulator join {address} {code}", MUTED), width)
    for other in known.addresses[1:]:
        yield from folded(shown(f"Or at {clean(other)}", MUTED), width)
