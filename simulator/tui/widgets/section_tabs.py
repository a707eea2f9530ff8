"""The sections of the record, of which one is open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widgets import Static

from simulator.tui.telling.record.sections import Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.events import Click

GAP = "  "


class SectionTabs(Static):
    """A click on one wants its section. No title is broken over two lines."""

    @dataclass
    class Wanted(Message):
        """The learner clicked on a section."""

        section: Section

    def __init__(self) -> None:
        super().__init__(id="sections")
        self._open = Section.SUMMARY

    def show(self, section: Section) -> None:
        """Show which section is open."""
        self._open = section
        self._draw()

    def on_resize(self) -> None:
        """As many in a line as there is room for."""
        self._draw()

    def _draw(self) -> None:
        lines = list(_lines(self.content_size.width))
        told = (Content(GAP).join(_tab(each, each is self._open) for each in line) for line in lines)
        self.update(Content("\n").join(told))

    def on_click(self, event: Click) -> None:
        """One click is enough."""
        name = event.style.meta.get("section")
        if name is not None:
            self.post_message(self.Wanted(Section[name]))


def _lines(width: int) -> Iterator[list[Section]]:
    """The sections, as many in a line as it takes."""
    line: list[Section] = []
    for section in Section:
        if line and len(GAP.join(map(_words, [*line, section]))) > width:
            yield line
            line = []
        line.append(section)
    yield line


def _words(section: Section) -> str:
    return f"{section.key} {section.title}"


def _tab(section: Section, is_open: bool) -> Content:
    tab = Content.styled(_words(section), "bold reverse" if is_open else "$text-muted")
    return tab.stylize(Style.from_meta({"section": section.name}))
