"""What is due, what is planned for the minutes that there are, and the test and the drill beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.tui.safety import shown
from simulator.tui.telling.bars import LONGEST, bar, percent
from simulator.tui.telling.due import nothing_due
from simulator.tui.telling.minutes import about, counted
from simulator.tui.telling.pieces import MUTED, line, lines, page
from simulator.tui.telling.sheet import Column, Row, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.content import Content

    from simulator.session.case_packs import CasePack
    from simulator.session.practising import Stage
    from simulator.session.today_view import DueView, PlannedView, TestOfferView, TodayView, WhyDue

REASONS: dict[WhyDue, str] = {
    "confident_error": "! sure, wrong",
    "error": "✗ wrong",
    "fading": "↓ fading",
    "new": "+ new",
}
"""Why a rule is due, as a sign and a word."""
STAGES: dict[Stage, str] = {
    "before": "Test before practice",
    "after": "Test after practice",
    "delayed": "Test some time later",
}
COLUMNS = (Column("What is asked"), Column("Why", 13), Column("Known now", 14))
BEGIN = "Enter makes the first case of the plan; you see what it can be hard to read for before it begins."
NO_PLAN = (
    "No case is planned: nothing is due. A drill, and a new case for any rule in your record, can be begun."
)
SHORTENED = "Questions that are not due are left out of it, so that it fits in."
DRILL = "Drill: only the facts about one are changed"
ABOUT_DRILLS = (
    "A case like an earlier one, in which only the facts about one of those concerned are changed. It shows whether "
    "your answers about the others stay what they were. Your record counts that, under Independence. d begins it."
)
ABOUT_TESTS = (
    "Cases that you have not met, of the same difficulty each time. What was right is told at the end of each case. "
    "Your record shows the change from one test to the next, and how certain it is. t begins the next case of it."
)


def today_sheet(today: TodayView, packs: Sequence[CasePack]) -> Sheet:
    """The plan first, then all that is due; `packs` are those of which a case may come."""
    rows = [_plan_heading(today, packs), *(_planned(each, packs) for each in today.plan)]
    rows += [_due_heading(today), *map(_due, today.due), *_besides(today)]
    return Sheet(today.said, COLUMNS, tuple(rows))


def retention_of(today: TodayView, width: int) -> Content:
    """How much of what was learnt is known now, with a bar."""
    if today.retention is None:
        return shown(f"Nothing has been learnt yet. The goal is to know {percent(today.goal)}.", MUTED)
    drawn = bar(today.retention, max(min(width - 60, LONGEST), 8))
    words = f"{percent(today.retention)} of what you learnt is known now; the goal is {percent(today.goal)}."
    return drawn.append(shown(f" {words}"))


def _plan_heading(today: TodayView, packs: Sequence[CasePack]) -> Row:
    if not today.plan:
        told = page(f"Your plan for {today.minutes} minutes", [shown(NO_PLAN)])
        return Row(("No case is planned", "", ""), lambda _: told, heading=True)
    minutes = about(sum(each.minutes for each in today.plan))
    title = f"Your plan: {counted(len(today.plan), 'case')}, {minutes}"
    told = page(title, [shown(BEGIN), *notes_of(packs)])
    return Row((title, "", ""), lambda _: told, heading=True)


def notes_of(packs: Sequence[CasePack]) -> Iterator[Content]:
    """What the cases of each pack can be hard to read for."""
    for pack in packs:
        yield lines(shown(f"Before you begin: {pack.title}", "bold"), shown(pack.content_note))


def _planned(planned: PlannedView, packs: Sequence[CasePack]) -> Row:
    told = [shown(planned.why), line("Takes you:", about(planned.minutes))]
    told += [shown(SHORTENED)] if planned.shortened else []
    detail = page(planned.title, [lines(*told), *notes_of(packs)])
    cells = (planned.title, about(planned.minutes), "shortened" if planned.shortened else "")
    return Row(cells, lambda _: detail, rule=planned.rule)


def _due_heading(today: TodayView) -> Row:
    if not today.due:
        sentence = nothing_due(today)
        return Row((sentence, "", ""), lambda _: shown(sentence), heading=True)
    title = f"Due: {counted(len(today.due), 'rule')}, the most urgent first"
    meanings = (
        "! You were sure of it and got it wrong: these come back first.",
        "✗ You got it wrong the last time.",
        "↓ You knew it, and it is about to be forgotten.",
        "+ You have not met it yet.",
    )
    told = page(title, [lines(*map(shown, meanings))])
    return Row((title, "", ""), lambda _: told, heading=True)


def _due(due: DueView) -> Row:
    known = "" if due.retention is None else f"{bar(due.retention, 5).plain} {percent(due.retention)}"

    def detail(width: int) -> Content:
        told = [shown(due.why)]
        if due.retention is not None:
            drawn = bar(due.retention, max(min(width - 22, LONGEST), 4))
            told.append(drawn.append(shown(f" {percent(due.retention)} likely known")))
        return page(due.title, [lines(*told), shown("b begins a new case for it.", MUTED)])

    return Row((due.title, REASONS[due.why_due], known), detail, rule=due.rule)


def _besides(today: TodayView) -> Iterator[Row]:
    """What else can be begun: the next test, and a drill."""
    yield Row(
        ("Besides", "", ""), lambda _: shown("A test measures, a drill exercises one thing."), heading=True
    )
    if today.test is not None:
        yield _offered(today.test)
    told = page(DRILL, [shown(ABOUT_DRILLS)])
    yield Row((DRILL, "d", ""), lambda _: told, drill=True)


def _offered(test: TestOfferView) -> Row:
    title = f"{STAGES[test.stage]}: {test.done} of {counted(test.cases, 'case')} done"
    when = f"from {test.from_when}" if test.from_when else "now"
    told = page(title, [shown(test.why), line("It makes sense:", f"{when}."), shown(ABOUT_TESTS)])
    return Row((title, "t", when if test.from_when else ""), lambda _: told, stage=test.stage)
