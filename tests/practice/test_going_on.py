"""What is begun and not finished is told of, and a case of a test that was left goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.practice.bundled import desk_at

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.practice.bundled import Desk


OF_A_TEST = {"sort": "test", "test": "t", "stage": "before", "number": 1, "of": 3}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    yield from desk_at(tmp_path)


def test_a_case_of_a_test_that_was_left_goes_on_and_is_told_of(desk: Desk) -> None:
    left = desk.practice.begin_test("before")
    offer = desk.practice.today().test
    assert offer is not None
    assert offer.begun
    assert "You left one of them before its end" in offer.said
    again = desk.practice.begin_test("before")
    assert again.name == left.name
    assert again.view.mode == "assessment"
    desk.play(again)
    offer = desk.practice.today().test
    assert offer is not None
    assert offer.done == 1
    assert offer.said.startswith("2 cases of about ")
    assert desk.practice.begin_test("before").name != left.name


def test_a_case_that_was_left_and_is_of_no_test_is_none_of_it(desk: Desk) -> None:
    left = {desk.practice.begin_due(10).name, desk.practice.begin_drill().name}
    offer = desk.practice.today().test
    assert offer is not None
    assert not offer.begun
    assert desk.practice.begin_test("before").name not in left


def test_a_drill_whose_second_case_is_still_to_come_is_told_of(desk: Desk) -> None:
    told = []
    for begin in (desk.practice.begin_drill, desk.practice.begin_due, desk.practice.begin_drill):
        desk.play(begin())
        offer = desk.practice.today().drill
        assert offer is not None
        told.append((offer.begun, "comes next" in offer.said))
    assert told == [(True, False), (True, True), (False, False)]


@pytest.mark.parametrize(
    "events",
    [
        [],
        [{}],
        [{"data": None}],
        [{"data": {"guidance": "another", "purpose": OF_A_TEST}}],
        [{"data": {"guidance": "derbyshire-2016", "purpose": "test"}}],
    ],
)
def test_an_unfinished_case_that_is_damaged_or_of_another_guidance_takes_nothing_away(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, events: list[Any]
) -> None:
    desk.practice.begin_test("before")
    monkeypatch.setattr(desk.store, "load", lambda _: events)
    offer = desk.practice.today().test
    assert offer is not None
    assert not offer.begun
