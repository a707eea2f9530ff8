"""The preview of a case: text and key, shown again as the pack is saved."""

from __future__ import annotations

from contextlib import asynccontextmanager
from functools import partial
from typing import TYPE_CHECKING

import pytest

from simulator.authoring.lint.finding import Finding
from simulator.tui.preview.page import Page
from tests.tui.previewed import BENCH, BROKEN, LOCKER, UMBRELLA, Desk, lost, press, settle

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from textual.pilot import Pilot

SMALL, WIDE = (80, 24), (140, 40)
HOSTILE = ["[@click=app.quit]here[/]", "[/nope]", "[bold red]no[/bold red]", "$accent \\[x] :smile:"]
ACTING = "\x1b]52;c;aGk=\x07\x1b[2J\x9b2J\u202eolleh a\u200bb"


@asynccontextmanager
async def looking(desk: Desk, size: tuple[int, int] = SMALL) -> AsyncIterator[Pilot[None]]:
    """Looks at what lies on the desk."""
    async with desk.app.run_test(size=size) as pilot:
        await settle(pilot)
        yield pilot


async def test_the_text_is_shown_without_its_key() -> None:
    desk = Desk()
    async with looking(desk):
        assert "little: cases/bench.yaml (1 of 3)" in desk.text()
        assert "1. A reader brought a ring" in desk.text()
        assert "Made up; for tests only." in desk.text()
        assert "States" not in desk.text()


async def test_in_80_columns_the_key_takes_the_place_of_the_text_and_gives_it_back() -> None:
    desk = Desk()
    async with looking(desk) as pilot:
        await press(pilot, "k")
        assert "States: Ring (R): weight 2." in desk.text()
        assert "“1. A reader…”" in desk.text()
        assert "brought a ring" not in desk.text()
        await press(pilot, "k")
        assert "States" not in desk.text()


async def test_in_a_wide_terminal_text_and_key_stand_beside_each_other() -> None:
    desk = Desk()
    async with looking(desk, WIDE) as pilot:
        await press(pilot, "k")
        [line] = [line for line in desk.text().splitlines() if "1. A reader brought" in line]
        assert "States: Ring (R): weight 2." in line
        assert "“1. A reader…”" not in desk.text()


async def test_a_terminal_that_becomes_wide_shows_both_sides() -> None:
    desk = Desk()
    async with looking(desk) as pilot:
        await press(pilot, "k")
        await pilot.resize_terminal(*WIDE)
        await settle(pilot)
        assert "1. A reader brought" in desk.text()
        assert "States" in desk.text()


async def test_what_was_saved_is_shown_and_when() -> None:
    desk = Desk()
    async with looking(desk) as pilot:
        desk.case = lost("Things under a bench")
        await desk.save(pilot)
        assert "Things under a bench" in desk.text()
        assert "read again at 09:00:00" in desk.text()


@pytest.mark.parametrize("key", [False, True], ids=["text", "key"])
async def test_where_one_has_scrolled_to_stays_as_the_case_is_shown_again(key: bool) -> None:
    desk = Desk(lost(blocks=20))
    async with looking(desk) as pilot:
        await press(pilot, *(["k"] if key else []), "pagedown", "down", "down")
        page = desk.app.screen.query_one(Page)
        before = page.scroll_offset.y
        desk.case = lost("Things under a bench", blocks=21)
        await desk.save(pilot)
        assert before > 10
        assert page.scroll_offset.y == before


async def test_the_same_block_is_at_the_top_after_going_to_the_key() -> None:
    desk = Desk(lost(blocks=20))
    async with looking(desk) as pilot:
        page = desk.app.screen.query_one(Page)
        page.scroll_to(y=page.query("RowOfPage")[9].virtual_region.y, animate=False)
        await settle(pilot)
        assert "8. A reader" in desk.text().splitlines()[1]
        await press(pilot, "k")
        assert "“8. A reader…”" in desk.text().splitlines()[1]


async def test_blocks_that_were_taken_out_are_gone() -> None:
    desk = Desk(lost(blocks=5))
    async with looking(desk, WIDE) as pilot:
        assert "5. A reader" in desk.text()
        desk.case = lost(blocks=3)
        await desk.save(pilot)
        assert "3. A reader" in desk.text()
        assert "4. A reader" not in desk.text()
        assert desk.text().count("Where is it kept?") == 1


async def test_a_file_that_is_broken_shows_its_faults_above_the_last_good_version() -> None:
    desk = Desk()
    async with looking(desk) as pilot:
        desk.case, desk.faults = None, (BROKEN,)
        await desk.save(pilot)
        assert "cases/bench.yaml:7:3: unknown key `stats`; did you mean `states`?" in desk.text()
        assert "Things on a bench" in desk.text()
        desk.case, desk.faults = lost("Mended"), ()
        await desk.save(pilot)
        assert "unknown key" not in desk.text()
        assert "Mended" in desk.text()


async def test_many_faults_leave_room_for_the_text() -> None:
    desk = Desk()
    async with looking(desk) as pilot:
        desk.case, desk.faults = None, (BROKEN,) * 60
        await desk.save(pilot)
        assert "Things on a bench" in desk.text()


async def test_a_case_that_was_never_good_shows_its_faults_alone() -> None:
    desk = Desk()
    desk.case, desk.faults = None, (BROKEN,)
    async with looking(desk):
        assert "unknown key `stats`" in desk.text()
        assert "before" not in desk.text()


