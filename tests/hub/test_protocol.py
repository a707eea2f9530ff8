"""What the hub answers to those who are let in."""

from __future__ import annotations

from simulator.classroom.carried import carried
from simulator.classroom.conduct import EndClass, RevealPhase
from simulator.classroom.messages import (
    FORMAT,
    Ask,
    Bye,
    Conducted,
    Conducting,
    Console,
    Do,
    Done,
    FromClient,
    Give,
    Hello,
    Refused,
    Room,
    Seat,
    Seated,
    Told,
    Watching,
)
from simulator.hub.limits import Limits
from tests.hub.clients import answering, facilitator, learner, line, running, until
from tests.hub.fake_class import CODE, PROJECTOR, FakeClass


async def test_a_learner_with_the_code_gets_a_seat_and_the_token_for_it() -> None:
    host = FakeClass()
    async with running(host) as address, learner(address, "Kim", "Blue") as (_, seated):
        assert host.knows(seated.token) == seated.seat.seat == "p1"
        assert (seated.seat.name, seated.seat.team, seated.room.seats) == ("Kim", "Blue", 1)
        assert seated.world == host.world


async def test_a_code_is_read_as_people_write_it() -> None:
    async with running(FakeClass()) as address, learner(address, code=" abcd efgh") as (_, seated):
        assert seated.seat.seat == "p1"


async def test_the_token_brings_a_learner_back_to_the_same_seat() -> None:
    async with running(FakeClass()) as address:
        async with learner(address) as (_, first):
            pass
        async with learner(address, token=first.token, code="") as (_, again):
            assert (again.seat.seat, again.token) == (first.seat.seat, first.token)


async def test_an_unknown_token_with_the_right_code_takes_a_seat_under_that_token() -> None:
    """So a line that broke before it heard `Seated` does not come back to a second seat."""
    host = FakeClass()
    token = "A" * 22
    async with running(host) as address:
        async with learner(address, token=token) as (_, first):
            assert first.token == token
        async with learner(address, token=token) as (_, again):
            assert again.seat.seat == first.seat.seat
    assert len(host.state.people) == 1


async def test_a_token_that_is_none_of_ours_is_replaced() -> None:
    async with running(FakeClass()) as address, learner(address, token="1234") as (_, seated):
        assert len(seated.token) == 22


async def test_a_refused_seat_is_told_and_the_line_closed() -> None:
    async with running(FakeClass()) as address, line(address) as client:
        await client.say(Hello(FORMAT, code=CODE, name="nobody"))
        assert await client.hear_out() == [Refused(0, "Nobody is called nobody.")]


async def test_the_facilitator_conducts_with_the_token_that_is_theirs() -> None:
    async with running(FakeClass()) as address, facilitator(address) as client:
        conducting = await client.hear_a(Conducting)
        assert (conducting.code, conducting.projector) == (CODE, PROJECTOR)
        assert conducting.addresses == (f"http://{address}",)


async def test_a_projector_watches_and_comes_back_with_its_token() -> None:
    async with running(FakeClass()) as address, line(address) as client:
        await client.say(Hello(FORMAT, code=PROJECTOR))
        watching = await client.hear_a(Watching)
        assert (watching.code, watching.room.seats) == (CODE, 0)
        async with line(address) as again:
            await again.say(Hello(FORMAT, token=watching.token))
            assert (await again.hear_a(Watching)).token == watching.token


async def test_a_learner_sees_their_own_seat_before_they_are_told_that_it_is_done() -> None:
    async with running(FakeClass()) as address, learner(address) as (client, _):
        await client.say(answering(7))
        first, second = await client.hear(), await client.hear()
        assert isinstance(first, Seat)
        assert first.seat.agreed == 1
        assert second == Done(7)
        assert (await client.hear_a(Room)).room.committed == 1


async def test_everybody_sees_the_room_and_only_the_seat_its_own() -> None:
    async with (
        running(FakeClass()) as address,
        learner(address) as (one, _),
        learner(address) as (other, _),
        line(address) as projector,
        facilitator(address) as conductor,
    ):
        await projector.say(Hello(FORMAT, code=PROJECTOR))
        await projector.hear_a(Watching)
        await one.say(answering(1))
        for client in (one, other, projector):
            assert (await client.hear_a(Room, lambda room: room.room.committed == 1)).room.seats == 2
        await conductor.hear_a(Console, lambda console: console.console.room.committed == 1)
        assert not [message for message in other.heard if isinstance(message, Seat)]
        assert not [message for message in projector.heard if isinstance(message, Seat | Console)]
        assert not [message for message in conductor.heard if isinstance(message, Seat | Room)]


