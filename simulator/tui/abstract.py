"""Apps and screens that leave something to their heirs."""

from __future__ import annotations

from abc import ABCMeta

from textual.message_pump import _MessagePumpMeta


class Abstract(ABCMeta, _MessagePumpMeta):
    """The metaclass of an app or a screen with abstract methods: it cannot be made while one of them is missing."""
