"""A library whose guidance, cases, packs and force say whatever they are given to say."""

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
from simulator.session.case_packs import CasePack, CaseRef, CaseTitle
from simulator.session.debrief_view import (
    CitationView,
    DebriefView,
    DecisionView,
    MatterView,
    NearMissView,
    PieceView,
    RulingView,
    ScoreView,
)
from simulator.session.guide import Asked
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
from simulator.session.texts_view import BlockView, ParagraphView, TensionView
from simulator.session.view import CareView, FrameView
from tests.tui.lost_property import CASE, DUES, PLACES, QUESTIONS, THINGS, TITLES
from tests.tui.written import WrittenGuide

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from simulator.scoring.choice import Choice

    Say = Callable[[], str]
    """The next text to be said."""

MARKS = ("right", "acceptable", "discuss", "mistake", "follows", "silent")


@dataclass
class SayingGuide(WrittenGuide):
    """The guidance of the lost property, in the words of `say`."""

    say: Say = str

    def went_on(self, question: str, option: str) -> str:
        return self.say()

    def near_misses(self, rule: str) -> Sequence[NearMissView]:
        say = self.say
        return [NearMissView(say(), say(), say(), (say(), say()), say(), say()) for _ in range(2)]

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
        score = ScoreView(self.say(), 1.0, 2.0)
        closing = (BlockView(self.say(), self.say()),)
        return DebriefView(
            said, (score, score), told.paragraphs, closing, (self.say(), self.say()), self._summary()
        )

    def _saying(self, one: DecisionView, mark: Any) -> DecisionView:
        say = self.say
        rulings = tuple(
            RulingView("o", say(), "expected", say(), "stated", "stated", say(), True) for _ in range(2)
        )
        return replace(
            one,
            mark=mark,
            chosen=rulings,
            called_for=rulings,
            also_open=rulings,
            missed=(say(), say()),
            silence=say(),
            follows_from=say(),
            citations=(CitationView("LP1", say()),),
            rationale=say(),
            sureness=2,
            cites=("LP1",),
            evidence=(MatterView(say(), say(), (say(),), (PieceView(say(), (say(), say())),)),),
            untold=(BlockView(say(), say()),),
            others=rulings,
            led_to=(say(), say()),
            consequences=(say(), say()),
        )

    def _summary(self) -> SummaryView:
        say = self.say
        return SummaryView(
            (EndingView(say(), say(), (say(),), (say(),), (say(),), "mistake"),),
            (say(), say()),
            (say(), say()),
            (SubjectRowView(say(), ((say(), "right"), (say(), "mistake"))),) * 2,
            (KnownParagraphView("LP1", say(), 1, 2),),
            (SurenessRowView(1, 1, 1), SurenessRowView(2, 1, 0), SurenessRowView(3, 0, 1)),
            CaseloadView(say(), say(), (ShareView(say(), 0.9, 1), ShareView(say(), 0.1, 0))),
            (WelfareView(say(), ((say(), True), (say(), False))),),
            (say(), say()),
            (say(), say()),
        )


def guide_saying(say: Say) -> SayingGuide:
    """The guidance."""
    return SayingGuide(
        questions={
            key: Asked(
                key, say(), say(), one.several, one.excluding, {option: say() for option in one.options}
            )
            for key, one in QUESTIONS.items()
        },
        dues=DUES,
        titles={title: say() for title in TITLES},
        words={each: say() for each in ("case", *THINGS, *PLACES)},
        paragraphs={"LP1": ParagraphView("LP1", say(), say(), say(), (say(), say()))},
        tension=TensionView(("LP1",), say(), say()),
        standing=say(),
        frame=FrameView(say(), ((say(), say()), (say(), say()))),
        say=say,
    )


def case_saying(say: Say) -> dict[str, Any]:
    """A case."""
    case = deepcopy(CASE)
    case["title"], case["content_note"] = say(), say()
    for phase in case["phases"]:
        for block in phase["narrative"]:
            block["text"] = say()
    return case


def packs_saying(say: Say) -> list[CasePack]:
    """Packs of cases: one to choose a case from, and one that only makes them."""
    cases = tuple(CaseTitle(f"c{number}", say()) for number in range(3))
    return [
        CasePack("written", say(), say(), 25, 2, cases, first="c1"),
        CasePack("made", say(), say(), 25),
    ]


def care_saying(say: Say) -> CareView:
    """What a force says."""
    return CareView(say(), say())


def cases_saying(say: Say) -> list[CaseRef]:
    """Cases that exercise a paragraph."""
    pack = packs_saying(say)[0]
    return [CaseRef(pack, "c1", say()), CaseRef(pack, 7)]


def book_saying(say: Say) -> BookView:
    """The guidance as a book."""
    verdict = VerdictView(say(), "expected", say(), "stated", say(), say(), ("LP1",))
    rules = {
        "keep.one": RuleView("keep.one", say(), say(), say(), (verdict, verdict), None, ("LP1",)),
        "keep.two": RuleView("keep.two", say(), say(), say(), (verdict,), say(), ("LP1",)),
    }
    return BookView(
        say(),
        say(),
        (SourceView("LP", say(), say()),),
        (
            BookParagraphView("LP1", "LP", say(), say(), None, tuple(rules)),
            BookParagraphView("LP2", "LP", say(), say(), say(), ()),
        ),
        (NoteView("2021-01-01", say(), ("LP1",)),),
        (TensionView(("LP1", "LP2"), say(), say()),),
        (AdviceView(say(), ("LP1",)),),
        rules,
    )
