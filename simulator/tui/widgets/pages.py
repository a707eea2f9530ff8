"""The pages that are read about one decision, as one line of tabs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style
from textual.widgets import Static

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.events import Click


class Page(IntEnum):
    """A page, by its key."""

    EXPLANATION = 1
    RULES = 2
    CHANGES = 3


TITLES = {
    Page.EXPLANATION: "Explanation",
    Page.RULES: "Why this rule",
    Page.CHANGES: "What would change it",
}
SHORT_TITLES = {**TITLES, Page.RULES: "Why"}
"""For panes in which the titles do not stand side by side."""


class Pages(Static):
    """The tabs; a click on one wants its page."""

    open_page: reactive[Page] = reactive(Page.EXPLANATION)

    @dataclass
    class Wanted(Message):
        """The learner clicked on a page's tab."""

        page: Page

    def watch_open_page(self) -> None:
        """Show which page is open."""
        tabs = self._tabs(TITLES)
        tabs = tabs if tabs.cell_length <= self.content_size.width else self._tabs(SHORT_TITLES)
        if tabs != self.content:
            self.update(tabs)

    def on_resize(self) -> None:
        """Fit the titles to a new width."""
        self.watch_open_page()

    def _tabs(self, titles: Mapping[Page, str]) -> Content:
        return Content("  ").join(_tab(page, titles[page], page == self.open_page) for page in Page)

    def on_click(self, event: Click) -> None:
        """One click is enough."""
        page = event.style.meta.get("page")
        if page is not None:
            self.post_message(self.Wanted(Page(page)))


def _tab(page: Page, title: str, is_open: bool) -> Content:
    tab = Content.styled(f"{page.value} {title}", "bold reverse" if is_open else "$text-muted")
    return tab.stylize(Style.from_meta({"page": page.value}))