async def test_what_a_facilitator_does_reaches_every_seat() -> None:
    host = FakeClass()
    async with (
        running(host) as address,
        learner(address) as (one, _),
        learner(address) as (other, _),
        facilitator(address) as conductor,
    ):
        await conductor.say(Conducted(3, carried(RevealPhase())))
        shown = await conductor.hear_a(Console, lambda console: console.console.case == 1)
        assert shown in conductor.heard
        assert await conductor.answer(3) == Done(3)
        for client in (one, other):
            await client.hear_a(Seat)
        assert host.seen[-1] == {"p1", "p2"}  # the facilitator is none of them


async def test_begin_case_is_made_into_a_case_and_what_follows_waits_for_it() -> None:
    host = FakeClass()
    host.asking.clear()
    async with running(host) as address, facilitator(address) as conductor:
        await conductor.say(Conducted(1, {"do": "begin_case", "pack": "core"}))
        await conductor.say(Conducted(2, carried(RevealPhase())))
        await conductor.say(Conducted(3, {"do": "begin_case"}))
        host.asking.set()
        assert await conductor.answer(1) == Done(1)
        assert await conductor.answer(2) == Done(2)
        assert await conductor.answer(3) == Refused(3, "Name the pack.")
        assert [wish.id for wish in host.kept.done] == [1, 2]


async def test_a_look_up_is_told_and_others_are_not_held_up_by_it() -> None:
    host = FakeClass()
    host.asking.clear()
    async with running(host) as address, learner(address) as (client, _):
        await client.say(Ask(1, "book"))
        await client.say(answering(2))
        assert await client.answer(2) == Done(2)
        host.asking.set()
        told = await client.answer(1)
        assert isinstance(told, Told)
        assert told.book is not None
        assert told.book.title == "for p1"


async def test_a_look_up_that_cannot_be_is_refused_in_a_sentence() -> None:
    async with running(FakeClass()) as address, learner(address) as (client, _):
        await client.say(Ask(1, "book", ("nothing",)))
        assert await client.answer(1) == Refused(1, "There is nothing of that name.")
        await client.say(Ask(2, "book", ("broken",)))
        broken = await client.answer(2)
        assert isinstance(broken, Refused)
        assert "a fault of the program" not in broken.sentence


async def test_nobody_can_have_more_looked_up_at_once_than_a_few_things() -> None:
    host = FakeClass()
    host.asking.clear()
    async with running(host) as address, learner(address) as (client, _):
        for number in range(1, 6):
            await client.say(Ask(number, "book"))
        assert isinstance(await client.answer(5), Refused)
        host.asking.set()
        for number in (1, 2, 3, 4):
            assert isinstance(await client.answer(number), Told)
        await client.say(Ask(6, "book"))
        assert isinstance(await client.answer(6), Told)


async def test_everybody_can_do_only_what_is_theirs() -> None:
    async with (
        running(FakeClass()) as address,
        learner(address) as (client, _),
        facilitator(address) as conductor,
        line(address) as projector,
    ):
        await projector.say(Hello(FORMAT, code=PROJECTOR))
        facilitators: list[FromClient] = [Conducted(1, carried(EndClass())), Ask(2, "key"), Ask(3, "report")]
        learners: list[FromClient] = [answering(1), Give(2, "need_help"), Ask(3, "book")]
        for number, message in enumerate(facilitators, 1):
            await client.say(message)
            assert isinstance(await client.answer(number), Refused)
        await conductor.say(answering(1))
        assert isinstance(await conductor.answer(1), Refused)
        await conductor.say(Give(2, "step_out"))
        assert isinstance(await conductor.answer(2), Refused)
        for number, message in enumerate(learners, 1):
            await projector.say(message)
            assert isinstance(await projector.answer(number), Refused)


async def test_a_sign_is_shown_to_the_facilitator_and_kept_nowhere() -> None:
    host = FakeClass()
    async with (
        running(host) as address,
        learner(address) as (client, _),
        facilitator(address) as conductor,
    ):
        await client.say(Give(1, "step_out"))
        assert await client.answer(1) == Done(1)
        await conductor.hear_a(Console, lambda console: console.console.people[0].stepped_out)
        await client.say(Give(2, "need_help"))
        await conductor.hear_a(Console, lambda console: console.console.people[0].stuck == "help")
        await client.say(Give(3, "come_back"))
        await conductor.hear_a(Console, lambda console: not console.console.people[0].stepped_out)
        assert host.kept.done == ()


