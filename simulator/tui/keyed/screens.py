"""Screens, each of whose keys has an id and a tooltip."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import screen
from textual.screen import ScreenResultType

from simulator.tui.keyed.naming import named

if TYPE_CHECKING:
    from textual.binding import BindingType


class Screen(screen.Screen[ScreenResultType], inherit_bindings=False):
    """A screen of the toolkit with keys that can be told and changed."""

    ASIDE: ClassVar[bool] = False
    """Whether it is looked at for a moment, from wherever one is."""
    ALLOWED: ClassVar[frozenset[str] | None] = None
    """What can be done from anywhere and also while this screen is open; None where that is all of it."""
    BINDINGS: ClassVar[list[BindingType]] = named(screen.Screen, "screen")


class ModalScreen(screen.ModalScreen[ScreenResultType], inherit_bindings=False):
    """A modal screen of the toolkit with keys that can be told and changed."""

    ALLOWED: ClassVar[frozenset[str] | None] = None
    """As with `Screen`."""
    BINDINGS: ClassVar[list[BindingType]] = named(screen.ModalScreen, "screen")
