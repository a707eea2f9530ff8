"""A session made up for the tests: every text that a page shows is in it, and of the test's choosing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.session import view as seen

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.session.view import ExplanationView, Mark, View

    Say = Callable[[], str]
    """The next text."""


class Made:
    """A finished session whose texts come from `line`, of one line, and from `block`, of several."""

    def __init__(self, line: Say, block: Say) -> None:
        self.line = line
        self.block = block

    def explanations(self) -> dict[tuple[str, str, str], ExplanationView]:
        flips = (
            seen.FlipsView("taken", self.line(), True, (self.block(), self.block())),
            seen.FlipsView("other", self.line(), False, ()),
            seen.FlipsView("open", self.line(), False, tuple(self.block() for _ in range(5))),
        )
        return {("first", "what", "A"): seen.ExplanationView("a.rule", (self.block(),), flips)}

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
        noted = seen.AnnotationView(0, len(text), True, self.block())
        block = seen.BlockView(text, None, "b1", (noted,))
        return seen.PhaseView("first", "never shown", "done", (block,), ())

    def _debrief(self) -> seen.DebriefView:
        self.quoted = self.block()
        decisions = self._decision("A", "mistake"), self._decision("B", "silent")
        question = seen.DebriefQuestionView("what", self.line(), False, decisions)
        whole = seen.ParagraphView("P1", "D", self.line(), self.quoted, (self.block(), self.block()))
        return seen.DebriefView(
            phases=(seen.DebriefPhaseView("first", self.line(), (question,)),),
            scores=(seen.ScoreView(self.line(), 1.55, 3.0),),
            paragraphs=(whole,),
            closing=(seen.BlockView(self.block()), seen.BlockView(self.block(), self.block())),
            discuss=(self.block(), self.block()),
            summary=self._summary(),
        )

    def _summary(self) -> seen.SummaryView:
        labels = self.line(), self.line()
        return seen.SummaryView(
            endings=(seen.EndingView(self.line(), self.line(), labels, labels, (self.line(),), "mistake"),),
            well=(self.block(),),
            badly=(self.block(), self.block()),
            subjects=(seen.SubjectRowView(self.line(), ((self.line(), "right"), (self.line(), "follows"))),),
            paragraphs=(seen.KnownParagraphView(self.line(), self.line(), 1, 3),),
            sureness=tuple(seen.SurenessRowView(level, level, 0) for level in (1, 2, 3)),
            caseload=seen.CaseloadView(self.block(), self.block(), (seen.ShareView(self.line(), 0.9, 1),)),
            welfare=(seen.WelfareView(self.line(), ((self.block(), True), (self.block(), False))),),
        )

    def _ruling(self, option: str) -> seen.RulingView:
        words = self.line(), self.line()
        return seen.RulingView(
            option, self.line(), "contrary", words[0], "stated", words[1], self.block(), True
        )

    def _decision(self, subject: str, mark: Mark) -> seen.DecisionView:
        piece = seen.PieceView(self.block(), (self.line(), self.line()))
        return seen.DecisionView(
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
                seen.CitationView("P1", self.quoted),
                seen.CitationView(f"P2-{subject}", self.block()),
            ),
            tensions=(seen.TensionView((self.line(), self.line()), self.block(), self.block()),),
            rationale=self.block(),
            sureness=2,
            cites=(self.line(), self.line()),
            evidence=(seen.MatterView(self.line(), self.line(), (self.line(),), (piece,)),),
            untold=(seen.BlockView(self.block(), self.block()),),
            others=(self._ruling("other"),),
            led_to=(self.block(),),
            consequences=(self.block(),),
        )
