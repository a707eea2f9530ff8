"""The keys: every action of every screen, and a way to give it another key."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from simulator.errors.text import clean
from simulator.tui.keyed.screens import ModalScreen, Screen
from simulator.tui.keyed.tables import DataTable
from simulator.tui.keys import all_actions, called, in_the_way, told
from simulator.tui.safety import shown
from simulator.tui.widgets.footer import Footer
from simulator.tui.widgets.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import App, ComposeResult
    from textual.events import Key

    from simulator.tui.keys import Action

HINT = "Enter gives another key, x the usual one again. Esc keeps all of it and goes back."

COLUMNS = {"Where": 19, "Key": 19}
"""The first columns with their widths; what a key does has all the room that is left, and as many lines as it needs."""
AROUND = 12
"""Columns that margins, cells' own space and the scroll bar take."""


class KeysScreen(Screen[dict[str, str]]):
    """Answers with the keys of the person's own, by action."""

    CSS_PATH = "keys.tcss"
    HELP: ClassVar[str] = (
        "Every line is something that can be done, where it can be done, and its keys. Enter asks for another key; "
        "one that is taken in the same place is refused. x takes the usual key again for the line under the cursor, "
        "Shift+X for all."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "back", "Back", id="keys.back", tooltip="Keep these keys and go back"),
        Binding("x", "usual", "Usual key", id="keys.usual", tooltip="The usual key again, for this line"),
        Binding("X", "all_usual", "All usual", id="keys.all-usual", tooltip="The usual keys again, for all"),
    ]

    def __init__(self, app: type[App[object]], keys: Mapping[str, str], standing: str) -> None:
        super().__init__()
        self._actions = all_actions(app)
        self._keys = dict(keys)
        self._standing = standing

    def compose(self) -> ComposeResult:
        """All actions in one table."""
        yield Static("Keys", id="head", markup=False)
        yield DataTable[Text](id="keys", cursor_type="row", cell_padding=1)
        yield Static(HINT, id="said", markup=False)
        yield Standing(self._standing)
        yield Footer()

    def on_mount(self) -> None:
        """Fill the table."""
        table = self.query_one(DataTable)
        left = self.app.size.width - AROUND - sum(COLUMNS.values())
        for name, width in {**COLUMNS, "What": left}.items():
            table.add_column(name, key=name, width=width)
        for action in self._actions:
            table.add_row(*self._cells(action), key=action.id, height=None)
        table.focus()

    def _cells(self, action: Action) -> tuple[Text, Text, Text]:
        own = action.id in self._keys
        keys = Text(f"{told(action.keys_in(self._keys))}{' (yours)' if own else ''}", "bold" if own else "")
        keys.truncate(COLUMNS["Key"], overflow="ellipsis")
        return Text(clean(action.place)), keys, Text(clean(action.title))

    @property
    def _under_cursor(self) -> Action:
        return self._actions[self.query_one(DataTable).cursor_row]

    def on_data_table_row_selected(self, event: DataTable.RowSelected) -> None:
        """Ask for another key."""
        event.stop()
        action = self._under_cursor
        now = told(action.keys_in(self._keys))
        self.app.push_screen(PressKey(action.title, now), lambda key: self._pressed(action, key))

    def _pressed(self, action: Action, key: str | None) -> None:
        if key is None:
            return
        taken = in_the_way(self._actions, action, key, self._keys)
        if taken is not None:
            where = f"“{taken.title}” ({taken.place})"
            self._say(
                f"! {called(key)} is taken by {where}; choose another, or change that first.", "bold $error"
            )
            return
        self._keys[action.id] = key
        self._show(action)
        self._say(f"{called(key)} now does “{action.title}”.", "$success")

    def _show(self, action: Action) -> None:
        table = self.query_one(DataTable)
        table.update_cell(action.id, "Key", self._cells(action)[1])

    def _say(self, sentence: str, style: str) -> None:
        self.query_one("#said", Static).update(shown(sentence, style))

    def action_usual(self) -> None:
        """The usual key again, unless something else has it by now."""
        action = self._under_cursor
        own = self._keys.pop(action.id, None)
        if own is None:
            self._say("This key is the usual one.", "")
            return
        taken = [key for key in action.keys if in_the_way(self._actions, action, key, self._keys)]
        if taken:
            self._keys[action.id] = own
            self._say(f"! {called(taken[0])} is taken by something else; change that first.", "bold $error")
            return
        self._show(action)
        self._say(f"{told(action.keys)} does “{action.title}” again.", "$success")

    def action_all_usual(self) -> None:
        """All usual keys again."""
        self._keys.clear()
        for action in self._actions:
            self._show(action)
        self._say("All keys are the usual ones again.", "$success")

    def action_back(self) -> None:
        """Keep these keys."""
        self.dismiss(self._keys)


class PressKey(ModalScreen[str | None]):
    """Answers with the next key that is pressed, or None for Escape."""

    ALLOWED: ClassVar[frozenset[str] | None] = frozenset()
    HELP: ClassVar[str] = "The next key that you press is taken."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape", "back", "Back", id="press-key.back", tooltip="Go back; nothing changes", priority=True
        ),
    ]

    def __init__(self, title: str, now: str) -> None:
        super().__init__()
        self._title = title
        self._now = now

    def compose(self) -> ComposeResult:
        """What is asked for."""
        with Vertical(id="dialog"):
            yield Static(shown(f"Press the new key for “{self._title}” (now {self._now}).", "bold $accent"))
            yield Static("Esc goes back; nothing changes.", markup=False)
        yield Footer()

    def on_key(self, event: Key) -> None:
        """Take it."""
        event.stop()
        event.prevent_default()
        self.dismiss(event.key)

    def action_back(self) -> None:
        """Go back."""
        self.dismiss(None)
