"""The debrief, and the feedback after a phase: what is told where, and where the keys lead."""

from __future__ import annotations

import gc
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from textual.binding import Binding
from textual.content import Content

from simulator.session.commands import Annotate, Leave
from simulator.session.texts_view import AnnotationView, BlockView
from simulator.tui.app import SimulatorApp
from simulator.tui.screens.case import CaseScreen
from simulator.tui.screens.debrief import GOES_ON, KEPT, WIPED, DebriefScreen
from simulator.tui.screens.home import HomeScreen
from simulator.tui.widgets.case_file import CaseFile
from simulator.tui.widgets.debrief_table import DebriefTable
from simulator.tui.widgets.pages import Pages
from simulator.tui.widgets.reading import Reading
from simulator.tui.widgets.stepper import Stepper
from tests.tui.conftest import Player, settle
from tests.tui.lost_property import CASE, almost_finish, lost_property
from tests.tui.told import (
    BAG,
    BIN,
    FIND,
    KEEPING,
    RIGHT,
    SUMMARY,
    debrief_of,
    decision,
    phase,
    ruling,
    view_of,
)
from tests.tui.written import training_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from simulator.session.debrief_view import DebriefView
    from simulator.session.view import View
    from simulator.store.store import Store
    from tests.tui.conftest import MakeApp, Playing

FIND_RIGHT = ("enter", "1", "down", "enter", "1", "enter", "c", "y")
FIND_WRONG = ("enter", "2", "down", "enter", "1", "enter", "c", "y")
SIZES = [(80, 24), (120, 40), (200, 60)]
WELFARE = "What was done for their welfare"


@asynccontextmanager
async def reading(
    make_app: MakeApp,
    debrief: DebriefView | None = None,
    size: tuple[int, int] = (80, 24),
    view: View | None = None,
    interim: bool = False,
) -> AsyncIterator[Player]:
    """A debrief that was written down, opened over the opening screen."""
    debrief = debrief or debrief_of(FIND, KEEPING, ended=not interim)
    async with make_app().run_test(size=size) as pilot:
        player = Player(pilot)
        await player.settle()
        view = view or view_of(debrief, ended=not interim)
        player.app.push_screen(DebriefScreen(view, debrief, interim=interim))
        await settle(pilot)
        yield player


def read(player: Player, pane: str = "#explanation") -> str:
    text = player.app.screen.query_one(pane, Reading).text
    assert isinstance(text, Content)
    return text.plain


def row(player: Player) -> int:
    return player.app.screen.query_one(DebriefTable).cursor_row


def first_cells(player: Player) -> list[str]:
    table = player.app.screen.query_one(DebriefTable)
    return [" ".join(str(cell) for cell in table.get_row_at(row)).strip() for row in range(table.row_count)]


# The table


async def test_the_rows_go_from_the_summary_to_what_was_done_for_welfare(make_app: MakeApp) -> None:
    async with reading(make_app) as player:
        assert first_cells(player) == [
            "Summary",
            "The find",
            "✗ mistake Keeping Umbrella",
            "The keeping",
            "✓ right Keeping Ring",
            "✗ mistake Keeping Book",
            "To discuss",
            "How the case ended",
            WELFARE,
        ]


async def test_garbage_is_looked_for_again_once_the_debrief_is_seen(make_app: MakeApp) -> None:
    async with reading(make_app):
        assert gc.isenabled()
    assert gc.isenabled()


async def test_only_what_there_is_has_a_row(make_app: MakeApp) -> None:
    bare = replace(debrief_of(FIND, ended=False), summary=replace(SUMMARY, welfare=()))
    async with reading(make_app, bare, view=view_of(bare)) as player:
        assert first_cells(player) == ["Summary", "The find", "✗ mistake Keeping Umbrella"]
        await player.press("e")
        assert row(player) == 0


