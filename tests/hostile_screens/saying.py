"""A library whose guidance, cases, packs and force say one text wherever they say anything."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from simulator.session.book_view import (
    AdviceView,
    BookParagraphView,
    BookView,
    NoteView,
    RuleView,
    SourceView,
    VerdictView,
)
from simulator.session.guide import Asked
from simulator.session.training import CasePack, CaseRef, CaseTitle
from simulator.session.view import (
    BlockView,
    CareView,
    CaseloadView,
    CitationView,
    DebriefView,
    DecisionView,
    EndingView,
    FrameView,
    KnownParagraphView,
    MatterView,
    NearMissView,
    ParagraphView,
    PieceView,
    RulingView,
    ScoreView,
    ShareView,
    SubjectRowView,
    SummaryView,
    SurenessRowView,
    TensionView,
    WelfareView,
)
from tests.tui.lost_property import CASE, DUES, PLACES, QUESTIONS, THINGS, TITLES
from tests.tui.written import WrittenGuide

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from simulator.scoring.choice import Choice

MARKS = ("right", "acceptable", "discuss", "mistake", "follows", "silent")


@dataclass
class SayingGuide(WrittenGuide):
    """The guidance of the lost property, in the words of one `text`."""

    text: str = ""

    def went_on(self, question: str, option: str) -> str:
        return self.text

    def near_misses(self, rule: str) -> Sequence[NearMissView]:
        said = self.text
        return [NearMissView(said, said, said, (said, said), said, said)] * 2

    def debrief(
        self, case: Mapping[str, Any], choices: Sequence[Choice], phases: Collection[str] | None = None
    ) -> DebriefView:
        told = super().debrief(case, choices, phases)
        said = tuple(
            replace(
                phase,
                questions=tuple(
                    replace(one, decisions=tuple(map(self._saying, one.decisions, MARKS * 3)))
                    for one in phase.questions
                ),
            )
            for phase in told.phases
        )
        score = ScoreView(self.text, 1.0, 2.0)
        closing = (BlockView(self.text, self.text),)
        return DebriefView(said, (score, score), told.paragraphs, closing, (self.text,) * 2, self._summary())

    def _saying(self, one: DecisionView, mark: Any) -> DecisionView:
        text = self.text
        rulings = tuple(RulingView("o", text, "expected", text, "stated", text, text, True) for _ in range(2))
        return replace(
            one,
            mark=mark,
            chosen=rulings,
            called_for=rulings,
            also_open=rulings,
            missed=(text, text),
            silence=text,
            follows_from=text,
            citations=(CitationView("LP1", text),),
            rationale=text,
            sureness=2,
            cites=("LP1",),
            evidence=(MatterView(text, text, (text,), (PieceView(text, (text, text)),)),),
            untold=(BlockView(text, text),),
            others=rulings,
            led_to=(text, text),
            consequences=(text, text),
        )

    def _summary(self) -> SummaryView:
        text = self.text
        return SummaryView(
            (EndingView(text, text, (text,), (text,), (text,), "mistake"),),
            (text, text),
            (text, text),
            (SubjectRowView(text, ((text, "right"), (text, "mistake"))),) * 2,
            (KnownParagraphView("LP1", text, 1, 2),),
            (SurenessRowView(1, 1, 1), SurenessRowView(2, 1, 0), SurenessRowView(3, 0, 1)),
            CaseloadView(text, text, (ShareView(text, 0.9, 1), ShareView(text, 0.1, 0))),
            (WelfareView(text, ((text, True), (text, False))),),
        )


def guide_saying(text: str) -> SayingGuide:
    """The guidance."""
    return SayingGuide(
        questions={
            key: Asked(key, text, text, one.several, one.excluding, dict.fromkeys(one.options, text))
            for key, one in QUESTIONS.items()
        },
        dues=DUES,
        titles=dict.fromkeys(TITLES, text),
        words=dict.fromkeys(("case", *THINGS, *PLACES), text),
        paragraphs={"LP1": ParagraphView("LP1", text, text, text, (text, text))},
        tension=TensionView(("LP1",), text, text),
        standing=text,
        frame=FrameView(text, ((text, text), (text, text))),
        text=text,
    )


def case_saying(text: str) -> dict[str, Any]:
    """A case."""
    case = deepcopy(CASE)
    case["title"] = case["content_note"] = text
    for phase in case["phases"]:
        for block in phase["narrative"]:
            block["text"] = text
    return case


def packs_saying(text: str) -> list[CasePack]:
    """Packs of cases: one to choose a case from, and one that only makes them."""
    cases = tuple(CaseTitle(f"c{number}", text) for number in range(3))
    return [
        CasePack("written", text, text, 25, 2, cases, first="c1"),
        CasePack("made", text, text, 25),
    ]


def care_saying(text: str) -> CareView:
    """What a force says."""
    return CareView(text, text)


def cases_saying(text: str) -> list[CaseRef]:
    """Cases that exercise a paragraph."""
    pack = packs_saying(text)[0]
    return [CaseRef(pack, "c1", text), CaseRef(pack, 7)]


def book_saying(text: str) -> BookView:
    """The guidance as a book."""
    verdict = VerdictView(text, "expected", text, text, text, text, ("LP1",))
    rules = {
        "keep.one": RuleView("keep.one", text, text, text, (verdict, verdict), None, ("LP1",)),
        "keep.two": RuleView("keep.two", text, text, text, (verdict,), text, ("LP1",)),
    }
    return BookView(
        text,
        text,
        (SourceView("LP", text, text),),
        (
            BookParagraphView("LP1", "LP", text, text, None, tuple(rules)),
            BookParagraphView("LP2", "LP", text, text, text, ()),
        ),
        (NoteView("2021-01-01", text, ("LP1",)),),
        (TensionView(("LP1", "LP2"), text, text),),
        (AdviceView(text, ("LP1",)),),
        rules,
    )
