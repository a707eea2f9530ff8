"""Help: what a screen is for, what has the focus is for, and every key of both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from simulator.errors.text import clean
from simulator.tui.keyed.screens import Screen
from simulator.tui.keyed.scrolling import VerticalScroll
from simulator.tui.possible import helps_of, possible_on
from simulator.tui.safety import shown
from simulator.tui.widgets.footer import Footer
from simulator.tui.widgets.standing import Standing
from simulator.tui.wrapping import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from textual.app import ComposeResult
    from textual.events import Resize
    from textual.screen import Screen as AnyScreen

    from simulator.tui.possible import Possible

HEAD = "Help"
HINT = "Keys can be changed in Settings. Ctrl+P searches everything that can be done."
MORE = "▼ There is more below."
HERE, FOCUSED, EVERYWHERE = "Keys of this screen", "Keys where the cursor is", "Keys from anywhere"
WIDTH = 18
INDENT = 3 + WIDTH


class HelpText(Static):
    """A paragraph, and keys in a column of their own."""

    def __init__(self, paragraph: str, keys: Mapping[str, Sequence[Possible]], about: str) -> None:
        super().__init__()
        self._paragraph = paragraph
        self._keys = keys
        self._about = about

    def on_resize(self, event: Resize) -> None:
        """Fill the lines."""
        self.update(Content("\n").join(self._told(event.size.width)))

    def _told(self, width: int) -> Iterator[Content]:
        yield shown(HEAD, "bold $accent")
        yield shown(self._paragraph)
        for head, possible in self._keys.items():
            yield shown("")
            yield shown(head, "bold $accent")
            if head == FOCUSED and self._about:
                yield shown(self._about)
            for each in possible:
                yield _line(each, width)
        yield shown("")
        yield shown(HINT, "$text-muted")


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
        paragraph, *others = [*helps_of(about), ""]
        self._text = HelpText(paragraph, _sorted(about), " ".join(others).strip())
        self._standing = standing

    def compose(self) -> ComposeResult:
        """All of it, to scroll through."""
        with VerticalScroll(id="help"):
            yield self._text
        yield Static(id="more", markup=False)
        yield Standing(self._standing)
        yield Footer()

    def on_mount(self) -> None:
        """Whether there is more below changes with the room and with where one is."""
        text = self.query_one("#help")
        for what in ("scroll_y", "virtual_size", "size"):
            self.watch(text, what, self._tell_more)

    def _tell_more(self) -> None:
        text = self.query_one("#help")
        below = text.scroll_y < text.virtual_size.height - text.size.height
        self.query_one("#more", Static).update(MORE if below else "", layout=False)

    def action_back(self) -> None:
        """Go back."""
        self.dismiss()


def _sorted(about: AnyScreen[Any]) -> dict[str, list[Possible]]:
    """What can be done, by where: on the screen, in what has the focus, and from anywhere."""
    found: dict[str, list[Possible]] = {HERE: [], FOCUSED: [], EVERYWHERE: []}
    for each in possible_on(about):
        everywhere = each.group in {"app", "screen"}
        found[EVERYWHERE if everywhere else HERE if each.node is about else FOCUSED].append(each)
    return {head: listed for head, listed in found.items() if listed}


def _line(possible: Possible, width: int) -> Content:
    """Keys, and beside them what they do, however many lines that takes."""
    tooltip = "" if possible.tooltip == possible.title else f": {possible.tooltip}"
    words = clean(f"{possible.title}{tooltip}.")
    column = max(width - INDENT, WIDTH)
    lines = [words[start:end].rstrip() for start, end in wrapped(words, column)]
    keys = shown(f"  {possible.keys:{WIDTH}}", "$accent")
    return keys.append(shown(" " + f"\n{'':{INDENT}}".join(lines)))
