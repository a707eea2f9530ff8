"""The line of keys at the foot of a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from textual.widgets import Footer as TextualFooter

if TYPE_CHECKING:
    from textual.screen import Screen

Shown: TypeAlias = tuple[tuple[str, str, bool], ...]


class Footer(TextualFooter, inherit_bindings=False):
    """Textual's own makes all its keys anew whenever the focus moves, and never lets go of one.

    This one makes them anew only where others are to be shown, and lets go of those before.
    """

    _shown: Shown | None = None

    def bindings_changed(self, screen: Screen[object]) -> None:
        """Show the keys that act now."""
        if not (screen.app.app_focus and self.is_attached and screen is self.screen):
            super().bindings_changed(screen)
            return
        shown = _shown_on(screen)
        if shown != self._shown:
            self._shown = shown
            self.mutate_reactive(TextualFooter.compact)  # which forgets the keys that are gone
            super().bindings_changed(screen)


def _shown_on(screen: Screen[object]) -> Shown:
    active = screen.active_bindings.values()
    return tuple(
        (each.binding.key, each.binding.description, each.enabled) for each in active if each.binding.show
    )
