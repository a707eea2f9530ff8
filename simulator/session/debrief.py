"""The debrief: every decision with what the guidance says of it, why, and in which words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.errors.text import clean, clean_block
from simulator.session.debrief_view import (
    CitationView,
    DebriefPhaseView,
    DebriefQuestionView,
    DebriefView,
    DecisionView,
    RulingView,
    ScoreView,
)
from simulator.session.evidence_told import untold_of
from simulator.session.summing import prompts_of, summary_of
from simulator.session.texts_view import TensionView

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from simulator.guidance.guidance import Guidance
    from simulator.model.questions import Ruling
    from simulator.rules.decisions import Decision
    from simulator.scoring.marked import Marked
    from simulator.session.debrief_view import MatterView
    from simulator.session.guide import Asked, Guide
    from simulator.session.summary_view import Mark

    Matters = Callable[[Marked], tuple[MatterView, ...]]

VERDICT_WORDS = {
    "expected": "called for",
    "acceptable": "within discretion",
    "departure": "a departure",
    "contrary": "contrary to the guidance",
}
BASIS_WORDS = {"stated": "stated in words", "inferred": "inferred"}


def debrief_of(
    guide: Guide,
    guidance: Guidance,
    case: Mapping[str, Any],
    marked: Sequence[Marked],
    scores: Sequence[Mapping[str, Any]],
    matters: Matters,
    *,
    ended: bool = True,
) -> DebriefView:
    """The debrief of the decisions of `case`, with each scorer's `{"name", "points", "possible"}`.

    `matters` gives the evidence that made the grade which a decision judges; of any other decision none. Without
    `ended` what is told of a whole case alone is left out.
    """
    teller = _Teller(guide, case, guidance, marked, matters)
    phases = tuple(teller.phase(phase["phase"]) for phase in case["phases"])
    phases = tuple(phase for phase in phases if phase.questions)
    cited = {
        citation.paragraph
        for phase in phases
        for question in phase.questions
        for decision in question.decisions
        for citation in decision.citations
    }
    return DebriefView(
        phases=phases,
        # A scorer that this guidance asks nothing of has nothing to say.
        scores=tuple(
            ScoreView(clean(one["name"]), one["points"], one["possible"]) for one in scores if one["possible"]
        ),
        paragraphs=tuple(paragraph for key, paragraph in guide.paragraphs.items() if key in cited),
        closing=(),
        discuss=prompts_of(guidance.prompts, phases, case.get("discuss", ())) if ended else (),
        summary=summary_of(guidance, phases, guide.paragraphs, ended=ended),
    )


class _Teller:
    """Tells the decisions of one case."""

    def __init__(
        self,
        guide: Guide,
        case: Mapping[str, Any],
        guidance: Guidance,
        marked: Sequence[Marked],
        matters: Matters,
    ) -> None:
        self.matters = matters
        self.guide = guide
        self.case = case
        self.guidance = guidance
        self.marked = marked

    def phase(self, phase: str) -> DebriefPhaseView:
        """The decisions of one phase, by question."""
        by_question: dict[str, list[Marked]] = {}
        for one in self.marked:
            if one.phase == phase:
                by_question.setdefault(one.decision.question, []).append(one)
        return DebriefPhaseView(
            phase, clean(self.guide.phase_title(phase)), tuple(map(self._question, by_question.values()))
        )

    def _question(self, marked: Sequence[Marked]) -> DebriefQuestionView:
        asked = self.guide.asked(marked[0].decision.question)
        return DebriefQuestionView(
            asked.question,
            clean(asked.title),
            asked.several,
            tuple(self._decision(asked, one) for one in marked),
        )

    def _decision(self, asked: Asked, one: Marked) -> DecisionView:
        rulings = one.decision.options
        chosen = {option: rulings[option] for option in one.chosen}
        called_for = {option: ruling for option, ruling in rulings.items() if ruling.verdict == "expected"}
        also_open = {option: ruling for option, ruling in rulings.items() if ruling.verdict == "acceptable"}
        told = (*chosen.values(), *called_for.values())
        choice = one.choice
        return DecisionView(
            subject=one.decision.subject,
            label=self._label(asked.question, one.decision.subject),
            mark=mark_word(one),
            chosen=_rulings(asked, chosen, one),
            called_for=_rulings(asked, called_for, one),
            also_open=_rulings(asked, also_open, one),
            missed=tuple(clean(asked.options[option]) for option in one.missed),
            silence=clean_block(one.decision.silence) if one.decision.silence else None,
            follows_from=self._follows_from(one),
            citations=citations_of(told if not one.decision.silent else rulings.values()),
            tensions=self._tensions(told),
            rationale=clean_block(choice.rationale) if choice else "",
            sureness=choice.confidence if choice else None,
            cites=choice.cites if choice else (),
            evidence=self.matters(one),
            untold=untold_of(self.case, one, self.guide.went_on),
            others=_rulings(asked, _others(one), one),
            led_to=tuple(self._led_to(one)),
            consequences=tuple(self._consequences(one)),
            decides=decides_of(one.decision),
        )

    def _led_to(self, one: Marked) -> Iterator[str]:
        """The later decisions whose errors followed from this one."""
        key = (one.decision.question, one.decision.subject)
        for later in self.marked:
            if later.follows_from == key:
                question, subject = later.decision.question, later.decision.subject
                title, label = clean(self.guide.asked(question).title), self._label(question, subject)
                yield f"{title} ({label})"

    def _consequences(self, one: Marked) -> Iterator[str]:
        """What each unwise choice would have led to; nothing where the error follows from an earlier one."""
        if one.decision.silent or one.follows_from is not None:
            return
        unwise = [*((option, True) for option in one.wrong), *((option, False) for option in one.missed)]
        for option, chosen in unwise:
            text = self.guidance.consequences.get((one.decision.question, option, chosen))
            if text:
                yield clean_block(text)

    def _label(self, question: str, subject: str) -> str:
        return clean(self.guide.subject_label(self.case, question, subject))

    def _follows_from(self, one: Marked) -> str | None:
        if one.follows_from is None:
            return None
        question, subject = one.follows_from
        title = clean(self.guide.asked(question).title)
        label = self._label(question, subject)
        return f"This follows from your answer to “{title}” ({label}) and costs nothing more."

    def _tensions(self, told: Iterable[Ruling]) -> tuple[TensionView, ...]:
        rules = {ruling.rule for ruling in told}
        return tuple(
            TensionView(tension.paragraphs, clean_block(tension.text), clean_block(tension.settled))
            for tension in self.guidance.tensions
            if rules.intersection(tension.rules)
        )


def _others(one: Marked) -> dict[str, Ruling]:
    """The options that were neither chosen nor called for nor open."""
    return {
        option: ruling
        for option, ruling in one.decision.options.items()
        if option not in one.chosen and ruling.verdict not in {"expected", "acceptable"}
    }


def decides_of(decision: Decision) -> tuple[str, ...]:
    """The paragraphs on which a decision rests: those of what is called for, or of everything where nothing is."""
    rulings = decision.options
    called_for = decision.with_verdict("expected")
    telling = list(rulings) if decision.silent or not called_for else called_for
    return tuple(dict.fromkeys(cited for option in telling for cited in rulings[option].citations))


def mark_word(one: Marked) -> Mark:
    """How a decision went, in a word."""
    verdicts = {one.decision.options[option].verdict for option in one.chosen}
    if one.decision.silent:
        return "silent"
    if one.follows_from is not None:
        return "follows"
    if one.wrong or one.missed or not one.chosen:
        return "mistake"
    if "departure" in verdicts:
        return "discuss"
    return "acceptable" if "acceptable" in verdicts and "expected" not in verdicts else "right"


def _rulings(asked: Asked, rulings: Mapping[str, Ruling], one: Marked) -> tuple[RulingView, ...]:
    return tuple(
        RulingView(
            option=option,
            label=clean(asked.options[option]),
            verdict=ruling.verdict,
            verdict_label=VERDICT_WORDS[ruling.verdict],
            basis=ruling.basis,
            basis_label=BASIS_WORDS[ruling.basis],
            why=clean_block(ruling.why),
            excused=ruling.verdict == "departure" and option in one.chosen and option not in one.wrong,
        )
        for option, ruling in rulings.items()
    )


def citations_of(rulings: Iterable[Ruling]) -> tuple[CitationView, ...]:
    """Every quotation of some rulings, each once."""
    quotes = dict.fromkeys((quote.paragraph, quote.quote) for ruling in rulings for quote in ruling.quotes)
    return tuple(CitationView(paragraph, clean_block(quote)) for paragraph, quote in quotes)
