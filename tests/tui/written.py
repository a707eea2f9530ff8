"""A guidance that is written down in full, and a setup around it: for tests of what is shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Any

from simulator.errors.faults import Fault, InputFault, Place
from simulator.session.case_packs import CasePack
from simulator.session.debrief_view import (
    CitationView,
    DebriefPhaseView,
    DebriefQuestionView,
    DebriefView,
    DecisionView,
    ExplanationView,
    FlipsView,
    MatterView,
    NearMissView,
    RulingView,
    ScoreView,
)
from simulator.session.training import Training

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from simulator.scoring.choice import Choice
    from simulator.scoring.marked import Marked
    from simulator.session.guide import Asked, Due, Judged
    from simulator.session.texts_view import BlockView, ParagraphView, TensionView
    from simulator.session.view import FrameView
    from simulator.store.store import Store

BAD = "bad"
"""The written case that is at fault."""

VERDICTS = {True: ("expected", "called for"), False: ("contrary", "contrary to the guidance")}


@dataclass
class WrittenGuide:
    """What the guidance calls for is in `dues`; everything else is contrary to it."""

    questions: Mapping[str, Asked]
    dues: Mapping[str, Sequence[Due]]
    titles: Mapping[str, str]
    words: Mapping[str, str]
    paragraphs: Mapping[str, ParagraphView]
    tension: TensionView | None = None
    name: str = "written"
    rules_sha256: str = "0" * 64
    standing: str = "Made up; for tests only."
    scores: tuple[ScoreView, ...] = ()
    """What the scorers give in place of what the marks come to."""
    while_scoring: Callable[[], object] = bool
    while_explaining: Callable[[], object] = bool
    while_finding_near: Callable[[], object] = bool
    ways: int = 7
    """In how many ways what was chosen would have been right."""
    evidence: Mapping[str, tuple[MatterView, ...]] = field(default_factory=dict)
    untold: Mapping[str, tuple[BlockView, ...]] = field(default_factory=dict)
    """Both by question."""
    discuss: tuple[str, ...] = ()
    frame: FrameView | None = None
    looked_up: list[str] = field(default_factory=list)
    """What was explained further and which near misses were looked for, in order."""

    def check(self, case: Mapping[str, Any]) -> None:
        """Every case is accepted."""

    def asked(self, question: str) -> Asked:
        return self.questions[question]

    def due(self, case: Mapping[str, Any], phase: str) -> Sequence[Due]:
        return self.dues[phase]

    def phase_title(self, phase: str) -> str:
        return self.titles[phase]

    def step_title(self, phase: str, step: str) -> str:
        return self.titles[step]

    def subject_label(self, case: Mapping[str, Any], question: str, subject: str) -> str:
        return self.words.get(subject, subject)

    def went_on(self, question: str, option: str) -> str:
        return f"Nobody had chosen: {self.questions[question].options[option]}."

    def debrief(
        self, case: Mapping[str, Any], choices: Sequence[Choice], phases: Collection[str] | None = None
    ) -> DebriefView:
        named = [phase["phase"] for phase in case["phases"] if phases is None or phase["phase"] in phases]
        told = tuple(self._phase(phase, choices) for phase in named)
        right = [decision.mark for phase in told for each in phase.questions for decision in each.decisions]
        points = float(right.count("right"))
        self.while_scoring()
        scores = self.scores or (
            ScoreView("everything", points, len(right)),
            ScoreView("half of it", points / 2, len(right) / 2),
        )
        return DebriefView(told, scores, tuple(self.paragraphs.values()), (), self.discuss)

    def judged(self, case: Mapping[str, Any], choices: Sequence[Choice]) -> Sequence[Judged]:
        return ()

    def matters(self, case: Mapping[str, Any], one: Marked) -> tuple[MatterView, ...]:
        return self.evidence.get(one.decision.question, ())

    def explain(
        self, case: Mapping[str, Any], phase: str, question: str, subject: str, chosen: Sequence[str]
    ) -> ExplanationView:
        """What was chosen has `ways` to it, every other option one, the last of several none."""
        self.looked_up.append(f"{phase} {question} {subject}")
        self.while_explaining()
        [due] = [one for one in self.dues[phase] if (one.question, one.subject) == (question, subject)]
        who, asked = self.words.get(subject, subject), self.questions[question]
        others = [option for option in asked.options if option not in due.called_for]
        counts = {option: 0 if option in others[1:] else 1 for option in others}
        counts.update(dict.fromkeys(set(chosen) & set(others), self.ways))
        flips = [
            FlipsView(
                option,
                asked.options[option],
                option in chosen,
                tuple(
                    f"Had {who} been number {way}, “{asked.options[option]}” would follow."
                    for way in range(count)
                ),
            )
            for option, count in counts.items()
        ]
        return ExplanationView(
            f"{question}.found",
            (
                f"{question}.found decides (LP1): {who} was found.",
                f"{question}.lost does not apply: {who} is here.",
            ),
            tuple(sorted(flips, key=lambda one: not one.chosen)),
        )

    def near_misses(self, rule: str) -> Sequence[NearMissView]:
        """Two changes of one made-up case; of the rule of `log` there are none."""
        self.looked_up.append(rule)
        self.while_finding_near()
        if rule == "log.found":
            return ()
        return [
            NearMissView(
                rule, "X", "X", ("X: weight 2.", "Y: weight 3."), "In the safe", f"Had X weighed {weight}."
            )
            for weight in (5, 6)
        ]

    def _phase(self, phase: str, choices: Sequence[Choice]) -> DebriefPhaseView:
        by_question: dict[str, list[DecisionView]] = {}
        for due in self.dues[phase]:
            chosen = next(
                one.chosen
                for one in choices
                if (one.phase, one.question, one.subject) == (phase, due.question, due.subject)
            )
            by_question.setdefault(due.question, []).append(self._decision(due, chosen))
        questions = tuple(
            DebriefQuestionView(question, self.questions[question].title, False, tuple(decisions))
            for question, decisions in by_question.items()
        )
        return DebriefPhaseView(phase, self.titles[phase], questions)

    def _decision(self, due: Due, chosen: Sequence[str]) -> DecisionView:
        question = self.questions[due.question]
        missed = [option for option in due.called_for if option not in chosen]
        key = next(iter(self.paragraphs))
        return DecisionView(
            subject=due.subject,
            label=self.words.get(due.subject, due.subject),
            mark="mistake" if missed or set(chosen) - set(due.called_for) else "right",
            chosen=self._rulings(due, chosen),
            called_for=self._rulings(due, due.called_for),
            also_open=(),
            missed=tuple(question.options[option] for option in missed if question.several),
            silence=None,
            follows_from=None,
            citations=(CitationView(key, self.paragraphs[key].text.split(". ")[0]),),
            tensions=(self.tension,) if self.tension else (),
            rationale="",
            sureness=None,
            cites=(),
            evidence=self.evidence.get(due.question, ()),
            untold=self.untold.get(due.question, ()),
        )

    def _rulings(self, due: Due, options: Sequence[str]) -> tuple[RulingView, ...]:
        labels = self.questions[due.question].options
        return tuple(
            RulingView(
                option,
                labels[option],
                *VERDICTS[option in due.called_for],
                "stated",
                "stated in the guidance",
                f"Because of {labels[option]}.",
                False,
            )
            for option in options
        )


LITTLE = CasePack("little", "A little pack", "Nobody is hurt in it.", 25)


def training_of(
    guide: WrittenGuide,
    case: Mapping[str, Any],
    store: Store,
    troubles: Sequence[str] = (),
    packs: Sequence[CasePack] = (LITTLE,),
    **more: Any,
) -> Training:
    """A training whose cases are all `case`, those written under their ids; its clock goes on a minute a look.

    `more` is what else a training has.
    """
    minutes = count()

    def make(pack: str, which: int | str) -> Mapping[str, Any]:
        if which == BAD:
            raise InputFault([Fault(Place("bad.yaml", 3, 1), "this is no case", "write one")])
        return {**case, "seed": which} if isinstance(which, int) else {**case, "id": f"{pack}.{which}"}

    return Training(
        guide,
        store,
        packs,
        make,
        troubles,
        lambda: f"2026-01-05T09:{next(minutes) % 60:02}:00.000+00:00",
        **more,
    )
