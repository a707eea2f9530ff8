"""What a case that is made for somebody is for, and how long it is, before it begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.tui.telling.minutes import about
from simulator.tui.telling.stages import test_called

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.session.today_view import TodayView
    from simulator.tui.wanting import CaseWanted

AFTER_EACH = "What was right, and why, is told after each part of the case."
AT_THE_END = "As in a test, what was right is told at the end of the case."
DUE = "A case for what is due, one that you have not met."
RULE = "A case for this rule, one that you have not met."
DRILL = (
    "A drill is two cases that differ in the facts about one of those concerned: does your answer about the others "
    "stay as it was?"
)
TITLES = {"due": "The next case that is due", "rule": "A new case", "drill": "A drill", "test": "A test"}


def about_case(wanted: CaseWanted, today: TodayView | None) -> tuple[str, str]:
    """A title, and what there is to say; `today` is None where what is due is not known."""
    title = test_called(wanted.stage) if wanted.stage is not None else TITLES[wanted.sort]
    return title, " ".join(_told(wanted, today))


def _told(wanted: CaseWanted, today: TodayView | None) -> Iterator[str]:
    match wanted.sort:
        case "due":
            yield DUE
            if today is not None and today.plan:
                yield f"It takes you {about(today.plan[0].minutes)}."
        case "rule":
            yield RULE
        case "drill":
            yield DRILL
            if today is not None and today.drill is not None:
                yield today.drill.said
        case "test":
            if today is not None and today.test is not None:
                yield f"Case {today.test.done + 1} of {today.test.cases}. {today.test.said}"
    yield AT_THE_END if wanted.sort == "test" else AFTER_EACH
