"""What simulated learners choose who do not know: mistakes as people make them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.classroom.simulated.key import right, ruled

if TYPE_CHECKING:
    from collections.abc import Iterable
    from random import Random

    from simulator.classroom.poll_view import SubjectVerdictView, VerdictView
    from simulator.session.view import QuestionView

NEAR, ALIKE, FAR = 4.0, 3.0, 1.0
"""How readily an option is taken: one that has something to be said for it, one that is right about another subject
of the question, any other."""


def mistaken(
    question: QuestionView, verdict: VerdictView, subject: SubjectVerdictView, chance: Random
) -> tuple[str, ...]:
    """What somebody chooses about a subject who does not know what is right, in the options' order."""
    true = right(subject)
    drawn = _tempting(verdict, subject, without=true, chance=chance)
    if not question.several:
        return (drawn,) if drawn is not None else true[:1]
    if len(true) > 1 and chance.random() < 0.5:
        return together(question, chance.sample(true, len(true) - 1), chance)
    kept = true if chance.random() < 0.5 else true[:-1]
    return together(question, (*kept, drawn) if drawn is not None else true, chance)


def together(question: QuestionView, options: Iterable[str], chance: Random) -> tuple[str, ...]:
    """Options as they may be chosen together: what excludes all others stands alone, or is left out."""
    chosen = in_order(question, options)
    others = tuple(one for one in chosen if one != question.excluding)
    if len(others) == len(chosen) or not others:
        return chosen
    return others if chance.random() < 0.5 else tuple(one for one in chosen if one == question.excluding)


def in_order(question: QuestionView, options: Iterable[str]) -> tuple[str, ...]:
    """Options in the order of the question."""
    chosen = set(options)
    return tuple(one.option for one in question.options if one.option in chosen)


def _tempting(
    verdict: VerdictView, subject: SubjectVerdictView, *, without: tuple[str, ...], chance: Random
) -> str | None:
    """An option that is not right; None where every one is."""
    near = {*ruled(subject, "departure"), *ruled(subject, "acceptable")}
    elsewhere = {option for one in verdict.subjects for option in ruled(one, "expected")}
    options = [one.option for one in subject.options if one.option not in without]
    weights = [NEAR if one in near else ALIKE if one in elsewhere else FAR for one in options]
    return chance.choices(options, weights)[0] if options else None
