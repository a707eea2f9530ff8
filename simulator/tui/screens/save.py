"""Saving the debrief: where to, in which format, and whether with one's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Static

from simulator.tui.keyed.buttons import Button
from simulator.tui.keyed.inputs import Input
from simulator.tui.keyed.screens import ModalScreen
from simulator.tui.keyed.scrolling import VerticalScroll
from simulator.tui.keyed.switches import Checkbox, RadioButton, RadioSet
from simulator.tui.safety import shown
from simulator.tui.wanting import SaveWanted

if TYPE_CHECKING:
    from textual.app import ComposeResult

FORMATS = {".html": "One page of HTML (.html), which prints well on A4", ".md": "Markdown (.md)"}
HINT = "Enter saves. Nothing that is there already is written over."
OWN_WORDS = "With my own words: reasons and notes"
SAVING = "It is being saved…"


class SaveScreen(ModalScreen[str | None]):
    """Posts `SaveWanted` until it is dismissed: with where it was saved, or None where nothing was.

    `own_words` is how the tick stands at first; None where there are no own words to save.
    """

    CSS_PATH = "save.tcss"
    HELP: ClassVar[str] = (
        "This saves the debrief as a file of its own. The end of the name says in which format: .html is a page for a"
        " browser that prints well, .md is Markdown. Your own words are left out unless you tick them. Escape goes"
        " back, and nothing is saved."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", id="save.save", tooltip="Save it there"),
        Binding("escape", "back", "Back", id="save.back", tooltip="Go back; nothing is saved"),
    ]

    def __init__(self, path: str, *, own_words: bool | None) -> None:
        super().__init__()
        self._path = path
        self._own_words = own_words
        self._folder: str | None = None

    def compose(self) -> ComposeResult:
        """Where to, the formats, the tick, what is said, and two buttons."""
        with VerticalScroll(id="dialog", can_focus=False):
            yield Static(shown("Save the debrief", "bold $accent"))
            yield Static(shown("Where to:"))
            yield Input(self._path, id="path", compact=True, select_on_focus=False)
            with RadioSet(id="formats", compact=True):
                for suffix, words in FORMATS.items():
                    yield RadioButton(shown(words), self._path.endswith(suffix), compact=True)
            if self._own_words is not None:
                yield Checkbox(shown(OWN_WORDS), self._own_words, id="own-words", compact=True)
            yield Static(shown(HINT, "$text-muted"), id="said")
            with Horizontal(id="buttons"):
                yield Button("Save", id="save", variant="primary", compact=True)
                yield Button("Back", id="back", compact=True)

    def on_mount(self) -> None:
        """The end of the name is what is most likely changed."""
        self.query_one(Input).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """The end of the name says the format; a folder was offered for another path."""
        event.stop()
        self._folder = None
        for button, suffix in zip(self.query(RadioButton), FORMATS, strict=True):
            if event.value.lower().endswith(suffix) and not button.value:
                button.value = True

    def on_radio_set_changed(self, event: RadioSet.Changed) -> None:
        """The format says the end of the name."""
        event.stop()
        path, suffix = self.query_one(Input), list(FORMATS)[event.index]
        if not path.value.lower().endswith(suffix):
            ends = next((len(each) for each in FORMATS if path.value.lower().endswith(each)), 0)
            path.value = path.value[: len(path.value) - ends] + suffix

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter saves."""
        event.stop()
        self.action_save()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """The buttons do what the keys do."""
        event.stop()
        if event.button.id == "save":
            self.action_save()
        else:
            self.action_back()

    def action_save(self) -> None:
        """Ask for it to be saved; the answer comes by `refuse`, or by being dismissed."""
        words = any(tick.value for tick in self.query(Checkbox))
        self._say(SAVING)
        self.post_message(SaveWanted(self.query_one(Input).value, words, self._folder is not None))

    def refuse(self, sentence: str, path: str | None, folder: str | None) -> None:
        """Say why it was not saved; offer another `path`, or to make a `folder`."""
        if path is not None:
            with self.prevent(Input.Changed):
                self.query_one(Input).value = path
            sentence = f"{sentence} Enter saves it as the name that is now above."
        self._folder = folder
        if folder is not None:
            sentence = f"{sentence} Enter makes it, and saves there."
        self._say(sentence, "bold $error", "! ")
        self.query_one(Input).focus()

    def _say(self, sentence: str, style: str = "bold", sign: str = "") -> None:
        self.query_one("#said", Static).update(shown(f"{sign}{sentence}", style))

    def action_back(self) -> None:
        """Save nothing."""
        self.dismiss(None)
