"""Choosing a written case of a pack by keys, and the way back."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from simulator.session.case_packs import CaseTitle
from simulator.tui.screens.case import CaseScreen
from simulator.tui.screens.case_list import CaseList
from simulator.tui.screens.home import HomeScreen
from simulator.tui.screens.new_case import NewCase
from simulator.tui.screens.packs import PackChoice
from tests.tui.test_snapshots import press
from tests.tui.written import BAD, LITTLE

if TYPE_CHECKING:
    from typing import Any

    from simulator.store.store import Store
    from tests.tui.conftest import MakeApp, Playing
    from tests.tui.test_snapshots import SnapCompare

TITLES = ("Three things on a bench", "A late find", "The reader who came twice")
CASES = tuple(CaseTitle(f"c{number}", title) for number, title in enumerate(TITLES, 1))
WRITTEN = replace(LITTLE, name="written", title="Written by hand", intensity=2, cases=CASES)
MANY = replace(
    WRITTEN, cases=tuple(CaseTitle(f"c{number}", f"Find number {number}") for number in range(1, 41))
)
LONG = CaseTitle("long", "A title that goes on " + "and on and on " * 8 + "to its end")


def begun(store: Store) -> dict[str, Any]:
    """The case of the one session that is kept."""
    [draft] = store.unfinished()
    case: dict[str, Any] = store.load(draft.session)[0]["data"]["case"]
    return case


async def test_the_list_shows_note_titles_and_how_many_there_are(playing: Playing) -> None:
    async with playing(packs=[WRITTEN]) as player:
        await player.press("enter", "enter")
        text = player.text()
        assert "Written by hand: 3 cases of 25 min, intensity 2 of 3" in text
        assert WRITTEN.content_note in text
        assert [title in text for title in TITLES] == [True] * 3


async def test_enter_starts_the_first_written_case(playing: Playing, store: Store) -> None:
    async with playing(packs=[WRITTEN]) as player:
        await player.press("enter", "enter", "enter")
        assert isinstance(player.app.screen, CaseScreen)
        assert begun(store)["id"] == "written.c1"


async def test_the_cursor_chooses_among_the_cases(playing: Playing, store: Store) -> None:
    async with playing(packs=[WRITTEN]) as player:
        await player.press("enter", "enter", "down", "down", "enter")
        assert begun(store)["id"] == "written.c3"


async def test_a_new_case_is_made_from_a_seed(playing: Playing, store: Store) -> None:
    async with playing(packs=[WRITTEN]) as player:
        await player.press("enter", "enter", "up", "enter")
        assert isinstance(player.app.screen, NewCase)
        await player.press("enter")
        assert begun(store)["seed"] == 7


async def test_a_pack_that_makes_no_cases_offers_none(playing: Playing, store: Store) -> None:
    async with playing(packs=[replace(WRITTEN, makes=False)]) as player:
        await player.press("enter", "enter")
        assert "A new case" not in player.text()
        await player.press("enter")
        assert begun(store)["id"] == "written.c1"


async def test_escape_goes_back_and_starts_nothing(playing: Playing, store: Store) -> None:
    async with playing(packs=[WRITTEN]) as player:
        await player.press("enter", "enter", "escape")
        assert isinstance(player.app.screen, PackChoice)
        await player.press("escape")
        assert isinstance(player.app.screen, HomeScreen)
        assert not store.unfinished()


async def test_the_way_back_from_a_seed_leads_to_the_list(playing: Playing) -> None:
    async with playing(packs=[WRITTEN]) as player:
        await player.press("enter", "enter", "up", "enter", "escape")
        assert isinstance(player.app.screen, CaseList)
        assert player.app.screen._at == ""
        await player.press("escape", "escape")
        assert isinstance(player.app.screen, HomeScreen)


async def test_after_a_case_the_cursor_is_where_it_was(playing: Playing, store: Store) -> None:
    async with playing(packs=[LITTLE, WRITTEN]) as player:
        await player.press("enter", "down", "enter", "down", "enter", "q")
        assert isinstance(player.app.screen, HomeScreen)
        await player.press("down", "enter", "enter", "enter")
        cases = [store.load(draft.session)[0]["data"]["case"]["id"] for draft in store.unfinished()]
        assert cases == ["written.c2", "written.c2"]


async def test_a_list_longer_than_the_screen_is_walked_to_its_end(playing: Playing, store: Store) -> None:
    async with playing(packs=[MANY]) as player:
        await player.press("enter", "enter", "end")
        assert "Find number 40" in player.text()
        assert "Esc goes back" in player.text()
        await player.press("enter")
        assert begun(store)["id"] == "written.c40"


async def test_after_a_case_far_down_the_cursor_is_where_it_was(playing: Playing, store: Store) -> None:
    cases = tuple(CaseTitle(f"c{number}", f"Find number {number}") for number in range(1, 301))
    async with playing(packs=[LITTLE, replace(WRITTEN, cases=cases)]) as player:
        await player.press("enter", "down", "enter", "end", "up", "enter", "q")
        await player.press("down", "enter", "enter")
        assert "Find number 299" in player.text()
        await player.press("enter")
        started = [store.load(draft.session)[0]["data"]["case"]["id"] for draft in store.unfinished()]
        assert started == ["written.c299", "written.c299"]


async def test_a_long_title_is_read_to_its_end(playing: Playing) -> None:
    async with playing(packs=[replace(WRITTEN, cases=(LONG, *CASES))]) as player:
        await player.press("enter", "enter")
        assert "toitsend" in player.squeezed("#cases")


async def test_a_case_at_fault_is_said_and_another_can_be_chosen(playing: Playing, store: Store) -> None:
    bad = CaseTitle(BAD, "A bad one")
    async with playing(packs=[replace(WRITTEN, cases=(bad, *CASES))]) as player:
        await player.press("enter", "enter", "enter")
        assert isinstance(player.app.screen, HomeScreen)
        assert "bad.yaml:3:1: this is no case; write one" in player.text()
        await player.press("enter", "enter", "down", "enter")
        assert begun(store)["id"] == "written.c1"


async def test_titles_are_cleaned(playing: Playing) -> None:
    hostile = CaseTitle("c0", "[red]Loud[/red]\x1b[2J\u202eecin")
    async with playing(packs=[replace(WRITTEN, cases=(hostile, *CASES))]) as player:
        await player.press("enter", "enter")
        text = player.text()
        assert "[red]Loud[/red]" in text
        assert "\x1b" not in text
        assert "\u202e" not in text


def test_the_list_of_cases_looks_as_it_did(make_app: MakeApp, snap_compare: SnapCompare) -> None:
    app = make_app(packs=[LITTLE, MANY])
    assert snap_compare(
        app, terminal_size=(80, 24), run_before=partial(press, keys=("enter", "down", "enter"))
    )


def test_several_packs_look_as_they_did(make_app: MakeApp, snap_compare: SnapCompare) -> None:
    longest = replace(WRITTEN, name="longest", title="Of things found late and brought back in parts")
    app = make_app(packs=[WRITTEN, longest, LITTLE])
    assert snap_compare(app, terminal_size=(80, 24), run_before=partial(press, keys=("enter",)))
