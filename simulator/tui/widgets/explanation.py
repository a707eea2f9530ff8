"""The pane that explains what the cursor is on, and the one beside it with the paragraphs whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from simulator.session.view import DebriefPhaseView
from simulator.tui.keyed.scrolling import VerticalScroll
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
from simulator.tui.widgets.pages import Page, Pages
from simulator.tui.widgets.pictures import Drawn

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.visual import VisualType

    from simulator.session.view import DebriefView
    from simulator.tui.looking import Looking
    from simulator.tui.telling.entries import Entry

GO_ON = "Enter goes on with the case, from what was called for."


class Reading(VerticalScroll):
    """A pane that is read."""

    HELP: ClassVar[str] = (
        "This explains the row under the cursor of the table. The up and down arrows scroll; n and p go to the next"
        " and the previous row. 1 is the explanation of a decision, 2 why this rule decides and no other, and 3 what"
        " would have changed it. g opens the guidance at the paragraph. f goes back to the table."
    )


class Told(Vertical):
    """Explains one entry; each text is made when it is looked at. Beside it, where there is room, what it rests on."""

    def __init__(self, debrief: DebriefView, looking: Looking, entry: Entry, *, apart: bool) -> None:
        super().__init__(id="detail")
        self._debrief = debrief
        self._looking = looking
        self._begins_with = entry
        self.apart = apart
        """Whether the paragraphs and the pictures have a pane of their own."""

    def compose(self) -> ComposeResult:
        """The tabs, and the text below them."""
        entry = self._begins_with
        pages = Pages(id="pages")
        pages.display = isinstance(entry, Decided)
        yield pages
        with Horizontal(id="texts"):
            with Reading(id="explanation"):
                yield Static(self._text(entry, Page.EXPLANATION), id="explained")
            with Reading(id="beside") as beside:
                beside.display = self.apart
                yield Static(self._beside(entry) if self.apart else "", id="whole")

    @property
    def reading(self) -> Reading:
        """The pane that takes the focus."""
        return self.query_one("#explanation", Reading)

    def tell(self, entry: Entry, page: Page) -> None:
        """Explain `entry`, a decision on one of its pages."""
        pages = self.query_one(Pages)
        pages.display = isinstance(entry, Decided)
        pages.open_page = page
        self.query_one("#explained", Static).update(self._text(entry, page))
        self.query_one("#beside").display = self.apart
        if self.apart:
            self.query_one("#whole", Static).update(self._beside(entry))

    def from_the_top(self) -> None:
        """Scroll to where the texts begin."""
        for reading in self.query(Reading):
            reading.scroll_home(animate=False)

    def _text(self, entry: Entry, page: Page) -> VisualType:
        match entry:
            case Part():
                return self._part(entry)
            case DebriefPhaseView():
                return counted(entry)
            case _:
                return self._on_page(entry, page)

    def _part(self, part: Part) -> VisualType:
        match part:
            case Part.SUMMARY:
                pictures = not self.apart
                return Drawn(lambda width: summed(self._debrief, width, pictures=pictures))
            case Part.DISCUSSED:
                return discussed(self._debrief)
            case Part.ENDING:
                return ended(self._debrief)
            case Part.WELFARE:
                return cared(self._debrief)
            case Part.GO_ON:
                return shown(GO_ON)

    def _on_page(self, decided: Decided, page: Page) -> Content:
        """The open page about a decision; what it needs is looked up, and told once it is there."""
        phase, question, decision = decided
        sought = Explanation(phase, question.question, decision.subject)
        match page:
            case Page.EXPLANATION:
                known = self._looking.known(sought)
                return explained(question.title, decision, self._debrief, known, paragraphs=not self.apart)
            case Page.RULES:
                return traced(question.title, decision, self._looking.explanation(sought))
            case Page.CHANGES:
                found = self._looking.explanation(sought)
                return changing(question.title, decision, found, self._looking.near_misses(found))

    def _beside(self, entry: Entry) -> VisualType:
        if isinstance(entry, Decided):
            return cited_apart(entry.decision.citations, self._debrief)
        if entry is Part.SUMMARY:
            summary = self._debrief.summary
            return Drawn(lambda width: Content("\n\n").join(pictured(summary, width)))
        return ""