@pytest.mark.parametrize("size", SIZES)
async def test_the_summary_is_what_is_read_first(make_app: MakeApp, size: tuple[int, int]) -> None:
    async with reading(make_app, size=size) as player:
        assert "What was right, and what you chose" in player.text()
        await player.press("end", "m", "0")
        assert row(player) == 0
        assert "What was right, and what you chose" in player.text()


async def test_the_ending_key_goes_through_what_comes_after_the_decisions(make_app: MakeApp) -> None:
    async with reading(make_app) as player:
        told = []
        for _ in range(4):
            await player.press("e")
            told.append(read(player).splitlines()[0])
        assert told == ["How the case ended", WELFARE, "To discuss", "How the case ended"]


async def test_the_last_row_is_one_key_away(make_app: MakeApp) -> None:
    async with reading(make_app, size=(120, 40)) as player:
        await player.press("end")
        assert "✓ You saw to it: Its owner was told." in player.text()
        await player.press("home")
        assert row(player) == 0


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_marks_keep_the_colours_of_the_theme(make_app: MakeApp, size: tuple[int, int]) -> None:
    async with reading(make_app, size=size) as player:
        table = player.app.screen.query_one(DebriefTable)
        others = [name for name in player.app.available_themes if name != player.app.theme]
        before = str(table.get_row_at(2)[0].style)
        player.app.theme = others[0]
        await player.settle()
        after = str(table.get_row_at(2)[0].style)
        assert before != after
        assert after == player.app.theme_variables["error"]


# How it is laid out


@pytest.mark.parametrize(("size", "panes"), [((80, 24), 1), ((120, 40), 2), ((159, 40), 2), ((160, 40), 3)])
async def test_there_are_as_many_panes_as_there_is_room_for(
    make_app: MakeApp, size: tuple[int, int], panes: int
) -> None:
    async with reading(make_app, size=size) as player:
        shown = player.app.screen.query("DebriefTable, Reading")
        assert len([pane for pane in shown if pane.region.area]) == panes


async def test_in_the_large_layout_one_pane_is_seen_at_a_time(make_app: MakeApp) -> None:
    async with reading(make_app, size=(200, 60)) as player:
        player.app.add_class("-large")
        await player.pilot.resize_terminal(190, 60)
        await player.settle()
        assert not player.app.screen.query_one("#beside").display
        seen = [pane for pane in player.app.screen.query("DebriefTable, Reading") if pane.region.area]
        assert len(seen) == 1


async def test_who_went_back_to_the_table_finds_it_in_a_terminal_that_shrinks(make_app: MakeApp) -> None:
    async with reading(make_app, size=(120, 40)) as player:
        await player.press("f", "escape")
        await player.pilot.resize_terminal(80, 24)
        await player.settle()
        table = player.app.screen.query_one(DebriefTable)
        assert table.has_focus
        assert table.region.area


async def test_the_third_pane_holds_the_paragraphs_whole_and_the_explanation_does_not(
    make_app: MakeApp,
) -> None:
    async with reading(make_app, size=(200, 60)) as player:
        await player.press("m")
        assert "Write it down. Then lock it up." in read(player, "#beside")
        assert "Note, 2020: No safe is left." in read(player, "#beside")
        assert "Write it down" not in read(player)


async def test_a_terminal_that_grows_and_shrinks_tells_the_paragraphs_once(make_app: MakeApp) -> None:
    async with reading(make_app) as player:
        await player.press("m")
        assert "Write it down" in read(player)
        await player.pilot.resize_terminal(200, 60)
        await player.settle()
        assert "Write it down" not in read(player)
        await player.pilot.resize_terminal(80, 24)
        await player.settle()
        assert "Write it down" in read(player)


