"""What of earlier cases decides how practice goes on: the learner's pace, drills that wait, and tests."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from msgspec.structs import replace

from simulator.practice.folded import Count, Folded
from simulator.practice.leaving_out import words_to_read
from simulator.practice.minutes import Pace
from simulator.practice.moments import set_right, within
from simulator.practice.reviews import reviews_of
from simulator.practice.why_played import place_in_drill, place_in_test
from simulator.session.practising import Stage  # noqa: TC001, msgspec reads it

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.practice.played import Played

VERSION: Final = 4
FIRST_PACE: Final = Pace(reading=3.0, decision=0.25, decisions=45.0)
"""A quarter of an hour for a whole case, until the learner's own pace is known."""
READ_IN_A_MINUTE: Final = 200.0
"""Words."""
SLOWEST, FASTEST = 3.0, 0.05
"""Minutes for a decision between which a case tells of a pace: in others the learner was away, or only clicked."""
WEIGHT: Final = 0.25
"""Of the last case, beside all before it."""
WAITING: Final = 2
"""Drills that wait for their second case; the oldest is let go of."""
LONGEST: Final = 20
"""Characters that are kept of a level."""
TESTED: Final = 18
"""Cases of tests that are known, the last ones."""


class OpenDrill(Folded, frozen=True):
    """A drill whose first case is finished; of that case the id, and what it was made from."""

    drill: str
    first: str
    pack: str
    sha256: str
    seed: Count
    rule: str


class Tested(Folded, frozen=True):
    """A finished case of a test: what it asked, how many decisions that took, and the rules that it exercises.

    `at` is when it ended, in ISO 8601; empty where no clock said so. `level` says how hard it is, as the one who made
    it found; empty where that is not known.
    """

    test: str
    stage: Stage
    number: Count
    of: Count
    at: str
    blueprint: str
    decisions: Count
    rules: tuple[str, ...]
    level: str


class Course(Folded, frozen=True):
    """All of it. `reviews` counts rules reviewed since the last test; `last` is the id of the last finished case."""

    reading: float
    decision: float
    decisions: float
    reviews: Count
    last: str
    drills: tuple[OpenDrill, ...]
    tests: tuple[Tested, ...]

    @property
    def pace(self) -> Pace:
        """How long the learner takes."""
        return Pace(self.reading, self.decision, self.decisions)

    def after(self, played: Played, begun: Mapping[str, Any]) -> Course:
        """With one more case, whose first event is `begun`, as it is kept."""
        case = _case_of(begun)
        reading, decision, decisions = self._paced(played, begun, case)
        test = place_in_test(played.purpose)
        tested = _tested(played, case)
        return Course(
            reading,
            decision,
            decisions,
            0 if test is not None else self.reviews + len(reviews_of(played.decisions or ())),
            played.case,
            self._waiting(played, case),
            self._tests(tested, played.at),
        )

    def _tests(self, tested: Tested | None, at: datetime | None) -> tuple[Tested, ...]:
        """With one more case of a test; one whose place was filled before, for it was begun twice, is passed over."""
        tests = tuple(_ended_by(one, at) for one in self.tests)
        filled = {(one.stage, one.number) for one in tests}
        if tested is None or (tested.stage, tested.number) in filled:
            return tests
        return (*tests, tested)[-TESTED:]

    def _paced(
        self, played: Played, begun: Mapping[str, Any], case: Mapping[str, Any]
    ) -> tuple[float, float, float]:
        asked = len(played.decisions or ())
        took = _minutes_between(begun, played.at)
        if not asked or took is None:
            return self.reading, self.decision, self.decisions
        reading = min(_words(case) / READ_IN_A_MINUTE, took / 2)
        each = (took - reading) / asked
        decision = _moved(self.decision, each) if FASTEST <= each <= SLOWEST else self.decision
        whole = self.decisions if played.purpose.get("shortened") else _moved(self.decisions, asked)
        return _moved(self.reading, reading), decision, whole

    def _waiting(self, played: Played, case: Mapping[str, Any]) -> tuple[OpenDrill, ...]:
        of = place_in_drill(played.purpose)
        if of is None:
            return self.drills
        others = tuple(one for one in self.drills if one.drill != of.drill)
        opened = _opened(of.drill, case) if of.number == 1 else None
        return (*others, opened)[-WAITING:] if opened is not None else others


NO_COURSE: Final = Course(FIRST_PACE.reading, FIRST_PACE.decision, FIRST_PACE.decisions, 0, "", (), ())
"""Before the first case."""


def blueprint_of(case: Mapping[str, Any]) -> str:
    """What a case asks in which phase: the same text of cases that ask the same."""
    return "; ".join(f"{phase['phase']}: {' '.join(phase['questions'])}" for phase in case["phases"])


def _case_of(begun: Mapping[str, Any]) -> Mapping[str, Any]:
    data = begun.get("data")
    case = data.get("case") if isinstance(data, dict) else None
    return case if isinstance(case, dict) else {}


def _words(case: Mapping[str, Any]) -> int:
    try:
        return words_to_read(case)
    except (KeyError, TypeError):
        return 0


def _minutes_between(begun: Mapping[str, Any], ended: datetime | None) -> float | None:
    try:
        began = datetime.fromisoformat(str(begun.get("at")))
        took = (ended - began).total_seconds() / 60 if ended is not None else 0.0
    except (ValueError, TypeError, OverflowError):
        return None
    return took if took > 0 else None


def _moved(mean: float, to: float) -> float:
    return mean + WEIGHT * (to - mean)


def _opened(drill: str, case: Mapping[str, Any]) -> OpenDrill | None:
    """What is known of the first case of a drill; None where it is damaged."""
    try:
        focus = case.get("asked", {}).get("focus", [])
        made = {"pack": case["pack"]["name"], "sha256": case["pack"].get("sha256", ""), "seed": case["seed"]}
        data = {"drill": drill, "first": case["id"], **made, "rule": focus[0] if focus else ""}
        return OpenDrill.from_data(data)
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def _ended_by(one: Tested, at: datetime | None) -> Tested:
    """A case that, by a clock that was ahead, ended after the one at `at` ended then."""
    back = set_right(at, within(datetime.fromisoformat(one.at)) if one.at else None)
    return one if back is None else replace(one, at=back.isoformat())


def _tested(played: Played, case: Mapping[str, Any]) -> Tested | None:
    of = place_in_test(played.purpose)
    if of is None or played.decisions is None:
        return None
    at = played.at.isoformat() if played.at is not None else ""
    try:
        rules = tuple(case["exercises"]["rules"])
        asked = len(played.decisions)
        level = str(played.purpose.get("level", ""))[:LONGEST]
        return Tested(of.test, of.stage, of.number, of.of, at, blueprint_of(case), asked, rules, level)
    except (KeyError, TypeError):
        return None
