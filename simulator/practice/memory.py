"""What a learner remembers, rule by rule: a fold over finished cases."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from simulator.practice.elo import Rating
from simulator.practice.elo import played as game
from simulator.practice.falls import MOST, Fall, leapt_over, pulled, undone
from simulator.practice.known import known_after
from simulator.practice.memory_data import memory_data, memory_parts
from simulator.practice.moments import never_back, set_right, within
from simulator.practice.reviews import reviews_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from simulator.practice.known import Known, Mastery
    from simulator.practice.played import Played


@dataclass(frozen=True, slots=True)
class Memory:
    """Rules by id, once they were reviewed, the learner's skill, and the latest moment known, in UTC.

    `practised` is the rule for which the last case was made, empty where it was made for none; `falls` are those of
    the clock that may still be undone, the oldest first.
    """

    known: Mapping[str, Known] = field(default_factory=dict)
    skill: Rating = field(default_factory=Rating)
    latest: datetime | None = None
    practised: str = ""
    falls: tuple[Fall, ...] = ()

    def after(self, played: Played) -> Memory:
        """What is remembered after one more case.

        No time passes in it where its clock was set back a little, or said what cannot be; where it was set back by
        more than a day, it is `righted` first.
        """
        return self.righted(played.at)._after(played)

    def righted(self, now: datetime | None) -> Memory:
        """The same, as it looks when a clock says `now`.

        Where that is more than a day before the latest moment known, the clock was ahead before, and nothing was
        reviewed after `now`. Where it leaps back to where it had been, it was behind in between.
        """
        back = set_right(now, self.latest)
        if back is not None and self.latest is not None:
            falls = (*self.falls, Fall(self.latest, back, self.known))[-MOST:]
            return replace(self, known=pulled(self.known, back), latest=back, falls=falls)
        return self._risen(now)

    def _risen(self, now: datetime | None) -> Memory:
        if now is None or self.latest is None or not self.falls:
            return self
        memory, leapt = self, leapt_over(self.falls, now, self.latest)
        for fall in reversed(self.falls[len(self.falls) - leapt :]):
            known = undone(fall, memory.known)
            memory = replace(memory, known=known, latest=fall.latest, falls=memory.falls[:-1])
        left = tuple(one for one in memory.falls if not one.is_over(within(now)))
        return replace(memory, falls=left) if left != memory.falls else memory

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
        return Memory(known, skill, latest, _practised(played.purpose), self.falls)

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


def _practised(purpose: Mapping[str, Any]) -> str:
    """The rule for which a case was made; a test is made for all of its rules."""
    rules = purpose.get("rules") if purpose.get("sort") != "test" else None
    first = rules[0] if isinstance(rules, list) and rules else ""
    return first if isinstance(first, str) else ""
