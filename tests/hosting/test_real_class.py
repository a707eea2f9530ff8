"""The real class behind a real hub: what learners are sent, to the letter, and what they can make it do."""

from __future__ import annotations

import random
from contextlib import AsyncExitStack, asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest

from simulator.classroom.conduct import OpenQuestion
from simulator.classroom.messages import (
    FORMAT,
    Ask,
    Conducted,
    Conducting,
    Do,
    Done,
    Hello,
    Refused,
    Room,
)
from simulator.classroom.presence import Presence
from simulator.classroom.running import RunningClass
from simulator.classroom.wishes import Sit, Wish
from simulator.cli.training import training_of
from simulator.cli.workshop import Workshop
from simulator.hub.limits import Limits
from simulator.session.commands import Answer, Confirm
from tests.hub.clients import Client, line, running
from tests.hub.fake_class import FACILITATOR

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

CITED = ["IG22", "IG21", "IG999"]
PATIENT = Limits(rate=1e6, burst=10**6, malformed=10**6)


@pytest.fixture(scope="module")
def workshop() -> Workshop:
    return Workshop()


def new_class(workshop: Workshop) -> RunningClass:
    training = training_of(workshop)
    return RunningClass.new(
        workshop.guide(workshop.engine()),
        training,
        training.store.classes,
        random.Random(5).randrange,
        lambda *_: (),
    )


def happens(host: RunningClass, *wishes: Wish | Sit) -> None:
    """Without a hub; everything is done."""
    prepared = host.prepare(wishes, frozenset(host.state.people))
    assert set(prepared.outcomes) == {None}
    host.adopt(prepared)


@asynccontextmanager
async def classroom(
    workshop: Workshop, learners: int
) -> AsyncIterator[tuple[RunningClass, Client, list[Client]]]:
    """A class in its first case, its facilitator's line, and learners'."""
    host = new_class(workshop)
    async with running(host, PATIENT) as address, AsyncExitStack() as lines:
        facilitator = await lines.enter_async_context(line(address))
        await facilitator.say(Hello(FORMAT, token=FACILITATOR))
        await facilitator.hear_a(Conducting)
        clients = []
        for _ in range(learners):
            client = await lines.enter_async_context(line(address))
            await client.say(Hello(FORMAT, code=host.code))
            await client.hear()
            clients.append(client)
        await conducted(facilitator, "begin_case", pack="foundations", which="after-the-tour")
        yield host, facilitator, clients


async def conducted(facilitator: Client, name: str, **what: Any) -> None:
    number = facilitator.number()
    await facilitator.say(Conducted(number, {"do": name, **what}))
    assert isinstance(await facilitator.answer(number), Done)


async def done(client: Client, **command: Any) -> Done | Refused | object:
    number = client.number()
    await client.say(Do(number, command))
    return await client.answer(number)


def secrets_of(host: RunningClass) -> Sequence[str]:
    """Every sentence of the key that nobody may be sent before it is told."""
    course = host.state.course
    assert course is not None
    return [
        option.why
        for by_subject in course.key.values()
        for one in by_subject.values()
        for option in one.options
    ]


async def test_no_learner_is_sent_a_word_of_the_key_before_it_is_told(workshop: Workshop) -> None:
    async with classroom(workshop, 6) as (host, facilitator, clients):
        course = host.state.course
        assert course is not None
        phase, question = course.questions[0]
        await conducted(facilitator, "open_question", phase=phase, question=question)
        for client in clients:
            option = next(iter(course.key[phase, question]["case"].options)).option
            assert await done(client, do="answer", question=question, subject="case", chosen=[option])
            for what in ("key", "packs", "report", "explanation", "near_misses"):
                number = client.number()
                await client.say(
                    Ask(number, what, (phase, question, "case") if what == "explanation" else ("x",))
                )
                assert isinstance(await client.answer(number), Refused)
            assert isinstance(await done(client, do="confirm"), Done)
        await conducted(facilitator, "show_votes", shown=True)
        await clients[0].hear_a(Room, lambda room: room.room.poll is not None and room.room.committed == 6)
        sent = repr([client.heard for client in clients])
        assert not [why for why in secrets_of(host) if why and why in sent]

        await conducted(facilitator, "reveal_verdict")
        told = await clients[0].hear_a(Room, lambda room: room.room.verdict is not None)
        assert any(why in repr(told) for why in secrets_of(host))


