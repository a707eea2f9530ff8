"""The debrief: one table of all decisions and one pane that explains the row under the cursor."""

from __future__ import annotations

import gc
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Static

from simulator.tui.keyed.screens import Screen
from simulator.tui.looking import Looking
from simulator.tui.safety import shown
from simulator.tui.telling.case import scored
from simulator.tui.telling.entries import ENDS, Decided, Part
from simulator.tui.wanting import GuidanceWanted
from simulator.tui.widgets.debrief_panes import DebriefPanes
from simulator.tui.widgets.footer import Footer
from simulator.tui.widgets.pages import Page
from simulator.tui.widgets.standing import Standing
from simulator.tui.widgets.stepper import Stepper

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from simulator.session.debrief_view import DebriefView
    from simulator.session.view import PhaseState, View
    from simulator.tui.looking import Found, Sought
    from simulator.tui.screens.own_words import Parting
    from simulator.tui.widgets.debrief_table import DebriefTable

NO_BREAKPOINTS: list[tuple[int, str]] = []
"""A class that came with the first size would have everything laid out and drawn a second time."""
WIPED = "Your own words are wiped when you leave here, unless you keep them (k)."
GOES_ON = "Enter on a row tells why, Esc goes back. q or the last row goes on."
KEPT = "Your words are kept with this case."


