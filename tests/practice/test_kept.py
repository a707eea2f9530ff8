"""The fold is kept, and reads only what has ended since; worked out anew it is the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from simulator.practice.kept import NOTHING, VERSION, kept_of
from simulator.practice.progress import NAME
from simulator.store.faults import StoreFault
from tests.practice.bundled import desk_at

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.practice.bundled import Desk


GUIDANCE = "derbyshire-2016"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    yield from desk_at(tmp_path)


@pytest.fixture
def played(desk: Desk) -> Desk:
    """After three cases, the last one a drill's first."""
    for _ in range(2):
        desk.play(desk.practice.begin_due(15), lambda question, _: question == "outcome")
    desk.play(desk.practice.begin_drill())
    return desk


def test_before_the_first_case_there_is_nothing(desk: Desk) -> None:
    assert kept_of(desk.store, GUIDANCE) == NOTHING


def test_only_what_ended_since_is_read(played: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    kept_of(played.store, GUIDANCE)
    read: list[str] = []
    ended = played.store.ended

    def reading(after: int = 0) -> Iterator[Any]:
        for one in ended(after):
            read.append(one.session)
            yield one

    monkeypatch.setattr(played.store, "ended", reading)
    kept_of(played.store, GUIDANCE)
    assert read == []
    session = played.play(played.practice.begin_due(15))
    read.clear()
    kept_of(played.store, GUIDANCE)
    assert read == [session]


def test_worked_out_anew_it_is_the_same(played: Desk) -> None:
    before = kept_of(played.store, GUIDANCE)
    assert before.progress.figures.cases == 3
    played.store.forget_folds()
    assert kept_of(played.store, GUIDANCE) == before


def test_a_fold_that_is_damaged_is_worked_out_anew(played: Desk) -> None:
    before = kept_of(played.store, GUIDANCE)
    for state in ("", "{", "[]", "null", '{"progress": {}, "course": {}}', "[" * 100_000):
        played.store.keep_fold(f"{NAME} {GUIDANCE}", VERSION, before.position, state)
        assert kept_of(played.store, GUIDANCE) == before


def test_cases_of_another_guidance_count_in_its_own_figures_alone(played: Desk) -> None:
    [first, *_] = played.store.ended()
    assert first.begun is not None
    assert first.finished is not None
    other = {**first.begun, "data": {**first.begun["data"], "guidance": "another"}}
    played.store.append("other", [{**other, "seq": 1}, {**first.finished, "seq": 2}])
    assert kept_of(played.store, GUIDANCE).progress.figures.cases == 3
    assert kept_of(played.store, "another").progress.figures.cases == 1


def test_a_case_that_is_left_out_counts_in_nothing(played: Desk) -> None:
    session = played.play(played.practice.begin_due(15))
    without = kept_of(played.store, GUIDANCE).progress.figures.cases - 1
    played.practice.leave_out(session, "played by a colleague")
    assert kept_of(played.store, GUIDANCE).progress.figures.cases == without
    played.practice.count_again(session, "it was me after all")
    assert kept_of(played.store, GUIDANCE).progress.figures.cases == without + 1


def test_where_the_fold_cannot_be_kept_it_is_still_there(
    played: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise StoreFault("The disk is full.")

    played.play(played.practice.begin_due(15))
    monkeypatch.setattr(played.store, "keep_fold", refuse)
    assert kept_of(played.store, GUIDANCE).progress.figures.cases == 4


def test_the_pace_is_the_learners_own(played: Desk) -> None:
    before = kept_of(played.store, GUIDANCE).course
    played.clock.go_on(minutes=30)
    runner = played.practice.begin_rule("label.suspected")
    played.clock.go_on(minutes=50)
    played.play(runner)
    assert kept_of(played.store, GUIDANCE).course.decision > before.decision


def test_its_size_does_not_grow_with_the_cases(played: Desk) -> None:
    kept = kept_of(played.store, GUIDANCE)
    ended = list(played.store.ended())
    grown = kept
    for _ in range(20):
        for one in ended:
            grown = grown.after(one)
    more = grown
    for _ in range(80):
        for one in ended:
            more = more.after(one)
    assert len(more.as_text()) < 1.1 * len(grown.as_text())
