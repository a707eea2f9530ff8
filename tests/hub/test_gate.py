"""Who is let in, and who is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.hub.gate import (
    NO_SEAT,
    OVER,
    WAIT,
    WRONG_CODE,
    Conductor,
    Gate,
    GateSettings,
    Newcomer,
    Returning,
    TurnedAway,
    Watcher,
)
from simulator.hub.limits import Bucket, Tries
from simulator.hub.names import LOOPBACK, came_from, host_name, is_own_origin
from tests.hub.fake_class import CODE, FACILITATOR, PROJECTOR, FakeClass, State

PUBLIC = "https://Class.example.org/"
HERE = "192.168.1.7"
"""Where requests arrive."""


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def a_gate(host: FakeClass | None = None, clock: Clock | None = None, public: str = "") -> Gate:
    settings = GateSettings(names=LOOPBACK | {"trainer.example"}, public=public)
    return Gate(host or FakeClass(), settings, FACILITATOR, clock or Clock())


# Host and Origin


@pytest.mark.parametrize(
    "host",
    ["localhost", "LOCALHOST:8765", "127.0.0.1:1", "[::1]:8765", "trainer.example", "trainer.example.:80",
     "192.168.1.7:8765", "class.example.org", "class.example.org:443"],
)  # fmt: skip
def test_the_hub_answers_to_its_own_names(host: str) -> None:
    assert a_gate(public=PUBLIC).refusal(host, None, HERE) is None


@pytest.mark.parametrize(
    "host",
    [None, "", "evil.example", "evil.example:8765", "localhost.evil.example", "192.168.1.8", "127.0.0.1.nip.io",
     "localhost:x", "localhost:99999999", "localhost/evil.example", "evil@localhost", "[::1", "::1", "2130706433",
     "class.example.org", "localhost, evil.example", "localhost\t", "0.0.0.0"],
)  # fmt: skip
def test_the_hub_answers_to_no_other_name(host: str | None) -> None:
    refusal = a_gate().refusal(host, None, HERE)
    assert refusal is not None
    assert refusal[0] == 421


@pytest.mark.parametrize(
    ("host", "origin"),
    [
        ("localhost:8765", "http://localhost:8765"),
        ("192.168.1.7:8765", "http://192.168.1.7:8765"),
        ("class.example.org", "https://class.example.org"),
        ("127.0.0.1:8765", "https://class.example.org"),
        ("127.0.0.1:8765", None),
    ],
)
def test_pages_of_the_hub_and_terminals_may_ask_it(host: str, origin: str | None) -> None:
    assert a_gate(public=PUBLIC).refusal(host, origin, HERE) is None


@pytest.mark.parametrize(
    "origin",
    ["", "null", "http://evil.example", "http://localhost:3000", "http://localhost", "https://localhost:8765",
     "http://localhost:8765.evil.example", "http://class.example.org", "https://class.example.org:8443",
     "https://class.example.org.evil.example", "file://", "chrome-extension://abc"],
)  # fmt: skip
def test_no_other_page_may_ask_it(origin: str) -> None:
    refusal = a_gate(public=PUBLIC).refusal("localhost:8765", origin, HERE)
    assert refusal is not None
    assert refusal[0] == 403


def test_without_a_public_address_no_origin_is_public() -> None:
    assert not is_own_origin("", "localhost", "")


@given(st.text())
def test_any_host_is_a_name_or_none(text: str) -> None:
    name = host_name(text)
    assert name is None or name


# Addresses


@pytest.mark.parametrize(
    ("peer", "forwarded", "proxied", "address"),
    [
        ("10.0.0.1", None, False, "10.0.0.1"),
        ("::ffff:10.0.0.1", None, False, "10.0.0.1"),
        ("127.0.0.1", "10.9.9.9", False, "127.0.0.1"),
        ("10.0.0.1", "10.9.9.9", True, "10.0.0.1"),
        ("127.0.0.1", "10.9.9.9", True, "10.9.9.9"),
        ("::1", "1.1.1.1, 10.9.9.9", True, "10.9.9.9"),
        ("127.0.0.1", "1.1.1.1,", True, "127.0.0.1"),
        ("127.0.0.1", "unknown", True, "127.0.0.1"),
        ("127.0.0.1", None, True, "127.0.0.1"),
        ("2001:db8:1:2:3:4:5:6", None, False, "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::1", None, False, "2001:db8:1:2::/64"),
        ("fe80::1%eth0", None, False, "fe80::/64"),
        ("", None, False, ""),
    ],
)
def test_the_address_is_the_peers_or_what_our_own_proxy_says(
    peer: str, forwarded: str | None, proxied: bool, address: str
) -> None:
    assert came_from(peer, forwarded, proxied=proxied) == address


# Tries


@given(st.lists(st.tuples(st.floats(0, 30), st.sampled_from(["a", "b"])), max_size=200))
def test_in_no_minute_more_than_five_tries_of_an_address_fail(steps: list[tuple[float, str]]) -> None:
    clock = Clock()
    tries = Tries(5, 60.0, clock)
    failed: dict[str, list[float]] = {"a": [], "b": []}
    for wait, address in steps:
        clock.now += wait
        recent = [time for time in failed[address] if clock.now - time < 60.0]
        assert tries.barred(address) == (len(recent) >= 5)
        if not tries.barred(address):
            tries.failed(address)
            failed[address].append(clock.now)
    for times in failed.values():
        assert all(later - sooner >= 60.0 for sooner, later in zip(times, times[5:], strict=False))


def test_tries_of_very_many_addresses_are_counted_in_bounded_memory() -> None:
    tries = Tries(1, 60.0, Clock())
    for number in range(20_001):
        tries.failed(str(number))
    assert len(tries._failed) <= 10_000
    assert tries.barred("20000")


@given(st.lists(st.floats(0, 2), max_size=300))
def test_a_bucket_lets_through_its_burst_and_its_rate_and_no_more(waits: list[float]) -> None:
    clock = Clock()
    bucket = Bucket(20.0, 60, clock)
    through = 0
    for wait in waits:
        clock.now += wait
        bucket.take()
        through += not bucket.overdrawn
        assert through <= 60 + 20.0 * (clock.now - 1000.0) + 1e-6


def test_a_bucket_is_spent_after_three_times_its_burst() -> None:
    bucket = Bucket(20.0, 60, Clock())
    for taken in range(1, 182):
        bucket.take()
        assert bucket.overdrawn == (taken > 60)
        assert bucket.spent == (taken > 180)


def test_a_wrong_code_is_refused_and_after_five_of_them_the_right_one_too_until_a_minute_has_passed() -> None:
    clock = Clock()
    gate = a_gate(clock=clock)
    for _ in range(5):
        assert turned_away(gate, code="0000-0000") == WRONG_CODE
        clock.now += 1
    assert turned_away(gate, code=CODE) == WAIT
    assert isinstance(gate.enter("elsewhere", CODE), Newcomer)
    clock.now += 55
    assert isinstance(gate.enter("here", CODE), Newcomer)


def test_the_right_code_and_tries_while_barred_do_not_count() -> None:
    clock = Clock()
    gate = a_gate(clock=clock)
    for _ in range(50):
        gate.enter("here", CODE)
    for _ in range(5):
        turned_away(gate, code="0000-0000")
    clock.now += 59
    for _ in range(50):
        turned_away(gate, code="0000-0000")
    clock.now += 1
    assert isinstance(gate.enter("here", CODE), Newcomer)


def test_unknown_tokens_count_as_well_and_a_seat_is_never_barred() -> None:
    gate = a_gate(a_class_with("t" * 22))
    assert [turned_away(gate, token="x" * 22) for _ in range(6)] == [NO_SEAT] * 5 + [WAIT]
    assert turned_away(gate, code=CODE) == WAIT
    assert gate.enter("here", token="t" * 22) == Returning("p1", "t" * 22)
    assert gate.enter("here", token=FACILITATOR) == Conductor()


def test_whoever_shows_nothing_is_told_what_to_show() -> None:
    assert turned_away(a_gate()) == NO_SEAT


@pytest.mark.parametrize("code", ["", "\0", "ABCD-EFG", "ABCD-EFGHI", "АBCD-EFGH", "\ud800", "A" * 4000])
def test_what_is_no_code_opens_nothing(code: str) -> None:
    host = FakeClass()
    host.projector = ""  # as if there were none
    with pytest.raises(TurnedAway):
        a_gate(host).enter("here", code)


# Tickets


def test_a_browser_gets_a_ticket_for_the_code_and_takes_a_seat_with_it() -> None:
    host = FakeClass()
    gate = a_gate(host)
    ticket = gate.admit("here", CODE)
    assert gate.ticket_state(ticket) == "entry"
    assert gate.enter("here", token=ticket) == Newcomer(ticket)
    host.state = a_class_with(ticket).state
    assert gate.ticket_state(ticket) == "seated"
    assert gate.enter("here", token=ticket) == Returning("p1", ticket)


def test_a_ticket_for_the_projectors_code_only_watches() -> None:
    gate = a_gate()
    ticket = gate.admit("here", PROJECTOR)
    assert gate.ticket_state(ticket) == "watching"
    assert gate.enter("here", token=ticket) == Watcher(ticket)


def test_a_wrong_code_gives_no_ticket_and_counts() -> None:
    gate = a_gate()
    for sentence in [WRONG_CODE] * 5 + [WAIT]:
        with pytest.raises(TurnedAway, match=sentence):
            gate.admit("here", "0000-0000")
    assert turned_away(gate, code=CODE) == WAIT


def test_what_is_no_ticket_is_good_for_nothing() -> None:
    for token in ("", "x" * 22, FACILITATOR, "\ud800"):
        assert a_gate().ticket_state(token) == "unknown"


def test_a_class_that_is_over_gives_no_tickets() -> None:
    host = FakeClass(State(over=True))
    with pytest.raises(TurnedAway, match=OVER):
        a_gate(host).admit("here", CODE)


def a_class_with(token: str) -> FakeClass:
    from simulator.classroom.codes import fingerprint

    return FakeClass(State({fingerprint(token): "p1"}, {"p1": "Kim"}, {"p1": ""}))


def turned_away(gate: Gate, code: str = "", token: str = "") -> str:
    with pytest.raises(TurnedAway) as why:
        gate.enter("here", code, token)
    return str(why.value)
