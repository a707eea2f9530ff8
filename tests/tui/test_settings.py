"""The settings hold at once and for the next time; what is wrong with their file is said in a sentence."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from simulator.preferences.keeping import preferences_path, read_preferences
from simulator.preferences.preferences import Preferences
from simulator.session.view import CareView
from simulator.store.place import store_path
from simulator.tui.screens.case import CaseScreen
from simulator.tui.screens.home import HomeScreen
from simulator.tui.screens.settings import ONLY_TOLD, SettingsScreen
from simulator.tui.screens.too_small import TooSmall
from simulator.tui.theme import COLOUR_SAFE, DARK, HIGH_CONTRAST, LIGHT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.conftest import Playing

CARE = CareView("Ring 0000 [red]day[/red] and night.", "Stop: this is not a case.\x1b[2J")


async def test_enter_goes_from_one_theme_to_the_next_and_it_holds_at_once(playing: Playing) -> None:
    async with playing() as player:
        await player.press("f3")
        seen = [player.app.theme]
        for _ in range(4):
            await player.press("enter")
            seen.append(player.app.theme)
        assert seen == [DARK.name, LIGHT.name, HIGH_CONTRAST.name, COLOUR_SAFE.name, DARK.name]
        assert "Colours     Dark" in player.text()


async def test_what_was_set_holds_the_next_time(playing: Playing) -> None:
    async with playing() as player:
        await player.press("f3", "enter", "down", "enter", "down", "enter")
    assert read_preferences().preferences == Preferences(LIGHT.name, "reduced", "large")
    async with playing() as player:
        assert player.app.theme == LIGHT.name
        assert player.app.animation_level == "none"
        assert player.app.has_class("-large")


async def test_movement_can_be_reduced_and_had_again(playing: Playing) -> None:
    async with playing() as player:
        usual = player.app.animation_level
        await player.press("f3", "down", "enter")
        assert player.app.animation_level == "none"
        await player.press("enter")
        assert player.app.animation_level == usual


async def test_the_settings_can_be_opened_in_a_case_and_lead_back_to_it(playing: Playing) -> None:
    async with playing() as player:
        await player.start()
        await player.press("f3", "enter", "escape")
        assert isinstance(player.app.screen, CaseScreen)
        assert player.app.theme == LIGHT.name
        await player.press("f3", "f3")
        assert isinstance(player.app.screen, CaseScreen)


async def test_the_entry_of_the_opening_screen_leads_to_the_settings(playing: Playing) -> None:
    async with playing() as player:
        await player.press("down", "down", "down", "enter")
        assert isinstance(player.app.screen, SettingsScreen)
        await player.press("q")
        assert isinstance(player.app.screen, HomeScreen)


async def test_the_large_layout_shows_one_side_at_a_time_and_needs_less_room(playing: Playing) -> None:
    async with playing(size=(120, 40)) as player:
        await player.start()
        assert player.app.screen.has_class("-wide")
        await player.press("f3", "down", "down", "enter", "escape")
        assert player.app.screen.has_class("-narrow")
        assert not player.app.screen.has_class("-wide")
        await player.pilot.resize_terminal(60, 18)
        await player.settle()
        assert isinstance(player.app.screen, CaseScreen)
        await player.press("f3", "down", "down", "enter")
        assert isinstance(player.app.screen, TooSmall)


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (200, 60)])
async def test_every_screen_of_the_large_layout_keeps_its_standing_line(
    playing: Playing, size: tuple[int, int]
) -> None:
    preferences_path().parent.mkdir()
    preferences_path().write_text(json.dumps({"format": "preferences/1", "layout": "large"}))
    async with playing(size=size) as player:
        for keys in ((), ("enter",), ("enter",), ("enter",), ("f",), ("enter",), ("escape", "f1"), ("f2",)):
            await player.press(*keys)
            assert "Made up; for tests only." in player.text()


async def test_the_texts_of_care_are_shown_with_where_a_force_sets_them(playing: Playing) -> None:
    async with playing(size=(120, 40), care=CARE) as player:
        await player.press("f3", "down", "down", "down", "down")
        text = player.text()
        assert "Ring 0000 [red]day[/red] and night." in text
        assert "Stop: this is not a case." in text
        assert "settings.yaml" in player.squeezed("#meaning")


async def test_it_is_said_where_things_are_kept(playing: Playing) -> None:
    async with playing(size=(120, 40)) as player:
        await player.press("f3", "end")
        said = player.squeezed("#meaning")
        assert str(store_path()) in said
        assert str(preferences_path()) in said


@pytest.mark.parametrize("row", ["Support", "Kept in"])
async def test_where_there_is_nothing_to_change_that_is_said_and_the_arrow_keys_go_on(
    playing: Playing, row: str
) -> None:
    async with playing() as player:
        await player.press("f3", "end", *["up"] * (row == "Support"), "enter")
        assert ONLY_TOLD in player.text()
        assert f"► {row}" in player.text()
        await player.press("up")
        assert f"► {row}" not in player.text()
        assert ONLY_TOLD not in player.text()


async def test_settings_that_cannot_be_kept_are_said_to_hold_until_quitting(
    playing: Playing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("SIMULATOR_PREFERENCES", str(tmp_path / "file" / "preferences.json"))
    async with playing(size=(120, 40)) as player:
        await player.press("f3", "enter")
        assert player.app.theme == LIGHT.name
        assert "!Yoursettingscouldnotbesaved" in player.squeezed("#said")


async def test_a_damaged_file_is_said_on_the_opening_screen_and_all_is_as_usual(playing: Playing) -> None:
    preferences_path().parent.mkdir()
    preferences_path().write_text("{")
    async with playing() as player:
        assert "!Yoursettingsin" in player.squeezed("#said")
        assert player.app.theme == DARK.name


async def test_who_has_come_to_a_debrief_is_not_offered_the_first_case_again(playing: Playing) -> None:
    from dataclasses import replace

    from simulator.session.case_packs import CaseTitle
    from tests.tui.written import LITTLE

    pack = replace(LITTLE, cases=(CaseTitle("c1", "A short one"),), first="c1")
    async with playing(packs=[pack]) as player:
        assert "First case" in player.text()
        await player.press("enter", "f")
        player.app._introduced()
        await player.press("q")
        assert "First case" not in player.text()
    async with playing(packs=[pack]) as player:
        assert "First case" not in player.text()
