"""Where a report was saved, in few words."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from textual.content import Content

from simulator.tui.classroom.folding import folded, hung
from simulator.tui.safety import shown
from simulator.tui.telling.pieces import HEADING

if TYPE_CHECKING:
    from collections.abc import Sequence

SAVED = "The report is saved in"
FOR_ALL = "For everybody"
FOR_YOU = "For you alone, people are named"


def saved_told(files: Sequence[str], width: int) -> Content:
    """The folder once, and the names of the `files` in it: those for everybody, and those for the facilitator."""
    from simulator.report.of_class.report import PUBLIC

    names = [PurePath(each).name for each in files]
    told = folded(shown(f"{SAVED} ", HEADING).append(shown(str(PurePath(files[0]).parent))), width)
    for words, private in ((FOR_ALL, False), (FOR_YOU, True)):
        listed = ", ".join(each for each in names if (each not in PUBLIC) == private)
        if listed:
            told += hung(shown("• "), shown(f"{words}: {listed}"), width)
    return Content("\n").join(told)
