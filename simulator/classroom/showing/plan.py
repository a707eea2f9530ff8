"""The plan of a case as its facilitator has it: phases, questions, how long they may take, and the key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.classroom.class_view import KeyView, PlannedPhaseView, PlannedQuestionView
from simulator.classroom.showing.polls import verdict_view
from simulator.classroom.showing.splits import splits
from simulator.errors.text import clean, clean_block

if TYPE_CHECKING:
    from simulator.classroom.guide import ClassGuide
    from simulator.classroom.state import At, Course

WORDS_A_MINUTE = 200
"""Of a text that has to be understood."""
MINUTES_A_DECISION = 0.5
MINUTES_OF_DISCUSSION = 3.0
"""Peer instruction leaves two to four minutes to a discussion (Crouch and Mazur 2001)."""


def planned(guide: ClassGuide, course: Course) -> tuple[PlannedPhaseView, ...]:
    """Every phase that asks something."""
    return tuple(
        _phase(guide, course, number) for number, phase in enumerate(course.plan.phases) if phase.steps
    )


def _phase(guide: ClassGuide, course: Course, number: int) -> PlannedPhaseView:
    phase = course.plan.phases[number]
    text = tuple(clean_block(block["text"]) for block in phase.blocks)
    questions = tuple(_question(guide, course, at) for at in course.questions if at[0] == phase.phase)
    reading = len(" ".join(text).split()) / WORDS_A_MINUTE
    return PlannedPhaseView(
        phase=phase.phase,
        title=clean(guide.phase_title(phase.phase)),
        come=number < course.come,
        minutes=round(reading + sum(one.minutes for one in questions), 1),
        text=text,
        questions=questions,
    )


def _question(guide: ClassGuide, course: Course, at: At) -> PlannedQuestionView:
    poll = course.poll(at)
    return PlannedQuestionView(
        question=at[1],
        title=clean(guide.asked(at[1]).title),
        standing=poll.standing,
        voted=len(poll.rounds[-1]) if poll.rounds else 0,
        minutes=MINUTES_A_DECISION * len(course.key[at]) + MINUTES_OF_DISCUSSION,
        split=max((one.split for one in splits(guide, course, at)), default=0.0) if poll.votes else 0.0,
    )


def key_view(guide: ClassGuide, course: Course, minutes: int) -> KeyView:
    """What the facilitator alone sees of a case beforehand; `minutes` is what its pack says."""
    return KeyView(
        verdicts=tuple(verdict_view(guide, course, at) for at in course.questions),
        prompts=tuple(guide.prompts(course.case)),
        minutes=minutes,
        title=clean(course.case["title"]),
        phases=planned(guide, course),
    )
