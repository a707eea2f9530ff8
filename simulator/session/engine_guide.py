"""The guide that an engine, its guidance pack and the scorers at hand make together."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from simulator.cases.border import with_border
from simulator.errors.text import clean, clean_block
from simulator.model.document import document_of
from simulator.scoring.marked import mark_choices, scoring_of
from simulator.scoring.parts import expected_of
from simulator.session.checked import once
from simulator.session.debrief import debrief_of
from simulator.session.evidence_told import matters_of
from simulator.session.explaining import explanation_of, near_misses_of
from simulator.session.guide import Asked, Due
from simulator.session.judging import judged_kinds, judged_of
from simulator.session.key import key_decision
from simulator.session.texts_view import ParagraphView
from simulator.session.view import FrameView

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from simulator.model.questions import Phase
    from simulator.model.texts import Paragraph
    from simulator.rules.engine import Engine
    from simulator.rules.facts import Facts
    from simulator.scoring.choice import Choice
    from simulator.scoring.marked import Marked
    from simulator.scoring.parts import Parts
    from simulator.scoring.score import RunScorers
    from simulator.session.debrief_view import DebriefView, ExplanationView, NearMissView
    from simulator.session.guide import Judged
    from simulator.session.key_view import KeyDecisionView


class EngineGuide:
    """A `Guide` over an engine; `run_scorers` gives each scorer's result for a `scoring/1` object."""

    def __init__(self, engine: Engine, run_scorers: RunScorers) -> None:
        self._engine = engine
        self._guidance = engine.guidance
        self._run_scorers = run_scorers

    @property
    def name(self) -> str:
        return self._guidance.name

    @property
    def rules_sha256(self) -> str:
        return self._guidance.sha256

    @property
    def standing(self) -> str:
        return self._guidance.standing

    @cached_property
    def paragraphs(self) -> Mapping[str, ParagraphView]:
        """Every paragraph with its dated notes, cleaned."""
        return {key: self._paragraph(one) for key, one in self._guidance.paragraphs.items()}

    def check(self, case: Mapping[str, Any]) -> None:
        """Raise InputFault where `case` is no `case/1` of this guidance."""
        once(case, self._guidance.sha256, self._read)

    def _read(self, case: Mapping[str, Any]) -> None:
        from simulator.cases.reading import read_case

        read_case(document_of(case, "<case>"), self._engine)

    def asked(self, question: str) -> Asked:
        """The question `question`; raises KeyError where there is none."""
        one = self._guidance.questions[question]
        options = {each.option: each.label for each in one.options}
        return Asked(one.question, one.title, one.asks, one.several, one.excluding, options)

    def due(self, case: Mapping[str, Any], phase: str) -> Sequence[Due]:
        """What `phase` of `case` asks, step by step, in the order of the guidance."""
        of_phase = next(one for one in case["phases"] if one["phase"] == phase)
        decisions = self._engine.assess(self._facts(case, of_phase), phase)
        return tuple(
            Due(step.step, one.question, one.subject, expected_of(one))
            for step in self._phase(phase).steps
            for one in decisions
            if one.question in step.questions and one.question in of_phase["questions"]
        )

    def phase_title(self, phase: str) -> str:
        """The title of a phase."""
        return self._phase(phase).title

    def step_title(self, phase: str, step: str) -> str:
        """The title of a step of a phase."""
        return next(one.title for one in self._phase(phase).steps if one.step == step)

    def subject_label(self, case: Mapping[str, Any], question: str, subject: str) -> str:
        """A name of the case, or the guidance's word; the id itself where there is neither."""
        words = self._guidance.subject_words.get(self._guidance.questions[question].subjects.name, {})
        if isinstance(words, str):
            return words
        names: Mapping[str, str] = case.get("names", {})
        return words.get(subject) or names.get(subject, subject)

    def went_on(self, question: str, option: str) -> str:
        """The guidance pack's sentence for a choice that nobody made, and from which the case went on.

        Where the pack has no such sentence, the choice alone.
        """
        label = self._guidance.questions[question].label(option)
        return self._guidance.words.get("not_asked_for", "{choice}").replace("{choice}", label)

    @property
    def frame(self) -> FrameView | None:
        """A frame in which a rationale may be written, if the guidance has one."""
        frame = self._guidance.frame
        if frame is None:
            return None
        return FrameView(
            clean(frame.title), tuple((clean(title), clean(asks)) for title, asks in frame.steps)
        )

    def debrief(
        self, case: Mapping[str, Any], choices: Sequence[Choice], phases: Collection[str] | None = None
    ) -> DebriefView:
        """The decisions marked and explained, and every scorer's points."""
        told = [phase for phase in case["phases"] if phases is None or phase["phase"] in phases]
        marked = self._marked(case, told, choices)
        scores = self._run_scorers(scoring_of(marked, case["id"]))
        matters = partial(matters_of, self._engine, case)
        return debrief_of(self, self._guidance, case, marked, scores, matters, ended=phases is None)

    def judged(self, case: Mapping[str, Any], choices: Sequence[Choice]) -> Sequence[Judged]:
        """Every decision with a choice, with its mark and the kinds of mistake that it is."""
        kinds = judged_kinds(self._engine, self._parts(case, case["phases"]), choices)
        return tuple(judged_of(one, kinds) for one in self._marked(case, case["phases"], choices))

    def _marked(
        self, case: Mapping[str, Any], told: Sequence[Mapping[str, Any]], choices: Sequence[Choice]
    ) -> list[Marked]:
        """Every decision of some phases that has a choice, and that the case asks for."""
        asked = {(phase["phase"], question) for phase in told for question in phase["questions"]}
        return [
            one
            for one in mark_choices(self._engine, self._parts(case, told), choices)
            if one.choice is not None and (one.phase, one.decision.question) in asked
        ]

    def _parts(self, case: Mapping[str, Any], phases: Sequence[Mapping[str, Any]]) -> Parts:
        return [(phase["phase"], self._facts(case, phase)) for phase in phases]

    def key(self, case: Mapping[str, Any]) -> Sequence[KeyDecisionView]:
        """What the guidance says of every decision of the case, in the order in which they are asked."""
        return tuple(
            key_decision(self, case, phase["phase"], one)
            for phase in case["phases"]
            for one in self._engine.assess(self._facts(case, phase), phase["phase"])
            if one.question in phase["questions"]
        )

    def prompts(self, case: Mapping[str, Any]) -> Sequence[str]:
        """Questions for a discussion of the case, whatever was decided."""
        lasting = (one.text for one in self._guidance.prompts if one.question is None)
        return tuple(dict.fromkeys(map(clean_block, (*case.get("discuss", ()), *lasting))))

    def explain(
        self, case: Mapping[str, Any], phase: str, question: str, subject: str, chosen: Sequence[str]
    ) -> ExplanationView:
        """Why a decision is as it is, and what would change it."""
        facts = self._facts(case, next(one for one in case["phases"] if one["phase"] == phase))
        decision = self._engine.decide(question, subject, facts)
        if decision is None:
            raise KeyError(subject)
        return explanation_of(self._engine, facts, decision, chosen, case.get("names", {}))

    def near_misses(self, rule: str) -> Sequence[NearMissView]:
        """A few pairs of cases that differ in one fact, of which `rule` decides one."""
        return near_misses_of(self._engine, rule, partial(self.subject_label, {}))

    def _phase(self, phase: str) -> Phase:
        return next(one for one in self._guidance.phases if one.phase == phase)

    def _facts(self, case: Mapping[str, Any], phase: Mapping[str, Any]) -> Facts:
        facts = document_of(phase["facts"], "<case>")
        return with_border(self._engine.read_facts(facts, trusted=True), case)

    def _paragraph(self, one: Paragraph) -> ParagraphView:
        notes = [note for note in self._guidance.notes if one.paragraph in note.paragraphs]
        return ParagraphView(
            paragraph=clean(one.paragraph),
            document=clean(one.document),
            section=clean(one.section),
            text=clean_block(one.text),
            notes=tuple(clean_block(f"{note.date}: {note.text}") for note in notes),
        )