@pytest.mark.parametrize("size", SIZES)
async def test_every_line_of_a_long_text_can_be_read(make_app: MakeApp, size: tuple[int, int]) -> None:
    words = " ".join(f"word{number}" for number in range(500))
    long = phase(
        "The find", decision("Umbrella", "mistake", chosen=(ruling("On a shelf", "contrary", words),))
    )
    async with reading(make_app, debrief_of(long), size=size) as player:
        await player.press("m")
        player.app.screen.query_one("#explanation").focus()
        seen = player.text()
        before = ""
        while player.text() != before:
            before = player.text()
            await player.press("pagedown")
            seen += player.text()
        assert not [word for word in words.split() if word not in seen]


# A decision


def explained(make_app: MakeApp, **said: Any) -> Any:
    return reading(
        make_app, debrief_of(phase("The find", decision("Book", "mistake", **said))), size=(120, 60)
    )


async def test_it_is_told_why_not_the_others_and_once_where_the_reason_is_one(make_app: MakeApp) -> None:
    async with explained(make_app, others=(BIN, BAG)) as player:
        await player.press("m")
        assert f"Why not the others\nIn a bin; In a bag (contrary; stated in words)\n{BIN.why}" in read(
            player
        )


async def test_what_it_led_to_and_what_followed_is_told(make_app: MakeApp) -> None:
    async with explained(
        make_app, consequences=("It would be lost.",), led_to=("Telling (Book)",), follows_from="It follows."
    ) as player:
        await player.press("m")
        text = read(player)
        assert "It follows." in text
        assert "What it would have led to\nIt would be lost." in text
        assert "What followed from this\n• Telling (Book)" in text


async def test_own_words_sureness_and_paragraphs_named_are_told(make_app: MakeApp) -> None:
    async with explained(
        make_app, rationale="I [i]thought[/i] so.", sureness=3, cites=("LP1", "LP2")
    ) as player:
        await player.press("m")
        text = read(player)
        assert "Your reason\nI [i]thought[/i] so." in text
        assert "You relied on: LP1, LP2\nHow sure you were: above 80%" in text


async def test_what_there_is_nothing_of_is_not_told(make_app: MakeApp) -> None:
    async with explained(make_app) as player:
        await player.press("m")
        headings = (
            "Why not the others",
            "What it would have led to",
            "What followed",
            "Your reason",
            "How sure",
        )
        assert not [heading for heading in headings if heading in read(player)]


@pytest.mark.parametrize(("keys", "paragraph"), [(("m",), "LP1"), ((), None)])
async def test_the_guidance_opens_at_the_first_paragraph_of_the_decision(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch, keys: tuple[str, ...], paragraph: str | None
) -> None:
    wanted: list[str | None] = []
    monkeypatch.setattr(SimulatorApp, "on_guidance_wanted", lambda app, event: wanted.append(event.paragraph))
    async with reading(make_app) as player:
        await player.press(*keys, "g")
        assert wanted == [paragraph]


# The learner's own words

NOTED = BlockView("A reader came.", passage="found.0", annotations=(AnnotationView(0, 4, False, "Who?"),))


async def test_who_wrote_nothing_is_not_asked_to_keep_it(make_app: MakeApp) -> None:
    async with reading(make_app) as player:
        assert WIPED not in player.text()
        await player.press("k")
        assert KEPT not in player.text()


async def test_a_note_in_the_file_counts_as_own_words(make_app: MakeApp) -> None:
    debrief = debrief_of(FIND)
    async with reading(make_app, debrief, view=view_of(debrief, narrative=(NOTED,))) as player:
        assert WIPED in player.text()


@pytest.mark.parametrize(("keys", "kept"), [(("q", "w"), False), (("k", "q"), True)])
async def test_own_words_are_wiped_on_leaving_unless_they_are_kept(
    playing: Playing, store: Store, keys: tuple[str, ...], kept: bool
) -> None:
    name = with_a_note(store)
    async with playing() as player:
        await player.press("enter", "c", "y")
        assert isinstance(player.app.screen, DebriefScreen)
        assert WIPED in player.text()
        for key in keys:
            await player.press(key)
            assert (KEPT in player.text()) == (key == "k")
        assert isinstance(player.app.screen, HomeScreen)
    assert ("Because it rains." in str(store.load(name))) is kept


