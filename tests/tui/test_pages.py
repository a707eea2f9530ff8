"""The pages of the debrief: why a rule decides, and what would change a decision."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from textual.content import Content

from simulator.errors.faults import UsageFault
from simulator.tui.widgets.reading import Reading
from tests.tui.lost_property import almost_finish, lost_property
from tests.tui.test_playing import go_on_to_the_debrief

if TYPE_CHECKING:
    from simulator.store.store import Store
    from tests.tui.conftest import Player, Playing

TABS = "1 Explanation  2 Why this rule  3 What would change it"
BOOK = "kept keep B"


@pytest.fixture(autouse=True)
def _kept(store: Store) -> None:
    """Of the decisions that are kept, one is a mistake: the book is on a shelf, and not in the safe."""
    almost_finish(store)


async def to_the_mistake(player: Player) -> None:
    await go_on_to_the_debrief(player)
    await player.press("m")


def read(player: Player) -> str:
    """The open page in one line."""
    text = player.app.screen.query_one("#explanation", Reading).text
    assert isinstance(text, Content)
    return " ".join(text.plain.split())


@pytest.mark.parametrize("keys", ["1", "2", "3", "y", "x"])
async def test_a_page_comes_to_the_front_with_all_tabs_above_it(playing: Playing, keys: str) -> None:
    async with playing() as player:
        await to_the_mistake(player)
        await player.press(keys)
        assert TABS in player.text()
        assert "Keeping – Book" in player.text()
        assert player.app.screen.query_one("#explanation").has_focus


@pytest.mark.parametrize("key", ["2", "y"])
async def test_why_this_rule_says_what_decides_and_then_why_the_others_do_not(
    playing: Playing, key: str
) -> None:
    async with playing() as player:
        await to_the_mistake(player)
        await player.press(key)
        assert read(player) == (
            "Keeping – Book ✗ You chose: On a shelf Called for: In the safe"
            " keep.found decides (LP1): Book was found."
            " The other rules keep.lost does not apply: Book is here."
        )


@pytest.mark.parametrize("key", ["3", "x"])
async def test_what_would_change_it_begins_with_what_was_chosen(playing: Playing, key: str) -> None:
    async with playing() as player:
        await to_the_mistake(player)
        await player.press(key)
        text = read(player)
        assert "Your answer would have been right • Had Book been number 0, “On a shelf” would follow" in text
        assert text.count("• Had Book been number") == 5
        assert "and 2 more that are as small." in text


async def test_what_would_change_it_names_every_other_answer(playing: Playing) -> None:
    async with playing() as player:
        await go_on_to_the_debrief(player)
        await player.press("n", "n", "n", "x")
        text = read(player)
        assert "Looking – The case ✓ You chose: At the desk" in text
        assert "What would have called for another answer In the bins • Had The case been number 0" in text
        assert "No change of what there is in this case would call for “Nowhere”." in text
        assert "Your answer" not in text


async def test_near_misses_are_told_once_with_every_change(playing: Playing) -> None:
    async with playing() as player:
        await to_the_mistake(player)
        await player.press("x")
        assert read(player).endswith(
            "X: weight 2. Y: weight 3. Called for there (X): In the safe. • Had X weighed 5. • Had X weighed 6."
        )


async def test_where_there_are_no_near_misses_that_is_said(playing: Playing) -> None:
    async with playing() as player:
        await go_on_to_the_debrief(player)
        await player.press("x")
        assert read(player).endswith("Cases one fact apart None was found for the rule that decides here.")


async def test_the_page_stays_while_the_cursor_moves(playing: Playing) -> None:
    async with playing() as player:
        await to_the_mistake(player)
        await player.press("p", "p", "y")
        assert "keep.found decides (LP1): Umbrella was found." in read(player)
        await player.press("n")
        assert "keep.found decides (LP1): Ring was found." in read(player)
        await player.press("1")
        assert "keep.found decides" not in read(player)


async def test_in_a_wide_terminal_the_arrow_keys_go_on_down_the_table(playing: Playing) -> None:
    async with playing(size=(120, 40)) as player:
        await to_the_mistake(player)
        await player.press("y", "up")
        assert "Ring was found." in read(player)


@pytest.mark.parametrize("before", [(), ("n",)], ids=["summary", "phase"])
async def test_a_page_of_what_is_no_decision_is_that_of_the_next_one(
    playing: Playing, before: tuple[str, ...]
) -> None:
    async with playing() as player:
        await go_on_to_the_debrief(player)
        await player.press(*before)
        assert TABS not in player.text()
        await player.press("y")
        assert "log.found decides (LP1): The case was found." in read(player)


async def test_a_tab_can_be_clicked(playing: Playing) -> None:
    async with playing(size=(120, 40)) as player:
        await to_the_mistake(player)
        await player.click(player.app.screen.query_one("#pages"), (TABS.index("3") + 2, 0))
        assert "Your answer would have been right" in read(player)


@pytest.mark.parametrize(
    ("width", "tabs"), [(80, TABS), (100, "1 Explanation  2 Why  3 What would change it"), (120, TABS)]
)
async def test_the_tabs_stand_in_one_line_at_any_width(playing: Playing, width: int, tabs: str) -> None:
    async with playing(size=(width, 30)) as player:
        await to_the_mistake(player)
        await player.press("y")
        assert tabs in player.text()


async def test_nothing_is_looked_up_before_somebody_looks_and_then_once(playing: Playing) -> None:
    guide = lost_property()
    async with playing(guide=guide) as player:
        await to_the_mistake(player)
        await player.press("enter", "1", "p", "n")
        assert guide.looked_up == []
        await player.press("y")
        assert guide.looked_up == [BOOK]
        await player.press("x", "1", "y", "x")
        assert guide.looked_up == [BOOK, "keep.found"]
        await player.press("p", "n")
        assert guide.looked_up == [BOOK, "keep.found", "kept keep R"]


async def test_until_it_is_found_the_page_says_so_and_the_keys_work(playing: Playing) -> None:
    from threading import Event

    go_on = Event()
    guide = replace(lost_property(), while_explaining=lambda: go_on.wait(20))
    async with playing(guide=guide) as player:
        await to_the_mistake(player)
        for key in ("y", "p", "p", "n"):
            await player.pilot.press(key)
        assert "Looking…" in player.text()
        assert "Keeping – Ring" in player.text()
        go_on.set()
        await player.settle()
        assert "Ring was found." in read(player)
        assert guide.looked_up == [BOOK, "kept keep R"]


@pytest.mark.parametrize("key", ["y", "x"])
@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        (UsageFault("It [b]was[/b] refused."), "It [b]was[/b] refused."),
        (RuntimeError("no"), "Looking this up failed (RuntimeError: no)."),
    ],
)
async def test_what_cannot_be_found_is_said_in_a_sentence(
    playing: Playing, key: str, fault: Exception, sentence: str
) -> None:
    async with playing(guide=replace(lost_property(), while_explaining=lambda: _raise(fault))) as player:
        await to_the_mistake(player)
        await player.press(key)
        assert sentence in player.text()
        await player.press("1")
        assert "press 3." in read(player)


def _raise(fault: Exception) -> None:
    raise fault


async def test_near_misses_that_cannot_be_found_leave_the_rest(playing: Playing) -> None:
    guide = replace(lost_property(), while_finding_near=lambda: _raise(UsageFault("This cannot be proved.")))
    async with playing(guide=guide, size=(120, 50)) as player:
        await to_the_mistake(player)
        await player.press("x")
        assert read(player).endswith("Cases one fact apart This cannot be proved.")
        assert "Your answer would have been right" in read(player)


async def test_the_explanation_of_a_mistake_leads_on_to_what_would_have_made_it_right(
    playing: Playing,
) -> None:
    async with playing() as player:
        await to_the_mistake(player)
        await player.press("1")
        assert "What would have made it right: press 3." in read(player)
        await player.press("x", "1")
        assert "What would have made it right: press 3 (7 ways)." in read(player)
        await player.press("p")
        assert "press 3" not in read(player)


async def test_where_nothing_would_have_made_it_right_the_explanation_says_so(playing: Playing) -> None:
    async with playing(guide=replace(lost_property(), ways=0)) as player:
        await to_the_mistake(player)
        await player.press("x")
        assert "Your answer No change of what there is in this case would have made it right." in read(player)
        await player.press("1")
        assert "No change of what there is in this case would have made it right." in read(player)
