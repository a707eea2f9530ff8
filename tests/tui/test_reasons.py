"""Saying why: own words, a frame for them, paragraphs, and how sure one is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from textual.widgets import Button, Input, TextArea

from simulator.session.commands import LONGEST_RATIONALE, SURENESS
from simulator.session.texts_view import ParagraphView
from simulator.session.view import FrameView
from simulator.tui.frame import framed, own_words
from simulator.tui.screens.reasons import ReasonsScreen, Ticks
from simulator.tui.telling.asked import SURE
from simulator.tui.telling.own_words import NO_NAMES
from tests.tui.lost_property import PARAGRAPH, lost_property
from tests.tui.test_playing import kinds, unboxed

if TYPE_CHECKING:
    from simulator.store.store import Store
    from tests.tui.conftest import Player, Playing
    from tests.tui.written import WrittenGuide

FRAME = FrameView("The six steps", tuple((f"Step {number}", f"What of {number}?") for number in range(1, 7)))
MORE = {
    "LP2": ParagraphView("LP2", "LP", "Of rings", "A ring is weighed. Then it is locked up.", ()),
    "LP3": ParagraphView("LP3", "LP", "Of umbrellas", "An umbrella hangs at the door.", ()),
}


def guide(frame: FrameView | None = FRAME) -> WrittenGuide:
    return replace(lost_property(), paragraphs={"LP1": PARAGRAPH, **MORE}, frame=frame)


def listed(player: Player) -> list[str]:
    ticks = player.app.screen.query_one("#relied-on", Ticks)
    return [str(ticks.get_option_at_index(number).prompt) for number in range(ticks.option_count)]


def data_of(store: Store, kind: str) -> dict[str, Any]:
    [draft] = store.unfinished()
    return next(dict(event["data"]) for event in store.load(draft.session) if event["kind"] == kind)


def test_a_frame_is_written_into_a_text_once() -> None:
    once = framed("I said so.", FRAME)
    assert once.startswith("I said so.\n")
    assert [once.count(f"Step {number}: What of {number}?") for number in range(1, 7)] == [1] * 6
    assert framed(once, FRAME).strip() == once.strip()


def test_headings_that_were_deleted_come_back_alone() -> None:
    text = framed("", FRAME).replace("Step 3: What of 3?", "")
    assert framed(text, FRAME).count("Step 3: What of 3?") == 1
    assert framed(text, FRAME).count("Step 4: What of 4?") == 1


def test_headings_alone_are_no_reason() -> None:
    assert own_words(framed("", FRAME), FRAME) == ""
    assert own_words(framed("So.", FRAME), FRAME).startswith("So.")


async def test_a_key_writes_the_frame_in_and_never_twice(playing: Playing) -> None:
    async with playing(guide=guide()) as player:
        await player.start()
        await player.press("w", "ctrl+t")
        text = player.app.screen.query_one(TextArea).text
        assert text.count("What of") == 6
        await player.press("ctrl+t")
        assert player.app.screen.query_one(TextArea).text == text
        assert "The frame stands in your text already." in player.text()


async def test_a_button_writes_the_frame_in(playing: Playing) -> None:
    async with playing(guide=guide()) as player:
        await player.start()
        await player.press("w")
        await player.click(player.app.screen.query_one("#frame", Button))
        assert "Step 6" in player.app.screen.query_one(TextArea).text


async def test_what_is_typed_after_the_frame_stands_under_its_first_heading(
    playing: Playing, store: Store
) -> None:
    async with playing(guide=guide()) as player:
        await player.start()
        await player.press("w", "ctrl+t", "s", "o", "ctrl+s")
        assert data_of(store, "rationale_given")["text"].startswith("Step 1: What of 1?\nso\nStep 2")


async def test_where_the_guidance_has_no_frame_none_is_offered(playing: Playing) -> None:
    async with playing(guide=guide(None)) as player:
        await player.start()
        await player.press("w", "ctrl+t")
        assert not player.app.screen.query("#frame")
        assert player.app.screen.query_one(TextArea).text == ""


async def test_a_line_asks_for_no_real_names(playing: Playing) -> None:
    async with playing() as player:
        await player.start()
        await player.press("w")
        assert NO_NAMES in unboxed(player.text())
        assert "wiped when the case ends, unless you press k in the debrief" in unboxed(player.text())


async def test_paragraphs_are_searched_while_one_types(playing: Playing, store: Store) -> None:
    async with playing(guide=guide()) as player:
        await player.start()
        await player.press("w", "tab", "tab", "R", "I", "N", "G", "space", "l", "o", "c", "k")
        assert len(listed(player)) == 1
        assert "LP2. Of rings." in player.text()
        await player.press("enter", "space")
        assert "1 of 3 listed. Relied on: LP2" in player.text()
        await player.press("ctrl+s")
        assert data_of(store, "citations_given")["paragraphs"] == ["LP2"]


async def test_a_paragraph_that_is_ticked_stays_so_when_others_are_listed(
    playing: Playing, store: Store
) -> None:
    async with playing(guide=guide()) as player:
        await player.start()
        await player.press("w", "tab", "tab", "3", "enter", "space", "shift+tab", "backspace", "1")
        assert len(listed(player)) == 1
        await player.press("enter", "space", "ctrl+s")
        assert data_of(store, "citations_given")["paragraphs"] == ["LP1", "LP3"]


async def test_where_no_paragraph_is_found_it_is_said(playing: Playing) -> None:
    async with playing(guide=guide()) as player:
        await player.start()
        await player.press("w", "tab", "tab", "z", "z", "tab")
        assert listed(player) == []
        assert "No paragraph holds all these words." in player.text()


@pytest.mark.parametrize("level", SURENESS)
async def test_how_sure_one_is_has_three_levels_in_words(playing: Playing, store: Store, level: int) -> None:
    async with playing() as player:
        await player.start()
        await player.press("w", "tab", *["down"] * (level - 1), "space")
        assert f"(•) {SURE[level - 1]}" in player.text()
        assert player.text().count("(•)") == 1
        await player.press("ctrl+s")
        assert data_of(store, "sureness_given")["level"] == level
        assert f"How sure: {SURE[level - 1]}." in " ".join(player.text().split())


async def test_reasons_that_are_too_long_are_told_so_and_nothing_is_lost(
    playing: Playing, store: Store
) -> None:
    async with playing() as player:
        await player.start()
        await player.press("w")
        player.app.screen.query_one(TextArea).text = "x" * (LONGEST_RATIONALE + 1)
        await player.press("ctrl+s")
        assert isinstance(player.app.screen, ReasonsScreen)
        assert f"There is room for {LONGEST_RATIONALE} characters" in player.text()
        assert "rationale_given" not in kinds(store)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_every_part_is_in_sight(playing: Playing, size: tuple[int, int]) -> None:
    async with playing(guide=guide(), size=size) as player:
        await player.start()
        await player.press("w")
        for part in ("#rationale", "#sureness", "#seek", "#relied-on", "#keep", "#frame", "#back"):
            widget = player.app.screen.query_one(part)
            assert widget.region.height >= (3 if part == "#sureness" else 1)
            assert player.app.screen.region.contains_region(widget.region)
        await player.press("tab")
        assert player.app.screen.query_one("#paragraph").region.height >= 4


async def test_with_room_for_three_sides_the_decision_under_the_cursor_is_told_in_full(
    playing: Playing,
) -> None:
    async with playing(guide=guide(), size=(200, 60)) as player:
        await player.start()
        await player.press(
            "enter", "2", "w", "s", "o", "tab", "space", "tab", "2", "enter", "space", "ctrl+s"
        )
        told = player.squeezed("#told")
        for part in (
            "Thelog–Thecase",
            "Whenisitwrittendown?",
            "()Atonce",
            "(•)Later",
            "Howsure:notverysure(below67%)",
            "Why:so",
            "Reliedon:LP2",
            "LP2.Ofrings.",
            "Aringisweighed.",
        ):
            assert part in told


async def test_space_before_anything_is_sought_goes_to_the_paragraphs(playing: Playing) -> None:
    async with playing() as player:
        await player.start()
        await player.press("w", "tab", "tab", "space")
        assert player.app.focused is player.app.screen.query_one("#relied-on")
        await player.press("shift+tab", "l", "space")
        assert player.app.screen.query_one("#seek", Input).value == "l "


async def test_a_reason_of_several_lines_is_told_below_the_tables_in_one(playing: Playing) -> None:
    async with playing() as player:
        await player.start()
        await player.press("w")
        player.app.screen.query_one(TextArea).text = "Rain.\nAnd a\r\nhat."
        await player.press("ctrl+s")
        assert "Why: Rain. And a hat." in " ".join(player.text().split())
