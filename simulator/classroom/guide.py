"""What a class needs to know of a guidance beyond what a session does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from simulator.session.guide import Guide

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from simulator.session.key_view import KeyDecisionView


class ClassGuide(Guide, Protocol):
    """A guidance as a class sees it."""

    def key(self, case: Mapping[str, Any]) -> Sequence[KeyDecisionView]:
        """What the guidance says of every decision of the case, in the order in which they are asked."""

    def prompts(self, case: Mapping[str, Any]) -> Sequence[str]:
        """Questions for a discussion of the case, whatever was decided."""
