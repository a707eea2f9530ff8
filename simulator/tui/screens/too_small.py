"""What a terminal that is too small shows instead of everything else."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Static

from simulator.tui.keyed.screens import Screen
from simulator.tui.widgets.standing import Standing

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.geometry import Size


class TooSmall(Screen[None]):
    """One sentence; the screen beneath is there again as soon as there is room."""

    CSS_PATH = "too_small.tcss"
    ASIDE: ClassVar[bool] = True
    ALLOWED: ClassVar[frozenset[str] | None] = frozenset({"quit", "leave", "skip"})
    HELP: ClassVar[str] = (
        "The terminal is too small to show everything. Make it larger, or its letters smaller."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,escape", "app.quit", "Quit", id="too-small.quit", tooltip="Close the simulator"),
    ]

    def __init__(self, standing: str) -> None:
        super().__init__()
        self._standing = Standing(standing)
        self._sentence = Static(id="sentence", markup=False)

    def compose(self) -> ComposeResult:
        """The sentence, and the standing line."""
        yield self._sentence
        yield self._standing

    def show(self, standing: str) -> None:
        """Show the standing line that is known now."""
        self._standing.show(standing)

    def tell(self, needed: Size, size: Size) -> None:
        """Say what there is and what is needed."""
        self._sentence.update(
            f"This terminal has {size.width} columns and {size.height} rows; the simulator needs "
            f"{needed.width} and {needed.height}. Make it larger, or press q to quit: "
            "your answers are kept."
        )
