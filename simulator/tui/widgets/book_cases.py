"""The cases that exercise a paragraph, to be chosen from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Static
from textual.widgets.option_list import Option

from simulator.tui.keyed.lists import OptionList
from simulator.tui.looking import Trouble
from simulator.tui.safety import shown
from simulator.tui.telling.book import case_line
from simulator.tui.telling.cases_found import NOT_NOW, cases_told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.content import Content

    from simulator.session.case_packs import CaseRef
    from simulator.tui.telling.cases_found import About


class BookCases(Vertical):
    """Asks for the cases of a paragraph or rule once, and tells which one is to be played."""

    HELP: ClassVar[str] = (
        "The cases that exercise the paragraph: those written for a pack, and new ones where a pack can make one. "
        "Up and Down move, Enter shows the content note of the pack and then plays the case, in practice."
    )

    @dataclass
    class Wanted(Message):
        """`tell` is to be called with the cases of a paragraph or rule."""

        name: str

    @dataclass
    class Chosen(Message):
        """`case` is to be played."""

        case: CaseRef

    def __init__(self, *, playable: bool) -> None:
        super().__init__(id="cases")
        self._playable = playable
        self._about: About | None = None
        self._known: dict[str, Sequence[CaseRef] | Trouble] = {}
        self._wanted: set[str] = set()
        self._listed: Sequence[CaseRef] = ()

    def compose(self) -> ComposeResult:
        """What is listed, and the list."""
        yield Static(id="cases-said")
        yield OptionList(id="case-list", markup=False)

    def number_of(self, name: str) -> int | None:
        """How many cases exercise something; None where that is not known."""
        known = self._known.get(name)
        return None if known is None or isinstance(known, Trouble) else len(known)

    def show(self, about: About | None, *, ask: bool) -> None:
        """List the cases of a paragraph or rule; those not known are asked for, once anything was."""
        self._about = about
        if about is not None and (ask or self._wanted) and about.name not in self._wanted:
            self._wanted.add(about.name)
            self.post_message(self.Wanted(about.name))
        self._show()

    def tell(self, name: str, cases: Sequence[CaseRef] | Trouble) -> None:
        """The cases of a paragraph or rule, or why they could not be found."""
        self._known[name] = cases
        if isinstance(cases, Trouble):
            self._wanted.discard(name)
        self._show()

    def _show(self) -> None:
        found = self._known.get(self._about.name) if self._about is not None else ()
        said = cases_told(self._about, found, looking=bool(self._wanted), playable=self._playable)
        self.query_one("#cases-said", Static).update(said)
        cases = found if found is not None and not isinstance(found, Trouble) else ()
        if cases is not self._listed:
            self._list(cases)

    def _list(self, cases: Sequence[CaseRef]) -> None:
        self._listed = cases
        listed = self.query_one("#case-list", OptionList)
        listed.clear_options()
        listed.add_options(Option(_line(case)) for case in cases)
        listed.highlighted = 0 if cases else None

    def take_focus(self) -> None:
        """The list has it."""
        self.query_one("#case-list").focus()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Nothing follows yet."""
        event.stop()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Tell which case is to be played; not while another is open."""
        event.stop()
        if self._playable:
            self.post_message(self.Chosen(self._listed[event.option_index]))
        else:
            self.query_one("#cases-said", Static).update(shown(f"! {NOT_NOW}", "bold $error"))


def _line(case: CaseRef) -> Content:
    title, pack = case_line(case)
    return shown(title, "bold").append(shown(f"  {pack}"))
