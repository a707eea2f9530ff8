"""Records and plans of a learner, written by hand, drawn by hypothesis, or changed in one place."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

import pytest
from hypothesis import strategies as st

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
from simulator.session.today_view import DrillOfferView, DueView, PlannedView, TestOfferView, TodayView

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from _pytest.mark import ParameterSet

RECORD = RecordView(
    standing="Fictional, and for training only.",
    learner="heron-42",
    day="2026-03-09",
    cases=7,
    decisions=64,
    right=48,
    skill=35.0,
    retention=0.871,
    goal=0.9,
    rules=(
        RuleRowView(
            "store.safe", "Storing: in the safe", ("LP3", "LP4"), 8, 7, "mastered", 0.93, "2026-04-01", 41.0
        ),
        RuleRowView(
            "store.shelf", "Storing: on the shelf", ("LP5",), 3, 1, "learning", 0.62, "2026-03-10", -27.0
        ),
        RuleRowView("tell.owner", "Telling: the owner", ("LP6",), 0, 0, "new", None, None, None),
    ),
    paragraphs=(
        ParagraphRowView("LP3", "Storing", 11, 2, "mastered", 0.94, 6),
        ParagraphRowView("LP5", "Shelves", 3, 4, "learning", 0.58, 4),
    ),
    confusions=(
        ConfusionView(
            "store",
            "Where it is kept",
            ("In the safe", "On the shelf"),
            ("In the safe", "Nowhere"),
            ((8, 2), (3, 1)),
        ),
    ),
    mistakes=(MistakeKindView("too_much", "More than was called for", ("LP2",), 3, 5, 1),),
    independence=IndependenceView(4, 12, 2, 0.833, ("LP7",), ("The watch moved, though only the scarf changed.",)),
    calibration=(
        CalibrationRowView("all", "", "All", (LevelView(1, 4, 2, 0.33), LevelView(3, 9, 3, 0.8)), 0.12),
        CalibrationRowView("option", "safe", "In the safe", (LevelView(2, 11, 1, 0.67),), -0.09),
        CalibrationRowView("paragraph", "LP3", "LP3", (LevelView(2, 6, 5, 0.67),), 0.3),
    ),
    confident_errors=(ConfidentErrorView("store.shelf", "Storing: on the shelf", 2, "2026-03-08"),),
    cited=CitedView(20, 15, 6, (("LP9", 3),)),
    tests=(
        TestView("before", "2026-02-01", 3, 30, 0.55, 0.41, 0.69, 12.0),
        TestView("after", "2026-03-01", 4, 33, 0.78, 0.63, 0.89, 15.0),
    ),
    changes=(ChangeView("before", "after", 0.23, 0.02, 0.44, "It went up."),),
    last_cases=(
        CaseRowView("aa11", "The scarf", "2026-03-08", 9, 7, "For what was due.", ""),
        CaseRowView("bb22", "The watch", "2026-03-07", 8, 5, "A drill.", "The phone rang."),
    ),
    unread=2,
    places=212,
    head="5f0c" * 16,
)  # fmt: skip
EMPTY = RecordView("Fictional, and for training only.", "heron-42", "2026-03-09")
TODAY = TodayView(
    said="Two rules are due.",
    due=(
        DueView("store.shelf", "Storing: on the shelf", "confident_error", "You were sure of it.", 0.41),
        DueView("tell.owner", "Telling: the owner", "new", "It has not come up yet.", None),
    ),
    plan=(PlannedView("store.shelf", "Storing: on the shelf", "It was wrong while sure.", 6.0, True),),
    minutes=25,
    retention=0.871,
    goal=0.9,
    next_due="2026-03-12",
    test=TestOfferView(
        "after", 4, 1, "2026-03-20", "Practice has gone on for a month.", "3 cases to come.", True
    ),
    drill=DrillOfferView("Its second case comes next.", True),
    reviews=40,
)
NOTHING_DUE = TodayView("Nothing is due.", (), (), 30, None, 0.9, None)


# A view that is changed in one place


def leaves(view: Any, but: Collection[str] = ()) -> list[ParameterSet]:
    """Every single thing in a view by its field, with the view in which that one thing is another."""
    every = _leaves(view, type(view).__name__)
    return [pytest.param(changed, id=where) for where, changed in every if where not in but]


def _leaves(value: Any, path: str, hint: Any = None) -> Iterator[tuple[str, Any]]:
    if is_dataclass(value) and not isinstance(value, type):
        hints = get_type_hints(type(value))
        for field in fields(value):
            inner = getattr(value, field.name)
            for where, other in _leaves(inner, f"{type(value).__name__}.{field.name}", hints[field.name]):
                yield where, replace(value, **{field.name: other})
    elif isinstance(value, tuple):
        for at, each in enumerate(value):
            for where, other in _leaves(each, path):
                yield where, (*value[:at], other, *value[at + 1 :])
    else:
        yield path, _another(value, hint)


def _another(value: Any, hint: Any) -> Any:
    choices = [each for each in get_args(hint) if isinstance(each, str)]
    if choices:
        return next(each for each in choices if each != value)
    match value:
        case None:
            return "2030-01-01" if str in get_args(hint) else 0.5
        case bool():
            return not value
        case int():
            return 2 if value == 1 else value + 5
        case float():
            return value - 0.2 if 0.2 < value <= 1 else value + 0.2 if 0 <= value < 1 else value + 5
    return f"{value}other"


# Views of any text


def records(text: st.SearchStrategy[str]) -> st.SearchStrategy[RecordView]:
    """Records of every shape, in which every text is one of `text`."""
    return _drawn(RecordView, text)


def todays(text: st.SearchStrategy[str]) -> st.SearchStrategy[TodayView]:
    """Plans of every shape."""
    return _drawn(TodayView, text)


def _drawn(view: type[Any], text: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    if view is ConfusionView:
        return _confusion(text)
    return st.builds(view, **{name: _of(hint, text, name) for name, hint in get_type_hints(view).items()})


def _of(hint: Any, text: st.SearchStrategy[str], name: str) -> st.SearchStrategy[Any]:
    parts = get_args(hint)
    if is_dataclass(hint):
        return _drawn(hint, text)  # type: ignore[arg-type]
    if parts and all(isinstance(each, str) for each in parts):
        return st.sampled_from(parts)
    if parts and parts[-1] is type(None):
        return st.none() | _of(parts[0], text, name)
    if parts and parts[-1] is Ellipsis:
        return st.lists(_of(parts[0], text, name), max_size=3).map(tuple)
    if parts:
        return st.tuples(*(_of(part, text, name) for part in parts))
    if hint is float:
        return st.floats(0, 1) if name not in _POINTS else st.floats(-3000, 3000)
    return {str: text, int: st.integers(0, 10**6), bool: st.booleans()}[hint]


_POINTS = {"skill", "difficulty", "minutes"}


@st.composite
def _confusion(draw: st.DrawFn, text: st.SearchStrategy[str]) -> ConfusionView:
    """One of which the counts have the shape that its labels give."""
    labels = st.lists(text, max_size=3).map(tuple)
    rows, columns = draw(labels), draw(labels)
    counts = tuple(tuple(draw(st.integers(0, 99)) for _ in columns) for _ in rows)
    return ConfusionView(draw(text), draw(text), rows, columns, counts)
