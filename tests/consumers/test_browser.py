"""A learner in a real browser: joins by code, plays a case, loses the line and comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.hosting.classes import Facilitator, conducting
from tests.line.cable import cable

from .browsing import Tab, browser

if TYPE_CHECKING:
    from simulator.classroom.class_view import ConsoleView

pytestmark = pytest.mark.usefixtures("own_store")


@pytest.fixture
def own_store(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIMULATOR_STORE", str(tmp_path_factory.mktemp("store") / "store.sqlite"))


async def test_a_learner_joins_by_code_plays_a_case_loses_the_line_and_comes_back(chromium: str) -> None:
    async with (
        conducting() as facilitator,
        cable(f"127.0.0.1:{facilitator.port}") as way,
        browser(chromium) as context,
    ):
        tab = Tab(await context.new_page())
        await tab.joins(f"http://{way.address}/", "ZZZZ-ZZZZ")
        await tab.page.get_by_text("not the code").wait_for()
        await tab.joins(f"http://{way.address}/", facilitator.code.lower())
        await tab.sees("You join as")
        await tab.press("Enter")
        await tab.sees("The facilitator will begin")
        assert len((await facilitator.sees(lambda console: console.people)).people) == 1

        await facilitator.does("begin_case", pack="foundations", which="after-the-tour")
        await tab.sees("Read the file")
        questions = [
            (phase.phase, one.question) for phase in facilitator.console.phases for one in phase.questions
        ]
        for number, (phase, question) in enumerate(questions):
            if not _come(facilitator.console, phase):
                await facilitator.does("reveal_phase")
            await facilitator.does("open_question", phase=phase, question=question)
            await _votes(tab, facilitator)
            await facilitator.does("reveal_verdict")
            await tab.sees("What the guidance says")
            if number == 1:
                way.cut()
                await tab.sees("Trying again", "You have voted", "What the guidance says")
                await facilitator.sees(lambda console: console.people[0].connected)
        await facilitator.does("end_case")
        await tab.sees("Debrief", "debrief")
        assert all(one.voted == 1 for phase in facilitator.console.phases for one in phase.questions)
        assert len(facilitator.console.people) == 1
        assert {urlsplit(address).netloc for address in tab.asked} == {way.address}
        assert not tab.troubles


def _come(console: ConsoleView, phase: str) -> bool:
    return next(one.come for one in console.phases if one.phase == phase)


async def _votes(tab: Tab, facilitator: Facilitator) -> None:
    """Take the first option of every decision of the open question, and vote."""
    person = (await facilitator.sees(lambda console: console.people[0].due)).people[0]
    await tab.sees("0 of 1 have voted")
    while person.answered < person.due:
        answered = person.answered
        await tab.press("n", "Enter")
        await tab.sees("( )", "[ ]")
        await tab.press(*(("Space", "Enter") if "[ ]" in tab.shown else ("Enter",)))
        console = await facilitator.sees(lambda console, before=answered: console.people[0].answered > before)  # type: ignore[misc]
        person = console.people[0]
        await tab.until(lambda: "( )" not in tab.shown and "[ ]" not in tab.shown, "the case again")
    await tab.press("c")
    await tab.sees("Not yet")
    await tab.press("y")
    await facilitator.sees(lambda console: console.people[0].voted)
