"""The mark of one decision, and the points of a question: what was chosen, held against the verdicts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from math import fsum
from typing import Any

from simulator.model.questions import RIGHT, Verdict

Verdicts = Mapping[str, Verdict]
"""The verdict of every option of one decision."""


def wrong_options(verdicts: Verdicts, chosen: Collection[str], *, excused: bool) -> tuple[str, ...]:
    """The chosen options that are mistakes, in the order of the question; an excused departure is none."""
    return tuple(
        option
        for option, verdict in verdicts.items()
        if option in chosen and verdict not in RIGHT and not (excused and verdict == "departure")
    )


def mark_of(verdicts: Verdicts, chosen: Collection[str], *, several: bool, excused: bool) -> float:
    """The mark, from 0 to 1, of one decision.

    `excused`: the choice has a rationale and a paragraph that it relies on, so a departure is no mistake.
    """
    if several:
        return _mark_of_several(verdicts, chosen, excused=excused)
    return min((_mark_of_one(verdicts[option], excused=excused) for option in chosen), default=0.0)


def _mark_of_one(verdict: Verdict, *, excused: bool) -> float:
    if verdict in RIGHT:
        return 1.0
    return 0.5 if excused and verdict == "departure" else 0.0


def _mark_of_several(verdicts: Verdicts, chosen: Collection[str], *, excused: bool) -> float:
    expected = {option for option, verdict in verdicts.items() if verdict == "expected"}
    wrong = len(wrong_options(verdicts, chosen, excused=excused))
    if not expected:
        return 0.0 if wrong else 1.0
    found = len(expected.intersection(chosen))
    possible = sum(verdict not in RIGHT for verdict in verdicts.values()) or 1
    # found/expected - wrong/possible, as one fraction: rounded once, it is the same in whatever order.
    return max(0, found * possible - wrong * len(expected)) / (len(expected) * possible)


def points_by_question(
    decisions: Iterable[Mapping[str, Any]], questions: Collection[str] | None = None
) -> dict[str, Any]:
    """What a scorer answers, from the `decisions` of a `scoring/1` object: one point at most for a question.

    A question's points are the mean of its subjects' marks; silent decisions count nowhere, and a question
    asked in two phases is two. With `questions`, the others are left out. `detail` lists the points of each:
    `{"questions": [{"phase": ..., "question": ..., "points": ...}]}`, in the order of `decisions`.
    """
    marks: dict[tuple[str | None, str], list[float]] = {}
    for decision in decisions:
        if not decision["silent"] and (questions is None or decision["question"] in questions):
            marks.setdefault((decision["phase"], decision["question"]), []).append(decision["mark"])
    means = {due: fsum(found) / len(found) for due, found in marks.items()}
    return {
        "points": fsum(means.values()),
        "possible": float(len(means)),
        "detail": {
            "questions": [
                {"phase": phase, "question": question, "points": points}
                for (phase, question), points in means.items()
            ]
        },
    }
