"""The line of keys at the foot of a screen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from textual.widgets import Footer as TextualFooter

from simulator.tui.keys import called

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.binding import ActiveBinding
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


def with_titles(bindings: Mapping[str, ActiveBinding], titles: Mapping[str, str]) -> dict[str, ActiveBinding]:
    """Bindings of which those with an id in `titles` are shown under that title, last and in that order."""
    also = {
        title: (
            key,
            each._replace(
                binding=replace(each.binding, show=True, description=title, key_display=called(key))
            ),
        )
        for name, title in titles.items()
        for key, each in reversed([*bindings.items()])
        if each.binding.id == name
    }
    own = {key: each for key, each in bindings.items() if each.binding.id not in titles}
    return own | dict(also.values())
