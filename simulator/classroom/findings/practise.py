"""What a learner should practise next."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.classroom.class_view import PractiseView
from simulator.classroom.findings.polled import cast_by
from simulator.errors.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from simulator.classroom.findings.polled import Cast, Decision
    from simulator.classroom.guide import ClassGuide
    from simulator.classroom.state import Course

MOST = 3
"""Paragraphs that are offered at once."""
MOST_NAMED = 2
"""Options that are named in a sentence."""
SURE = {2: "above 67% sure, ", 3: "above 80% sure, "}
"""How sure of a mistake somebody was, where it is worth saying."""
WRONG = ("departure", "contrary")


@dataclass(frozen=True, slots=True)
class Mistake:
    """A decision that a seat got wrong."""

    decision: Decision
    cast: Cast

    @property
    def sureness(self) -> int:
        """How sure the seat was of it; 0 where it did not say."""
        return self.cast.given.sureness or 0

    def rests_on(self, paragraph: str) -> bool:
        """Whether a paragraph stands behind what the guidance calls for."""
        return paragraph in self.decision.paragraphs


def practise(guide: ClassGuide, course: Course, seat: str) -> tuple[PractiseView, ...]:
    """Paragraphs behind the mistakes in the last votes of a seat, those of which it was surest first.

    There are `MOST` at most, and each stands behind a mistake that those before it do not explain.
    """
    mistakes = [Mistake(*one) for one in cast_by(guide, course, seat) if one[1].mark == "mistake"]
    found: list[PractiseView] = []
    while mistakes and len(found) < MOST:
        paragraph = _most_telling(guide, mistakes)
        if paragraph is None:
            break
        found.append(_told(guide, paragraph, [one for one in mistakes if one.rests_on(paragraph)]))
        mistakes = [one for one in mistakes if not one.rests_on(paragraph)]
    return tuple(found)


def _most_telling(guide: ClassGuide, mistakes: Sequence[Mistake]) -> str | None:
    """The paragraph behind the mistake that the seat was surest of; of several the one behind most mistakes."""
    places = {paragraph: place for place, paragraph in enumerate(guide.paragraphs)}
    surest: dict[str, int] = {}
    often: Counter[str] = Counter()
    for one in mistakes:
        for paragraph in one.decision.paragraphs:
            surest[paragraph] = max(surest.get(paragraph, 0), one.sureness)
            often[paragraph] += 1
    return min(
        surest, key=lambda key: (-surest[key], -often[key], places.get(key, len(places))), default=None
    )


def _told(guide: ClassGuide, paragraph: str, mistakes: Sequence[Mistake]) -> PractiseView:
    whole = guide.paragraphs.get(paragraph)
    surest = max(mistakes, key=lambda one: one.sureness)
    more = len(mistakes) - 1
    also = f"; {more} more mistake{'s rest' if more > 1 else ' rests'} on it" if more else ""
    return PractiseView(
        paragraph=clean(paragraph),
        section=whole.section if whole is not None else "",
        why=f"{_why(guide, surest)}{also}.",
    )


def _why(guide: ClassGuide, mistake: Mistake) -> str:
    decision, given = mistake.decision, mistake.cast.given
    rulings = decision.key.options
    about = f"{clean(guide.asked(decision.at[1]).title)} ({decision.key.label})"
    chosen = [one.label for one in rulings if one.option in given.chosen and one.verdict in WRONG]
    called_for = [
        one.label
        for one in rulings
        if one.verdict == "expected" and not (decision.several and one.option in given.chosen)
    ]
    sure = SURE.get(mistake.sureness, "")
    if not chosen:
        return f"{about}: {sure}you left out {listed(called_for)}, which the guidance calls for"
    instead = f"; the guidance calls for {listed(called_for)}" if called_for else ""
    return f"{about}: {sure}you chose {listed(chosen)}{instead}"


def listed(labels: Iterable[str]) -> str:
    """Labels in a sentence: `MOST_NAMED` of them, and how many more there are."""
    every = [f"“{label}”" for label in labels]
    shown, more = every[:MOST_NAMED], len(every) - MOST_NAMED
    return " and ".join(shown) if more <= 0 else f"{', '.join(shown)} and {more} more"
