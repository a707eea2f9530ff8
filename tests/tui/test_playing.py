"""A whole case, from the opening screen to the debrief, by keys and by mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Button

from simulator.tui.screens.case import CaseScreen
from simulator.tui.screens.chooser import Chooser, Options
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.home import HomeScreen
from simulator.tui.widgets.case_file import CaseFile
from simulator.tui.widgets.decision_table import DecisionTable
from tests.tui.lost_property import almost_finish

if TYPE_CHECKING:
    from simulator.store.store import Store
    from tests.tui.conftest import Player, Playing

STANDING = "Made up; for tests only."
VERDICT_WORDS = ("called for", "contrary to the guidance", "mistake", "✗")

FIND = ("enter", "1", "down", "enter", "1", "enter", "c", "y", "f")
"""The answers to the first phase: those called for; then on the decisions of the next."""
SEARCHED = (*(key for _ in range(7) for key in ("enter", "2", "down")), "c", "y")
KEPT = (
    "enter",
    "1",
    "right",
    "enter",
    "1",
    "right",
    "enter",
    "2",
    "down",
    "enter",
    "1",
    "enter",
    "left",
    "enter",
    "1",
)
CLOSED = ("enter", "1", "right", "enter", "1", "right", "enter", "1", "c", "y")


def kinds(store: Store) -> list[str]:
    [draft] = store.unfinished()
    return [event["kind"] for event in store.load(draft.session)]


async def go_on_to_the_debrief(player: Player) -> None:
    """From the opening screen, with a session to which only the last yes is missing."""
    await player.press("enter", "c", "y")


async def test_a_case_is_played_by_keys_and_no_verdict_is_seen_before_the_debrief(playing: Playing) -> None:
    async with playing() as player:
        await player.start()
        for key in (*FIND, *SEARCHED, *KEPT, "enter", "c", "y", "f", *CLOSED):
            assert not [word for word in VERDICT_WORDS if word in player.text()]
            await player.press(key)
        assert isinstance(player.app.screen, DebriefScreen)
        assert "✗ mistake" in player.text()
        assert "everything 16 of 17" in player.text()


async def test_a_case_is_played_by_mouse_to_the_debrief(playing: Playing) -> None:
    async with playing(size=(120, 40)) as player:
        await player.click(player.app.screen.query_one("#choices"), (4, 0))
        await player.click(player.app.screen.query_one("#start", Button))
        while isinstance(player.app.screen, CaseScreen):
            await answer_everything_by_mouse(player)
            await player.click(player.app.screen.query_one("#confirm", Button))
            await player.click(player.app.screen.query_one("#yes", Button))
        assert isinstance(player.app.screen, DebriefScreen)
        table = player.app.screen.query_one("DebriefTable")
        await player.click(table, (4, 1))
        assert "You chose" in player.text()


async def answer_everything_by_mouse(player: Player) -> None:
    for table in player.app.screen.query(DecisionTable):
        top = 1
        for row in range(table.row_count if table.display else 0):
            for column in range(1, len(table.columns)):
                left = sum(each.get_render_width(table) for each in table.ordered_columns[:column])
                await player.click(table, (left + 1, top))
                if isinstance(player.app.screen, Chooser):
                    await player.click(player.app.screen.query_one(Options), (2, 0))
                if isinstance(player.app.screen, Chooser):
                    await player.click(player.app.screen.query_one("#keep", Button))
            top += table.ordered_rows[row].height


async def test_every_screen_shows_the_standing_line(playing: Playing, store: Store) -> None:
    almost_finish(store)
    async with playing() as player:
        for keys in (
            [],
            ["x"],
            ["n", "down", "enter"],
            ["escape", "up", "enter"],
            ["w"],
            ["escape", "f", "enter"],
        ):
            await player.press(*keys)
            assert STANDING in player.text()
        await player.press("escape", "c")
        assert STANDING in player.text()
        await player.press("y")
        assert isinstance(player.app.screen, DebriefScreen)
        assert STANDING in player.text()


async def test_a_new_phase_brings_its_text_to_the_front(playing: Playing) -> None:
    async with playing() as player:
        await player.start()
        await player.press(*FIND[:-1])
        assert "The log named the ring." in player.text()
        assert player.app.screen.query_one(CaseFile).has_focus


async def test_what_was_not_asked_for_is_told_with_a_sentence(playing: Playing) -> None:
    async with playing() as player:
        await player.start()
        await player.press("enter", "1", "down", "enter", "3", "enter", "c", "y")
        assert "Nobody had chosen: At the desk." in player.text()


async def test_confirming_what_is_incomplete_goes_to_the_first_open_decision(playing: Playing) -> None:
    async with playing() as player:
        await player.start()
        await player.press("enter", "1", "c")
        assert isinstance(player.app.screen, CaseScreen)
        assert "1 still open." in player.text()
        assert "Looking – The case" in player.text()


async def test_not_yet_confirms_nothing(playing: Playing, store: Store) -> None:
    async with playing() as player:
        await player.start()
        await player.press(*FIND[:-3], "c", "n")
        assert "step_confirmed" not in kinds(store)


async def test_an_answer_is_saved_when_it_is_given(playing: Playing, store: Store) -> None:
    async with playing() as player:
        await player.start()
        await player.press("enter", "2")
        assert kinds(store)[-1] == "answer_given"
        assert "Saved." in player.text()
        assert "1 of 2 answered" in player.text()


async def test_an_answer_can_be_withdrawn(playing: Playing, store: Store) -> None:
    async with playing() as player:
        await player.start()
        await player.press("enter", "2", "enter", "delete")
        assert kinds(store)[-1] == "answer_changed"
        assert "0 of 2 answered" in player.text()


async def test_an_option_that_excludes_the_others_unticks_them(playing: Playing) -> None:
    async with playing() as player:
        await player.start()
        await player.press("down", "enter", "1", "2", "3")
        assert player.text().count("[x]") == 1
        await player.press("1")
        assert "[x] 1  At the desk" in player.text()
        assert player.text().count("[x]") == 1


async def test_reasons_are_saved_with_the_decision(playing: Playing, store: Store) -> None:
    async with playing() as player:
        await player.start()
        await player.press("w", "a", "s", "tab", "down", "enter", "tab", "space", "ctrl+s")
        assert kinds(store)[-3:] == ["rationale_given", "citations_given", "sureness_given"]
        assert "Cited: LP1." in player.text()


async def test_leaving_is_one_key_and_keeps_the_answers(playing: Playing, store: Store) -> None:
    async with playing() as player:
        await player.start()
        await player.press("enter", "2", "q")
        assert isinstance(player.app.screen, HomeScreen)
        assert "Your answers are kept; nothing is recorded as a result." in player.text()
        assert kinds(store)[-1] == "left"


async def test_a_case_that_was_left_goes_on_at_the_very_place(playing: Playing, store: Store) -> None:
    async with playing() as player:
        await player.start()
        await player.press(*FIND, "enter", "2", "q", "enter", "f")
        assert "What was searched (1 of 2)  1 of 7 answered" in player.text()
        assert kinds(store)[-1] == "resumed"


async def test_a_draft_is_discarded_only_after_a_yes(playing: Playing, store: Store) -> None:
    async with playing() as player:
        await player.start()
        await player.press("q", "x", "n")
        assert len(store.unfinished()) == 1
        await player.press("x", "y")
        assert not store.unfinished()
        assert "The draft is wiped." in player.text()


async def test_the_seed_is_shown_and_can_be_typed(playing: Playing, store: Store) -> None:
    async with playing() as player:
        await player.press("enter")
        assert "Seed 7" in player.text()
        await player.press("end", "3", "enter")
        [draft] = store.unfinished()
        assert store.load(draft.session)[0]["data"]["case"]["seed"] == 73


async def test_a_seed_that_is_no_number_is_said_to_be_none(playing: Playing, store: Store) -> None:
    async with playing() as player:
        await player.press("enter", "backspace", "enter")
        assert "A seed is a whole number" in player.text()
        assert not store.unfinished()


async def test_after_the_debrief_comes_the_opening_screen(playing: Playing, store: Store) -> None:
    almost_finish(store)
    async with playing() as player:
        await go_on_to_the_debrief(player)
        await player.press("q")
        assert isinstance(player.app.screen, HomeScreen)
        assert not store.unfinished()


async def test_the_next_mistake_is_one_key_away_and_explained(playing: Playing, store: Store) -> None:
    almost_finish(store)
    async with playing() as player:
        await go_on_to_the_debrief(player)
        await player.press("m", "enter")
        text = player.text()
        assert "Keeping – Book" in text
        assert "On a shelf (contrary to the guidance; stated in the guidance)" in text
        assert "In the safe (called for; stated in the guidance)" in text


async def test_the_debrief_shows_the_whole_paragraph_with_its_note(playing: Playing, store: Store) -> None:
    almost_finish(store)
    async with playing(size=(120, 50)) as player:
        await go_on_to_the_debrief(player)
        await player.press("down")
        assert "Write it down. Then lock it up." in player.text()
        assert "2020-01-02: The safe is gone." in player.text()


async def test_the_debrief_ends_on_how_the_case_ended(playing: Playing, store: Store) -> None:
    almost_finish(store)
    async with playing() as player:
        await go_on_to_the_debrief(player)
        await player.press("e")
        assert "Everything went home." in player.text()
