"""Choosing: by numbers, or by letters where the options have numbers in their names; and taking an answer back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.tui.screens.case import CaseScreen
from simulator.tui.screens.chooser import Chooser
from tests.tui.lost_property import lost_property
from tests.tui.test_playing import kinds, unboxed

if TYPE_CHECKING:
    from simulator.store.store import Store
    from tests.tui.conftest import Player, Playing
    from tests.tui.written import WrittenGuide


def numbered() -> WrittenGuide:
    """The options of the first question have codes for names."""
    guide = lost_property()
    coded = replace(guide.questions["log"], options={"now": "21 – At once", "later": "1 – Later"})
    return replace(guide, questions={**guide.questions, "log": coded})


def answer(player: Player) -> tuple[str, ...]:
    """What is chosen in the first decision."""
    assert isinstance(player.app.screen, CaseScreen)
    step = player.app.screen.view.step
    assert step is not None
    return step.questions[0].subjects[0].chosen


async def test_options_with_numbers_in_their_names_have_letters_for_keys(playing: Playing) -> None:
    async with playing(guide=numbered()) as player:
        await player.start()
        await player.press("enter")
        assert "( ) a  21 – At once" in player.text()
        assert "Enter or a letter chooses." in unboxed(player.text())
        await player.press("b")
        assert answer(player) == ("later",)


async def test_a_number_chooses_nothing_where_the_options_have_letters(playing: Playing) -> None:
    async with playing(guide=numbered()) as player:
        await player.start()
        await player.press("enter", "2", "1")
        assert isinstance(player.app.screen, Chooser)
        assert "! The names here have numbers, so letters are the keys." in unboxed(player.text())
        await player.press("escape")
        assert answer(player) == ()


async def test_a_letter_chooses_nothing_where_the_options_have_numbers(playing: Playing) -> None:
    async with playing() as player:
        await player.start()
        await player.press("enter", "a")
        assert isinstance(player.app.screen, Chooser)
        assert "( ) 1  At once" in player.text()


async def test_a_number_on_a_cell_opens_it_and_gives_no_answer(playing: Playing, store: Store) -> None:
    async with playing() as player:
        await player.start()
        await player.press("2")
        assert isinstance(player.app.screen, Chooser)
        assert "answer_given" not in kinds(store)


async def test_delete_on_a_cell_takes_its_answer_back_and_undo_brings_it_again(playing: Playing) -> None:
    async with playing() as player:
        await player.start()
        for key in ("delete", "backspace"):
            await player.press("enter", "2", key)
            assert answer(player) == ()
            assert "Withdrawn. u brings it back." in player.text()
            await player.press("u")
            assert answer(player) == ("later",)


async def test_where_nothing_is_decided_delete_takes_nothing_back(playing: Playing, store: Store) -> None:
    async with playing() as player:
        await player.start()
        await player.press("delete")
        assert "There is no answer here to take back." in player.text()
        assert "answer_changed" not in kinds(store)


async def test_withdrawing_in_the_chooser_says_so(playing: Playing) -> None:
    async with playing() as player:
        await player.start()
        await player.press("enter", "2", "enter", "delete")
        assert "Withdrawn." in player.text()
        assert "Saved." not in player.text()


async def test_a_letter_among_numbers_is_answered(playing: Playing) -> None:
    async with playing() as player:
        await player.start()
        await player.press("enter", "a")
        assert "! Here numbers are the keys." in unboxed(player.text())


async def test_a_letter_among_numbers_is_answered_with_what_keeps_a_tick(playing: Playing) -> None:
    async with playing() as player:
        await player.start()
        await player.press("down", "enter", "1", "n")
        assert "! Here numbers are the keys. Enter keeps what is ticked." in unboxed(player.text())


async def test_ticking_takes_back_that_nothing_was_ticked(playing: Playing) -> None:
    async with playing() as player:
        await player.start()
        await player.press("down", "enter", "enter")
        assert "! Nothing is ticked yet" in unboxed(player.text())
        await player.press("1")
        assert "Nothing is ticked yet" not in unboxed(player.text())
        assert "Enter keeps." in unboxed(player.text())
