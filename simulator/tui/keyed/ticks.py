"""Lists in which several can be ticked, each of whose keys has an id and a tooltip."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import widgets
from textual.widgets.selection_list import SelectionType

from simulator.tui.keyed.naming import named

if TYPE_CHECKING:
    from textual.binding import BindingType


class SelectionList(widgets.SelectionList[SelectionType], inherit_bindings=False):
    """The toolkit's, with keys that can be told and changed."""

    BINDINGS: ClassVar[list[BindingType]] = named(widgets.SelectionList, "ticks")
