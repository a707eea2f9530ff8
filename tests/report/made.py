"""A session made up for the tests: every text that a page shows is in it, and of the test's choosing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.session import debrief_view as told
from simulator.session import summary_view as summed
from simulator.session import texts_view as texts
from simulator.session import view as seen

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.session.debrief_view import ExplanationView
    from simulator.session.summary_view import Mark
    from simulator.session.view import View

    Say = Callable[[], str]
    """The next text."""


class Made:
    """A finished session whose texts come from `line`, of one line, and from `block`, of several."""

    def __init__(self, line: Say, block: Say) -> None:
        self.line = line
        self.block = block

    def explanations(self) -> dict[tuple[str, str, str], ExplanationView]:
        flips = (
            told.FlipsView("taken", self.line(), True, (self.block(), self.block())),
            told.FlipsView("other", self.line(), False, ()),
            told.FlipsView("open", self.line(), False, tuple(self.block() for _ in range(5))),
        )
        return {("first", "what", "A"): told.ExplanationView("a.rule", (self.block(),), flips)}

    def view(self) -> View:
        return seen.View(
            state="finished",
            standing=self.line(),
            guidance=self.line(),
            case=self.line(),
            seed=7,
            title=self.line(),
            content_note=self.block(),
            phases=(self._played(),),
            step=None,
            paragraphs=(),
            debrief=self._debrief(),
            mode="assessment",
        )

    def _played(self) -> seen.PhaseView:
        text = self.block()
        noted = texts.AnnotationView(0, len(text), True, self.block())
        block = texts.BlockView(text, None, "b1", (noted,))
        return seen.PhaseView("first", "never shown", "done", (block,), ())

    def _debrief(self) -> told.DebriefView:
        self.quoted = self.block()
        decisions = self._decision("A", "mistake"), self._decision("B", "silent")
        question = told.DebriefQuestionView("what", self.line(), False, decisions)
        whole = texts.ParagraphView("P1", "D", self.line(), self.quoted, (self.block(), self.block()))
        return told.DebriefView(
            phases=(told.DebriefPhaseView("first", self.line(), (question,)),),
            scores=(told.ScoreView(self.line(), 1.55, 3.0),),
            paragraphs=(whole,),
            closing=(texts.BlockView(self.block()), texts.BlockView(self.block(), self.block())),
            discuss=(self.block(), self.block()),
            summary=self._summary(),
        )

    def _summary(self) -> summed.SummaryView:
        labels = self.line(), self.line()
        return summed.SummaryView(
            endings=(summed.EndingView(self.line(), self.line(), labels, labels, (self.line(),), "mistake"),),
            well=(self.block(),),
            badly=(self.block(), self.block()),
            follows=(self.block(),),
            discuss=(self.block(),),
            subjects=(
                summed.SubjectRowView(self.line(), ((self.line(), "right"), (self.line(), "follows"))),
            ),
            paragraphs=(summed.KnownParagraphView(self.line(), self.line(), 1, 3),),
            sureness=tuple(summed.SurenessRowView(level, level, 0) for level in (1, 2, 3)),
            caseload=summed.CaseloadView(
                self.block(), self.block(), (summed.ShareView(self.line(), 0.9, 1),)
            ),
            welfare=(summed.WelfareView(self.line(), ((self.block(), True), (self.block(), False))),),
        )

    def _ruling(self, option: str) -> told.RulingView:
        words = self.line(), self.line()
        return told.RulingView(
            option, self.line(), "contrary", words[0], "stated", words[1], self.block(), True
        )

    def _decision(self, subject: str, mark: Mark) -> told.DecisionView:
        piece = told.PieceView(self.block(), (self.line(), self.line()))
        return told.DecisionView(
            subject=subject,
            label=self.line(),
            mark=mark,
            chosen=(self._ruling("taken"),),
            called_for=(self._ruling("due"),),
            also_open=(self._ruling("open"),),
            missed=("due",) if subject == "A" else (),
            silence=self.block(),
            follows_from=self.block(),
            citations=(
                told.CitationView("P1", self.quoted),
                told.CitationView(f"P2-{subject}", self.block()),
            ),
            tensions=(texts.TensionView((self.line(), self.line()), self.block(), self.block()),),
            rationale=self.block(),
            sureness=2,
            cites=(self.line(), self.line()),
            evidence=(told.MatterView(self.line(), self.line(), (self.line(),), (piece,)),),
            untold=(texts.BlockView(self.block(), self.block()),),
            others=(self._ruling("other"),),
            led_to=(self.block(),),
            consequences=(self.block(),),
        )
