"""The contents of a guidance, a line a paragraph under its document and section; and the tabs of its pages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widgets import Static
from textual.widgets.option_list import Option

from simulator.tui.keyed.lists import OptionList
from simulator.tui.safety import shown

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from textual.events import Click

    from simulator.tui.telling.book import Entry

AT_FIRST = 80
"""How many are listed in the first paint: more than a screen shows, of a long guidance."""
LONGEST = 160
"""Characters of a paragraph of which its line begins; more than any terminal shows there."""
FOUND = "•"


class BookList(OptionList):
    """Tells which entry the cursor is on, and which one is opened."""

    HELP: ClassVar[str] = (
        "The documents in order, a line for each paragraph, and below them the notes, tensions, silent points and "
        "advice. Up and Down move, Enter reads. While something is searched for, a dot stands before each line "
        "that has it."
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "Read", id="contents.read", tooltip="Read what the cursor is on"),
    ]

    @dataclass
    class Pointed(Message):
        """The cursor is on the entry of this number."""

        number: int

    class Opened(Message):
        """The entry under the cursor is to be read."""

    def __init__(self, entries: Sequence[Entry], at: int = 0) -> None:
        """`at` is the number of the entry on which the cursor begins."""
        super().__init__(id="contents", markup=False)
        self._entries = entries
        self._numbers: dict[int, int] = {}
        self._found: Collection[int] = ()
        self._listed = 0
        self._at = at
        self._list(AT_FIRST)

    def on_mount(self) -> None:
        """The cursor is where it is to begin; what a long guidance has below comes after the first paint."""
        if self._at >= self._listed:
            self._list(self._at + AT_FIRST)
        self.go_to(self._at)
        if self._listed < len(self._entries):
            self.call_after_refresh(self._list, len(self._entries))

    def _list(self, end: int) -> None:
        """List the entries before number `end` that are not listed yet."""
        options: list[Option] = []
        for number, entry in enumerate(self._entries[self._listed : end], self._listed):
            options += [Option(_heading(heading, entry), disabled=True) for heading in entry.headings]
            self._numbers[self.option_count + len(options)] = number
            options.append(Option(self._line(number)))
        self._listed = min(end, len(self._entries))
        self.add_options(options)

    def _line(self, number: int) -> Content:
        entry = self._entries[number]
        sign = FOUND if number in self._found else " "
        head = shown(f"{sign} {entry.key}  ", "bold $accent" if number in self._found else "bold")
        return head.append(shown(entry.text[:LONGEST].replace("\n", " ")))

    @property
    def at(self) -> int:
        """The number of the entry under the cursor."""
        return self._numbers.get(self.highlighted or 0, 0)

    def go_to(self, number: int) -> None:
        """Move the cursor to an entry."""
        row = next((row for row, each in self._numbers.items() if each == number), None)
        if row is not None:
            self.highlighted = row

    def show_found(self, found: Collection[int]) -> None:
        """Put a sign before the entries of these numbers, and before no other."""
        changed = {*self._found} ^ {*found}
        self._found = found
        for row, number in self._numbers.items():
            if number in changed:
                self.replace_option_prompt_at_index(row, self._line(number))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell what the cursor is on."""
        event.stop()
        self.post_message(self.Pointed(self._numbers[event.option_index]))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Tell that it is to be read."""
        event.stop()
        self.post_message(self.Opened())


def _heading(heading: str, entry: Entry) -> Content:
    document = len(entry.headings) > 1 and heading == entry.headings[0]
    return shown(heading, "bold underline $accent" if document else "bold $primary")


class BookPage(IntEnum):
    """A page on an entry, by its key."""

    TEXT = 1
    RULES = 2
    CASES = 3


class BookPages(Static):
    """The tabs; a click on one wants its page."""

    HELP: ClassVar[str] = (
        "1 the text with what is noted on it, 2 the rules that rest on it, 3 cases that exercise it."
    )

    @dataclass
    class Wanted(Message):
        """The learner clicked on a page's tab."""

        page: BookPage

    def show(self, page: BookPage, rules: int, cases: int | None) -> None:
        """Show which page is open, and how many rules and cases there are; None where that is not known."""
        titles = {
            BookPage.TEXT: "Text",
            BookPage.RULES: f"Rules ({rules})",
            BookPage.CASES: "Cases" if cases is None else f"Cases ({cases})",
        }
        tabs = Content("  ").join(_tab(each, title, each == page) for each, title in titles.items())
        self.update(tabs, layout=False)

    def on_click(self, event: Click) -> None:
        """One click is enough."""
        page = event.style.meta.get("book_page")
        if page is not None:
            self.post_message(self.Wanted(BookPage(page)))


def _tab(page: BookPage, title: str, is_open: bool) -> Content:
    tab = Content.styled(f"{page.value} {title}", "bold reverse" if is_open else "$text-muted")
    return tab.stylize(Style.from_meta({"book_page": page.value}))
