"""The hub is a program of its own that ends with the console, and is started again where it dies."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.classroom.codes import new_token
from simulator.classroom.line import Lost
from simulator.classroom.messages import FORMAT, Do, Done, Hello, Seated
from simulator.cli.hosting.keeper import PROGRAM, HubKeeper
from simulator.cli.hosting.wanted import Trouble, Wanted, answer_in, line_of
from simulator.errors.faults import UsageFault
from simulator.line.web import WebLine

from .classes import LONGEST, Facilitator, conducting


def hubs_of(parent: int) -> list[int]:
    """The hubs that a process has started, by their numbers."""
    found = []
    for each in Path("/proc").iterdir():
        if each.name.isdigit():
            try:
                words = (each / "cmdline").read_bytes().split(b"\0")
                ours = (each / "stat").read_text().rpartition(")")[2].split()[1] == str(parent)
            except OSError:
                continue
            if PROGRAM.encode() in words and ours:
                found.append(int(each.name))
    return found


async def test_a_hub_killed_in_mid_question_goes_on_with_every_seat_and_vote() -> None:
    async with conducting() as facilitator:
        heard: list[object] = []
        something = asyncio.Event()

        def hear(message: object) -> None:
            heard.append(message)
            something.set()

        line = WebLine(f"127.0.0.1:{facilitator.port}", Hello(FORMAT, code=facilitator.code, name="Ash"))
        talking = asyncio.create_task(line.talk(hear))
        await facilitator.sees(lambda console: console.people)
        await facilitator.does("begin_case", pack="foundations", which="after-the-tour")
        at = facilitator.console.phases[0].phase, facilitator.console.phases[0].questions[0].question
        await facilitator.does("open_question", phase=at[0], question=at[1])
        numbers = [line.number(), line.number()]
        answer = {"do": "answer", "question": at[1], "subject": "case", "chosen": [facilitator.first_option]}
        line.say(Do(numbers[0], answer))
        line.say(Do(numbers[1], {"do": "confirm"}))
        async with asyncio.timeout(LONGEST):
            while not {one.id for one in heard if isinstance(one, Done)}.issuperset(numbers):
                something.clear()
                await something.wait()

        (hub,) = hubs_of(os.getpid())
        os.kill(hub, signal.SIGKILL)
        async with asyncio.timeout(LONGEST):
            while not isinstance(heard[-1], Seated):
                something.clear()
                await something.wait()
        assert any(isinstance(one, Lost) for one in heard)
        assert heard[-1].seat.voted
        await facilitator.does("show_votes", shown=True)
        console = facilitator.console
        assert (console.current, console.room.committed, [one.name for one in console.people]) == (
            at,
            1,
            ["Ash"],
        )
        await line.close()
        await talking


async def test_nothing_is_left_when_the_console_ends() -> None:
    async with conducting():
        assert hubs_of(os.getpid())
    assert not hubs_of(os.getpid())


async def test_a_class_that_was_cut_off_is_gone_on_with() -> None:
    async with conducting() as first:
        code, class_ = first.code, first.keeper.ready.class_
        await first.does("begin_case", pack="foundations", which="after-the-tour")
    async with conducting(new=False) as again:
        assert (again.code, again.keeper.ready.class_, again.keeper.ready.goes_on) == (code, class_, True)
        assert again.console.case == 1
        await again.does("end_class")
    async with conducting(new=False) as other:
        assert other.keeper.ready.class_ != class_


def test_where_somebody_else_listens_it_says_so() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(UsageFault, match=f"cannot listen at port {port}"):
            HubKeeper(Wanted(facilitator=new_token(), port=port, new=True))
    assert not hubs_of(os.getpid())


@pytest.mark.parametrize(
    "wanted",
    [b"", b"nonsense\n", line_of(Wanted(facilitator="f", pack="no-such-pack")), b'{"facilitator": 7}\n'],
)
def test_a_hub_that_cannot_be_says_why_in_a_line(wanted: bytes) -> None:
    done = subprocess.run(
        [sys.executable, "-m", PROGRAM], input=wanted, capture_output=True, check=False, timeout=LONGEST
    )
    answer = answer_in(done.stdout)
    assert isinstance(answer, Trouble)
    assert answer.sentence.endswith(".")
    assert done.returncode in (1, 3)


async def test_several_lines_of_the_facilitator_see_the_same() -> None:
    async with conducting() as facilitator:
        second = Facilitator(facilitator.keeper, facilitator.token)
        await second.does("begin_case", pack="foundations", which="after-the-tour")
        await facilitator.sees(lambda console: console.case == 1)
        assert facilitator.console.room == second.console.room
        await second.close()


async def test_where_no_other_hub_can_be_started_the_console_is_told_why() -> None:
    told: list[str] = []
    async with conducting() as facilitator:
        keeper = facilitator.keeper
        keeper._wanted = Wanted(facilitator=facilitator.token, pack="no-such-pack")
        (hub,) = hubs_of(os.getpid())
        os.kill(hub, signal.SIGKILL)
        keeper._watching.join(LONGEST)
        keeper.when_it_fails(told.append)
    [why] = told
    assert why.startswith("The hub is gone and could not be started again: ")
    assert "no-such-pack" in why
