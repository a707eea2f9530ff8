"""The line of keys at the foot of a screen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.content import Content
from textual.widget import Widget

from simulator.tui.keys import called
from simulator.tui.safety import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from textual.binding import ActiveBinding, Binding
    from textual.events import Click, MouseMove
    from textual.screen import Screen

KEY, DESCRIPTION, NOT_NOW = (
    "bold $footer-key-foreground",
    "$footer-description-foreground",
    "italic $text-muted",
)


class ShownKey(NamedTuple):
    """A key as it stands in the line: from column `start` to before `end`."""

    start: int
    end: int
    key: str
    name: str
    description: str
    tooltip: str
    enabled: bool


class Footer(Widget):
    """Shows what keys do now; a click on one does the same. One widget for all: a key of its own each is slow to show.

    `compact` leaves no more than one space between two keys.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS: ClassVar[str] = """
    Footer {
        dock: bottom;
        height: 1;
        text-wrap: nowrap;
        color: $footer-foreground;
        background: $footer-background;
    }
    """

    def __init__(self, *, compact: bool = False) -> None:
        super().__init__()
        self._gap = 1 if compact else 2
        self._keys: tuple[ShownKey, ...] | None = None

    def on_mount(self) -> None:
        """Keep up with what keys do."""
        self.screen.bindings_updated_signal.subscribe(self, self._bindings_changed)

    def _bindings_changed(self, screen: Screen[object]) -> None:
        before, self._keys = self._keys, None
        if screen is self.screen and before != self.keys:
            self.refresh()

    @property
    def keys(self) -> tuple[ShownKey, ...]:
        """The keys that are shown, from left to right."""
        if self._keys is None:
            self._keys = tuple(self._placed())
        return self._keys

    def _placed(self) -> Iterator[ShownKey]:
        at = self._gap - 1
        for binding, enabled, tooltip in _shown_on(self.screen):
            name = self.app.get_key_display(binding)
            end = at + Content(name).cell_length + 1 + Content(binding.description).cell_length
            yield ShownKey(
                at, end, binding.key, name, binding.description, tooltip or binding.description, enabled
            )
            at = end + self._gap

    def render(self) -> Content:
        """All keys in a line."""
        indent = Content(" " * (self._gap - 1))
        return indent + Content(" " * self._gap).join(_told(key) for key in self.keys)

    def _at(self, x: int) -> ShownKey | None:
        return next((key for key in self.keys if key.start <= x < key.end), None)

    def on_mouse_move(self, event: MouseMove) -> None:
        """Tell what the key under the pointer does."""
        key = self._at(event.x)
        self.tooltip = key.tooltip if key else None

    def on_click(self, event: Click) -> None:
        """Do what the key does."""
        key = self._at(event.x)
        if key is not None and key.enabled:
            self.app.simulate_key(key.key)


def _told(key: ShownKey) -> Content:
    if not key.enabled:
        return shown(f"{key.name} {key.description}", NOT_NOW)
    return shown(key.name, KEY).append(shown(f" {key.description}", DESCRIPTION))


def _shown_on(screen: Screen[object]) -> Iterator[tuple[Binding, bool, str]]:
    """The bindings to be shown: of several keys for one action the first."""
    told = set()
    for active in screen.active_bindings.values():
        if active.binding.show and active.binding.action not in told:
            told.add(active.binding.action)
            yield active.binding, active.enabled, active.tooltip


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
