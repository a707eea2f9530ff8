"""A seat of several people waits for who has dropped, for a while."""

from __future__ import annotations

from simulator.classroom.messages import Console, Done, Seat
from simulator.hub.dropped import Dropped
from simulator.hub.limits import Limits
from tests.hub.clients import answering, facilitator, learner, running, until
from tests.hub.fake_class import FakeClass

LONG = Limits(still_there=1000.0)


async def test_who_has_just_dropped_still_counts_and_the_facilitator_knows_that_they_are_gone() -> None:
    host = FakeClass()
    async with (
        running(host, LONG) as address,
        facilitator(address) as conductor,
        learner(address, team="North") as (one, _),
    ):
        async with learner(address, team="North"):
            await one.hear_a(Seat, lambda seat: seat.seat.people == 2)
        await conductor.hear_a(
            Console, lambda now: sorted(each.connected for each in now.console.people) == [False, True]
        )
        await one.say(answering(1))
        assert await one.answer(1) == Done(1)
        assert host.seen[-1] == {"p1", "p2"}
        [*_, seat] = [each.seat for each in one.heard if isinstance(each, Seat)]
        assert seat.people == 2


async def test_who_comes_back_in_time_was_never_away() -> None:
    host = FakeClass()
    async with running(host, LONG) as address, learner(address, team="North") as (one, _):
        async with learner(address, team="North") as (_, seated):
            await one.hear_a(Seat, lambda seat: seat.seat.people == 2)
        async with learner(address, token=seated.token) as (back, _):
            await back.say(answering(1))
            assert await back.answer(1) == Done(1)
        assert all(seat.seat.people == 2 for seat in one.heard if isinstance(seat, Seat))
        assert host.seen[-1] == {"p1", "p2"}


async def test_after_a_restart_a_seat_waits_for_all_of_its_people() -> None:
    host = FakeClass()
    async with (
        running(host, LONG) as address,
        learner(address, team="North") as (_, seated),
        learner(address, team="North"),
    ):
        pass
    async with running(host, LONG) as address, learner(address, token=seated.token) as (back, again):
        assert again.seat.people == 2
        await back.say(answering(1))
        assert await back.answer(1) == Done(1)
        assert host.seen[-1] == {"p1", "p2"}


async def test_who_comes_back_may_be_the_one_for_whom_a_vote_waited() -> None:
    host = FakeClass()
    async with running(host, Limits(still_there=0.0)) as address:
        async with learner(address, team="North") as (_, seated), learner(address, team="North"):
            pass
        await until(lambda: bool(host.seen) and host.seen[-1] == frozenset())
        decided = len(host.seen)
        async with learner(address, token=seated.token):
            await until(lambda: len(host.seen) > decided)
            assert host.seen[-1] == {"p1"}


async def test_who_has_come_back_or_left_a_hub_that_closes_is_told_to_nobody() -> None:
    left: list[str] = []
    dropped = Dropped(0.0, left.append)
    for person in ("p1", "p2"):
        dropped.went(person)
    dropped.came("p1")
    assert dropped.people == {"p2"}
    await until(lambda: left == ["p2"])
    dropped.went("p3")
    dropped.close()
    dropped.went("p4")
    await until(lambda: not dropped.people)
    assert left == ["p2"]