async def test_trouble_is_told_in_a_sentence_and_the_preview_goes_on() -> None:
    desk = Desk()
    async with looking(desk) as pilot:
        desk.trouble = "there is no guidance pack 'nowhere'."
        await desk.save(pilot)
        assert "there is no guidance pack 'nowhere'." in desk.text()
        desk.trouble, desk.case = "", lost("All is well")
        await desk.save(pilot)
        assert "nowhere" not in desk.text()
        assert "All is well" in desk.text()


async def test_a_fault_of_the_program_is_told_in_a_sentence_and_the_preview_goes_on() -> None:
    desk = Desk()
    async with looking(desk) as pilot:
        desk.error = ZeroDivisionError("by nothing")
        await desk.save(pilot)
        assert "Reading failed (ZeroDivisionError: by nothing)." in desk.text()
        assert "Things on a bench" in desk.text()


async def test_the_findings_of_the_linter_are_counted_below_and_told_in_the_key() -> None:
    desk = Desk()
    desk.findings = (Finding(BENCH, 3, 1, "unlike", "error", "this is unlike that", "make it so"),)
    async with looking(desk) as pilot:
        assert "Linter: 1 error" in desk.text()
        assert "unlike" not in desk.text()
        await press(pilot, "k")
        assert "bench.yaml:3:1: this is unlike that; make it so [unlike]" in desk.text()


async def test_the_cases_can_be_gone_through_in_both_directions() -> None:
    desk = Desk()
    async with looking(desk) as pilot:
        await press(pilot, "n", "n", "n", "p")
        assert desk.asked == [BENCH, LOCKER, UMBRELLA, BENCH, UMBRELLA]
        assert "cases/umbrella.yaml (3 of 3)" in desk.text()


async def test_another_case_begins_at_its_top() -> None:
    desk = Desk(lost(blocks=20))
    async with looking(desk) as pilot:
        await press(pilot, "pagedown", "n")
        assert desk.app.screen.query_one(Page).scroll_offset.y == 0


async def test_another_case_that_is_at_fault_does_not_show_the_one_before() -> None:
    desk = Desk()
    async with looking(desk) as pilot:
        desk.case, desk.faults = None, (BROKEN,)
        await press(pilot, "n")
        assert "Things on a bench" not in desk.text()
        assert "unknown key" in desk.text()


async def test_a_case_is_chosen_from_the_list() -> None:
    desk = Desk()
    async with looking(desk) as pilot:
        await press(pilot, "l")
        assert "little: 3 cases" in desk.text()
        await press(pilot, "down", "enter")
        assert "cases/locker.yaml (2 of 3)" in desk.text()


async def test_the_list_is_left_without_choosing() -> None:
    desk = Desk()
    async with looking(desk) as pilot:
        await press(pilot, "l", "down", "escape")
        assert desk.asked == [BENCH]
        assert "1. A reader" in desk.text()


async def test_a_save_while_the_list_is_open_is_shown_behind_it() -> None:
    desk = Desk()
    async with looking(desk) as pilot:
        await press(pilot, "l")
        desk.case = lost("Things under a bench")
        await desk.save(pilot)
        await press(pilot, "escape")
        assert "Things under a bench" in desk.text()


async def test_made_cases_are_gone_through_by_seed() -> None:
    desk = Desk(first=1)
    async with looking(desk) as pilot:
        await press(pilot, "p", "p", "n")
        assert desk.asked == [1, 0, 0, 1]
        assert "little: seed 1" in desk.text()


@pytest.mark.parametrize("payload", HOSTILE)
async def test_markup_is_shown_as_given(payload: str) -> None:
    desk = Desk(lost(payload, said=payload))
    async with looking(desk, WIDE) as pilot:
        assert desk.text().count(payload) == 9
        await pilot.click(desk.app.screen.query("RowOfPage").first(), offset=(3, 0))
        await settle(pilot)
        assert desk.app.is_running
        assert payload in desk.text()


async def test_what_would_act_on_a_terminal_is_replaced() -> None:
    desk = Desk(lost(ACTING, said=ACTING))
    async with looking(desk) as pilot:
        await press(pilot, "k", "k")
        assert not set("\x1b\x07\x9b\u202e\u200b") & set(desk.text())


async def test_q_closes_the_preview() -> None:
    desk = Desk()
    async with looking(desk) as pilot:
        await pilot.press("q")
        await pilot.pause()
        assert not desk.app.is_running


async def test_ctrl_c_closes_it_as_an_interruption() -> None:
    desk = Desk()
    async with looking(desk) as pilot:
        await pilot.press("ctrl+c")
        await pilot.pause()
        assert desk.app.return_code == 130


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "140x40"])
@pytest.mark.parametrize("keys", [("k",), ("k", "end"), ("l",)], ids=["key", "end-of-key", "cases"])
def test_the_preview_looks_as_it_did(
    snap_compare: Callable[..., bool], keys: tuple[str, ...], size: tuple[int, int]
) -> None:
    async def before(pilot: Pilot[None], keys: tuple[str, ...]) -> None:
        await settle(pilot)
        await press(pilot, *keys)

    assert snap_compare(Desk().app, terminal_size=size, run_before=partial(before, keys=keys))


def test_faults_above_a_text_look_as_they_did(snap_compare: Callable[..., bool]) -> None:
    desk = Desk()

    async def before(pilot: Pilot[None]) -> None:
        await settle(pilot)
        desk.case, desk.faults = None, (BROKEN,)
        await desk.save(pilot)

    assert snap_compare(desk.app, terminal_size=SMALL, run_before=before)
