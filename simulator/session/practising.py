"""Self-paced practice as a face is given it: what is due, a case made for it, and what the record shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.session.record_view import RecordView
    from simulator.session.runner import Runner
    from simulator.session.today_view import TodayView

Stage = Literal["before", "after", "delayed"]
STAGES: Final[Mapping[Stage, str]] = {
    "before": "before practice",
    "after": "after practice",
    "delayed": "some time later",
}
"""When a test is taken, in words."""
MINUTES = 30
"""What a learner has who does not say how long."""


class Practising(Protocol):
    """Every method raises StoreFault, and those that begin a case InputFault and UsageFault as well."""

    def today(self, minutes: int = MINUTES) -> TodayView:
        """What to practise today, and why."""

    def begin_due(self, minutes: int = MINUTES) -> Runner:
        """The next case for what is due, made and begun; UsageFault where nothing is due."""

    def begin_rule(self, rule: str) -> Runner:
        """A new case for one rule, whether it is due or not."""

    def begin_drill(self) -> Runner:
        """The next case of a drill: one that differs from an earlier one in facts of one subject, or a first one."""

    def begin_test(self, stage: Stage) -> Runner:
        """The next case of a test, as assessment."""

    def record(self) -> RecordView:
        """All that the record shows."""

    def leave_out(self, session: str, reason: str) -> None:
        """Correct the record: a finished case counts in no figure, for a reason. Raises UsageFault for no reason."""

    def count_again(self, session: str, reason: str) -> None:
        """Correct the record: a case that was left out counts again, for a reason."""

    def rebuild(self) -> None:
        """Work out every figure anew from all events."""
