"""Drills: two cases that differ in facts of one subject; whether answers about others moved that should not have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from simulator.errors.text import clean
from simulator.model.world import CASE
from simulator.practice.folded import Count, Folded
from simulator.practice.why_played import place_in_drill
from simulator.session.record_view import IndependenceView

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from simulator.session.guide import Judged

OPEN: Final = 6
"""Drills of which the first case waits for its second; the oldest is let go of.

More than are offered (`course.WAITING`): a second case that was begun in time may be finished late.
"""
EXAMPLES: Final = 5
"""Answers that moved which are kept, the last ones."""
At: TypeAlias = tuple[str, str, str]


class Answered(Folded, frozen=True):
    """A decision of the first case of a drill."""

    phase: str
    question: str
    subject: str
    chosen: tuple[str, ...]
    called_for: tuple[str, ...]
    also_open: tuple[str, ...]

    @property
    def at(self) -> At:
        """Where it stands in its case."""
        return (self.phase, self.question, self.subject)


class Moved(Folded, frozen=True):
    """An answer that moved though what it is about did not; `day` is in ISO 8601, empty where none is known."""

    day: str
    question: str
    subject: str
    changed: str
    chosen: tuple[str, ...]
    then: tuple[str, ...]


class Waiting(Folded, frozen=True):
    """The first case of a drill, whose second is still to come."""

    drill: str
    answered: tuple[Answered, ...]


class Independence(Folded, frozen=True):
    """Drills of which both cases were finished, the answers compared in them, and those that moved."""

    drills: Count
    compared: Count
    moved: Count
    examples: tuple[Moved, ...]
    waiting: tuple[Waiting, ...]
    """The oldest first."""

    def __post_init__(self) -> None:
        """Raise ValueError where more moved than were compared."""
        if self.moved > self.compared:
            raise ValueError(f"of {self.compared} answers {self.moved} cannot have moved")

    def after(self, decisions: Sequence[Judged], purpose: Mapping[str, object], day: str) -> Independence:
        """With one more case; one that could not be judged has no decisions."""
        drill = place_in_drill(purpose)
        if drill is None:
            return self
        before = next((one.answered for one in self.waiting if one.drill == drill.drill), ())
        waiting = tuple(one for one in self.waiting if one.drill != drill.drill)
        answered = tuple(_answered(one) for one in decisions)
        if drill.number == 1 and answered:
            waiting = (*waiting, Waiting(drill.drill, answered))[-OPEN:]
        waits = Independence(self.drills, self.compared, self.moved, self.examples, waiting)
        if drill.number == 1 or not (before and answered and drill.changed):
            return waits
        return waits._compared(before, answered, drill.changed, day)

    def _compared(
        self, before: Sequence[Answered], answered: Sequence[Answered], changed: str, day: str
    ) -> Independence:
        pairs = list(_pairs(before, answered, changed))
        moved = [
            Moved(day, now.question, now.subject, changed, was.chosen, now.chosen)
            for was, now in pairs
            if set(was.chosen) != set(now.chosen)
        ]
        return Independence(
            self.drills + 1,
            self.compared + len(pairs),
            self.moved + len(moved),
            (*self.examples, *moved)[-EXAMPLES:],
            self.waiting,
        )


def _answered(one: Judged) -> Answered:
    return Answered(one.phase, one.question, one.subject, one.chosen, one.called_for, one.also_open)


def _pairs(
    before: Iterable[Answered], after: Iterable[Answered], changed: str
) -> Iterator[tuple[Answered, Answered]]:
    """The decisions about others that stand in both cases, and for which the same is called for and open.

    Where the guidance gives no answer, it gives none both times: an answer that moves there moves with another's facts.
    """
    first = {one.at: one for one in before}
    others = _alike(changed, [*first, *(one.at for one in after)])
    for now in after:
        was = first.get(now.at)
        if was is not None and now.subject in others and _key(was) == _key(now):
            yield was, now


def _alike(changed: str, places: Sequence[At]) -> frozenset[str]:
    """The others of the same sort as `changed`: those about whom some question is asked that is asked about it too."""
    questions = {question for _, question, subject in places if subject == changed}
    return frozenset(subject for _, question, subject in places if question in questions) - {changed, CASE}


def _key(one: Answered) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(one.called_for), frozenset(one.also_open)


def independence_view(
    independence: Independence,
    paragraphs: Iterable[str],
    titles: Mapping[str, str],
    options: Mapping[str, Mapping[str, str]],
) -> IndependenceView:
    """The index, and a sentence for each answer that moved last; `options` are labels by question."""
    compared, moved = independence.compared, independence.moved
    return IndependenceView(
        drills=independence.drills,
        compared=compared,
        moved=moved,
        index=1 - moved / compared if compared else None,
        paragraphs=tuple(map(clean, paragraphs)),
        examples=tuple(
            _told(one, titles.get(one.question, one.question), options.get(one.question, {}))
            for one in reversed(independence.examples)
        ),
    )


def _told(one: Moved, title: str, options: Mapping[str, str]) -> str:
    was, now = (_labels(chosen, options) for chosen in (one.chosen, one.then))
    when = f"On {one.day} only" if one.day else "Only"
    moved = f"the answer to “{title}” about {one.subject} moved from {was} to {now}"
    return clean(f"{when} facts of {one.changed} were changed; {moved}.")


def _labels(chosen: Iterable[str], options: Mapping[str, str]) -> str:
    return ", ".join(f"“{options.get(option, option)}”" for option in chosen) or "none"
