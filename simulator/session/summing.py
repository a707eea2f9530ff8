"""All decisions of a debrief together: how the matter ends, what went well, and what was done for whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.errors.text import clean, clean_block
from simulator.model.world import CASE
from simulator.session.commands import SURENESS
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

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from simulator.guidance.guidance import Guidance
    from simulator.model.texts import Caseload, Prompt, Welfare
    from simulator.session.debrief_view import DebriefPhaseView, DebriefQuestionView, DecisionView
    from simulator.session.summary_view import Mark
    from simulator.session.texts_view import ParagraphView

WELL: frozenset[Mark] = frozenset({"right", "acceptable"})
BADLY: frozenset[Mark] = frozenset({"mistake", "follows"})
THE_REST = "all others together"


@dataclass(frozen=True, slots=True)
class Told:
    """One decision that is told of, and its question."""

    question: DebriefQuestionView
    decision: DecisionView


def told_in(phases: Iterable[DebriefPhaseView]) -> tuple[Told, ...]:
    """Every decision of `phases`, in order."""
    return tuple(
        Told(question, decision)
        for phase in phases
        for question in phase.questions
        for decision in question.decisions
    )


def summary_of(
    guidance: Guidance,
    phases: Sequence[DebriefPhaseView],
    paragraphs: Mapping[str, ParagraphView],
    *,
    ended: bool,
) -> SummaryView:
    """The summary of `phases`; with `ended`, what is told of a whole case as well."""
    told = told_in(phases)
    settling = {one.question for one in guidance.questions.values() if one.settles}
    settled = [one for one in told if one.question.question in settling]
    return SummaryView(
        endings=tuple(map(_ending, settled)),
        well=tuple(_grouped(told, WELL)),
        badly=tuple(_grouped(told, frozenset({"mistake"}))),
        follows=tuple(_grouped(told, frozenset({"follows"}))),
        discuss=tuple(_grouped(told, frozenset({"discuss"}))),
        subjects=tuple(_rows(told, guidance)),
        paragraphs=tuple(_known(told, paragraphs)),
        sureness=_sureness(told),
        caseload=_caseload(guidance.caseload, guidance, told) if ended and guidance.caseload else None,
        welfare=tuple(_welfare(told, guidance.welfare)) if ended else (),
    )


def prompts_of(
    prompts: Iterable[Prompt], phases: Sequence[DebriefPhaseView], own: Iterable[str]
) -> tuple[str, ...]:
    """What to discuss: the case's `own` questions, then those for what happened, then those for any case."""
    told = told_in(phases)
    fitting = [one for one in prompts if _fits(one, told)]
    fitting.sort(key=lambda one: one.question is None)
    return tuple(dict.fromkeys(map(clean_block, (*own, *(one.text for one in fitting)))))


def _fits(prompt: Prompt, told: Iterable[Told]) -> bool:
    if prompt.question is None:
        return True
    of_it = [one.decision for one in told if one.question.question == prompt.question]
    match prompt.when:
        case "wrong":
            return any(decision.mark in BADLY for decision in of_it)
        case "silent":
            return any(decision.mark == "silent" for decision in of_it)
        case "tension":
            return any(decision.tensions for decision in of_it)
        case _:
            return bool(of_it)


def _ending(one: Told) -> EndingView:
    decision = one.decision
    return EndingView(
        question=one.question.title,
        label=decision.label,
        called_for=tuple(ruling.label for ruling in decision.called_for),
        also_open=tuple(ruling.label for ruling in decision.also_open),
        chosen=tuple(ruling.label for ruling in decision.chosen),
        mark=decision.mark,
    )


def _grouped(told: Iterable[Told], marks: frozenset[Mark]) -> Iterator[str]:
    """The questions with the subjects whose decisions went so."""
    labels: dict[str, list[str]] = {}
    for one in told:
        if one.decision.mark in marks:
            of_question = labels.setdefault(one.question.title, [])
            if one.decision.subject != CASE and one.decision.label not in of_question:
                of_question.append(one.decision.label)
    for title, called in labels.items():
        yield f"{title} ({', '.join(called)})" if called else title


def _rows(told: Sequence[Told], guidance: Guidance) -> Iterator[SubjectRowView]:
    """A row for each subject about whom any question is asked that settles a matter, or that is asked like it."""
    settling = {one.subjects.name for one in guidance.questions.values() if one.settles}
    asked = {key for key, one in guidance.questions.items() if one.subjects.name in settling}
    by_subject: dict[str, list[Told]] = {}
    for one in told:
        if one.question.question in asked:
            by_subject.setdefault(one.decision.subject, []).append(one)
    for of_subject in by_subject.values():
        marks = tuple((one.question.title, one.decision.mark) for one in of_subject)
        yield SubjectRowView(of_subject[0].decision.label, marks)


def _known(told: Iterable[Told], paragraphs: Mapping[str, ParagraphView]) -> Iterator[KnownParagraphView]:
    right: dict[str, int] = {}
    wrong: dict[str, int] = {}
    for one in told:
        count = right if one.decision.mark in WELL else wrong if one.decision.mark == "mistake" else {}
        for cited in one.decision.decides:
            count[cited] = count.get(cited, 0) + 1
    for key, paragraph in paragraphs.items():
        if key in right or key in wrong:
            yield KnownParagraphView(key, paragraph.section, right.get(key, 0), wrong.get(key, 0))


def _sureness(told: Sequence[Told]) -> tuple[SurenessRowView, ...]:
    sure = [one.decision for one in told if one.decision.sureness is not None]
    if not sure:
        return ()
    return tuple(
        SurenessRowView(
            level,
            sum(one.mark in WELL for one in sure if one.sureness == level),
            sum(one.mark in BADLY for one in sure if one.sureness == level),
            sum(one.mark not in WELL | BADLY for one in sure if one.sureness == level),
        )
        for level in SURENESS
    )


def _caseload(caseload: Caseload, guidance: Guidance, told: Iterable[Told]) -> CaseloadView:
    called_for = [
        {ruling.option for ruling in one.decision.called_for}
        for one in told
        if one.question.question == caseload.question
    ]
    question = guidance.questions[caseload.question]
    shares = [
        ShareView(clean(question.label(option)), share, sum(option in each for each in called_for))
        for option, share in caseload.shares.items()
    ]
    rest = 1 - sum(caseload.shares.values())
    if rest > 0:
        here = sum(bool(each) and not each & caseload.shares.keys() for each in called_for)
        shares.append(ShareView(THE_REST, round(rest, 6), here))
    return CaseloadView(clean_block(caseload.text), clean(caseload.source), tuple(shares))


def _welfare(told: Iterable[Told], welfare: Sequence[Welfare]) -> Iterator[WelfareView]:
    """What was done for each subject, in the order of the guidance pack; the case as a whole comes last."""
    decided: dict[str, list[Told]] = {}
    for one in told:
        decided.setdefault(one.decision.subject, []).append(one)
    for subject in sorted(decided, key=lambda subject: subject == CASE):
        done = {
            clean(each.text): any(ruling.option == each.option for ruling in one.decision.chosen)
            for each in welfare
            for one in decided[subject]
            if one.question.question == each.question
            and any(ruling.option == each.option for ruling in one.decision.called_for)
        }
        if done:
            yield WelfareView(decided[subject][0].decision.label, tuple(done.items()))
