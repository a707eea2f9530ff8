"""What a learner in a class keeps on their own machine: a debrief that they save, and their settings."""

from __future__ import annotations

import asyncio
from datetime import datetime
from typing import TYPE_CHECKING

from simulator.errors.faults import UsageFault
from simulator.tui.messages import NotKept, PreferencesKept, Proposed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TypeAlias

    from textual.message import Message

    from simulator.preferences.preferences import Preferences
    from simulator.session.debrief_view import ExplanationView
    from simulator.session.view import View
    from simulator.tui.wanting import SaveWanted

    Key: TypeAlias = tuple[str, str, str]
    """A decision: its phase, its question and its subject."""


class Debriefed:
    """A case of a class that has ended, with its decisions explained as far as they are."""

    def __init__(self, view: View, explained: Mapping[Key, ExplanationView]) -> None:
        self.view = view
        self._explained = explained

    def explanation(self, phase: str, question: str, subject: str) -> ExplanationView:
        """A decision explained further; raises UsageFault where it is not."""
        try:
            return self._explained[phase, question, subject]
        except KeyError:
            raise UsageFault("This decision is not explained any further.") from None


def decisions_of(view: View) -> list[Key]:
    """Every decision of which the debrief tells."""
    return [
        (phase.phase, question.question, decision.subject)
        for phase in (view.debrief.phases if view.debrief is not None else ())
        for question in phase.questions
        for decision in question.decisions
    ]


async def place_for(view: View) -> Message:
    """A place at which the debrief could be saved."""
    from simulator.tui.saving import proposed

    return Proposed(await asyncio.to_thread(proposed, view, datetime.now().isoformat()))


async def saved(debriefed: Debriefed, wanted: SaveWanted) -> Message:
    """What comes of saving it."""
    from simulator.tui.saving import save

    return await asyncio.to_thread(save, debriefed, wanted)


async def kept(preferences: Preferences) -> Message:
    """What comes of keeping them."""
    from simulator.preferences.keeping import keep_preferences

    trouble = await asyncio.to_thread(keep_preferences, preferences)
    return NotKept(trouble) if trouble else PreferencesKept()