def with_a_note(store: Store) -> str:
    """Almost finish a case, with a note in its file; its session."""
    almost_finish(store)
    [draft] = store.unfinished()
    runner = training_of(lost_property(), CASE, store).resume(draft.session)
    passage = runner.view.phases[0].narrative[0].passage
    runner.do(Annotate(passage, 0, 5, highlighted=False, note="Because it rains."))
    runner.do(Leave())
    return draft.session


# Feedback after a phase


@pytest.mark.parametrize("size", SIZES)
async def test_feedback_is_headed_by_its_phase_and_begins_with_its_first_mistake(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    async with reading(make_app, size=size, interim=True) as player:
        assert "Feedback on: The keeping" in player.text()
        assert GOES_ON in player.text()
        assert first_cells(player)[row(player)] == "✗ mistake Keeping Book"
        assert first_cells(player)[-1] == "Go on with the case"
        assert "▶ The keeping" in player.app.screen.query_one(Stepper).content.plain  # type: ignore[union-attr]


async def test_feedback_on_a_phase_without_a_mistake_begins_with_its_heading(make_app: MakeApp) -> None:
    debrief = debrief_of(FIND, phase("The keeping", RIGHT), ended=False)
    async with reading(make_app, debrief, interim=True) as player:
        assert first_cells(player)[row(player)] == "The keeping"


async def test_feedback_is_neither_saved_nor_kept(make_app: MakeApp) -> None:
    debrief = debrief_of(phase("The find", decision("Book", "mistake", rationale="So.")), ended=False)
    async with reading(make_app, debrief, interim=True) as player:
        await player.press("s", "k")
        assert isinstance(player.app.screen, DebriefScreen)
        assert KEPT not in player.text()


@pytest.mark.parametrize("keys", [("end", "enter"), ("q",), ("escape",), ("f", "escape", "escape")])
async def test_the_case_goes_on_with_the_file_in_front(playing: Playing, keys: tuple[str, ...]) -> None:
    async with playing() as player:
        await player.start()
        await player.press(*FIND_WRONG)
        assert isinstance(player.app.screen, DebriefScreen)
        assert "Feedback on: The find" in player.text()
        await player.press(*keys)
        assert isinstance(player.app.screen, CaseScreen)
        assert player.app.screen.query_one(CaseFile).has_focus_within
        assert "The log named the ring." in player.text()


async def test_in_assessment_nothing_is_told_after_a_phase(playing: Playing) -> None:
    async with playing() as player:
        await player.settle()
        await player.press("down", "enter", "enter", "enter", "f")
        await player.press(*FIND_WRONG)
        assert isinstance(player.app.screen, CaseScreen)


async def test_a_confirmed_decision_is_explained_further_in_the_midst_of_a_case(playing: Playing) -> None:
    async with playing() as player:
        await player.start()
        await player.press(*FIND_WRONG, "y")
        assert "log.found decides (LP1)" in read(player)
        assert player.app.screen.query_one(Pages).display


async def test_feedback_can_be_read_again(playing: Playing) -> None:
    async with playing() as player:
        await player.start()
        await player.press(*FIND_RIGHT, "q", "v")
        assert isinstance(player.app.screen, DebriefScreen)
        assert "Feedback on: The find" in player.text()


# What every key is


def test_every_key_has_an_id_and_a_tooltip_and_no_other_has_the_same() -> None:
    keys = [*DebriefScreen.BINDINGS, *DebriefTable.BINDINGS, *Reading.BINDINGS]
    assert all(isinstance(key, Binding) and key.id and key.tooltip for key in keys)
    ids = [key.id for key in keys if isinstance(key, Binding)]
    assert len(ids) == len(set(ids))