class DebriefScreen(Screen[None]):
    """Shows what is told of a session: all of it at the end, or (`interim`) of the phases that are confirmed."""

    CSS_PATH = "debrief.tcss"
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = VERTICAL_BREAKPOINTS = NO_BREAKPOINTS
    HELP: ClassVar[str] = (
        "This is what the guidance says of your decisions. The table begins with a summary; below it is a row for each"
        " decision, with how it went. The explanation of the row under the cursor is beside the table, or one key (f)"
        " away. Nothing can be changed here."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "f", "other_side", "Table/why", id="debrief.side", tooltip="Go between table and explanation"
        ),
        Binding("0", "summary", "Summary", id="debrief.summary", tooltip="Go to the summary"),
        Binding(
            "1",
            "page(1)",
            "Pages",
            id="debrief.explanation",
            key_display="1-3",
            tooltip="1 explanation, 2 why this rule, 3 what would change it",
            show=False,
        ),
        Binding(
            "2,y",
            "page(2)",
            "Why",
            id="debrief.rules",
            tooltip="Why this rule decides, and no other",
            show=False,
        ),
        Binding(
            "3,x",
            "page(3)",
            "Changes",
            id="debrief.changes",
            tooltip="What would change the decision",
            show=False,
        ),
        Binding("n", "step(1)", "Next", id="debrief.next", tooltip="Explain the next row", show=False),
        Binding(
            "p", "step(-1)", "Previous", id="debrief.previous", tooltip="Explain the previous row", show=False
        ),
        Binding("m", "amiss", "Mistakes", id="debrief.amiss", tooltip="Explain the next decision to look at"),
        Binding(
            "e",
            "ending",
            "After",
            id="debrief.ending",
            tooltip="What to discuss, how it ended, what was done for whom",
        ),
        Binding(
            "g", "guidance", "Guidance", id="debrief.guidance", tooltip="Read the guidance at the paragraph"
        ),
        Binding("s", "save", "Save", id="debrief.save", tooltip="Save the debrief as a page or as Markdown"),
        Binding(
            "k",
            "keep",
            "Keep",
            id="debrief.keep",
            tooltip="Keep your reasons and notes with this case; else they are wiped",
        ),
        Binding(
            "escape", "back", "Back", id="debrief.back", tooltip="Back to the table, then away", show=False
        ),
        Binding("q", "leave", "Home", id="debrief.leave", tooltip="Go to the opening screen"),
        Binding("q", "go_on", "Go on", id="debrief.go_on", tooltip="Go on with the case"),
    ]

    class Seeking(Message):
        """Something has to be looked up; `tell_found` is to be called with it."""

        def __init__(self, sought: Sought) -> None:
            super().__init__()
            self.sought = sought

    class Leaving(Message):
        """The learner has read enough."""

    class KeepWords(Message):
        """The learner wants their own words kept; `tell_kept` is to be called once they are."""

    class Saving(Message):
        """The learner wants to save the debrief somewhere."""

    def __init__(
        self,
        view: View,
        debrief: DebriefView,
        troubles: Sequence[str] = (),
        *,
        interim: bool = False,
        again: bool = False,
    ) -> None:
        """`again` where it was closed before: what became of the learner's own words is settled."""
        super().__init__()
        self.interim = interim
        self.words_kept = again
        self._leaves_once_kept = False
        self._troubles = troubles
        self._view = _as_it_was(view, debrief) if interim else view
        self._debrief = debrief
        self._looking = Looking(lambda sought: self.post_message(self.Seeking(sought)))

    def compose(self) -> ComposeResult:
        """Where one is, the scores and what was left out of them, and the panes."""
        gc.disable()  # until it is seen: all that is made meanwhile is needed
        stepper = Stepper(id="stepper")
        stepper.show(self._view)
        yield stepper
        heading = f"Feedback on: {self._debrief.phases[-1].title}" if self.interim else ""
        yield Static(scored(self._debrief, self._troubles, heading), id="scores")
        to_be_wiped = self.has_words and not self.words_kept
        yield self._said(GOES_ON if self.interim else WIPED if to_be_wiped else "")
        yield DebriefPanes(self._debrief, self._looking, interim=self.interim)
        yield Standing(self._view.standing)
        yield Footer()

    def _said(self, sentence: str) -> Static:
        said = Static(shown(sentence, "bold $accent"), id="said")
        said.display = bool(sentence)
        return said

    @property
    def _panes(self) -> DebriefPanes:
        return self.query_one(DebriefPanes)

    def on_mount(self) -> None:
        """Feedback begins in the table, the debrief with its summary."""
        self.call_after_refresh(gc.enable)
        self._panes.begin()

    def on_unmount(self) -> None:
        """Also where it was never seen."""
        gc.enable()

    def on_resize(self) -> None:
        """As many panes as there is room for."""
        self._panes.rearrange()

    def on_screen_resume(self) -> None:
        """The layout may have been changed meanwhile."""
        self._panes.rearrange()

    def say(self, sentence: str, *, trouble: bool = False) -> None:
        """Say something in a line of its own, until something else is said; with words not kept nobody leaves."""
        self._leaves_once_kept = self._leaves_once_kept and not trouble
        said = self.query_one("#said", Static)
        said.update(shown(f"! {sentence}", "bold $error") if trouble else shown(sentence, "bold $accent"))
        said.display = bool(sentence)

    def tell_found(self, sought: Sought, found: Found) -> None:
        """Tell what was looked up; where one has scrolled to stays."""
        self._looking.found(sought, found)
        self._panes.tell()

    # Where one goes

    def on_debrief_table_opened(self, event: DebriefTable.Opened) -> None:
        """Bring the explanation to the front; the last row of feedback leads back to the case."""
        if event.entry is Part.GO_ON:
            self.action_go_on()
        else:
            self._panes.bring_detail(True)

    def action_page(self, page: int) -> None:
        """Open a page on a decision."""
        self._panes.open(Page(page))

    def action_other_side(self) -> None:
        """From the table to the explanation, or back."""
        self._panes.bring_detail(not self._panes.reading)

    def action_step(self, by: int) -> None:
        """Go on to the next or previous row."""
        self._panes.table.step(by)

    def action_amiss(self) -> None:
        """Go on to the next decision that is worth a look."""
        self._panes.table.to_next_amiss()

    def action_summary(self) -> None:
        """Go to the summary."""
        self._panes.to_part(Part.SUMMARY)

    def action_ending(self) -> None:
        """Go to how the case ended, if that is told; from there on to what else comes after the decisions."""
        table = self._panes.table
        if table.entry not in ENDS and table.has(Part.ENDING):
            self._panes.to_part(Part.ENDING)
        else:
            self._panes.to_part(*ENDS)

    def action_guidance(self) -> None:
        """Read the guidance, at the first paragraph that the decision rests on."""
        entry = self._panes.table.entry
        citations = entry.decision.citations if isinstance(entry, Decided) else ()
        self.post_message(GuidanceWanted(citations[0].paragraph if citations else None))

    # What one takes away

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Only what there is can be gone to; a case in the midst is gone on with, and only a whole one is saved."""
        match action:
            case "ending":
                return self._panes.table.has(*ENDS)
            case "go_on":
                return self.interim
            case "leave" | "save":
                return not self.interim
            case "keep":
                return not self.interim and self.has_words and not self.words_kept
            case _:
                return True

    @property
    def has_words(self) -> bool:
        """Whether the learner wrote anything of their own."""
        blocks = (block for phase in self._view.phases for block in phase.narrative)
        notes = any(annotation.note for block in blocks for annotation in block.annotations)
        questions = (question for phase in self._debrief.phases for question in phase.questions)
        return notes or any(one.rationale for question in questions for one in question.decisions)

    def action_save(self) -> None:
        """Ask where to."""
        self.post_message(self.Saving())

    def tell_saved(self, path: str | None) -> None:
        """Say where the debrief lies, if it was saved."""
        if path is not None:
            wiped = f"\n{WIPED}" if self.has_words and not self.words_kept else ""
            self.say(f"Saved: {path}{wiped}")

    def action_keep(self) -> None:
        """Let the learner's own words outlive the debrief."""
        self.post_message(self.KeepWords())

    def tell_kept(self) -> None:
        """Say that the learner's own words are kept."""
        self.words_kept = True
        self.say(KEPT)
        self.refresh_bindings()
        if self._leaves_once_kept:
            self.action_go_on()

    def action_back(self) -> None:
        """Back to the table; from the table, away."""
        if self._panes.reading:
            self._panes.bring_detail(False)
        else:
            self.action_leave()

    def action_go_on(self) -> None:
        """Go on with the case, or to the opening screen."""
        self.post_message(self.Leaving())

    def action_leave(self) -> None:
        """Close the debrief; with own words that would be wiped, ask once."""
        if self.has_words and not self.words_kept and not self.interim:
            from simulator.tui.screens.own_words import OwnWords

            self.app.push_screen(OwnWords(), self._part)
        else:
            self.action_go_on()

    def _part(self, answer: Parting | None) -> None:
        if answer == "keep":
            self._leaves_once_kept = True
            self.action_keep()
        elif answer == "wipe":
            self.action_go_on()


def _as_it_was(view: View, debrief: DebriefView) -> View:
    """The view with the newest phase of which something is told as the current one."""
    *before, newest = (phase.phase for phase in debrief.phases)
    states: dict[str, PhaseState] = {**dict.fromkeys(before, "done"), newest: "current"}
    phases = (replace(phase, state=states.get(phase.phase, "ahead")) for phase in view.phases)
    return replace(view, phases=tuple(phases))
