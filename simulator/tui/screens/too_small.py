"""What a terminal that is too small shows instead of everything else."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Static

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.geometry import Size


class TooSmall(Screen[None]):
    """One sentence; the screen beneath is there again as soon as there is room."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,escape", "app.quit", "Quit", id="too-small.quit", tooltip="Close the simulator"),
    ]

    def __init__(self, needed: Size) -> None:
        super().__init__()
        self._needed = needed
        self._sentence = Static(markup=False)

    def compose(self) -> ComposeResult:
        """The sentence."""
        yield self._sentence

    def tell(self, size: Size) -> None:
        """Say what there is and what is needed."""
        self._sentence.update(
            f"This terminal has {size.width} columns and {size.height} rows; the simulator needs "
            f"{self._needed.width} and {self._needed.height}. Make it larger, or press q to quit: "
            "your answers are kept."
        )
