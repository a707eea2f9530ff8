"""What the texts of the debrief are put together from: headings, lines and sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from simulator.tui.safety import shown

if TYPE_CHECKING:
    from collections.abc import Iterable

TITLE = "bold $accent"
HEADING = "bold $primary"
MUTED = "$text-muted"


def line(head: str, text: str, style: str = "bold") -> Content:
    """`text` after `head`, which alone has the style."""
    return Content(" ").join([shown(head, style), shown(text)])


def lines(*parts: Content) -> Content:
    """Parts below one another."""
    return Content("\n").join(parts)


def section(heading: str, parts: Iterable[Content]) -> Iterable[Content]:
    """A heading with `parts` below it, an empty line between each two; nothing where there are none."""
    below = list(parts)
    if below:
        yield lines(shown(heading, HEADING), Content("\n\n").join(below))


def page(title: str, parts: Iterable[Content]) -> Content:
    """A title and `parts`, an empty line between each two."""
    return Content("\n\n").join([shown(title, TITLE), *parts])
