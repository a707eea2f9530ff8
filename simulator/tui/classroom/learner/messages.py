"""What the desk of a class tells the app besides `simulator.tui.messages`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from simulator.classroom.messages import Sign


@dataclass
class Joined(Message):
    """There is a line, and a seat: for the first time, or again after the line was broken."""


@dataclass
class NotJoined(Message):
    """The hub lets nobody in; `sentence` says why."""

    sentence: str


@dataclass
class Followed(Message):
    """The class or the seat has changed; the desk has both as they are now."""

    def can_replace(self, message: Message) -> bool:
        """Of several that wait, one is enough."""
        return isinstance(message, Followed)


@dataclass
class Signed(Message):
    """The facilitator has a sign of the learner."""

    sign: Sign


@dataclass
class LineBroken(Message):
    """The line broke, and is tried again by itself; `sentence` says so."""

    sentence: str


@dataclass
class HungUp(Message):
    """There is no line any more; `final` where coming back is of no use."""

    sentence: str
    final: bool