async def test_a_team_sees_who_of_it_comes_and_goes_and_is_decided_anew() -> None:
    host = FakeClass()
    at_once = Limits(still_there=0.0)
    async with running(host, at_once) as address, learner(address, team="Blue") as (one, seated):
        assert seated.seat.people == 1
        async with learner(address, team="Blue"):
            await one.hear_a(Seat, lambda seat: seat.seat.people == 2)
            decided = len(host.seen)
        await one.hear_a(Seat, lambda seat: seat.seat.people == 1)
        await until(lambda: host.seen[decided:] == [{"p1"}])


async def test_two_lines_of_one_person_see_the_same_seat() -> None:
    host = FakeClass()
    async with (
        running(host) as address,
        learner(address) as (one, seated),
        learner(address, token=seated.token) as (other, again),
    ):
        assert again.seat.people == 1
        await one.say(answering(1))
        await other.hear_a(Seat, lambda seat: seat.seat.agreed == 1)
        await one.answer(1)
        await one.socket.close()
        await other.say(answering(2))
        assert (await other.hear_a(Seat, lambda seat: seat.seat.agreed == 2)).seat.people == 1


async def test_a_fifth_line_of_one_person_closes_the_oldest() -> None:
    async with running(FakeClass()) as address, learner(address) as (first, seated):
        token = seated.token
        async with (
            learner(address, token=token) as (second, _),
            learner(address, token=token),
            learner(address, token=token),
            learner(address, token=token),
        ):
            bye = (await first.hear_out())[-1]
            assert isinstance(bye, Bye)
            assert bye.final
            await second.say(answering(1))
            assert await second.answer(1) == Done(1)


async def test_nobody_joins_a_class_that_is_over_and_those_in_it_come_back() -> None:
    async with running(FakeClass()) as address:
        async with learner(address) as (_, seated), facilitator(address) as conductor:
            await conductor.say(Conducted(1, carried(EndClass())))
            await conductor.answer(1)
        async with line(address) as late:
            await late.say(Hello(FORMAT, code=CODE))
            assert await late.hear_out() == [Refused(0, "The class is over; nobody can join it any more.")]
        async with learner(address, token=seated.token) as (_, again):
            assert again.seat == seated.seat


async def test_a_second_hello_is_refused_and_the_line_goes_on() -> None:
    async with running(FakeClass()) as address, learner(address) as (client, _):
        await client.say(Hello(FORMAT, code=CODE))
        assert (await client.hear_a(Refused)).id == 0
        await client.say(answering(1))
        assert await client.answer(1) == Done(1)


async def test_a_command_that_is_none_is_refused_with_its_number() -> None:
    commands: tuple[dict[str, object], ...] = (
        {},
        {"do": "begin", "case": {}},
        {"do": "leave"},
        {"do": "answer"},
        {"do": "answer", "question": "q", "subject": "s", "chosen": "yes"},
        {"do": "answer", "question": "q", "subject": "s", "chosen": ["yes"], "score": 1},
        {"do": "confirm", "at": "2026-01-01"},
        {"do": ["answer"]},
        {"do": "reveal_phase"},
    )
    host = FakeClass()
    async with running(host) as address, learner(address) as (client, _):
        for number, command in enumerate(commands, 1):
            await client.say(Do(number, command))
            assert isinstance(await client.answer(number), Refused), command
    assert host.kept.done == ()


async def test_the_wrong_version_is_told_so() -> None:
    async with running(FakeClass()) as address, line(address) as client:
        await client.say(Hello("classroom/2", code=CODE))
        (refused,) = await client.hear_out()
        assert isinstance(refused, Refused)
        assert "classroom/1" in refused.sentence


async def test_the_token_of_a_seat_conducts_nothing() -> None:
    async with running(FakeClass()) as address, learner(address) as (_, seated), line(address) as client:
        await client.say(Hello(FORMAT, token=seated.token))
        assert isinstance(await client.hear(), Seated)
        await client.say(Conducted(1, carried(EndClass())))
        assert isinstance(await client.answer(1), Refused)
