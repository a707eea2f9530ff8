"""What the facilitator alone is told of a case: its text, its questions with what the guidance says, its prompts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from simulator.errors.text import clean
from simulator.tui.classroom.console.plan_told import in_minutes
from simulator.tui.classroom.folding import below, folded, hung
from simulator.tui.classroom.verdict import verdict_told
from simulator.tui.classroom.votes import votes_told
from simulator.tui.safety import shown
from simulator.tui.telling.pieces import HEADING, MUTED, TITLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from simulator.classroom.class_view import KeyView, PlannedPhaseView, PlannedQuestionView
    from simulator.classroom.poll_view import PollView, VerdictView

PRIVATE = "What the guidance says (only you see this until you tell it)"
TOLD = "What the guidance says (the class has been told)"
NOT_KNOWN = "What the guidance says is being looked up…"
FURTHER = "Further information that you gave"
PROMPTS = "For the discussion"
NO_PROMPTS = "The pack names nothing for the discussion."


def case_told(key: KeyView, title: str, note: str, width: int) -> Content:
    """The case as a whole: how long it takes, what it can be hard to read for, and what to discuss."""
    notes = [note] if note else []
    parts = [shown(clean(title or "The case"), TITLE), shown(_length(key)), *map(shown, notes)]
    prompts = [shown(PROMPTS, HEADING), *_listed(key.prompts, width)]
    return below([*(folded(part, width) for part in parts), prompts])


def _length(key: KeyView) -> str:
    alone = f"It takes one person about {in_minutes(key.minutes)}"
    planned = sum(phase.minutes for phase in key.phases)
    return f"{alone}, a class with discussions about {in_minutes(planned)}." if planned else f"{alone}."


def _listed(prompts: Sequence[str], width: int) -> Iterator[Content]:
    for prompt in prompts or (NO_PROMPTS,):
        yield from hung(shown("• "), shown(prompt), width)


def phase_told(phase: PlannedPhaseView, injected: Sequence[str], width: int, *, played: bool) -> Content:
    """The text of a phase, for reading out, and the information that was given beside it."""
    head = shown(clean(phase.title), TITLE)
    if phase.minutes:
        head = head.append(shown(f"  {in_minutes(phase.minutes)}", MUTED))
    waits = (
        []
        if phase.come or not played
        else [shown("The class has not come to this phase.", f"italic {MUTED}")]
    )
    parts = [head, *waits, *map(shown, phase.text)]
    if injected:
        parts += [shown(FURTHER, HEADING), *map(shown, injected)]
    return below(folded(part, width) for part in parts)


def question_told(
    question: PlannedQuestionView, verdict: VerdictView | None, width: int, *, alone: bool = True
) -> Content:
    """A question that is not the current one; with `alone` what the guidance says of it as well."""
    parts = [shown(clean(question.title), TITLE)]
    if question.minutes:
        parts.append(shown(f"With a discussion it may well take {in_minutes(question.minutes)}.", MUTED))
    told = below(folded(part, width) for part in parts)
    guidance = [guidance_told(verdict, width, told=question.standing == "told")] if alone else []
    return Content("\n\n").join([told, *guidance])


def poll_told(poll: PollView, verdict: VerdictView | None, width: int) -> Content:
    """The current question, and how the class has voted on it."""
    parts = [shown(clean(poll.title), TITLE), *([shown(poll.asks)] if poll.asks else [])]
    asked = below(folded(part, width) for part in parts)
    return Content("\n\n").join([asked, votes_told(poll, width, key=verdict)])


def guidance_told(verdict: VerdictView | None, width: int, *, told: bool) -> Content:
    """What the guidance says, with who knows it."""
    if verdict is None:
        return shown(NOT_KNOWN, MUTED)
    head = below([folded(shown(TOLD if told else PRIVATE, HEADING), width)])
    return Content("\n\n").join([head, verdict_told(verdict, width)])
