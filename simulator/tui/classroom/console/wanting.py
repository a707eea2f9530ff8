"""What the screens of the console want from their app."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from simulator.classroom.conduct import Settle
    from simulator.tui.classroom.console.orders import Order


@dataclass
class Wanted(Message):
    """The facilitator wants `order` carried out."""

    order: Order


@dataclass
class SettlingWanted(Message):
    """The facilitator wants all of `orders` carried out; their reason was written at `place`."""

    orders: Sequence[Settle]
    place: Hashable


class CaseWanted(Message):
    """The facilitator wants to choose a case to begin with."""


class MadeWanted(Message):
    """The facilitator wants a case made for what the class got wrong."""


class KeyWanted(Message):
    """The facilitator wants to see the key of the current case."""


class ReportWanted(Message):
    """The facilitator wants the report saved."""


class EndWanted(Message):
    """The facilitator wants to end the class."""
