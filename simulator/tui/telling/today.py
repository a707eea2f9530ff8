"""What is due, what is planned for the minutes that there are, and the test and the drill beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.tui.safety import shown
from simulator.tui.telling.bars import LONGEST, bar, percent
from simulator.tui.telling.due import nothing_due
from simulator.tui.telling.few import enough_answers, too_few
from simulator.tui.telling.minutes import about, counted
from simulator.tui.telling.pieces import MUTED, line, lines, page
from simulator.tui.telling.sheet import Column, Row, Sheet
from simulator.tui.telling.stages import test_called

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from textual.content import Content

    from simulator.session.today_view import (
        DrillOfferView,
        DueView,
        PlannedView,
        TestOfferView,
        TodayView,
        WhyDue,
    )

REASONS: dict[WhyDue, str] = {
    "confident_error": "! sure, wrong",
    "error": "✗ wrong",
    "fading": "↓ fading",
    "new": "+ new",
}
"""Why a rule is due, as a sign and a word."""
COLUMNS = (Column("What is asked"), Column("Why", 13), Column("Known now", 14))
BEGIN = "Enter makes the first case of the plan; you see what it can be hard to read for before it begins."
NO_PLAN = (
    "No case is planned: nothing is due. A drill, and a new case for any rule in your record, can be begun."
)
SHORTENED = "Questions that are not due are left out of it, so that it fits in."
DRILL = "Drill: only the facts about one are changed"
BEGUN = "begun"
ABOUT_DRILLS = (
    "A case like an earlier one, in which only the facts about one of those concerned are changed. It shows whether "
    "your answers about the others stay what they were. Your record counts that, under Independence. d begins it."
)
ABOUT_TESTS = (
    "Cases that you have not met, of the same difficulty each time. What was right is told at the end of each case. "
    "Your record shows the change from one test to the next, and how certain it is. t begins the next case of it."
)


def today_sheet(today: TodayView) -> Sheet:
    """The plan first, then all that is due, then what else can be begun."""
    rows = [_plan_heading(today), *map(_planned, today.plan)]
    rows += [_due_heading(today), *map(_due, alike(today.due)), *_besides(today)]
    return Sheet(today.said, COLUMNS, tuple(rows))


def retention_of(today: TodayView, width: int) -> Content:
    """How much of what was learnt is known now, with a bar; of too few reviews that they are."""
    goal = f"the goal is {percent(today.goal)}."
    if today.retention is None:
        return shown(f"Nothing has been learnt yet. The goal is to know {percent(today.goal)}.", MUTED)
    if not enough_answers(today.reviews):
        few = too_few(today.reviews, "review")
        return shown(f"How much of what you learnt is known now: {few}; {goal}", MUTED)
    part, on = percent(today.retention), counted(today.reviews, "review")
    words = f" {part} of what you learnt is known now, from {on}; {goal}"
    return bar(today.retention, max(min(width - len(words), LONGEST), 4)).append(shown(words))


def alike(due: Iterable[DueView]) -> list[list[DueView]]:
    """Rules of which the same is told, together: their titles would tell them apart, and what is called for."""
    found: dict[tuple[str, str, float | None], list[DueView]] = {}
    for one in due:
        found.setdefault((one.title, one.why, one.retention), []).append(one)
    return list(found.values())


def _plan_heading(today: TodayView) -> Row:
    if not today.plan:
        told = page(f"Your plan for {today.minutes} minutes", [shown(NO_PLAN)])
        return Row(("No case is planned", "", ""), lambda _: told, heading=True)
    minutes = about(sum(each.minutes for each in today.plan))
    title = f"Your plan: {counted(len(today.plan), 'case')}, {minutes}"
    told = page(title, [shown(BEGIN)])
    return Row((title, "", ""), lambda _: told, heading=True)


def _planned(planned: PlannedView) -> Row:
    told = [shown(planned.why), line("Takes you:", f"{about(planned.minutes)}.")]
    told += [shown(SHORTENED)] if planned.shortened else []
    detail = page(planned.title, [lines(*told), shown(BEGIN, MUTED)])
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


def _due(rules: Sequence[DueView]) -> Row:
    due, number = rules[0], len(rules)
    known = "" if due.retention is None else f"{bar(due.retention, 5).plain} {percent(due.retention)}"

    def detail(width: int) -> Content:
        told = [shown(due.why)]
        if number > 1:
            told.append(shown(f"This is so of {number} rules, by which this question is answered."))
        if due.retention is not None:
            drawn = bar(due.retention, max(min(width - 22, LONGEST), 4))
            told.append(drawn.append(shown(f" {percent(due.retention)} likely known")))
        begins = "b begins a new case for one of them." if number > 1 else "b begins a new case for it."
        return page(due.title, [lines(*told), shown(begins, MUTED)])

    title = due.title if number == 1 else f"{due.title} ({number} rules)"
    return Row((title, REASONS[due.why_due], known), detail, rule=due.rule)


def _besides(today: TodayView) -> Iterator[Row]:
    """What else can be begun: the next test, and a drill."""
    yield Row(
        ("Besides", "", ""), lambda _: shown("A test measures, a drill exercises one thing."), heading=True
    )
    if today.test is not None:
        yield _offered(today.test)
    yield _drill(today.drill)


def _offered(test: TestOfferView) -> Row:
    title = f"{test_called(test.stage)}: {test.done} of {counted(test.cases, 'case')} done"
    when = f"from {test.from_when}" if test.from_when else "now"
    told = [shown(test.why), *([shown(test.said)] if test.said else []), line("It makes sense:", f"{when}.")]
    cell = when if test.from_when else BEGUN if test.begun else ""
    detail = page(title, [lines(*told), shown(ABOUT_TESTS)])
    return Row((title, "t", cell), lambda _: detail, stage=test.stage)


def _drill(drill: DrillOfferView | None) -> Row:
    said = [shown(drill.said)] if drill is not None else []
    told = page(DRILL, [*said, shown(ABOUT_DRILLS)])
    return Row((DRILL, "d", BEGUN if drill is not None and drill.begun else ""), lambda _: told, drill=True)
