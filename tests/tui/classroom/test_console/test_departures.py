"""Departures: in the order in which they are best settled, those that are alike in one go, each with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.classroom.messages import Conducted
from simulator.tui.classroom.console.words import Words, WordsScreen
from tests.tui.classroom import made
from tests.tui.classroom.test_console.test_conducting import commands, under_vote

if TYPE_CHECKING:
    from simulator.classroom.class_view import DepartureView
    from tests.tui.classroom.test_console.conftest import Facilitator
    from tests.tui.classroom.test_console.test_conducting import Conducting

SETTLED = {
    "do": "settle", "phase": "first", "question": "referral", "subject": "a", "accepted": False, "reason": "why",
}  # fmt: skip


def rows(facilitator: Facilitator) -> list[str]:
    """The lines of the list of departures, two for each row of it, as they are shown."""
    x, y, width, height = facilitator.screen.query_one("#plan").region
    lines = [line[x : x + width - 1].strip(" ►") for line in facilitator.text().splitlines()[y : y + height]]
    return [line for line in lines if line]


def departures() -> tuple[DepartureView, ...]:
    """Twelve without a reason, and before and among them some with one."""
    without = [
        made.departure(seat=f"s{at}", name=f"Learner {at}", rationale="", cites=()) for at in range(10, 22)
    ]
    reason = made.departure(seat="s2", name="Learner 2", cites=())
    both = made.departure(seat="s3", name="Learner 3")
    cited = made.departure(seat="s5", name="Learner 5", rationale="")
    other = made.departure(seat="s6", name="Learner 6", rationale="", cites=(), subject="b", label="B")
    return (*without[:5], reason, cited, *without[5:], other, both)


async def test_those_with_a_reason_come_first_and_equal_ones_without_are_one_row(
    conducting: Conducting,
) -> None:
    async with conducting(under_vote(departures=departures()), size=(120, 30)) as facilitator:
        await facilitator.press("d")
        assert rows(facilitator)[::2] == [
            "? Learner 3, reason and paragraph",
            "? Learner 2, reason",
            "? Learner 5, paragraph, no reason",
            "? 12 seats, no reason",
            "? Learner 6, no reason",
        ]
        assert "16 to settle, 0 settled" in facilitator.text()
        await facilitator.press("down", "down", "down")
        words = facilitator.words("#departure")
        assert "12 seats chose" in words
        assert "Learner 10, Learner 11," in words


async def test_at_80_columns_a_row_takes_three_lines_and_names_the_subject(conducting: Conducting) -> None:
    long = made.departure(name="Cornflower Kingfisher", title="Classification of the report of the visit")
    async with conducting(under_vote(departures=(long,))) as facilitator:
        await facilitator.press("d")
        assert rows(facilitator) == [
            "? Cornflower Kingfisher",
            "reason and paragraph",
            "Classification of the r… – A",
        ]


async def test_equal_ones_are_settled_together_and_the_cursor_goes_on(conducting: Conducting) -> None:
    line = under_vote(departures=departures())
    async with conducting(line, size=(120, 30)) as facilitator:
        await facilitator.press("d", "down", "down", "down", "n")
        assert "Do not accept 12 departures" in facilitator.words()
        assert "12 seats, no reason: Referral – A." in facilitator.words()
        await facilitator.press(*"why", "enter")
        settled = [SETTLED | {"seat": f"s{at}"} for at in range(10, 22)]
        assert commands(line) == settled
        assert "12 departures are settled as not accepted." in facilitator.text()
        assert "4 to settle, 12 settled" in facilitator.text()
        assert rows(facilitator)[::2][3:] == ["? Learner 6, no reason", "✗ 12 seats, no reason"]
        assert "Learner 6 chose" in facilitator.words("#departure")
        await facilitator.press("down")
        assert "✗ not accepted: why" in facilitator.words("#departure")


async def test_it_is_told_how_many_were_settled_and_which_were_refused(conducting: Conducting) -> None:
    line = under_vote(departures=departures())
    line.refusing_seats = {"s11": "There is no such departure.", "s20": "Not now."}
    async with conducting(line, size=(120, 30)) as facilitator:
        await facilitator.press("d", "down", "down", "down", "a", *"why", "enter")
        assert len(commands(line)) == 12
        said = "! 10 of 12 departures are accepted. Refused: Learner 11 – There is no such departure.; Learner 20"
        assert said in facilitator.words("#said")
        assert rows(facilitator)[::2][3:] == [
            "? 2 seats, no reason",
            "? Learner 6, no reason",
            "✓ 10 seats, no reason",
        ]
        await facilitator.press("a")
        assert facilitator.screen.query_one("#words", Words).text == "why"


async def test_while_several_are_settled_it_is_told_how_far_and_nothing_else_is_begun(
    conducting: Conducting,
) -> None:
    line = under_vote(departures=departures())
    async with conducting(line, size=(100, 30)) as facilitator:
        await facilitator.press("d", "down", "down", "down", "a", *"why")
        line.silent = True
        await facilitator.press("enter")
        for _ in range(2):
            line.answer(line.said[-1])
            await facilitator.settle()
        assert "2 of 12 departures are settled…" in facilitator.text()
        await facilitator.press("up", "a", "x", "enter")
        assert "still being carried out" in facilitator.text()
        assert len(commands(line)) == 3


async def test_what_is_settled_can_be_left_out(conducting: Conducting) -> None:
    settled = made.departure(seat="s9", name="Learner 9", accepted=True, reason="well argued")
    async with conducting(under_vote(departures=(settled, *departures()))) as facilitator:
        await facilitator.press("d", "end")
        assert "Learner 9 chose" in facilitator.words("#departure")
        await facilitator.press("f")
        assert "Learner 9" not in facilitator.text()
        assert "f shows them" in facilitator.words()
        await facilitator.press("f", "end")
        assert "Learner 9 chose" in facilitator.words("#departure")


async def test_with_all_settled_and_left_out_nothing_can_be_settled(conducting: Conducting) -> None:
    async with conducting(
        under_vote(departures=(made.departure(accepted=True, reason="so"),))
    ) as facilitator:
        await facilitator.press("d", "f", "a")
        assert "0 to settle, 1 settled" in facilitator.text()
        assert "chose" not in facilitator.text()
        assert not isinstance(facilitator.screen, WordsScreen)


@pytest.mark.parametrize(("key", "words"), [("a", "well argued"), ("n", "")])
async def test_the_reason_stands_there_again_where_the_decision_is_kept(
    conducting: Conducting, key: str, words: str
) -> None:
    settled = made.departure(accepted=True, reason="well argued")
    async with conducting(under_vote(departures=(settled,))) as facilitator:
        await facilitator.press("d", key)
        assert facilitator.screen.query_one("#words", Words).text == words


async def test_a_departure_is_told_with_its_reasons_and_settled_with_one(conducting: Conducting) -> None:
    line = under_vote()
    async with conducting(line) as facilitator:
        await facilitator.press("d")
        text = facilitator.words("#departure")
        for words in (
            "an inspector should weigh them",
            "They relied on 4.2.",
            "The guidance calls for something else.",
        ):
            assert words in text
        await facilitator.press("a", "enter")
        assert "Write a few words first" in facilitator.text()
        await facilitator.press(*"well", "enter")
        assert "✓ accepted: well" in facilitator.text()
        assert "The departure is accepted." in facilitator.text()
        assert "0 to settle, 1 settled" in facilitator.text()


async def test_a_refusal_is_told_and_the_reason_is_not_lost(conducting: Conducting) -> None:
    line = under_vote()
    line.refusing = {"settle": "There is no such departure."}
    async with conducting(line) as facilitator:
        await facilitator.press("d", "a", *"so", "enter")
        assert "! There is no such departure." in facilitator.text()
        await facilitator.press("n")
        assert facilitator.screen.query_one("#words", Words).text == ""
        await facilitator.press("escape", "a")
        assert facilitator.screen.query_one("#words", Words).text == "so"


async def test_a_reason_that_was_left_is_there_again(conducting: Conducting) -> None:
    async with conducting(under_vote()) as facilitator:
        await facilitator.press("d", "a", *"so", "escape")
        assert "What you typed is there again" in facilitator.text()
        await facilitator.press("a", "enter")
        [settled] = [each.command for each in facilitator.line.said if isinstance(each, Conducted)]
        assert settled["reason"] == "so"


async def test_what_was_settled_after_an_earlier_vote_stays_at_the_end_and_cannot_be_changed(
    conducting: Conducting,
) -> None:
    kept = made.departure(seat="s8", name="Learner 8", accepted=False, reason="not so", round=1, stands=False)
    settled = made.departure(seat="s9", name="Learner 9", rationale="", accepted=True, reason="well argued")
    line = under_vote(departures=(kept, made.departure(), settled))
    async with conducting(line, size=(160, 45)) as facilitator:
        await facilitator.press("d")
        assert "1 to settle, 2 settled" in facilitator.text()
        assert rows(facilitator)[::2] == [
            "? Learner 4, reason and paragraph",
            "✓ Learner 9, paragraph, no reason",
            "✗ Learner 8, reason and paragraph; first vote",
        ]
        await facilitator.press("end")
        told = facilitator.words("#departure")
        assert "✗ not accepted: not so" in told
        assert "Settled after the first vote. They voted otherwise later" in told
        await facilitator.press("a")
        assert not isinstance(facilitator.screen, WordsScreen)
        await facilitator.press("up", "a")
        assert isinstance(facilitator.screen, WordsScreen)


async def test_equal_departures_of_other_votes_are_not_one_row(conducting: Conducting) -> None:
    alike = [
        made.departure(
            seat=f"s{vote}", rationale="", cites=(), accepted=True, reason="so", round=vote, stands=vote > 4
        )
        for vote in (1, 2, 5, 6)
    ]
    async with conducting(under_vote(departures=tuple(alike)), size=(120, 30)) as facilitator:
        await facilitator.press("d")
        assert rows(facilitator)[::2] == [
            "✓ 2 seats, no reason",
            "✓ Learner 4, no reason; first vote",
            "✓ Learner 4, no reason; second vote",
        ]
