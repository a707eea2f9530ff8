"""Lists, each of whose keys has an id and a tooltip; a sign stands before the line that the cursor is on."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual import widgets
from textual.strip import Strip

from simulator.tui.keyed.naming import named

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.style import Style
    from textual.widgets.option_list import Option

SIGN = "►"


class OptionList(widgets.OptionList, inherit_bindings=False):
    """The toolkit's, with keys that can be told and changed, and a cursor that is seen without colours."""

    BINDINGS: ClassVar[list[BindingType]] = named(widgets.OptionList, "list")
    DEFAULT_CSS = """
    OptionList > .option-list--option, OptionList.-textual-compact > .option-list--option {
        padding: 0 1 0 2;
    }
    """
    SIGNED_WITHOUT_FOCUS: ClassVar[bool] = True
    """Whether the sign is there also while keys act elsewhere."""
    _unsigned: list[Strip] | None = None
    _signed: list[Strip]

    def _get_option_render(self, option: Option, style: Style) -> list[Strip]:
        """The lines of an option; made once for as long as the cursor stays on it."""
        strips = super()._get_option_render(option, style)
        if not strips or self._option_to_index[option] != self.highlighted:
            return strips
        if not (self.has_focus or self.SIGNED_WITHOUT_FOCUS):
            return strips
        if self._unsigned is not strips:
            self._unsigned, self._signed = strips, [_signed(strips[0]), *strips[1:]]
        return self._signed


def _signed(strip: Strip) -> Strip:
    """A line with the sign in place of its first cell, which is blank."""
    return Strip.join([Strip([Segment(SIGN, *segment[1:]) for segment in strip.crop(0, 1)]), strip.crop(1)])
