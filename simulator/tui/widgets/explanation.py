"""What is read about a row of the debrief; each text is made when it is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from simulator.session.debrief_view import DebriefPhaseView
from simulator.tui.looking import Explanation
from simulator.tui.safety import shown
from simulator.tui.telling.case import counted
from simulator.tui.telling.changes import changing
from simulator.tui.telling.decision import explained
from simulator.tui.telling.ending import cared, discussed, ended
from simulator.tui.telling.entries import Decided, Part
from simulator.tui.telling.overall import summed
from simulator.tui.telling.paragraphs import cited_apart
from simulator.tui.telling.pictures import pictured
from simulator.tui.telling.trace import traced
from simulator.tui.widgets.pages import Page
from simulator.tui.widgets.pictures import Drawn

if TYPE_CHECKING:
    from textual.visual import Visual

    from simulator.session.debrief_view import DebriefView
    from simulator.tui.looking import Looking
    from simulator.tui.telling.entries import Entry

GO_ON = "Enter goes on with the case, from what was called for."


class Texts:
    """The texts of one debrief; what has to be looked up is told once it is there."""

    def __init__(self, debrief: DebriefView, looking: Looking) -> None:
        self._debrief = debrief
        self._looking = looking

    def about(self, entry: Entry, page: Page, *, apart: bool) -> Visual:
        """The explanation of `entry`, of a decision one of its pages.

        `apart` says whether the paragraphs and the pictures have a pane of their own.
        """
        match entry:
            case Part():
                return self._part(entry, apart)
            case DebriefPhaseView():
                return counted(entry)
            case _:
                return self._on_page(entry, page, apart)

    def beside(self, entry: Entry) -> Visual:
        """What stands in the pane of its own: paragraphs whole, or the summary in pictures."""
        if isinstance(entry, Decided):
            return cited_apart(entry.decision.citations, self._debrief)
        if entry is Part.SUMMARY:
            summary = self._debrief.summary
            return Drawn(lambda width: Content("\n\n").join(pictured(summary, width)))
        return Content("")

    def _part(self, part: Part, apart: bool) -> Visual:
        match part:
            case Part.SUMMARY:
                return Drawn(lambda width: summed(self._debrief, width, pictures=not apart))
            case Part.DISCUSSED:
                return discussed(self._debrief)
            case Part.ENDING:
                return ended(self._debrief)
            case Part.WELFARE:
                return cared(self._debrief)
            case Part.GO_ON:
                return shown(GO_ON)

    def _on_page(self, decided: Decided, page: Page, apart: bool) -> Content:
        phase, question, decision = decided
        sought = Explanation(phase, question.question, decision.subject)
        match page:
            case Page.EXPLANATION:
                known = self._looking.known(sought)
                return explained(question.title, decision, self._debrief, known, paragraphs=not apart)
            case Page.RULES:
                return traced(question.title, decision, self._looking.explanation(sought))
            case Page.CHANGES:
                found = self._looking.explanation(sought)
                return changing(question.title, decision, found, self._looking.near_misses(found))
