"""What the desk tells the app of a case that is made, and has not begun for the learner yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from simulator.tui.wanting import CaseWanted


@dataclass
class CaseMade(Message):
    """What was wanted is made; `note` says what it can be hard to read for."""

    wanted: CaseWanted
    note: str


@dataclass
class CaseNotMade(Message):
    """What was wanted is not made; `sentence` says why."""

    wanted: CaseWanted
    sentence: str


@dataclass
class CaseDropped(Message):
    """What was made is wiped again, if something was."""
