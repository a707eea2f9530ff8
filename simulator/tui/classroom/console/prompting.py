"""What a class could be given to discuss."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.classroom.class_view import PlannedQuestionView, SplitView
    from simulator.tui.classroom.console.known import Known

At = tuple[str, str]


def prompts(known: Known, split: SplitView | None) -> list[str]:
    """Where opinions differ, about `split` first; then the question itself; none of it tells what is called for.

    What the pack names for the case as a whole may tell of what is still to come: it is offered once nothing is. The
    last prompt is empty.
    """
    at = known.console.current if split is None else (split.phase, split.question)
    found = [
        *_splits(known, at, split),
        *_question(known, at),
        *(_of_pack(known) if _all_over(known) else ()),
    ]
    return [*dict.fromkeys(found), ""]


def _splits(known: Known, at: At | None, first: SplitView | None) -> Iterator[str]:
    if first is not None:
        yield _about(known, first)
    for each in known.console.discuss:
        if (each.phase, each.question) == at:
            yield _about(known, each)


def _about(known: Known, split: SplitView) -> str:
    """The paragraph is named once the class has been told: before, it would tell the answer.

    Where there is but one subject, which may be the case itself, it goes without saying.
    """
    verdict = known.verdict(split.phase, split.question)
    alone = verdict is not None and len(verdict.subjects) == 1
    about = f"“{split.title}”{'' if alone else f' about {split.label}'}"
    asks = f"You differ on {about}. What speaks for your answer, and what against it?"
    question = _planned(known, (split.phase, split.question))
    told = question is not None and question.standing == "told"
    return f"{asks} Read {split.paragraph} together." if told and split.paragraph else asks


def _question(known: Known, at: At | None) -> Iterator[str]:
    question = _planned(known, at)
    if question is not None:
        yield f"What in the case bears on “{question.title}”? Which paragraph do you rely on?"


def _planned(known: Known, at: At | None) -> PlannedQuestionView | None:
    return next(
        (
            question
            for phase in known.console.phases
            for question in phase.questions
            if (phase.phase, question.question) == at
        ),
        None,
    )


def _all_over(known: Known) -> bool:
    questions = (question for phase in known.console.phases for question in phase.questions)
    return all(question.standing in {"told", "skipped"} for question in questions)


def _of_pack(known: Known) -> list[str]:
    """Those that the class has not discussed first."""
    of_pack = known.key.prompts if known.key is not None else ()
    return sorted(of_pack, key=known.discussed_prompts.__contains__)
