"""What a browser may send, and how much of it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.hub.browser.envelopes import (
    HEIGHTS,
    SIZE_KEY,
    WIDTHS,
    Attention,
    Keys,
    Ping,
    Size,
    Typed,
    envelope,
    size_asked,
)
from simulator.hub.browser.pace import Pace


@pytest.mark.parametrize(
    ("width", "height", "size"),
    [
        ("100", "30", Size(100, 30)),
        ("10000000", "10000000", Size(500, 200)),
        ("-5", "0", Size(20, 5)),
        ("80.9", "1e9", Size(80, 200)),
        ("9" * 5000, "-inf", Size(500, 5)),
        ("NaN", "wide", Size(80, 24)),
        (None, "", Size(80, 24)),
    ],
)
def test_the_size_asked_for_is_brought_within_what_can_be_drawn(
    width: str | None, height: str | None, size: Size
) -> None:
    assert size_asked(width, height) == size


@given(st.one_of(st.text(), st.none(), st.floats().map(str), st.integers().map(str)))
def test_whatever_is_asked_for_can_be_drawn(value: str | None) -> None:
    size = size_asked(value, value)
    assert WIDTHS[0] <= size.width <= WIDTHS[1]
    assert HEIGHTS[0] <= size.height <= HEIGHTS[1]


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        (["stdin", "a\x1b[A"], Keys("a\x1b[A")),
        (["stdin", ""], Keys("")),
        (["resize", {"width": 100, "height": 30}], Size(100, 30)),
        (["resize", {"width": 10_000_000, "height": 10_000_000}], Size(500, 200)),
        (["resize", {"width": -1, "height": 7.5}], Size(20, 7)),
        (["resize", {"width": 10**400, "height": float("inf")}], Size(500, 200)),
        (["ping", "1700000000000"], Ping("1700000000000")),
        (["focus"], Attention("focus")),
        (["blur"], Attention("blur")),
    ],
)
def test_what_the_page_sends_is_understood(sent: Any, told: object) -> None:
    assert envelope(json.dumps(sent)) == told


@pytest.mark.parametrize(
    "sent",
    [
        "", "{}", "[]", "null", "nonsense", "[" * 60_000, '["stdin"]', '["stdin", 1]', '["stdin", null]',
        '["stdin", "a", "b"]', '["resize"]', '["resize", []]', '["resize", {"width": 80}]',
        '["resize", {"width": "80", "height": 24}]', '["resize", {"width": null, "height": 24}]',
        '["resize", {"width": true, "height": 24}]', '["resize", {"width": NaN, "height": 24}]',
        '["ping", 1]', '["ping", "' + "1" * 33 + '"]', '["quit"]', '["open_url", {"url": "x"}]',
        '["deliver_file_start", "k"]', '[["stdin"], "a"]', '["resize", {"width": 1' + "0" * 5000 + ', "height": 1}]',
    ],
)  # fmt: skip
def test_nothing_else_is(sent: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        envelope(sent)


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(),
    lambda each: st.lists(each) | st.dictionaries(st.sampled_from(["width", "height"]), each),
)


@given(JSON | st.tuples(st.sampled_from(["stdin", "resize", "ping", "focus"]), JSON))
def test_of_anything_it_is_said_or_it_is_refused(sent: Any) -> None:
    try:
        told = envelope(json.dumps(sent))
    except ValueError:
        return
    assert isinstance(told, Keys | Size | Ping | Attention)


@given(st.lists(st.text("\x1b[48;9t:a")))
def test_no_size_can_be_told_among_the_keys(pieces: list[str]) -> None:
    typed = Typed()
    told = b"".join(typed.keys(piece) for piece in pieces).decode()
    assert "\x1b[48;" not in told
    assert told == SIZE_KEY.sub("\x1b[48", "".join(pieces))


def test_a_telling_of_sizes_as_long_as_a_message_is_read_in_one_go() -> None:
    assert Typed().keys("\x1b[48" + ";" * 65_000 + "9t") == b"\x1b[489t"


def test_half_a_character_is_no_fault() -> None:
    assert Typed().keys("a\ud800b") == b"a?b"


@given(st.lists(st.tuples(st.floats(0, 10), st.floats(0, 2)), max_size=50))
def test_no_more_is_let_through_than_the_pace_allows(told: list[tuple[float, float]]) -> None:
    pace = Pace(per_second=2, at_once=5, now=0)
    now = through = 0.0
    for amount, rest in told:
        now += rest + pace.wait(amount, now + rest)
        through += amount
        assert through <= 5 + 2 * now + 1e-6 * (1 + through)


def test_what_keeps_the_pace_does_not_wait() -> None:
    pace = Pace(per_second=2, at_once=5, now=0)
    assert [pace.wait(1, now / 2) for now in range(20)] == [0] * 20
    assert [pace.wait(1, 10) for _ in range(6)] == [0, 0, 0, 0, 0, 0.5]
