"""Practice that is written down in full: what is due, the record, and what was asked of it. For tests of screens."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from simulator.errors.faults import UsageFault
from simulator.session.record_view import (
    CalibrationRowView,
    CaseRowView,
    ChangeView,
    CitedView,
    ConfidentErrorView,
    ConfusionView,
    IndependenceView,
    LevelView,
    MistakeKindView,
    ParagraphRowView,
    RecordView,
    RuleRowView,
    TestView,
)
from simulator.session.runner import Runner
from simulator.session.today_view import DrillOfferView, DueView, PlannedView, TestOfferView, TodayView
from simulator.store.faults import StoreFault
from tests.tui.lost_property import CASE

if TYPE_CHECKING:
    from simulator.session.commands import Mode
    from simulator.session.practising import Stage
    from simulator.store.store import Store
    from tests.tui.written import WrittenGuide

SAFE, SHELF = "Where it is kept: in the safe", "Where it is kept: on a shelf"
WHY_SAFE = "You were sure of this the last time, and it was wrong."
DUE = (
    DueView("keep.found", SAFE, "confident_error", WHY_SAFE, 0.41),
    DueView("keep.lost", SHELF, "error", "It was wrong the last time.", 0.62),
    DueView("log.found", "Whether it is logged: yes", "fading", "You are about to forget it.", 0.88),
    DueView("end.sold", "How it ends: it is sold", "new", "You have not met it yet.", None),
)
PLAN = (
    PlannedView("keep.found", SAFE, WHY_SAFE, 12.4, False),
    PlannedView("keep.lost", SHELF, "It was wrong the last time.", 9.0, True),
)
TEST = TestOfferView(
    "before", 3, 1, None, "A test before you practise shows later how far you have come.",
    "2 cases of about 14 minutes each are still to come.", begun=True,
)  # fmt: skip
A_DRILL = DrillOfferView("Its second case comes next: about 14 minutes.", begun=True)
TODAY = TodayView(
    "4 rules are due; the first is one of which you were sure, and got wrong.",
    DUE, PLAN, 30, 0.83, 0.9, None, TEST, A_DRILL, 40,
)  # fmt: skip
NOTHING_DUE = TodayView("Nothing is due today.", (), (), 30, 0.95, 0.9, "2026-01-09", reviews=40)
LEVELS = (LevelView(1, 2, 1, 0.0), LevelView(2, 0, 0, 0.67), LevelView(3, 8, 2, 0.8))
RECORD = RecordView(
    standing="Made up; for tests only.",
    learner="heron-4821",
    day="2026-01-05",
    cases=7,
    decisions=41,
    right=32,
    skill=84.0,
    retention=0.83,
    rules=(
        RuleRowView("keep.found", SAFE, ("LP1",), 4, 2, "learning", 0.41, "2026-01-05", 120.0),
        RuleRowView("keep.lost", SHELF, ("LP1", "LP2"), 6, 6, "mastered", 0.97, "2026-02-11", -140.0),
        RuleRowView("end.sold", "How it ends: it is sold", ("LP2",), 0, 0, "new", None, None, None),
    ),
    paragraphs=(
        ParagraphRowView("LP1", "Of things found", 20, 6, "learning", 0.69, 10),
        ParagraphRowView("LP2", "Of things lost", 12, 3, "new", None),
    ),
    confusions=(
        ConfusionView(
            "keep",
            "Where it is kept",
            ("In the safe", "On a shelf"),
            ("In the safe", "On a shelf", "In a bin"),
            ((9, 4, 1), (0, 12, 0)),
        ),
    ),
    mistakes=(MistakeKindView("too-far", "Locked up what should stand on a shelf", ("LP1",), 3, 4, 2),),
    independence=IndependenceView(
        3, 18, 4, 0.78, ("LP1",), ("The ring grew heavier, and your answer about the book moved.",)
    ),
    calibration=(
        CalibrationRowView("all", "all", "All decisions", LEVELS, 0.12),
        CalibrationRowView("option", "safe", "In the safe", LEVELS, -0.2),
        CalibrationRowView("paragraph", "LP1", "LP1", LEVELS, None),
    ),
    confident_errors=(ConfidentErrorView("keep.found", SAFE, 2, "2026-01-04"),),
    cited=CitedView(18, 13, 23, (("LP2", 4),)),
    tests=(
        TestView("before", "2026-01-02", 3, 16, 0.56, 0.33, 0.77, 12.0),
        TestView("after", "2026-01-04", 3, 15, 0.8, 0.55, 0.93, 20.0),
    ),
    changes=(ChangeView("before", "after", 0.24, -0.06, 0.49, "The mark rose; chance alone could do it."),),
    last_cases=(
        CaseRowView("s7", "Three things on a bench", "2026-01-04", 6, 5, "for what was due", ""),
        CaseRowView("s6", "A wet umbrella", "2026-01-03", 5, 1, "chosen by you", "A colleague played it."),
    ),
    unread=1,
)
EMPTY = RecordView(standing="Made up; for tests only.", learner="heron-4821", day="2026-01-05")
FAULT = "The disk is full, so nothing more can be saved in x.sqlite; make room and try again."


@dataclass
class WrittenPractice:
    """Says what is in `due` and `shown`; every case that it makes is the same one. `asked` is what was wanted of it."""

    guide: WrittenGuide
    store: Store
    due: TodayView = TODAY
    shown: RecordView = RECORD
    asked: list[tuple[object, ...]] = field(default_factory=list)
    failing: bool = False

    def _asked(self, *what: object) -> None:
        self.asked.append(what)
        if self.failing:
            raise StoreFault(FAULT)

    def today(self, minutes: int = 30) -> TodayView:
        self._asked("today", minutes)
        return replace(self.due, minutes=minutes)

    def _begin(self, mode: Mode = "practice") -> Runner:
        return Runner.begin(self.guide, self.store, CASE, lambda: "2026-01-05T09:00:00.000+00:00", mode)

    def begin_due(self, minutes: int = 30) -> Runner:
        self._asked("due", minutes)
        if not self.due.due:
            raise UsageFault("Nothing is due.")
        return self._begin()

    def begin_rule(self, rule: str) -> Runner:
        self._asked("rule", rule)
        return self._begin()

    def begin_drill(self) -> Runner:
        self._asked("drill")
        return self._begin()

    def begin_test(self, stage: Stage) -> Runner:
        self._asked("test", stage)
        return self._begin("assessment")

    def record(self) -> RecordView:
        self._asked("record")
        return self.shown

    def _correct(self, session: str, reason: str) -> None:
        cases = tuple(
            replace(each, left_out=reason) if each.session == session else each
            for each in self.shown.last_cases
        )
        self.shown = replace(self.shown, last_cases=cases)

    def leave_out(self, session: str, reason: str) -> None:
        self._asked("leave out", session, reason)
        self._correct(session, reason)

    def count_again(self, session: str, reason: str) -> None:
        self._asked("count again", session, reason)
        self._correct(session, "")

    def rebuild(self) -> None:
        self._asked("rebuild")
