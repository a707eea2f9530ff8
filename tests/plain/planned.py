"""Practice that is planned, for tests: what it was asked to do, and cases begun at the library."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from simulator.errors.faults import UsageFault
from tests.report.of_learner.records import RECORD, TODAY

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.session.commands import Mode
    from simulator.session.practising import Stage
    from simulator.session.record_view import RecordView
    from simulator.session.runner import Runner
    from simulator.session.today_view import TodayView

T = TypeVar("T")
BEGINS = {"begin_due", "begin_rule", "begin_drill", "begin_test"}


@dataclass
class Planned:
    """A `Practising` over views written by hand; `begin` begins a case, in a mode."""

    begin: Callable[[Mode], Runner]
    plan: TodayView = TODAY
    shows: RecordView = RECORD
    asked: list[tuple[object, ...]] = field(default_factory=list)
    """Every method that was called, with what it was given."""
    fails: dict[str, Exception] = field(default_factory=dict)
    """What methods raise."""

    def today(self, minutes: int = 30) -> TodayView:
        return self._did(self.plan, "today", minutes)

    def begin_due(self, minutes: int = 30) -> Runner:
        if not self.plan.due:
            raise UsageFault("Nothing is due now.")
        self._did(None, "begin_due", minutes)
        return self.begin("practice")

    def begin_rule(self, rule: str) -> Runner:
        self._did(None, "begin_rule", rule)
        return self.begin("practice")

    def begin_drill(self) -> Runner:
        self._did(None, "begin_drill")
        return self.begin("practice")

    def begin_test(self, stage: Stage) -> Runner:
        self._did(None, "begin_test", stage)
        return self.begin("assessment")

    def record(self) -> RecordView:
        return self._did(self.shows, "record")

    def leave_out(self, session: str, reason: str) -> None:
        self._did(None, "leave_out", session, reason)

    def count_again(self, session: str, reason: str) -> None:
        self._did(None, "count_again", session, reason)

    def rebuild(self) -> None:
        self._did(None, "rebuild")

    @property
    def begun(self) -> list[tuple[object, ...]]:
        """What it was asked to begin."""
        return [one for one in self.asked if one[0] in BEGINS]

    def _did(self, given: T, *asked: object) -> T:
        self.asked.append(asked)
        if asked[0] in self.fails:
            raise self.fails[str(asked[0])]
        return given
