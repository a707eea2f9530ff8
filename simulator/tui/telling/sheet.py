"""A table of plain text of which every row can be told in full: what a screen shows in one table and one pane."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.content import Content

    from simulator.session.practising import Stage


@dataclass(frozen=True, slots=True)
class Column:
    """A column of so many cells; those of none share what is left of the width."""

    title: str
    width: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """What stands in the columns, and what is told of it, for a width in cells."""

    cells: tuple[str, ...]
    detail: Callable[[int], Content]
    rule: str = ""
    """The rule that it is about, for which a case can be made; empty where there is none."""
    paragraph: str = ""
    """The paragraph that it is about."""
    session: str = ""
    """The finished case that it is about."""
    left_out: bool = False
    """Whether that case counts in no figure."""
    heading: bool = False
    stage: Stage | None = None
    """The test that it offers."""
    drill: bool = False
    """Whether it offers a drill."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows below one another; `said` stands above them, also where there are none."""

    said: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
