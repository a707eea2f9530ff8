"""From the state of a session to what a face may show of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.errors.text import clean, clean_block
from simulator.session.choices import choices_of
from simulator.session.texts_view import AnnotationView, BlockView
from simulator.session.view import OptionView, PhaseView, QuestionView, StepView, SubjectView, View

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from simulator.session.debrief_view import DebriefView
    from simulator.session.guide import Asked, Guide
    from simulator.session.plan import Seen, Step
    from simulator.session.state import Change, State
    from simulator.session.view import PhaseState, SessionState


GOES_ON = "The case goes on as it does where the guidance is followed."
"""What is said before a later phase: it need not follow from what the learner chose."""


def view_of(guide: Guide, state: State, told: DebriefView | None) -> View:
    """All of `state` that may be shown; `told` is what may be told of its decisions."""
    current = state.plan.steps[state.steps] if state.steps < len(state.plan.steps) else None
    seed = state.case.get("seed")
    return View(
        state=_session_state(state),
        standing=clean(guide.standing),
        guidance=clean(guide.name),
        case=clean(str(state.case["id"])),
        seed=seed if isinstance(seed, int) else None,
        title=clean(state.case["title"]),
        content_note=clean_block(state.case["content_note"]),
        phases=_phases(guide, state),
        step=step_view(guide, state, current) if current else None,
        paragraphs=tuple(guide.paragraphs.values()),
        debrief=told if state.finished else None,
        mode=state.mode,
        feedback=None if state.finished else told,
        undoes=_change(guide, state, state.past[-1]) if state.past else None,
        redoes=_change(guide, state, state.future[-1]) if state.future else None,
        frame=guide.frame,
    )


def step_view(guide: Guide, state: State, step: Step) -> StepView:
    """A step with what has been answered in it."""
    return StepView(
        phase=step.phase,
        step=step.step,
        title=clean(guide.step_title(step.phase, step.step)),
        number=step.number,
        count=step.count,
        questions=tuple(
            _question(guide, state, step.phase, question, subjects)
            for question, subjects in step.asks.items()
        ),
    )


def _session_state(state: State) -> SessionState:
    if state.finished:
        return "finished"
    if state.skipped:
        return "skipped"
    return "left" if state.left else "open"


_SAID = {
    "answer_given": "the answer",
    "answer_changed": "the answer",
    "rationale_given": "the reason",
    "sureness_given": "how sure you were",
    "citations_given": "the paragraphs named",
}


def _change(guide: Guide, state: State, change: Change) -> str:
    """What was changed, in a few words."""
    data = change.data
    if change.kind == "step_confirmed":
        return clean(f"confirming “{guide.step_title(data['phase'], data['step'])}”")
    if change.kind == "annotated":
        return "a note in the case file" if data["note"] else "a highlight in the case file"
    label = guide.subject_label(state.case, data["question"], data["subject"])
    return clean(f"{_SAID[change.kind]} on “{guide.asked(data['question']).title}” ({label})")


def _phases(guide: Guide, state: State) -> tuple[PhaseView, ...]:
    committed = state.plan.steps[: state.steps]
    return tuple(
        PhaseView(
            phase=phase.phase,
            title=clean(guide.phase_title(phase.phase)),
            state=_phase_state(state, phase.phase),
            narrative=_blocks(guide, state, phase.phase),
            committed=tuple(step_view(guide, state, step) for step in committed if step.phase == phase.phase),
        )
        for phase in state.plan.phases
    )


def _phase_state(state: State, phase: str) -> PhaseState:
    if phase not in state.seen:
        return "ahead"
    open_steps = state.plan.steps[state.steps :]
    return "current" if any(step.phase == phase for step in open_steps) else "done"


def _blocks(guide: Guide, state: State, phase: str) -> tuple[BlockView, ...]:
    """The blocks that came to light in `phase`; the first of a later phase says what it goes on from."""
    noted: set[str] = set()
    annotations = _annotations(state)
    blocks = [_block(guide, state, seen, noted, annotations) for seen in state.seen.get(phase, ())]
    if blocks and phase != state.plan.phases[0].phase:
        note = f"{GOES_ON} {blocks[0].note}" if blocks[0].note else GOES_ON
        blocks[0] = replace(blocks[0], note=note)
    return tuple(blocks)


def _closing(state: State) -> tuple[BlockView, ...]:
    """The blocks that came to light at the end; what was not chosen is no news by then."""
    return tuple(BlockView(clean_block(state.plan.block(seen)["text"])) for seen in state.seen.get(None, ()))


def _block(
    guide: Guide, state: State, seen: Seen, noted: set[str], by_passage: Mapping[str, list[AnnotationView]]
) -> BlockView:
    block = state.plan.block(seen)
    text = clean_block(block["text"])
    annotations = tuple(by_passage.get(seen.passage, ()))
    if not seen.went_on or block["after"] in noted:
        return BlockView(text, None, seen.passage, annotations)
    noted.add(block["after"])
    question, _, option = block["after"].partition("=")
    return BlockView(text, clean(guide.went_on(question, option)), seen.passage, annotations)


def _annotations(state: State) -> Mapping[str, list[AnnotationView]]:
    by_passage: dict[str, list[AnnotationView]] = {}
    for (passage, start), one in sorted(state.said.annotations.items()):
        view = AnnotationView(start, one.end, one.highlighted, clean_block(one.note))
        by_passage.setdefault(passage, []).append(view)
    return by_passage


def _question(
    guide: Guide, state: State, phase: str, question: str, subjects: tuple[str, ...]
) -> QuestionView:
    asked = guide.asked(question)
    return QuestionView(
        question=question,
        title=clean(asked.title),
        asks=clean(asked.asks),
        several=asked.several,
        excluding=asked.excluding,
        options=tuple(OptionView(option, clean(label)) for option, label in asked.options.items()),
        subjects=tuple(_subject(guide, state, phase, asked, subject) for subject in subjects),
    )


def _subject(guide: Guide, state: State, phase: str, asked: Asked, subject: str) -> SubjectView:
    given = state.given(phase, asked.question, subject)
    return SubjectView(
        subject=subject,
        label=clean(guide.subject_label(state.case, asked.question, subject)),
        chosen=given.chosen,
        chosen_labels=tuple(clean(asked.options[option]) for option in given.chosen),
        rationale=clean_block(given.rationale),
        sureness=given.sureness,
        cites=given.cites,
    )


def told_of(guide: Guide, state: State, phases: Collection[str]) -> DebriefView:
    """What may be told of the decisions of `phases`: with the end of the case, of all."""
    choices = choices_of(state)
    if state.finished:
        return replace(guide.debrief(state.case, choices), closing=_closing(state))
    return guide.debrief(state.case, [one for one in choices if one.phase in phases], phases)
