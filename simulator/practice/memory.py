"""What a learner remembers, rule by rule: a fold over finished cases."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from simulator.practice.elo import Rating
from simulator.practice.elo import played as game
from simulator.practice.known import known_after
from simulator.practice.memory_data import memory_data, memory_parts
from simulator.practice.moments import never_back, set_right
from simulator.practice.reviews import reviews_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from simulator.practice.known import Known, Mastery
    from simulator.practice.played import Played


@dataclass(frozen=True, slots=True)
class Memory:
    """Rules by id, once they were reviewed, the learner's skill, and the latest moment known, in UTC.

    `practised` is the rule for which the last case was made, empty where it was made for none.
    """

    known: Mapping[str, Known] = field(default_factory=dict)
    skill: Rating = field(default_factory=Rating)
    latest: datetime | None = None
    practised: str = ""

    def after(self, played: Played) -> Memory:
        """What is remembered after one more case.

        No time passes in it where its clock was set back a little, or said what cannot be; where it was set back by
        more than a day, it was ahead before (`set_right`), and nothing was reviewed after this case.
        """
        back = set_right(played.at, self.latest)
        return self._after(played) if back is None else self._by(back)._after(played)

    def _by(self, at: datetime) -> Memory:
        known = {rule: _known_by(one, at) for rule, one in self.known.items()}
        return replace(self, known=known, latest=at)

    def _after(self, played: Played) -> Memory:
        at = never_back(played.at, self.latest)
        known, skill = dict(self.known), self.skill
        for rule, review in reviews_of(played.decisions or ()).items():
            before = known.get(rule)
            difficulty = before.difficulty if before is not None else Rating()
            for right in review.outcomes:
                skill, difficulty = game(skill, difficulty, right=right)
            known[rule] = known_after(before, review, difficulty, at)
        latest = self.latest if played.at is None else at
        return Memory(known, skill, latest, _practised(played.purpose))

    def after_all(self, played: Iterable[Played]) -> Memory:
        """What is remembered after some more cases, in their order."""
        memory = self
        for one in played:
            memory = memory.after(one)
        return memory

    def now(self, now: datetime) -> datetime:
        """The moment that counts where a clock says `now`."""
        return never_back(now, self.latest)

    def retention(self, rule: str, now: datetime) -> float | None:
        """How likely a rule is known, from 0 to 1; None before its first review."""
        known = self.known.get(rule)
        return None if known is None else known.retention(self.now(now))

    def mastery(self, rule: str) -> Mastery:
        """How far a rule has been learnt."""
        known = self.known.get(rule)
        return "new" if known is None else known.mastery

    def difficulty(self, rule: str) -> float | None:
        """The difficulty of a rule by Elo, in points; None before the first decision."""
        known = self.known.get(rule)
        return None if known is None else known.difficulty.points

    def as_data(self) -> dict[str, Any]:
        """As plain JSON data, from which `from_data` makes the same again."""
        return memory_data(self)

    @classmethod
    def from_data(cls, data: object) -> Memory:
        """From what `as_data` gave; raises ValueError for anything else."""
        return cls(**memory_parts(data))


def _known_by(known: Known, at: datetime) -> Known:
    """What was reviewed after `at` was reviewed then, and comes due as many days later as before."""
    card, error = known.card, known.error
    if card.reviewed > at:
        card = replace(card, reviewed=at, due=at + (card.due - card.reviewed))
    if error is not None and error.at > at:
        error = replace(error, at=at)
    return replace(known, card=card, error=error)


def _practised(purpose: Mapping[str, Any]) -> str:
    """The rule for which a case was made; a test is made for all of its rules."""
    rules = purpose.get("rules") if purpose.get("sort") != "test" else None
    first = rules[0] if isinstance(rules, list) and rules else ""
    return first if isinstance(first, str) else ""
