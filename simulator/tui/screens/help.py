"""Help: what a screen is for, what has the focus is for, and every key of both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from simulator.tui.keyed.screens import Screen
from simulator.tui.keyed.scrolling import VerticalScroll
from simulator.tui.keys import PLACES
from simulator.tui.possible import helps_of, possible_on
from simulator.tui.safety import shown
from simulator.tui.widgets.footer import Footer
from simulator.tui.widgets.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult
    from textual.screen import Screen as AnyScreen

    from simulator.tui.possible import Possible

HEAD = "Help"
KEYS = "Keys"
HINT = "Keys can be changed in Settings. Ctrl+P searches everything that can be done."
WIDTH = 18


class HelpScreen(Screen[None]):
    """Tells of the screen below it."""

    CSS_PATH = "help.tcss"
    ASIDE: ClassVar[bool] = True
    HELP: ClassVar[str] = "Up and Down scroll. Escape goes back to where you were."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter", "back", "Back", id="help.back", tooltip="Go back to where you were"),
    ]

    def __init__(self, about: AnyScreen[Any], standing: str) -> None:
        super().__init__()
        self._helps = list(helps_of(about))
        self._possible = possible_on(about)
        self._standing = standing

    def compose(self) -> ComposeResult:
        """All of it, to scroll through."""
        with VerticalScroll(id="help"):
            yield Static(Content("\n").join(self._told()))
        yield Standing(self._standing)
        yield Footer(show_command_palette=False)

    def _told(self) -> Iterator[Content]:
        yield shown(HEAD, "bold $accent")
        for text in self._helps:
            yield shown(text)
            yield shown("")
        yield shown(KEYS, "bold $accent")
        yield shown(HINT, "$text-muted")
        group = ""
        for each in self._possible:
            if each.group != group:
                group = each.group
                yield shown("")
                yield shown(PLACES.get(group, group.replace("-", " ").capitalize()), "bold")
            yield _line(each)

    def action_back(self) -> None:
        """Go back."""
        self.dismiss()


def _line(possible: Possible) -> Content:
    keys = shown(f"  {possible.keys:{WIDTH}}", "$accent")
    tooltip = "" if possible.tooltip == possible.title else f": {possible.tooltip}"
    return keys.append(shown(f" {possible.title}{tooltip}."))
