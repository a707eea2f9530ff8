"""The guidance as a book: its documents, what is noted on them, and the rules and cases of each paragraph."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Static

from simulator.tui.keyed.screens import Screen
from simulator.tui.layout import BOTH_SIDES
from simulator.tui.safety import shown
from simulator.tui.searching import sought
from simulator.tui.telling.book import entries_of, found_in
from simulator.tui.telling.cases_found import About
from simulator.tui.widgets.book import BookList, BookPage, BookPages
from simulator.tui.widgets.book_cases import BookCases
from simulator.tui.widgets.book_rules import BookRules
from simulator.tui.widgets.book_text import BookText
from simulator.tui.widgets.footer import Footer
from simulator.tui.widgets.search_line import SearchLine
from simulator.tui.widgets.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from simulator.session.book_view import BookView, RuleView
    from simulator.session.case_packs import CaseRef
    from simulator.tui.looking import Trouble
    from simulator.tui.telling.book import Entry

ONE_PANE, THREE_PANES = "-one-pane", "-three-panes"
ALL_BESIDE = 160
"""Columns from which on contents, text, and rules with cases stand beside each other."""
EMPTY = "This guidance has nothing to read."


class GuidanceScreen(Screen[None]):
    """Shows a guidance. Where two panes have no room beside each other, contents and page are one key apart."""

    AUTO_FOCUS = None
    CSS_PATH = "guidance.tcss"
    HELP: ClassVar[str] = (
        "This is the guidance, word for word. The contents list every paragraph; the page tells the one under the "
        "cursor: 1 its text with the notes on it, 2 the rules that rest on it, 3 the cases that exercise it. Press / "
        "and type to search; capital letters and accents do not matter. Enter on a case plays it, unless a case is "
        "open."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "f", "other_side", "List/page", id="guidance.side", tooltip="Go between the contents and the page"
        ),
        Binding("1", "page(1)", "Text", id="guidance.text", tooltip="The paragraph, and what is noted on it"),
        Binding("2", "page(2)", "Rules", id="guidance.rules", tooltip="The rules that rest on the paragraph"),
        Binding("3", "page(3)", "Cases", id="guidance.cases", tooltip="Cases that exercise the paragraph"),
        Binding("slash", "search", "Search", id="guidance.search", tooltip="Search the whole guidance"),
        Binding("n", "next(1)", "Next", id="guidance.next", tooltip="The next match, or the next paragraph"),
        Binding(
            "p",
            "next(-1)",
            "Previous",
            id="guidance.previous",
            tooltip="The match or paragraph before",
            show=False,
        ),
        Binding(
            "right_square_bracket",
            "turn(1)",
            "Next paragraph",
            id="guidance.forward",
            tooltip="Read the next paragraph",
            show=False,
        ),
        Binding(
            "left_square_bracket",
            "turn(-1)",
            "Paragraph before",
            id="guidance.backward",
            tooltip="Read the paragraph before",
            show=False,
        ),
        Binding("escape", "back", "Back", id="guidance.back", tooltip="End the search; go back"),
        Binding("q", "leave", "Close", id="guidance.leave", tooltip="Close the guidance", show=False),
    ]

    @dataclass
    class PlayWanted(Message):
        """A case is to be played: the written one of an id, or a new one made from a seed."""

        pack: str
        which: int | str

    def __init__(self, book: BookView, at: str | None = None, *, playable: bool = True) -> None:
        """`at` is the paragraph at which it opens; no case can be played that is not `playable`."""
        super().__init__()
        self._book = book
        self._entries = entries_of(book)
        self._at = next((place for place, entry in enumerate(self._entries) if entry.key == at), 0)
        self._in_front = at is not None
        self._playable = playable
        self._page = BookPage.TEXT
        self._rule: RuleView | None = None
        self._needle = ""
        self._matches: Sequence[int] = ()

    def compose(self) -> ComposeResult:
        """The title, the search, the contents, and the page with its tabs."""
        self._class()
        yield Static(shown(self._book.title or EMPTY, "bold"), id="book-title")
        yield SearchLine()
        with Horizontal(id="book"):
            yield BookList(self._entries, self._at)
            with Vertical(id="reading"):
                yield BookPages(id="book-pages")
                with Horizontal(id="leaves"):
                    yield BookText()
                    with Vertical(id="resting"):
                        yield BookRules()
                        yield BookCases(playable=self._playable)
        yield Standing(self._book.standing)
        yield Footer()

    def on_mount(self) -> None:
        """Who comes from somewhere reads on there."""
        self._arrange()
        self._tell()
        self._focus()

    # How it is laid out

    @property
    def _one_pane(self) -> bool:
        return self.app.size.width < BOTH_SIDES or self.app.has_class("-large")

    @property
    def _three_panes(self) -> bool:
        return not self._one_pane and self.app.size.width >= ALL_BESIDE

    def _class(self) -> None:
        self.set_class(self._one_pane, ONE_PANE)
        self.set_class(self._three_panes, THREE_PANES)

    def _arrange(self) -> None:
        """Show what there is room for, and nothing else."""
        self._class()
        self.query_one(BookList).display = not (self._one_pane and self._in_front)
        self.query_one("#reading").display = not self._one_pane or self._in_front
        self.query_one(BookText).display = self._sees(BookPage.TEXT)
        self.query_one(BookRules).display = self._sees(BookPage.RULES)
        self.query_one(BookCases).display = self._sees(BookPage.CASES)
        self.query_one("#resting").display = self._three_panes or self._page != BookPage.TEXT

    def on_resize(self) -> None:
        """As many panes as there is room for."""
        self._rearrange()

    def on_screen_resume(self) -> None:
        """The layout may have been changed meanwhile."""
        self._rearrange()

    def _rearrange(self) -> None:
        if (self.has_class(ONE_PANE), self.has_class(THREE_PANES)) != (self._one_pane, self._three_panes):
            self._arrange()
            self._tell()

    # What is told

    @property
    def _entry(self) -> Entry | None:
        return self._entries[self._at] if self._entries else None

    def _tell(self) -> None:
        """Tell the pages that can be seen."""
        entry = self._entry
        if entry is None:
            return
        if self._sees(BookPage.TEXT):
            self.query_one(BookText).tell(entry, self._needle)
        if self._sees(BookPage.RULES):
            self.query_one(BookRules).show(entry.rules, entry.key)
        if self._sees(BookPage.CASES):
            self.query_one(BookCases).show(self._about(entry), ask=self._page == BookPage.CASES)
        self._tell_tabs(entry)

    def _sees(self, page: BookPage) -> bool:
        return self._three_panes or page == self._page

    def _about(self, entry: Entry) -> About | None:
        if self._rule is not None:
            return About(self._rule.rule, self._rule.question)
        return About(entry.key) if entry.paragraph is not None else None

    def _tell_tabs(self, entry: Entry) -> None:
        cases = self.query_one(BookCases).number_of(entry.key)
        self.query_one(BookPages).show(self._page, len(entry.rules), cases)

    def on_book_list_pointed(self, event: BookList.Pointed) -> None:
        """Tell the entry under the cursor, from its top or from the first mark."""
        if event.number == self._at:
            return
        self._at = event.number
        self._rule = None
        self._tell()
        self.query_one(BookText).from_the_top()
        self._count()

    def on_book_rules_chosen(self, event: BookRules.Chosen) -> None:
        """List the cases in which the rule decides."""
        self._rule = event.rule
        self._open(BookPage.CASES)

    def on_book_cases_wanted(self, event: BookCases.Wanted) -> None:
        """Hand it to the app, which it does not reach where this screen made it ask."""
        event.stop()
        self.app.post_message(BookCases.Wanted(event.name))

    def tell_cases(self, name: str, cases: Sequence[CaseRef] | Trouble) -> None:
        """List the cases of a paragraph or rule, or tell why they could not be found."""
        self.query_one(BookCases).tell(name, cases)
        if self._entry is not None:
            self._tell_tabs(self._entry)

    def on_book_cases_chosen(self, event: BookCases.Chosen) -> None:
        """Show the content note, and then have the case played."""
        from simulator.tui.screens.before_case import BeforeCase

        case = event.case

        def answered(play: bool | None) -> None:
            if play:
                self.post_message(self.PlayWanted(case.pack.name, case.which))

        self.app.push_screen(BeforeCase(case), answered)

    # Searching

    @property
    def _searching(self) -> bool:
        return bool(self.query_one(SearchLine).display)

    def action_search(self) -> None:
        """Search while one types; what is found is on the first page."""
        if self._page != BookPage.TEXT:
            self._open(BookPage.TEXT)
        self.query_one(SearchLine).open()

    def on_search_line_sought(self, event: SearchLine.Sought) -> None:
        """Mark what is sought, and go to the first entry from here on that has it."""
        self._needle = sought(event.text)
        self._matches = found_in(self._entries, self._needle)
        contents = self.query_one(BookList)
        contents.show_found(self._matches)
        if self._matches and self._at not in self._matches:
            contents.go_to(next((each for each in self._matches if each > self._at), self._matches[0]))
        if self._matches and not self._in_front:
            self._in_front = True
            self._arrange()
        self._tell()
        self.query_one(BookText).from_the_top()
        self._count()

    def on_search_line_step(self, event: SearchLine.Step) -> None:
        """Go to the next entry that has it, or back."""
        self._step(event.by)

    def on_search_line_closed(self) -> None:
        """Nothing is marked any more; the cursor stays."""
        self.on_search_line_sought(SearchLine.Sought(""))
        self._focus()

    def _step(self, by: int) -> None:
        """To the next match or the one before; from the last, to the first."""
        if not self._matches:
            return
        number = bisect_left(self._matches, self._at)
        here = number < len(self._matches) and self._matches[number] == self._at
        number += by if here or by < 0 else 0
        self.query_one(BookList).go_to(self._matches[number % len(self._matches)])

    def _count(self) -> None:
        at = self._matches.index(self._at) + 1 if self._at in self._matches else 0
        self.query_one(SearchLine).tell(at, len(self._matches))

    # Where one goes

    def on_book_pages_wanted(self, event: BookPages.Wanted) -> None:
        """A click does what the key does."""
        self.action_page(event.page)

    def action_page(self, page: int) -> None:
        """Open a page on the entry."""
        self._rule = None
        self._open(BookPage(page))

    def _open(self, page: BookPage) -> None:
        self._page = page
        self._tell()
        self._bring_page(True)

    def on_book_list_opened(self) -> None:
        """Enter reads."""
        self._bring_page(True)

    def _bring_page(self, in_front: bool) -> None:
        self._in_front = in_front
        self._arrange()
        self._focus()

    def _focus(self) -> None:
        if not self._in_front:
            self.query_one(BookList).focus()
        elif self._page == BookPage.TEXT:
            self.query_one(BookText).focus()
        elif self._page == BookPage.RULES:
            self.query_one(BookRules).take_focus()
        else:
            self.query_one(BookCases).take_focus()

    def action_other_side(self) -> None:
        """From the contents to the page, or back."""
        self._bring_page(self.query_one(BookList).has_focus)

    def action_next(self, by: int) -> None:
        """To the next match while something is searched for, else to the next entry."""
        if self._searching and self._matches:
            self._step(by)
        else:
            self.action_turn(by)

    def action_turn(self, by: int) -> None:
        """To the next entry, or the one before."""
        if self._entries:
            self.query_one(BookList).go_to(min(max(self._at + by, 0), len(self._entries) - 1))

    def action_back(self) -> None:
        """End the search; from the page, back to the contents; from there, close."""
        if self._searching:
            self.query_one(SearchLine).action_close()
        elif not self.query_one(BookList).has_focus:
            self._bring_page(False)
        else:
            self.action_leave()

    def action_leave(self) -> None:
        """Go back to where the guidance was opened."""
        self.dismiss()