async def test_no_learner_is_sent_the_name_or_the_answers_of_another(workshop: Workshop) -> None:
    async with classroom(workshop, 3) as (host, facilitator, clients):
        phase, question = host.state.course.questions[0]  # type: ignore[union-attr]
        await conducted(facilitator, "open_question", phase=phase, question=question)
        words = "Known to one seat alone."
        assert isinstance(
            await done(clients[0], do="rationale", question=question, subject="case", text=words), Done
        )
        await conducted(facilitator, "show_votes", shown=True)
        await clients[1].hear_a(Room, lambda room: room.room.poll is not None)
        names = [one.name for one in host.state.people.values()]
        others = repr([client.heard for client in clients[1:]])
        assert words not in others
        assert names[0] not in others


def test_nobody_needs_help_because_the_class_has_talked_for_long_before_a_vote(workshop: Workshop) -> None:
    host = new_class(workshop)
    happens(host, Sit("one", "Ann", ""), Sit("two", "Bo", ""))
    happens(host, Wish("", 1, host.begin({"pack": "foundations", "which": "after-the-tour"})))
    assert host.console(Presence(frozenset({"p1", "p2"}), now=600.0)).people[1].stuck == ""
    phase, question = host.state.course.questions[0]  # type: ignore[union-attr]
    option = next(iter(host.state.course.key[phase, question]["case"].options)).option  # type: ignore[union-attr]
    happens(host, Wish("", 2, OpenQuestion(phase, question)))
    happens(host, Wish("p1", 3, Answer(question, "case", (option,))), Wish("p1", 4, Confirm()))
    waiting = [
        host.console(Presence(frozenset({"p1", "p2"}), now=now)).people[1].stuck
        for now in (610.0, 669.0, 670.0)
    ]
    assert waiting == ["", "", "has not voted, and half of the class has"]


async def test_what_only_a_facilitator_may_do_is_refused_to_a_learner(workshop: Workshop) -> None:
    async with classroom(workshop, 1) as (host, _, (client,)):
        length = host.state.length
        for name in (
            "end_class",
            "reveal_phase",
            "reveal_verdict",
            "go_back",
            "end_case",
            "vote_again",
            "close_vote",
        ):
            number = client.number()
            await client.say(Conducted(number, {"do": name}))
            assert isinstance(await client.answer(number), Refused)
        for command in ("begin", "leave", "skip", "resume", "turn", "nonsense"):
            assert isinstance(await done(client, do=command), Refused)
        assert host.state.length == length


async def test_ten_thousand_commands_at_random_leave_a_class_that_goes_on(workshop: Workshop) -> None:
    chance = random.Random(11)
    async with classroom(workshop, 4) as (host, facilitator, clients):
        course = host.state.course
        assert course is not None
        questions = course.questions
        for _ in range(40):
            phase, question = chance.choice([at for at in questions if at[0] == questions[0][0]])
            await conducted(facilitator, "open_question", phase=phase, question=question)
            for client in clients:
                for _ in range(63):
                    number = chance.choice([client.number(), 3])
                    await client.say(Do(number, _command(chance, course.key)))
                await done(client, do="annotate", passage="report.0", start=0, end=1, highlighted=True)
                client.heard.clear()
        course = host.state.course
        assert course is not None
        votes = [one for poll in course.polls.values() for one in poll.rounds]
        assert any(votes)
        assert all(len(one) <= len(clients) for one in votes)
        again = RunningClass.resume(
            workshop.guide(workshop.engine()),
            training_of(workshop),
            workshop.store.classes,
            host.state.class_,
            random.Random(5).randrange,
            lambda *_: (),
        )
        assert again.room() == host.room()


def _command(chance: random.Random, key: Any) -> dict[str, Any]:
    at = chance.choice(list(key))
    subject = chance.choice([*key[at], "nobody", 7])
    option = chance.choice([one.option for one in next(iter(key[at].values())).options])
    return chance.choice(
        [
            {"do": "answer", "question": at[1], "subject": subject, "chosen": [option]},
            {"do": "answer", "question": at[1], "subject": subject, "chosen": [option, "nothing"]},
            {
                "do": "rationale",
                "question": at[1],
                "subject": subject,
                "text": "\x1b[31m" * chance.randrange(900),
            },
            {"do": "sureness", "question": at[1], "subject": subject, "level": chance.randrange(-1, 5)},
            {
                "do": "cite",
                "question": at[1],
                "subject": subject,
                "paragraphs": ["IG22", "IG999"][: chance.randrange(3)],
            },
            {"do": "confirm"},
            {"do": "undo"},
            {"do": "redo"},
            {
                "do": "annotate",
                "passage": "report.0",
                "start": 0,
                "end": chance.randrange(2000),
                "highlighted": True,
            },
        ]
    )
