"""Saving the debrief: where to, in which format, and whether with one's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Static
from textual.widgets.option_list import Option

from simulator.tui.keyed.buttons import Button
from simulator.tui.keyed.inputs import Input
from simulator.tui.keyed.lists import OptionList
from simulator.tui.keyed.screens import ModalScreen
from simulator.tui.keyed.scrolling import VerticalScroll
from simulator.tui.safety import shown
from simulator.tui.wanting import SaveWanted
from simulator.tui.widgets.footer import Footer

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.content import Content

FORMATS = {".html": "One page of HTML (.html), which prints well on A4", ".md": "Markdown (.md)"}
OWN_WORDS = "With my own words: reasons and notes"
HINT = "Enter saves. Nothing that is there already is written over."
SAVING = "It is being saved…"


class Ticks(OptionList):
    """Formats, of which one is chosen, and what can be ticked."""

    HELP: ClassVar[str] = "Up and Down move; Space or Enter chooses what the cursor is on."

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,enter", "select", "Choose", id="save.tick", tooltip="Choose this, or take it back"),
    ]


class SaveScreen(ModalScreen[str | None]):
    """Posts `SaveWanted` until it is dismissed: with where it was saved, or None where nothing was.

    `own_words` is how the tick stands at first; None where there are no own words to save.
    """

    CSS_PATH = "save.tcss"
    HELP: ClassVar[str] = (
        "This saves the debrief as a file of its own. The end of the name says in which format: .html is a page for a"
        " browser that prints well, .md is Markdown. Tab goes to the formats; Space chooses one. Your own words are"
        " left out unless you tick them. Escape goes back, and nothing is saved."
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
            yield Ticks(*map(Option, self._prompts(self._path)), id="ticks", compact=True)
            yield Static(shown(HINT, "$text-muted"), id="said")
            with Horizontal(id="buttons"):
                yield Button("Save", id="save", variant="primary", compact=True)
                yield Button("Back", id="back", compact=True)
        yield Footer()

    def _prompts(self, path: str) -> list[Content]:
        """The formats, that of `path` chosen, and the tick where there is something to tick."""
        prompts = [_ticked("(•)", "( )", path.lower().endswith(end), words) for end, words in FORMATS.items()]
        if self._own_words is not None:
            prompts.append(_ticked("[x]", "[ ]", self._own_words, OWN_WORDS))
        return prompts

    def _tick(self, path: str) -> None:
        ticks = self.query_one(Ticks)
        for number, prompt in enumerate(self._prompts(path)):
            ticks.replace_option_prompt_at_index(number, prompt)

    def on_mount(self) -> None:
        """The end of the name is what is most likely changed."""
        self.query_one(Input).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """The end of the name says the format; a folder was offered for another path."""
        event.stop()
        self._folder = None
        self._tick(event.value)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A format says the end of the name."""
        event.stop()
        path = self.query_one(Input)
        if event.option_index < len(FORMATS):
            name = next(
                (path.value[: -len(end)] for end in FORMATS if path.value.lower().endswith(end)), path.value
            )
            path.value = name + list(FORMATS)[event.option_index]
        else:
            self._own_words = not self._own_words
            self._tick(path.value)

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
        self._say(SAVING)
        path = self.query_one(Input).value
        self.post_message(SaveWanted(path, bool(self._own_words), make_folder=self._folder is not None))

    def refuse(self, sentence: str, path: str | None, folder: str | None) -> None:
        """Say why it was not saved; offer another `path`, or to make a `folder`."""
        if path is not None:
            with self.prevent(Input.Changed):
                self.query_one(Input).value = path
            self._tick(path)
            sentence = f"{sentence} Enter saves it under the name that is now above."
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


def _ticked(sign: str, empty: str, ticked: bool, words: str) -> Content:
    return shown(f"{sign if ticked else empty} {words}", "bold $accent" if ticked else "")
