"""The plan of a case to walk through."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.message import Message
from textual.widgets.option_list import Option

from simulator.tui.keyed.lists import OptionList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType

    from simulator.tui.classroom.console.plan_told import Item, Row

AROUND = 5
"""Columns that the space around a line takes, and the scroll bar."""


class Plan(OptionList, inherit_bindings=False):
    """Tells what the cursor is on; Enter is left to the screen."""

    HELP: ClassVar[str] = (
        "The plan of the case: its phases and its questions, how each stands, how many have voted, and how many "
        "minutes it may well take. Up and Down move; beside it is told what the cursor is on."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        each for each in OptionList.BINDINGS if getattr(each, "action", "") != "select"
    ]

    @dataclass
    class Pointed(Message):
        """The cursor is on a line about `item`."""

        item: Item

    def __init__(self) -> None:
        super().__init__(id="plan", markup=False)
        self._rows: Sequence[Row] = ()

    @property
    def room(self) -> int:
        """Cells that a line has."""
        return max(self.size.width - AROUND, 20)

    @property
    def item(self) -> Item | None:
        """What the cursor is on."""
        return self._rows[self.highlighted].item if self.highlighted is not None and self._rows else None

    def show(self, rows: Sequence[Row]) -> None:
        """Show `rows`; the cursor stays on what it is on."""
        if [row.item for row in rows] == [row.item for row in self._rows]:
            for number, (row, before) in enumerate(zip(rows, self._rows, strict=True)):
                if not row.told.is_same(before.told):
                    self.replace_option_prompt_at_index(number, row.told)
            self._rows = rows
            return
        at, self._rows = self.item, rows
        self.clear_options()
        self.add_options(Option(row.told) for row in rows)
        if not self.go_to(at) and rows:
            self.highlighted = 0

    def go_to(self, item: Item | None) -> bool:
        """Put the cursor on `item`; whether it is there."""
        number = next((number for number, row in enumerate(self._rows) if row.item == item), None)
        if number is not None:
            self.highlighted = number
        return number is not None

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell what the cursor is on."""
        event.stop()
        if self.item is not None:
            self.post_message(self.Pointed(self.item))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click has put the cursor there, and that is all."""
        event.stop()
