"""Choosing: one question about one subject in full, its options, and what is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Static
from textual.widgets.option_list import Option

from simulator.tui.keyed.buttons import Button
from simulator.tui.keyed.lists import OptionList
from simulator.tui.keyed.screens import ModalScreen
from simulator.tui.layout import BREAKPOINTS
from simulator.tui.option_keys import LETTERS, lettered, option_keys
from simulator.tui.safety import shown
from simulator.tui.telling.asked import SIGNS
from simulator.tui.widgets.footer import Footer

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.content import Content

    from simulator.tui.grid import Cell

ONE = "Enter or a {key} chooses. Delete withdraws. Esc goes back."
SEVERAL = "Space or a {key} ticks, Enter keeps. Delete withdraws. Esc goes back."
LETTERS_HERE = "! The names here have numbers, so letters are the keys. {rest}"
NUMBERS_HERE = "! Here numbers are the keys. {rest}"
KEEPS, GOES_BACK = "Enter keeps what is ticked.", "Esc goes back."
NOTHING_TICKED = "! Nothing is ticked yet: Space or a {key} ticks. Esc goes back."

NUMBERS = tuple("123456789")


class Options(OptionList):
    """The list; Enter and Space mean what the chooser says."""

    HELP: ClassVar[str] = "Up and Down move through the options; the line below says what Enter and Space do."

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "screen.choose", "Choose", id="chooser.choose", tooltip="Choose this option"),
        Binding("enter", "screen.keep", "Keep", id="chooser.keep", tooltip="Keep what is ticked"),
        Binding("space", "screen.tick", "Tick", id="chooser.tick", tooltip="Tick or untick this option"),
    ]


class Chooser(ModalScreen[tuple[str, ...] | None]):
    """Answers with the chosen options' ids, `()` to withdraw, or None where nothing is to change."""

    CSS_PATH = "chooser.tcss"
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back", id="chooser.back", tooltip="Go back; the answer stays as it was"),
        Binding(
            "delete,backspace",
            "withdraw",
            "Withdraw",
            id="chooser.withdraw",
            tooltip="Take the answer to this question back",
        ),
        *(
            Binding(
                key,
                f"{kind}({number})",
                f"Option {key}",
                id=f"chooser.{kind}-{key}",
                tooltip=f"Choose or tick option {key}",
                show=False,
            )
            for kind, keys in (("number", NUMBERS), ("letter", LETTERS))
            for number, key in enumerate(keys)
        ),
    ]

    HELP: ClassVar[str] = (
        "One decision with all its options. Where one option is to be chosen, Enter or its number chooses it. "
        "Where several may be, Space or a number ticks, and Enter keeps what is ticked. "
        "Where options have numbers in their names, letters stand for the keys. "
        "Delete takes the answer back, Escape leaves it as it was."
    )

    def __init__(self, cell: Cell) -> None:
        super().__init__()
        self._question = cell.question
        self._subject = cell.subject
        self._options = [option.option for option in cell.question.options]
        self._chosen = set(cell.subject.chosen)
        labels = [option.label for option in cell.question.options]
        self._lettered = lettered(labels)
        self._keys = option_keys(labels)

    def compose(self) -> ComposeResult:
        """The question, its options, and buttons for those who use a mouse."""
        title = f"{self._question.title} – {self._subject.label}"
        with Vertical(id="dialog"):
            yield Static(shown(title, "bold $accent"), id="dialog-title")
            yield Static(shown(self._question.asks), id="asks")
            yield Options(*(Option(self._prompt(number)) for number in range(len(self._options))))
            yield Static(self._hint, id="hint")
            with Horizontal(id="buttons"):
                if self._question.several:
                    yield Button("Keep", id="keep", variant="primary", compact=True)
                yield Button("Back", id="back", compact=True)
        yield Footer(compact=True)

    def on_mount(self) -> None:
        """Stand on what is chosen, else on the first option."""
        options = self.query_one(Options)
        options.highlighted = next(
            (number for number, option in enumerate(self._options) if option in self._chosen), 0
        )
        options.focus()

    @property
    def _hint(self) -> str:
        return self._worded(SEVERAL if self._question.several else ONE)

    def _worded(self, hint: str) -> str:
        return hint.format(key="letter" if self._lettered else "number")

    def _prompt(self, number: int) -> Content:
        option = self._question.options[number]
        sign = SIGNS[self._question.several, option.option in self._chosen]
        return shown(f"{sign} {self._keys[number]}  {option.label}")

    def _choose(self, number: int) -> None:
        if number >= len(self._options):
            return
        option = self._options[number]
        if not self._question.several:
            self.dismiss((option,))
            return
        self._toggle(option)
        options = self.query_one(Options)
        options.highlighted = number
        for every in range(len(self._options)):
            options.replace_option_prompt_at_index(every, self._prompt(every))
        self.query_one("#hint", Static).update(self._hint)

    def _toggle(self, option: str) -> None:
        if option in self._chosen:
            self._chosen.remove(option)
        elif option == self._question.excluding:
            self._chosen = {option}
        else:
            self._chosen.discard(self._question.excluding or "")
            self._chosen.add(option)

    def _result(self) -> tuple[str, ...]:
        return tuple(option for option in self._options if option in self._chosen)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click on an option chooses or ticks it."""
        event.stop()
        self._choose(event.option_index)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """The buttons do what Enter and Escape do."""
        event.stop()
        self.dismiss(self._result() if event.button.id == "keep" else None)

    def action_number(self, number: int) -> None:
        """Choose or tick option `number`, from 0, where the options have numbers."""
        if self._lettered:
            self._remind(self._with_rest(LETTERS_HERE))
        else:
            self._choose(number)

    def action_letter(self, number: int) -> None:
        """As `action_number`, where the options have letters: a digit could be meant for another one's name."""
        if self._lettered:
            self._choose(number)
        else:
            self._remind(self._with_rest(NUMBERS_HERE))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """One option is chosen at once; several are ticked, and then kept."""
        match action:
            case "choose":
                return not self._question.several
            case "keep" | "tick":
                return self._question.several
            case _:
                return True

    def action_choose(self) -> None:
        """Choose the option under the cursor."""
        self.action_tick()

    def action_tick(self) -> None:
        """Tick or untick the option under the cursor."""
        highlighted = self.query_one(Options).highlighted
        if highlighted is not None:
            self._choose(highlighted)

    def action_keep(self) -> None:
        """Keep what is ticked."""
        if self._chosen or self._subject.chosen:
            self.dismiss(self._result())
        else:
            self._remind(self._worded(NOTHING_TICKED))

    def _with_rest(self, hint: str) -> str:
        return hint.format(rest=KEEPS if self._question.several and self._chosen else GOES_BACK)

    def _remind(self, sentence: str) -> None:
        self.query_one("#hint", Static).update(shown(sentence, "bold $error"))

    def action_withdraw(self) -> None:
        """Take the answer back."""
        self.dismiss(())

    def action_back(self) -> None:
        """Change nothing."""
        self.dismiss(None)
