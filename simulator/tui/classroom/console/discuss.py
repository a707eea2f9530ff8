"""Where the class differs most, as the next thing to discuss."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Static

from simulator.errors.text import clean
from simulator.tui.classroom.console.plan import Plan
from simulator.tui.classroom.console.plan_told import Row
from simulator.tui.classroom.console.screen import ConsoleScreen
from simulator.tui.classroom.console.writing import pause
from simulator.tui.safety import shown
from simulator.tui.telling.bars import bar

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.content import Content

    from simulator.classroom.class_view import SplitView

HEAD = "Where opinions differ most. Enter pauses the class to discuss the one under the cursor."
AGREED = "So far the class is of one mind, or has not voted."
WORDS = ((0.75, "almost evenly parted"), (0.5, "strongly parted"), (0.3, "parted"), (0.0, "mostly agreed"))
"""From which split on it is called what."""
BAR = 20


class DiscussScreen(ConsoleScreen[None]):
    """A line for each decision on which opinions differ."""

    CSS_PATH = "discuss.tcss"
    ASIDE: ClassVar[bool] = True
    HELP: ClassVar[str] = (
        "The decisions on which the class is of different opinions, the most disputed first, with the paragraph "
        "behind what the guidance calls for. The longer the bar, the more evenly opinions are parted. Enter pauses "
        "every screen with words about the one under the cursor, which you can change first, and goes back to the "
        "class. Escape goes back without a pause."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "pause", "Pause and discuss", id="discuss.pause", tooltip="Pause the class to discuss it"
        ),
        Binding("escape,q,w", "back", "Back", id="discuss.back", tooltip="Go back to the class"),
    ]

    def body(self) -> ComposeResult:
        """The decisions."""
        yield Static(id="head")
        yield Plan()

    def on_mount(self) -> None:
        """They can be walked through at once."""
        super().on_mount()
        self.query_one(Plan).focus()

    def tell(self) -> None:
        """Show them as they are now."""
        splits = self.console.discuss
        self.query_one("#head", Static).update(shown(HEAD if splits else AGREED))
        self.query_one(Plan).show([Row(_item(each), _line(each)) for each in splits])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There has to be one."""
        if action == "pause" and not self.console.discuss:
            return None
        return super().check_action(action, parameters)

    def action_pause(self) -> None:
        """Let a prompt be written; once it is, the class is in front again."""
        item = self.query_one(Plan).item
        split = next((each for each in self.console.discuss if _item(each) == item), None)
        if split is not None:
            pause(self, split, self.action_back)

    def action_back(self) -> None:
        """Go back."""
        self.dismiss()


def _item(split: SplitView) -> tuple[str, ...]:
    return split.phase, split.question, split.subject


def _line(split: SplitView) -> Content:
    words = next(words for least, words in WORDS if split.split >= least)
    head = shown(f"{clean(split.title)} – {clean(split.label)}", "bold")
    told = shown(f"  {words}{f', paragraph {clean(split.paragraph)}' if split.paragraph else ''}")
    return head.append(shown("\n")).append(bar(min(max(split.split, 0.0), 1.0), BAR)).append(told)
