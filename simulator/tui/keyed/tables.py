"""Tables, each of whose keys has an id and a tooltip."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import widgets
from textual.widgets.data_table import CellType

from simulator.tui.keyed.naming import named

if TYPE_CHECKING:
    from textual.binding import BindingType


class DataTable(widgets.DataTable[CellType], inherit_bindings=False):
    """The toolkit's, with keys that can be told and changed."""

    PROMPT: ClassVar[bool] = True
    """Whether keys act at once, before any widget around it hears of them."""
    BINDINGS: ClassVar[list[BindingType]] = named(widgets.DataTable, "table")
