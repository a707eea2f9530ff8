"""Settings: how everything looks and is worked, what a force says, and where things are kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Static
from textual.widgets.option_list import Option

from simulator.tui.keyed.lists import OptionList
from simulator.tui.keyed.screens import Screen
from simulator.tui.keyed.scrolling import VerticalScroll
from simulator.tui.layout import BREAKPOINTS
from simulator.tui.safety import shown
from simulator.tui.telling.settings import ROWS, Row, told, value_of
from simulator.tui.theme import THEMES, theme_named
from simulator.tui.widgets.footer import Footer
from simulator.tui.widgets.standing import Standing

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.content import Content

    from simulator.preferences.preferences import Preferences
    from simulator.session.view import CareView

HINT = "Enter changes what the cursor is on, and it holds at once. Esc goes back."
ONLY_TOLD = "There is nothing to change here; the text says where it is. Tab goes to it."
WIDTH = 10


class SettingsScreen(Screen[None]):
    """Posts `Wanted` for each change."""

    CSS_PATH = "settings.tcss"
    ASIDE: ClassVar[bool] = True
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    HELP: ClassVar[str] = (
        "Enter changes the line under the cursor; what it means is told beside it. Everything holds at once and is "
        "kept for the next time."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "back", "Back", id="settings.back", tooltip="Go back to where you were"),
    ]

    @dataclass
    class Wanted(Message):
        """The person wants it like this from now on."""

        preferences: Preferences

    def __init__(self, preferences: Preferences, care: CareView | None, standing: str) -> None:
        super().__init__()
        self._preferences = preferences
        self._care = care
        self._standing = standing

    def compose(self) -> ComposeResult:
        """The settings, and beside them what the one under the cursor means."""
        yield Static("Settings", id="head", markup=False)
        with Horizontal(id="sides"):
            yield OptionList(*(Option(self._line(row)) for row in ROWS), id="settings", markup=False)
            with VerticalScroll(id="meaning-side"):
                yield Static(id="meaning", markup=False)
        yield Static(HINT, id="said", markup=False)
        yield Standing(self._standing)
        yield Footer()

    def on_mount(self) -> None:
        """The first setting is under the cursor."""
        self.query_one("#settings", OptionList).highlighted = 0
        self.query_one("#settings", OptionList).focus()

    def _line(self, row: Row) -> Content:
        return shown(f"{row.title:{WIDTH}}  ", "bold").append(shown(value_of(row, self._preferences)))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell what it means."""
        event.stop()
        self._tell(ROWS[event.option_index])
        self.say(HINT, trouble=False)

    def _tell(self, row: Row) -> None:
        self.query_one("#meaning", Static).update(told(row, self._care))
        self.query_one("#meaning-side").scroll_home(animate=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Change it."""
        event.stop()
        mine = self._preferences
        match ROWS[event.option_index]:
            case Row.COLOURS:
                self._prefer(replace(mine, theme=_after(list(THEMES), theme_named(mine.theme))))
            case Row.MOVEMENT:
                self._prefer(replace(mine, motion="usual" if mine.motion == "reduced" else "reduced"))
            case Row.LAYOUT:
                self._prefer(replace(mine, layout="usual" if mine.layout == "large" else "large"))
            case Row.KEYS:
                self._choose_keys()
            case _:
                self.say(ONLY_TOLD, trouble=False)

    def _prefer(self, preferences: Preferences) -> None:
        self._preferences = preferences
        listed = self.query_one("#settings", OptionList)
        for place, row in enumerate(ROWS):
            listed.replace_option_prompt_at_index(place, self._line(row))
        self.say(HINT, trouble=False)
        self.post_message(self.Wanted(preferences))

    def _choose_keys(self) -> None:
        from simulator.tui.screens.keys import KeysScreen

        def changed(keys: dict[str, str] | None) -> None:
            if keys is not None and keys != self._preferences.keys:
                self._prefer(replace(self._preferences, keys=keys))

        self.app.push_screen(KeysScreen(type(self.app), self._preferences.keys, self._standing), changed)

    def say(self, sentence: str, *, trouble: bool = True) -> None:
        """Say it below the settings."""
        said = shown(f"! {sentence}", "bold $error") if trouble else shown(sentence)
        self.query_one("#said", Static).update(said)

    def action_back(self) -> None:
        """Go back."""
        self.dismiss()


def _after(names: list[str], name: str) -> str:
    return names[(names.index(name) + 1) % len(names)]
