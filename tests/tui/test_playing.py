"""A whole case, from the opening screen to the debrief, by keys and by mouse."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.widgets import Button

from simulator.session.debrief_view import ScoreView
from simulator.session.texts_view import ParagraphView
from simulator.tui.screens.ask import Ask
from simulator.tui.screens.case import CaseScreen
from simulator.tui.screens.chooser import Chooser, Options
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.home import HomeScreen
from simulator.tui.screens.reasons import Ticks
from simulator.tui.widgets.case_file import CaseFile
from simulator.tui.widgets.decision_table import DecisionTable
from tests.tui.lost_property import CASE, almost_finish, lost_property

if TYPE_CHECKING:
    from simulator.store.store import Store
    from tests.tui.conftest import Player, Playing

STANDING = "Made up; for tests only."
VERDICT_WORDS = ("called for", "contrary to the guidance", "mistake", "✗")

FOUND = ("enter", "1", "down", "enter", "1", "enter", "c", "y")
"""The answers to the first phase: those called for."""
FIND = (*FOUND, "q", "f")
"""The same in practice: past what is told of it, to the decisions of the next phase."""
SEARCHED = (*(key for _ in range(7) for key in ("enter", "2", "down")), "c")
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


def unboxed(text: str) -> str:
    """`text` in one line, without the frames of dialogs."""
    return " ".join(text.replace("│", " ").split())


async def start_assessment(player: Player) -> None:
    """From the opening screen into a new case, in which everything is told at the end."""
    await player.settle()
    await player.press("down", "enter", "enter", "enter", "f")


async def go_on_to_the_debrief(player: Player) -> None:
    """From the opening screen, with a session to which only the last yes is missing."""
    await player.press("enter", "c", "y")


async def test_a_case_is_played_by_keys_and_no_verdict_is_seen_before_the_debrief(playing: Playing) -> None:
    async with playing() as player:
        await start_assessment(player)
        for key in (*FOUND, "f", *SEARCHED, *KEPT, "enter", "c", "y", "f", *CLOSED):
            assert not [word for word in VERDICT_WORDS if word in player.text()]
            await player.press(key)
        assert isinstance(player.app.screen, DebriefScreen)
        assert "everything 16 of 17" in player.text()
        await player.press("f")
        assert "✗ mistake" in player.text()


async def test_in_practice_each_phase_is_told_of_when_it_is_confirmed_and_the_case_goes_on(
    playing: Playing,
) -> None:
    async with playing() as player:
        await player.start()
        for key in FOUND:
            assert not [word for word in VERDICT_WORDS if word in player.text()]
            await player.press(key)
        assert isinstance(player.app.screen, DebriefScreen)
        assert "✓ right" in player.text()
        await player.press("q")
        assert isinstance(player.app.screen, CaseScreen)
        assert "The log named the ring." in player.text()


async def test_the_feedback_so_far_can_be_seen_again_in_practice(playing: Playing) -> None:
    async with playing() as player:
        await player.start()
        await player.press("v")
        assert isinstance(player.app.screen, CaseScreen)
        await player.press(*FIND, "v")
        assert isinstance(player.app.screen, DebriefScreen)
        await player.press("q")
        assert isinstance(player.app.screen, CaseScreen)


async def test_in_an_assessment_there_is_no_feedback_to_see(playing: Playing) -> None:
    async with playing() as player:
        await start_assessment(player)
        await player.press(*FOUND, "v")
        assert isinstance(player.app.screen, CaseScreen)
        assert "v" not in player.app.screen.active_bindings


async def test_the_top_line_says_how_one_plays_and_where_one_is(playing: Playing) -> None:
    async with playing() as player:
        await player.start()
        assert " Practice:  ▶ The find  ○ The keeping  ○ The end  ○ Debrief" in player.text()
        await player.press(*FIND)
        assert "✓ The find  ▶ The keeping (1 of 2)  ○ The end" in player.text()
    async with playing() as player:
        await player.press("down")
        await start_assessment(player)
        assert " Assessment:  ▶ The find" in player.text()


async def test_a_case_is_played_by_mouse_to_the_debrief(playing: Playing) -> None:
    async with playing(size=(120, 40)) as player:
        await player.press("down", "enter", "enter")
        await player.click(player.app.screen.query_one("#start", Button))
        while isinstance(player.app.screen, CaseScreen):
            await answer_everything_by_mouse(player)
            await player.click(player.app.screen.query_one("#confirm", Button))
            if isinstance(player.app.screen, Ask):
                await player.click(player.app.screen.query(Button).first())
        assert isinstance(player.app.screen, DebriefScreen)


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
        await player.press(*FOUND, "q")
        assert "The log named the ring." in player.text()
        assert player.app.screen.query_one(CaseFile).has_focus_within


async def test_what_was_not_asked_for_is_told_with_a_sentence(playing: Playing) -> None:
    async with playing() as player:
        await player.start()
        await player.press("enter", "1", "down", "enter", "3", "enter", "c", "y", "q")
        assert "Nobody had chosen: At the desk." in " ".join(player.text().split())


async def test_confirming_what_is_incomplete_goes_to_the_first_open_decision(playing: Playing) -> None:
    async with playing() as player:
        await player.start()
        await player.press("enter", "1", "c")
        assert isinstance(player.app.screen, CaseScreen)
        assert "Not yet: 1 still open." in player.text()
        assert "Looking – The case" in player.text()


async def test_the_first_open_decision_of_a_new_step_is_the_next_one(playing: Playing) -> None:
    async with playing() as player:
        await player.start()
        await player.press("n")
        assert "The log – The case" in player.text()
        await player.press("n")
        assert "Looking – The case" in player.text()


async def test_the_first_open_decision_of_the_second_step_of_a_phase_is_the_next_one(
    playing: Playing,
) -> None:
    async with playing() as player:
        await player.start()
        await player.press(*FIND, *SEARCHED)
        assert "What is kept (2 of 2)" in player.text()
        await player.press("n")
        assert "Keeping – Umbrella" in player.text()


async def test_not_yet_confirms_nothing(playing: Playing, store: Store) -> None:
    async with playing() as player:
        await player.start()
        await player.press(*FOUND[:-1], "n")
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


async def test_enter_with_nothing_ticked_says_how_to_tick(playing: Playing, store: Store) -> None:
    async with playing() as player:
        await player.start()
        await player.press("down", "enter", "enter")
        assert isinstance(player.app.screen, Chooser)
        assert "Nothing is ticked yet" in player.text()
        await player.press("1", "enter", "enter", "1", "enter")
        assert kinds(store)[-2:] == ["answer_given", "answer_changed"]


async def test_the_paragraphs_are_a_line_each_and_the_one_under_the_cursor_is_whole(
    playing: Playing,
) -> None:
    guide = lost_property()
    long = ParagraphView("LP2", "LP", "Of rings", "A ring is weighed. " * 5 + "Then locked up.", ())
    guide.paragraphs = {**guide.paragraphs, "LP2": long}
    async with playing(guide=guide) as player:
        await player.start()
        await player.press("w", "tab", "tab", "tab")
        assert "Thenlockitup." in player.squeezed("#paragraph")
        assert "Then locked up." not in player.text()
        await player.press("down")
        assert player.app.screen.query_one("#relied-on", Ticks).virtual_size.height == 2
        assert "LP2. Of rings." in player.text()
        assert "Thenlockedup." in player.squeezed("#paragraph")


async def test_reasons_are_saved_with_the_decision(playing: Playing, store: Store) -> None:
    async with playing() as player:
        await player.start()
        await player.press("w", "a", "s", "tab", "down", "enter", "tab", "tab", "space", "ctrl+s")
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
        await player.press(*FIND, "enter", "2", "q", "enter")
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
        await player.press("enter", "enter")
        assert "Seed 7" in player.text()
        await player.press("end", "3", "enter")
        [draft] = store.unfinished()
        assert store.load(draft.session)[0]["data"]["case"]["seed"] == 73


async def test_a_seed_that_is_left_empty_is_drawn(playing: Playing, store: Store) -> None:
    async with playing() as player:
        await player.press("enter", "enter")
        assert "Leave it empty" in unboxed(player.text())
        await player.press("backspace", "enter")
        [draft] = store.unfinished()
        assert store.load(draft.session)[0]["data"]["case"]["seed"] == 7


async def test_a_seed_that_is_no_number_is_said_to_be_none(playing: Playing, store: Store) -> None:
    async with playing() as player:
        await player.press("enter", "enter", "home", "minus", "enter")
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
        await player.press("down", "down", "down")
        assert "Write it down. Then lock it up." in player.text()
        assert "2020-01-02: The safe is gone." in player.text()


async def test_points_have_one_decimal_at_most_and_never_look_like_all(
    playing: Playing, store: Store
) -> None:
    almost_finish(store)
    scores = (ScoreView("first", 9.2384, 20), ScoreView("second", 8.0, 20), ScoreView("third", 19.99, 20))
    async with playing(guide=replace(lost_property(), scores=scores)) as player:
        await go_on_to_the_debrief(player)
        line = player.text().splitlines()[1]
        assert line.strip() == "first 9.2 of 20   second 8 of 20   third 19.9 of 20"


async def test_a_scorer_that_fails_in_the_debrief_is_named_there_with_its_reason(
    playing: Playing, store: Store
) -> None:
    almost_finish(store)
    troubles: list[str] = ["gold is left out: it is missing"]
    guide = replace(lost_property(), while_scoring=lambda: troubles.append("silver is left out: it raised"))
    async with playing(guide=guide, troubles=troubles) as player:
        await go_on_to_the_debrief(player)
        assert "! silver is left out: it raised" in player.text()
        assert "gold" not in player.text()


async def test_a_long_title_is_folded_in_the_debrief_and_not_cut(playing: Playing, store: Store) -> None:
    guide = lost_property()
    title = "Telling the person whom it belongs to, or somebody else"
    guide.questions = {**guide.questions, "tell": replace(guide.questions["tell"], title=title)}
    almost_finish(store)
    async with playing(guide=guide) as player:
        await go_on_to_the_debrief(player)
        await player.press("f")
        assert "".join(title.split()) in player.squeezed("DebriefTable").replace("✓right", "").replace(
            "Ring", ""
        )


async def test_confirming_says_what_follows(playing: Playing, store: Store) -> None:
    async with playing() as player:
        await player.start()
        await player.press(*FOUND[:-1])
        assert "nothing of it can be undone. Then you are told how it went." in unboxed(player.text())
        assert "The next part of the case follows." in unboxed(player.text())
        await player.press("y", "q", "f", *SEARCHED)
        assert "Confirmed. u takes it back until the phase is confirmed." in player.text()
        assert "What is kept (2 of 2)" in player.text()
    almost_finish(store)
    async with playing() as player:
        await player.press("enter", "c")
        assert "The debrief follows." in unboxed(player.text())


async def test_where_no_ending_is_told_no_key_goes_to_it(playing: Playing, store: Store) -> None:
    *phases, last = CASE["phases"]
    untold = {**CASE, "phases": [*phases, {**last, "narrative": last["narrative"][:1]}]}
    async with playing(case=untold) as player:
        await player.start()
        await player.press(*FIND, *SEARCHED, *KEPT, "enter", "c", "y", "q", "f", *CLOSED)
        assert isinstance(player.app.screen, DebriefScreen)
        assert "e Ending" not in player.text()
        await player.press("e")
        assert "Closing – " not in player.text()


async def test_the_debrief_ends_on_how_the_case_ended(playing: Playing, store: Store) -> None:
    almost_finish(store)
    async with playing() as player:
        await go_on_to_the_debrief(player)
        await player.press("e")
        assert "Everything went home." in player.text()
