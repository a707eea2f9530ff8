"""Choosing a pack: what is said of the one under the cursor, and the mode in which its case is begun."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from simulator.session.case_packs import CaseTitle
from simulator.tui.screens.case import CaseScreen
from simulator.tui.screens.home import HomeScreen
from simulator.tui.screens.packs import PackChoice
from tests.tui.written import LITTLE

if TYPE_CHECKING:
    from simulator.store.store import Store
    from tests.tui.conftest import Playing

SHORT = CaseTitle("short", "A short one")
WRITTEN = replace(
    LITTLE,
    name="written",
    title="Written by hand",
    content_note="Somebody weeps in it.",
    intensity=2,
    cases=(CaseTitle("long", "A long one"), SHORT),
)
HOSTILE = replace(LITTLE, name="hostile", title="[red]Loud\x1b[2J", content_note="\u202e[/nope]" + "x" * 5000)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_the_note_and_the_intensity_of_the_pack_under_the_cursor_are_shown(
    playing: Playing, size: tuple[int, int]
) -> None:
    async with playing(size=size, packs=[LITTLE, WRITTEN]) as player:
        await player.press("enter")
        assert LITTLE.content_note in player.text()
        assert "Intensity" not in player.text()
        await player.press("down")
        assert WRITTEN.content_note in player.text()
        assert "Intensity ●●○ 2 of 3" in player.text()


@pytest.mark.parametrize(("downs", "mode"), [(0, "practice"), (1, "assessment")])
async def test_the_mode_is_that_of_the_entry(playing: Playing, store: Store, downs: int, mode: str) -> None:
    async with playing() as player:
        await player.press(*["down"] * downs, "enter", "enter", "enter")
        assert isinstance(player.app.screen, CaseScreen)
        assert player.app.screen.view.mode == mode


async def test_the_first_case_is_the_one_that_its_pack_names(playing: Playing, store: Store) -> None:
    async with playing(packs=[LITTLE, replace(WRITTEN, first="short")]) as player:
        assert "First case" in player.text()
        await player.press("enter")
        assert isinstance(player.app.screen, CaseScreen)
        [draft] = store.unfinished()
        assert store.load(draft.session)[0]["data"]["case"]["id"] == "written.short"


async def test_without_a_first_case_none_is_offered(playing: Playing) -> None:
    async with playing(packs=[WRITTEN]) as player:
        assert "First case" not in player.text()


async def test_without_packs_there_is_nothing_to_practise(playing: Playing) -> None:
    async with playing(packs=[]) as player:
        text = player.text()
        assert not [entry for entry in ("First case", "Practise", "Assess") if entry in text]
        assert [entry for entry in ("Settings", "Help", "Quit") if entry in text] == [
            "Settings",
            "Help",
            "Quit",
        ]


async def test_the_cursor_is_on_the_pack_it_was_on(playing: Playing) -> None:
    async with playing(packs=[LITTLE, WRITTEN]) as player:
        await player.press("enter", "down", "enter", "escape")
        assert isinstance(player.app.screen, PackChoice)
        assert WRITTEN.content_note in player.text()


async def test_escape_leads_back_and_begins_nothing(playing: Playing, store: Store) -> None:
    async with playing() as player:
        await player.press("enter", "escape")
        assert isinstance(player.app.screen, HomeScreen)
        assert not store.unfinished()


async def test_hostile_titles_and_notes_are_shown_and_do_nothing(playing: Playing) -> None:
    async with playing(size=(200, 60), packs=[HOSTILE]) as player:
        await player.press("enter")
        text = player.text()
        assert "[red]Loud" in text
        assert "[/nope]" in text
        assert "\x1b" not in text
        assert "\u202e" not in text
