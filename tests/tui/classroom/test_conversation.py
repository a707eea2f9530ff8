"""Each thing that a learner's app says is answered, also when the line comes to its end."""

from __future__ import annotations

import asyncio

from simulator.classroom.messages import Ask, Done, Refused, Told
from simulator.tui.classroom.learner.conversation import AT_AN_END, Conversation
from tests.tui.classroom.lines import FakeLine


def asking(number: int) -> Ask:
    return Ask(number, "book")


async def test_what_the_hub_answers_goes_to_who_asked() -> None:
    line = FakeLine()
    answers: list[object] = []
    heard: list[object] = []
    talk = Conversation(lambda _name, _team: line, heard.append, heard.append)
    talk.begin("", "")
    talk.say(asking, answers.append)
    line.tell(Told(1), Done(7))
    await line.all_heard()
    assert (answers, heard) == ([Told(1)], [])
    await talk.end()


async def test_whoever_waits_for_an_answer_is_told_when_the_line_comes_to_its_end() -> None:
    line = FakeLine()
    answers: list[object] = []
    talk = Conversation(lambda _name, _team: line, answers.append, answers.append)
    talk.begin("", "")
    talk.say(asking, answers.append)
    line.end()
    await talk.end()
    assert answers == [Refused(1, AT_AN_END)]
    talk.say(asking, answers.append)
    assert answers[1:] == [Refused(0, AT_AN_END)]


async def test_after_an_end_another_line_can_be_taken_up() -> None:
    lines = [FakeLine(), FakeLine()]
    answers: list[object] = []
    talk = Conversation(lambda _name, _team: lines.pop(0), answers.append, answers.append)
    first, second = lines
    talk.begin("", "")
    first.end()
    await first.all_heard()
    while lines:
        talk.begin("", "")
        await asyncio.sleep(0)
    talk.say(asking, answers.append)
    second.tell(Told(1))
    await second.all_heard()
    assert answers == [Told(1)]
    await talk.end()
