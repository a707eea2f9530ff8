"""The record: its sections, a correction of it, saving it, and a new case for a rule of it."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

import pytest
from textual.widgets import Input

from simulator.session.book_view import BookView
from simulator.tui.screens.case import CaseScreen
from simulator.tui.screens.correction import WHY, CorrectionScreen
from simulator.tui.screens.guidance import GuidanceScreen
from simulator.tui.screens.home import HomeScreen
from simulator.tui.screens.record import RecordScreen, RecordTable
from simulator.tui.screens.save_record import SaveRecord
from simulator.tui.telling.record.sections import Section
from tests.tui.lost_property import CASE, lost_property
from tests.tui.practising import EMPTY, FAULT, RECORD, WrittenPractice
from tests.tui.test_home_due import said

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.store.store import Store
    from tests.tui.conftest import Player, Playing

HOSTILE = "[red]a[/] [@click=app.quit]x[/]\x1b[2J\u202e"
TOLD = {
    Section.SUMMARY: (
        "32 of 41, 78%",
        "12 points too sure",
        "83% known now, from 10 reviews; the goal is 90%",
        "+24 points",
    ),
    Section.RULES: ("◐ learning", "● mastered", "○ new", "██░░░ 41%", "2026-02-11"),
    Section.PARAGRAPHS: ("LP1 Of things found", "20 of 26", "20 right, 6 wrong"),
    Section.CONFUSION: ("✓ 9 of 14", "✗ On a shelf (4)", "=9", "=12", "3 In a bin"),
    Section.MISTAKES: ("Locked up what should stand on a shelf", "██ 2", "4 times, in 3 cases."),
    Section.INDEPENDENCE: (
        "Index: 0.78",
        "14 of 18 answers stayed what they were; 4 moved.",
        "✗ The ring grew heavier",
    ),
    Section.CALIBRATION: ("! 2 times", "last on 2026-01-04", "20 points not sure enough"),
    Section.CITATION: ("13 of 18, 72%", "23 decisions", "4 times"),
    Section.TESTS: ("56%", "33% to 77%", "+24 points", "−6 to +49"),
    Section.CASES: ("Three things on a bench", "5 of 6", "counts", "✗ left out"),
}


@pytest.fixture
def practice(store: Store) -> WrittenPractice:
    return WrittenPractice(lost_property(), store)


def done(practice: WrittenPractice) -> list[tuple[object, ...]]:
    return [each for each in practice.asked if each[0] not in {"today", "record"}]


@pytest.mark.parametrize("size", [(80, 24), (140, 40)])
@pytest.mark.parametrize("section", Section, ids=lambda each: each.title)
async def test_a_section_is_one_key_away_and_says_its_figures_in_words(
    playing: Playing, practice: WrittenPractice, section: Section, size: tuple[int, int]
) -> None:
    async with playing(practice=practice, size=size) as player:
        await player.press("r", section.key)
        text = player.text()
        if size == (140, 40):
            text = "\n".join(
                [*(line[:77] for line in text.splitlines()), *(line[77:] for line in text.splitlines())]
            )
        for words in TOLD[section][: None if size == (140, 40) else 3]:
            assert words in said(text), words


async def test_a_record_with_nothing_in_it_yet_says_so_in_every_section(
    playing: Playing, practice: WrittenPractice
) -> None:
    practice.shown = EMPTY
    async with playing(practice=practice) as player:
        await player.press("r")
        for section in Section:
            await player.press(section.key, "b", "x", "g", "enter")
            assert any(word in said(player.text()) for word in ("yet", "no rules", "No mistake")), section


async def test_n_and_p_go_through_the_sections(playing: Playing, practice: WrittenPractice) -> None:
    async with playing(practice=practice) as player:
        await player.press("r", "n")
        assert "Every rule of the guidance" in player.text()
        await player.press("p", "p")
        assert "Your last cases" in player.text()


async def test_enter_reads_the_whole_row_and_escape_leads_back(
    playing: Playing, practice: WrittenPractice
) -> None:
    async with playing(practice=practice) as player:
        await player.press("r", "2", "enter")
        assert "Difficulty: harder than most (+120 points)" in player.text()
        assert "Rule: keep.found" in player.text()
        await player.press("escape")
        assert "● mastered" in player.text()
        await player.press("escape")
        assert isinstance(player.app.screen, HomeScreen)


@pytest.mark.parametrize(("keys", "rule"), [(("2", "down"), "keep.lost"), (("7", "down"), "keep.found")])
async def test_a_key_begins_a_new_case_for_the_rule_under_the_cursor(
    playing: Playing, practice: WrittenPractice, keys: tuple[str, ...], rule: str
) -> None:
    async with playing(practice=practice) as player:
        await player.press("r", *keys, "b")
        assert CASE["content_note"] in player.text()
        await player.press("y")
        assert isinstance(player.app.screen, CaseScreen)
    assert done(practice) == [("rule", rule)]


async def test_where_there_is_no_rule_the_key_does_nothing(
    playing: Playing, practice: WrittenPractice
) -> None:
    async with playing(practice=practice) as player:
        await player.press("r", "3", "b", "x")
        assert isinstance(player.app.screen, RecordScreen)
        assert "b New case" not in player.text()


async def test_the_guidance_opens_at_the_paragraph_under_the_cursor(
    playing: Playing, practice: WrittenPractice
) -> None:
    async with playing(practice=practice, book=lambda: BookView(title="A book")) as player:
        await player.press("r", "3", "g")
        assert isinstance(player.app.screen, GuidanceScreen)


# Corrections


async def to_cases(player: Player, *keys: str) -> None:
    await player.press("r", "0", *keys)


async def test_a_case_is_left_out_with_a_reason_and_counted_again(
    playing: Playing, practice: WrittenPractice
) -> None:
    async with playing(practice=practice) as player:
        await to_cases(player, "x")
        assert isinstance(player.app.screen, CorrectionScreen)
        await player.press("t", "o", "o", "enter")
        assert done(practice) == [("leave out", "s7", "too")]
        assert "left out: too" in player.text()
        assert "The case counts in no figure any more." in player.text()
        assert practice.asked[-1][0] == "today"
        await player.press("x", "o", "k", "enter")
        assert done(practice)[1:] == [("count again", "s7", "ok")]
        assert "The case counts again in every figure." in player.text()


async def test_the_cursor_stays_on_the_case_that_was_corrected(
    playing: Playing, practice: WrittenPractice
) -> None:
    async with playing(practice=practice) as player:
        await to_cases(player, "down", "x", "o", "k", "enter")
        assert done(practice) == [("count again", "s6", "ok")]
        assert player.app.screen.query_one(RecordTable).cursor_row == 1


@pytest.mark.parametrize("typed", [(), ("space", "space")])
async def test_a_correction_needs_a_reason(
    playing: Playing, practice: WrittenPractice, typed: tuple[str, ...]
) -> None:
    async with playing(practice=practice) as player:
        await to_cases(player, "x", *typed, "enter")
        assert isinstance(player.app.screen, CorrectionScreen)
        assert f"! {WHY}" in said(player.text())
        await player.press("escape")
        assert isinstance(player.app.screen, RecordScreen)
    assert done(practice) == []


async def test_a_correction_that_could_not_be_kept_is_said_and_the_record_stays(
    playing: Playing, practice: WrittenPractice
) -> None:
    async with playing(practice=practice) as player:
        await to_cases(player)
        practice.failing = True
        await player.press("x", "n", "o", "enter")
        assert f"! {FAULT}" in said(player.text())
        assert "Three things on a bench" in player.text()
        assert "left out: no" not in player.text()


async def test_a_record_that_cannot_be_read_is_said_in_a_sentence(
    playing: Playing, practice: WrittenPractice
) -> None:
    async with playing(practice=practice) as player:
        practice.failing = True
        await player.press("r")
        assert f"! {FAULT}" in said(player.text())
        await player.press(*"1234567890", "b", "x", "s", "g", "f", "enter", "q")
        assert isinstance(player.app.screen, HomeScreen)


# Saving


async def save_in(player: Player, folder: Path | str) -> None:
    """Save the record in `folder`."""
    await player.press("r", "s")
    assert isinstance(player.app.screen, SaveRecord)
    player.app.screen.query_one(Input).value = str(folder)
    await player.press("enter")


async def test_the_record_is_saved_as_a_page_and_as_tables(
    playing: Playing, practice: WrittenPractice, tmp_path: Path
) -> None:
    async with playing(practice=practice) as player:
        await save_in(player, tmp_path)
        assert isinstance(player.app.screen, RecordScreen)
        assert "Saved:" in player.text()
    assert len(list(tmp_path.glob("record-*.html"))) == 1
    assert list(tmp_path.glob("record-*/*.csv"))


@pytest.mark.parametrize(
    ("folder", "why"), [("missing", "There is no folder"), (None, "Name the folder")], ids=["missing", "none"]
)
async def test_where_it_cannot_be_saved_it_is_said_why_and_can_be_tried_again(
    playing: Playing, practice: WrittenPractice, tmp_path: Path, folder: str | None, why: str
) -> None:
    async with playing(practice=practice) as player:
        await save_in(player, tmp_path / folder if folder else " ")
        assert isinstance(player.app.screen, SaveRecord)
        assert f"! {why}" in said(player.text())
        player.app.screen.query_one(Input).value = str(tmp_path)
        await player.press("ctrl+s")
        assert isinstance(player.app.screen, RecordScreen)


async def test_nothing_is_saved_on_the_way_back(
    playing: Playing, practice: WrittenPractice, tmp_path: Path
) -> None:
    async with playing(practice=practice) as player:
        await player.press("r", "s")
        player.app.screen.query_one(Input).value = str(tmp_path)
        await player.press("escape")
        assert isinstance(player.app.screen, RecordScreen)
    assert list(tmp_path.glob("record*")) == []


# Text that is hostile


def everywhere(view: Any) -> Any:
    """`view` with hostile words wherever it has a text."""
    changed: dict[str, Any] = {}
    for field in fields(view):
        value = getattr(view, field.name)
        if isinstance(value, str) and field.name not in {
            "mastery",
            "sort",
            "stage",
            "before",
            "after",
            "session",
        }:
            changed[field.name] = HOSTILE
        elif isinstance(value, tuple) and value and hasattr(value[0], "__dataclass_fields__"):
            changed[field.name] = tuple(map(everywhere, value))
        elif isinstance(value, tuple) and value and isinstance(value[0], str):
            changed[field.name] = (HOSTILE,) * len(value)
        elif hasattr(value, "__dataclass_fields__"):
            changed[field.name] = everywhere(value)
    return replace(view, **changed)


async def test_hostile_words_are_shown_and_act_on_nothing(
    playing: Playing, practice: WrittenPractice
) -> None:
    practice.shown = everywhere(RECORD)
    async with playing(practice=practice, size=(140, 40)) as player:
        await player.press("r")
        for section in Section:
            await player.press(section.key)
            for _ in range(3):
                assert not {"\x1b", "\u202e"} & set(player.text())
                await player.press("down")
            assert "[red]a[/]" in player.text(), section
        await player.press("x")
        assert "[red]a[/]" in said(player.text())
        assert player.app.is_running


async def test_a_long_record_is_shown_and_walked_through(playing: Playing, practice: WrittenPractice) -> None:
    rules = tuple(replace(RECORD.rules[0], rule=f"rule.{number}") for number in range(400))
    practice.shown = replace(RECORD, rules=rules)
    async with playing(practice=practice) as player:
        await player.press("r", "2", "end", "enter")
        assert "Rule: rule.399" in player.text()
