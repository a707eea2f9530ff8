"""The opening screen: what is chosen before it can be done, where the cursor is afterwards, and who is given hints."""

from __future__ import annotations

from dataclasses import replace
from threading import Event
from typing import TYPE_CHECKING

import pytest

from simulator.errors.faults import UsageFault
from simulator.session.case_packs import CaseTitle
from simulator.tui.app import SimulatorApp
from simulator.tui.screens.case import CaseScreen
from simulator.tui.screens.guidance import GuidanceScreen
from simulator.tui.screens.help import HelpScreen
from simulator.tui.screens.home import AT_ONCE, HomeScreen
from simulator.tui.screens.packs import PackChoice
from simulator.tui.widgets.coach import READ
from tests.tui.conftest import screen_text, settle
from tests.tui.lost_property import CASE, almost_finish
from tests.tui.test_app import KEPT_PACK, unloadable
from tests.tui.written import LITTLE

if TYPE_CHECKING:
    from simulator.session.case_packs import CasePack
    from simulator.session.training import Training
    from simulator.store.store import Store
    from tests.tui.conftest import MakeApp, Playing

PRACTISE, ASSESS, GUIDANCE = (), ("down",), ("down", "down")
"""From the first entry of an index without a first case."""


def waiting(make_app: MakeApp) -> tuple[SimulatorApp, Event]:
    """An app that shows what it was kept of the packs, and loads them once the event is set."""
    app, known = make_app(), Event()
    load = app._load
    app._load = lambda: (known.wait(20), load())[1]
    app._index = {"packs": [{**KEPT_PACK, "first": ""}]}
    return app, known


@pytest.mark.parametrize(
    ("to", "screen"), [(PRACTISE, PackChoice), (ASSESS, PackChoice), (GUIDANCE, GuidanceScreen)]
)
async def test_what_is_chosen_early_is_said_to_be_made_ready_and_opens_as_soon_as_it_is(
    make_app: MakeApp, to: tuple[str, ...], screen: type
) -> None:
    app, known = waiting(make_app)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for key in (*to, "enter"):
            await pilot.press(key)
        assert isinstance(app.screen, HomeScreen)
        assert AT_ONCE in screen_text(app)
        known.set()
        await settle(pilot)
        assert [type(each) for each in app.screen_stack] == [HomeScreen, screen]
        if isinstance(app.screen, PackChoice):
            assert app.screen._packs


async def test_what_was_chosen_early_waits_until_the_opening_screen_is_back(make_app: MakeApp) -> None:
    app, known = waiting(make_app)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("enter", "f1")
        known.set()
        await settle(pilot)
        assert isinstance(app.screen, HelpScreen)
        await pilot.press("f1")
        await settle(pilot)
        assert isinstance(app.screen, PackChoice)


async def test_of_what_is_chosen_early_the_last_holds(make_app: MakeApp) -> None:
    app, known = waiting(make_app)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("enter", "down", "enter")
        known.set()
        await settle(pilot)
        assert app._mode == "assessment"
        assert [type(each) for each in app.screen_stack] == [HomeScreen, PackChoice]


async def test_where_nothing_can_be_loaded_choosing_says_why_again() -> None:
    tried: list[int] = []

    def load() -> Training:
        tried.append(1)
        return unloadable()

    app = SimulatorApp(load, {"packs": [KEPT_PACK]})
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await settle(pilot)
        before = len(tried)
        await pilot.press("enter")
        await settle(pilot)
        assert len(tried) > before
        assert str(UsageFault("There is no pack of cases; install one.")) in screen_text(app)
        assert isinstance(app.screen, HomeScreen)
        app._desk.close()


async def test_after_a_case_is_left_the_cursor_is_on_it(playing: Playing, store: Store) -> None:
    almost_finish(store)
    async with playing() as player:
        await player.press("down", "down", "enter", "enter", "enter")
        assert isinstance(player.app.screen, CaseScreen)
        await player.press("q")
        assert "► Go on" in player.text()
        await player.press("enter", "f")
        assert "1 of 2  " not in player.text()
        assert player.app.screen.view.mode == "assessment"


# Hints


HINT = READ.partition(":")[0]


def with_a_first() -> CasePack:
    return replace(LITTLE, cases=(CaseTitle("c1", str(CASE["title"])),), first="c1")


async def test_a_first_case_that_is_gone_on_with_gives_hints_again(playing: Playing) -> None:
    async with playing(packs=[with_a_first()]) as player:
        await player.press("enter", "q", "enter")
        assert isinstance(player.app.screen, CaseScreen)
        assert HINT in player.text()


async def test_a_first_case_gives_hints_again_although_another_was_finished_meanwhile(
    playing: Playing,
) -> None:
    async with playing(packs=[with_a_first()]) as player:
        await player.press("enter")
        player.app._introduced()
        await player.press("q", "enter")
        assert HINT in player.text()


async def test_a_first_case_gives_hints_again_in_another_run_until_one_was_finished(playing: Playing) -> None:
    async with playing(packs=[with_a_first()]) as player:
        await player.press("enter", "q")
    async with playing(packs=[with_a_first()]) as player:
        await player.press("enter")
        assert HINT in player.text()
        player.app._introduced()
        await player.settle()
    async with playing(packs=[with_a_first()]) as player:
        await player.press("enter")
        assert isinstance(player.app.screen, CaseScreen)
        assert HINT not in player.text()
