"""Every decision that was due, with what was chosen and its mark."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from simulator.scoring.follows import lasting, own_reading
from simulator.scoring.marks import mark_of, wrong_options
from simulator.scoring.parts import decisions_at, expected_of, verdicts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from simulator.rules.decisions import Decision
    from simulator.rules.engine import Engine
    from simulator.rules.facts import Facts
    from simulator.scoring.choice import Choice
    from simulator.scoring.follows import OwnReading
    from simulator.scoring.parts import Key, Parts


@dataclass(frozen=True, slots=True)
class Marked:
    """One decision that was due; `choice` is None where it is missing.

    `mark` is from 0 to 1, and 0 where the decision is silent, for then it counts nowhere. `follows_from` is
    the misjudged decision, as question and subject, from which a wrong choice follows; it counts as right.
    """

    phase: str | None
    decision: Decision
    choice: Choice | None
    mark: float
    follows_from: Key | None = None

    @property
    def chosen(self) -> tuple[str, ...]:
        """The options chosen, in the order of the question."""
        if self.choice is None:
            return ()
        return tuple(option for option in self.decision.options if option in self.choice.chosen)

    @property
    def wrong(self) -> tuple[str, ...]:
        """The options that were mistakes to choose."""
        excused = self.choice is not None and self.choice.excuses
        return wrong_options(verdicts_of(self.decision), self.chosen, excused=excused)

    @property
    def missed(self) -> tuple[str, ...]:
        """Of an answered question of several, the expected options that were not chosen."""
        if self.choice is None or not self.decision.several:
            return ()
        return tuple(option for option in expected_of(self.decision) if option not in self.chosen)


def mark_choices(engine: Engine, parts: Parts, choices: Sequence[Choice]) -> tuple[Marked, ...]:
    """Every decision due, marked, in the order in which they are asked.

    With facts alone the questions due are those answered; with a case, all those of the phases that
    `choices` name. The choices are as `read_choices` leaves them; raises ValueError for one not asked.
    """
    given = {(choice.phase, choice.question, choice.subject): choice for choice in choices}
    marked = tuple(_mark_parts(engine, parts, choices))
    unasked = given.keys() - {(m.phase, m.decision.question, m.decision.subject) for m in marked}
    if unasked:
        raise ValueError(f"not asked here: {sorted(unasked, key=str)}")
    return marked


def _mark_parts(engine: Engine, parts: Parts, choices: Sequence[Choice]) -> Iterator[Marked]:
    standing: dict[Key, Sequence[str]] = {}
    before: Facts | None = None
    for phase, facts in parts:
        given = {(c.question, c.subject): c for c in choices if c.phase == phase}
        judged = {key: choice.chosen for key, choice in given.items() if key[0] in engine.judging}
        earlier = lasting(engine, standing, before, facts) if standing and before is not None else {}
        standing, before = {**earlier, **judged}, facts
        yield from _mark_part(engine, phase, facts, given, own_reading(engine, facts, standing))


def _mark_part(
    engine: Engine, phase: str | None, facts: Facts, given: Mapping[Key, Choice], own: OwnReading
) -> Iterator[Marked]:
    answered = {question for question, _ in given}
    for key, decision in decisions_at(engine, facts, phase).items():
        due = bool(answered) if phase is not None else decision.question in answered
        if due:
            judging = decision.question in engine.judging
            yield _mark(phase, decision, given.get(key), None if judging else own)


def _mark(phase: str | None, decision: Decision, choice: Choice | None, own: OwnReading | None) -> Marked:
    if choice is None or decision.silent:
        return Marked(phase, decision, choice, 0.0)
    mark = mark_of(verdicts_of(decision), choice.chosen, several=decision.several, excused=choice.excuses)
    cause = None
    if mark < 1 and own is not None:
        cause = own.explanation((decision.question, decision.subject), choice.chosen)
    return Marked(phase, decision, choice, mark if cause is None else 1.0, cause)


def scoring_of(marked: Sequence[Marked], case: str) -> dict[str, Any]:
    """The `scoring/1` object that scorers are given: plain JSON data."""
    return {"format": "scoring/1", "case": case, "decisions": [_as_scored(one) for one in marked]}


def _as_scored(one: Marked) -> dict[str, Any]:
    return {
        "phase": one.phase,
        "question": one.decision.question,
        "subject": one.decision.subject,
        "several": one.decision.several,
        "silent": one.decision.silent,
        "chosen": None if one.choice is None else list(one.chosen),
        "verdicts": verdicts_of(one.decision),
        "mark": one.mark,
        "follows_from": cause_of(one),
    }


def cause_of(one: Marked) -> dict[str, str] | None:
    """The decision from which this one follows, as JSON data."""
    if one.follows_from is None:
        return None
    question, subject = one.follows_from
    return {"question": question, "subject": subject}
