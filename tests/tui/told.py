"""A session at a library's lost property as a face is told of it, written down in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.session.debrief_view import (
    CitationView,
    DebriefPhaseView,
    DebriefQuestionView,
    DebriefView,
    DecisionView,
    RulingView,
    ScoreView,
)
from simulator.session.summary_view import (
    CaseloadView,
    EndingView,
    KnownParagraphView,
    ShareView,
    SubjectRowView,
    SummaryView,
    SurenessRowView,
    WelfareView,
)
from simulator.session.texts_view import BlockView, ParagraphView
from simulator.session.view import PhaseView, View

if TYPE_CHECKING:
    from simulator.session.summary_view import Mark

PARAGRAPHS = (
    ParagraphView(
        "LP1", "LP", "Of things found", "Write it down. Then lock it up.", ("2020: No safe is left.",)
    ),
    ParagraphView("LP2", "LP", "Of things lost", "Ask who lost it.", ()),
)
SUMMARY = SummaryView(
    endings=(
        EndingView("How it ends", "Ring", ("It goes back",), (), ("It goes back",), "right"),
        EndingView("How it ends", "Book", ("It goes back",), ("It is kept",), ("It is sold",), "mistake"),
    ),
    well=("The log", "Keeping (Ring)"),
    badly=("Keeping (Book)",),
    subjects=(
        SubjectRowView("Ring", (("Keeping", "right"), ("Ending", "acceptable"))),
        SubjectRowView("Book", (("Keeping", "mistake"), ("Ending", "follows"))),
    ),
    paragraphs=(
        KnownParagraphView("LP1", "Of things found", 3, 1),
        KnownParagraphView("LP2", "Of things lost", 2, 0),
    ),
    sureness=(SurenessRowView(1, 3, 0), SurenessRowView(2, 0, 0), SurenessRowView(3, 1, 1)),
    caseload=CaseloadView(
        "Most things go back.", "A report", (ShareView("It goes back", 0.9, 2), ShareView("Other", 0.1, 0))
    ),
    welfare=(WelfareView("Ring", (("Its owner was told.", True), ("It was cleaned.", False))),),
)


def ruling(label: str, verdict: str, why: str = "") -> RulingView:
    """What is said of one option."""
    return RulingView(
        label.lower(),
        label,
        verdict,
        verdict,
        "stated",
        "stated in words",
        why or f"{label}: so it is.",
        False,
    )


SAFE, SHELF, BIN = (
    ruling("In the safe", "called for"),
    ruling("On a shelf", "contrary"),
    ruling("In a bin", "contrary"),
)
BAG = ruling("In a bag", "contrary", BIN.why)


def decision(label: str, mark: Mark, **said: object) -> DecisionView:
    """A decision about where something is kept."""
    given = {
        "chosen": (SHELF if mark == "mistake" else SAFE,),
        "called_for": (SAFE,),
        "also_open": (),
        "missed": (),
        "silence": None,
        "follows_from": None,
        "citations": (CitationView("LP1", "Then lock it up."), CitationView("LP2", "Ask who lost it.")),
        "tensions": (),
        "rationale": "",
        "sureness": None,
        "cites": (),
    }
    return DecisionView(label[0], label, mark, **{**given, **said})  # type: ignore[arg-type]


def phase(title: str, *decisions: DecisionView) -> DebriefPhaseView:
    """A phase of one question."""
    return DebriefPhaseView(title.lower(), title, (DebriefQuestionView("keep", "Keeping", False, decisions),))


RIGHT, MISTAKE = decision("Ring", "right"), decision("Book", "mistake")
FIND, KEEPING = phase("The find", decision("Umbrella", "mistake")), phase("The keeping", RIGHT, MISTAKE)


def debrief_of(*phases: DebriefPhaseView, summary: SummaryView = SUMMARY, ended: bool = True) -> DebriefView:
    """The debrief of some phases; of an ended case with what came after it."""
    return DebriefView(
        phases,
        (ScoreView("everything", 2, 3),),
        PARAGRAPHS,
        (BlockView("The day ended."),) if ended else (),
        ("Whose ring was it?",) if ended else (),
        summary,
    )


def view_of(debrief: DebriefView, *, ended: bool = True, narrative: tuple[BlockView, ...] = ()) -> View:
    """The session, ended or in the midst of its last phase."""
    titles = ("The find", "The keeping", "The end")
    states = ("done", "done", "done" if ended else "current")
    return View(
        state="finished" if ended else "open",
        standing="Made up; for tests only.",
        guidance="written",
        case="monday",
        seed=None,
        title="Three things on a bench",
        content_note="",
        phases=tuple(
            PhaseView(title.lower(), title, state, narrative, ())  # type: ignore[arg-type]
            for title, state in zip(titles, states, strict=True)
        ),
        step=None,
        paragraphs=PARAGRAPHS,
        debrief=debrief if ended else None,
        mode="practice",
        feedback=None if ended else debrief,
    )
