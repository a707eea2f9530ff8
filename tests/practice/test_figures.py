"""All figures together: a fold that can be kept, read again and gone on with."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.practice.figures import NO_FIGURES, Figures
from tests.practice.judged import drill, histories, judged, of_test, played, some_cases, unread

if TYPE_CHECKING:
    from collections.abc import Iterable

    from simulator.practice.played import Played


def folded(cases: Iterable[Played], figures: Figures = NO_FIGURES) -> Figures:
    for case in cases:
        figures = figures.after(case)
    return figures


def again(figures: Figures) -> Figures:
    """Kept, and read again."""
    return Figures.from_data(json.loads(json.dumps(figures.as_data())))


def size(figures: Figures) -> int:
    return len(json.dumps(figures.as_data()))


@given(histories, st.integers(0, 30))
def test_folding_all_is_folding_some_keeping_them_and_going_on(history: list[Played], at: int) -> None:
    assert folded(history[at:], again(folded(history[:at]))) == folded(history)


@given(histories)
def test_what_is_kept_is_plain_json_and_stays_the_same(history: list[Played]) -> None:
    figures = folded(history)
    kept = json.dumps(figures.as_data())
    assert json.dumps(again(figures).as_data()) == kept


@given(histories)
def test_going_on_changes_nothing_that_was_before(history: list[Played]) -> None:
    figures = folded(history)
    before = json.dumps(figures.as_data())
    folded(history, figures)
    assert json.dumps(figures.as_data()) == before


def test_its_size_does_not_grow_with_the_number_of_decisions() -> None:
    after_ten_thousand = folded(some_cases(1, 500, decisions=20))
    after_a_hundred_thousand = folded(some_cases(2, 4500, decisions=20), after_ten_thousand)
    assert size(after_a_hundred_thousand) < 40_000
    assert size(after_a_hundred_thousand) <= 1.5 * size(after_ten_thousand)


def test_decisions_are_those_that_were_right_or_wrong() -> None:
    figures = folded([played(judged(), judged(mark="mistake"), judged(mark="silent")), played(judged())])
    assert (figures.cases, figures.decisions, figures.right, figures.unread) == (2, 3, 2, 0)


def test_a_case_that_could_not_be_judged_counts_as_unread_and_in_nothing_else() -> None:
    figures = folded([unread(), played(judged(kinds=("late",)))])
    assert (figures.cases, figures.unread, figures.decisions) == (1, 1, 1)
    assert figures.mistakes.lately == (("late",),)


def test_a_case_without_decisions_is_a_case() -> None:
    assert folded([played()]).cases == 1


# Reading


def _whole() -> dict[str, Any]:
    """Data in which every part has something in it."""
    pair = (judged(), judged(subject="B"))
    moved = (judged(), judged(subject="B", chosen=("low",)))
    cases = [
        played(*pair, purpose=drill(1)),
        played(*moved, purpose=drill(2, changed="A")),
        played(*pair, purpose=drill(1, "d2")),
        played(judged(kinds=("late",), cites=("LP2",), sureness=2), purpose=of_test("before", 1, 1)),
    ]
    data: dict[str, Any] = json.loads(json.dumps(folded(cases).as_data()))
    return data


def _parts(data: Any, path: tuple[Any, ...] = ()) -> Iterable[tuple[Any, ...]]:
    yield path
    keys = data if isinstance(data, dict) else range(len(data)) if isinstance(data, list) else ()
    for key in keys:
        yield from _parts(data[key], (*path, key))


def _with(data: Any, path: tuple[Any, ...], value: object) -> Any:
    if not path:
        return value
    copied = dict(data) if isinstance(data, dict) else list(data)
    copied[path[0]] = _with(data[path[0]], path[1:], value)
    return copied


@pytest.mark.parametrize(
    "strange", [None, -1, 1.5, float("nan"), b"", object()], ids=lambda one: type(one).__name__
)
def test_a_strange_value_at_any_place_is_refused(strange: object) -> None:
    whole = _whole()
    assert json.loads(json.dumps(Figures.from_data(whole).as_data())) == whole
    for path in _parts(whole):
        with pytest.raises(ValueError):  # noqa: PT011 - any
            Figures.from_data(_with(whole, path, strange))


def test_a_part_that_is_missing_is_refused_and_one_too_many_as_well() -> None:
    whole = _whole()
    for name in whole:
        with pytest.raises(ValueError, match=name):
            Figures.from_data({key: value for key, value in whole.items() if key != name})
    with pytest.raises(ValueError, match="more"):
        Figures.from_data({**whole, "more": 1})


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda some: st.lists(some) | st.dictionaries(st.text(), some),
    )
)
def test_anything_else_is_refused(data: object) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any
        Figures.from_data(data)
