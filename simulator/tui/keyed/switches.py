"""What is switched on or off, each of whose keys has an id and a tooltip."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import widgets

from simulator.tui.keyed.naming import named

if TYPE_CHECKING:
    from textual.binding import BindingType


class Checkbox(widgets.Checkbox, inherit_bindings=False):
    """The toolkit's, with keys that can be told and changed."""

    BINDINGS: ClassVar[list[BindingType]] = named(widgets.Checkbox, "tick")


class RadioButton(widgets.RadioButton, inherit_bindings=False):
    """The toolkit's, with keys that can be told and changed."""

    BINDINGS: ClassVar[list[BindingType]] = named(widgets.RadioButton, "choice")


class RadioSet(widgets.RadioSet, inherit_bindings=False):
    """The toolkit's, with keys that can be told and changed."""

    BINDINGS: ClassVar[list[BindingType]] = named(widgets.RadioSet, "choices")
