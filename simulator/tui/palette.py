"""The command palette: every action of the screen and of the app, to be found by its words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.command import CommandInput, CommandList, CommandPalette, DiscoveryHit, Hit, Provider
from textual.containers import Horizontal, Vertical
from textual.widgets import LoadingIndicator

from simulator.errors.text import clean
from simulator.tui.keyed.naming import named
from simulator.tui.possible import possible_on
from simulator.tui.safety import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.command import Hits
    from textual.content import Content

    from simulator.tui.possible import Possible

PARTS = {"screen", "list", "ticks", "table", "text", "line", "page", "button"}
"""Keys of parts of the toolkit: to move about in them, and no actions to search for."""
NOT_HERE = {"app.palette", "app.interrupt"}


class Actions(Provider):
    """What can be done on the screen from which the palette was opened."""

    async def discover(self) -> Hits:
        """All of it, before anything is typed."""
        for each in self._possible():
            yield DiscoveryHit(_told(each), partial(_do, each), text=each.title)

    async def search(self, query: str) -> Hits:
        """What has the words typed in its name or tooltip."""
        matcher = self.matcher(query)
        for each in self._possible():
            score = max(matcher.match(each.title), matcher.match(each.tooltip) * 0.9)
            if score > 0:
                yield Hit(score, _told(each), partial(_do, each), text=each.title)

    def _possible(self) -> Iterator[Possible]:
        for each in possible_on(self.screen):
            if each.group not in PARTS and each.id not in NOT_HERE:
                yield each


class PaletteInput(CommandInput, inherit_bindings=False):
    """Where the words are typed."""

    HELP: ClassVar[str] = "Type a word of what you want to do; a few of its letters are enough."

    BINDINGS: ClassVar[list[BindingType]] = named(CommandInput, "line")

    def validate_value(self, value: str) -> str:
        """Whatever would act on a terminal, or hide, is seen."""
        return clean(value)


class Palette(CommandPalette, inherit_bindings=False):
    """Textual's command palette, with our actions and nobody else's."""

    ASIDE: ClassVar[bool] = True
    HELP: ClassVar[str] = (
        "Type a word of what you want to do. Up and Down choose, Enter does it, Escape goes back."
    )
    BINDINGS: ClassVar[list[BindingType]] = named(CommandPalette, "palette")

    def __init__(self) -> None:
        super().__init__([Actions], placeholder="Type what you want to do…")

    def compose(self) -> ComposeResult:
        """A line to type in, and what is found."""
        with Vertical(id="--container"):
            with Horizontal(id="--input"):
                yield PaletteInput(placeholder=self._placeholder, select_on_focus=False)
            with Vertical(id="--results"):
                yield CommandList()
                yield LoadingIndicator()


def _told(possible: Possible) -> Content:
    head = shown(possible.title, "bold").append(shown(f"  {possible.keys}", "$accent"))
    return head.append(shown(f"\n{possible.tooltip}", "$text-muted"))


async def _do(possible: Possible) -> None:
    await possible.node.app.run_action(possible.action, default_namespace=possible.node)
