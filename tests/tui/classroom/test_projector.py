"""The projector of a class: what it shows of what it hears, and its keys."""

from __future__ import annotations

from contextlib import asynccontextmanager
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

import pytest

from simulator.classroom.line import Lost
from simulator.classroom.messages import HELLO, Bye, Conducting, Console, Refused, Room, Seat
from simulator.errors.text import first_acting
from simulator.preferences.keeping import keep_preferences
from simulator.preferences.preferences import Preferences
from simulator.tui.classroom.projector.app import NO_LINE, ProjectorApp
from simulator.tui.classroom.projector.sheets import OVER
from simulator.tui.theme import THEMES
from tests.tui.classroom import made
from tests.tui.classroom.lines import FakeLine
from tests.tui.classroom.walls import asked, poll_about

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from textual.pilot import Pilot

    from tests.tui.classroom.lines import Heard

SMALL, LARGE = (80, 24), (160, 45)
NEVER, AT_ONCE = 3600.0, 0.01
PROMPT = "Which words of the paragraph carried your vote about B?"
BROKEN = Lost("The line to the class is broken; it is tried again.")
ROOMS = {
    "gathering": made.gathering(),
    "reading": made.room("reading"),
    "voting": asked(),
    "shown": made.room("closed", poll=made.poll(made.first_round())),
    "paused": asked("closed", paused=PROMPT),
    "told": made.told(),
    "own": made.room("own"),
    "ended": made.room("ended"),
    "over": made.room("over"),
}
TOLD = {
    "gathering": "12 seats are taken.",
    "reading": "Read what has come to light.",
    "voting": "have voted",
    "shown": "The vote is closed: 18 of 18 voted.",
    "paused": PROMPT,
    "told": "✓ called for",
    "own": "have come to the end",
    "ended": "The case has ended.",
    "over": OVER,
}
SnapCompare: TypeAlias = "Callable[..., bool]"


class Wall:
    """A projector, the line that it hears, and what is seen of it."""

    def __init__(self, pilot: Pilot[None], line: FakeLine) -> None:
        self.pilot = pilot
        self.line = line

    @property
    def app(self) -> ProjectorApp:
        app = self.pilot.app
        assert isinstance(app, ProjectorApp)
        return app

    async def hear(self, *messages: Heard) -> None:
        self.line.tell(*messages)
        await settle(self.pilot, self.line)

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def until(self, words: str) -> None:
        """Wait for what comes by itself."""
        for _ in range(1000):
            if words in self.text():
                return
            await self.pilot.pause(0.01)
        raise AssertionError(f"{words!r} is not in\n{self.text()}")

    def text(self) -> str:
        """All characters on the screen, a line a row."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip) for strip in strips)


async def settle(pilot: Pilot[None], line: FakeLine) -> None:
    await line.all_heard()
    await pilot.pause()
    await pilot.pause()


@asynccontextmanager
async def projecting(
    *first: Heard, size: tuple[int, int] = SMALL, turns_after: float = NEVER
) -> AsyncIterator[Wall]:
    """A projector that has heard `first`."""
    line = FakeLine(*first)
    async with ProjectorApp(line, turns_after).run_test(size=size) as pilot:
        await settle(pilot, line)
        yield Wall(pilot, line)


@pytest.mark.parametrize("stage", ROOMS)
async def test_each_stage_is_shown_with_the_standing_line(stage: str) -> None:
    async with projecting(made.watching(ROOMS[stage])) as wall:
        assert TOLD[stage] in wall.text()
        assert made.STANDING in wall.text()


async def test_what_is_heard_is_shown_at_once() -> None:
    async with projecting(made.watching()) as wall:
        await wall.hear(Room(made.gathering(13)))
        assert "13 seats are taken." in wall.text()
        await wall.hear(Room(made.room()))
        assert made.TITLE in wall.text()


async def test_an_open_question_has_its_options_and_further_information_moves_none_of_it() -> None:
    async with projecting(made.watching(asked())) as wall:
        before = wall.text().split("\n")[:18]
        assert sum("( )" in line for line in before) == len(made.OPTIONS)
        await wall.hear(Room(asked(injected=("The head rings at nine.",))))
        assert wall.text().split("\n")[:18] == before
        assert "The head rings at nine." in wall.text()


async def test_before_anything_is_heard_it_says_so() -> None:
    async with projecting() as wall:
        assert "The class is being looked for" in wall.text()


async def test_latecomers_can_join_at_any_stage() -> None:
    async with projecting(made.watching(made.room())) as wall:
        assert f"Join at {made.ADDRESSES[0]} with {made.CODE}" in wall.text()


async def test_a_broken_line_is_told_above_what_was_last_seen() -> None:
    async with projecting(made.watching(made.room()), BROKEN) as wall:
        assert f"! {BROKEN.sentence}" in wall.text()
        assert "have voted" in wall.text()
        await wall.hear(made.watching(made.room("ended")))
        assert BROKEN.sentence not in wall.text()
        assert "The case has ended." in wall.text()


async def test_a_line_that_is_refused_says_why() -> None:
    async with projecting(Refused(HELLO, "There is no class with this code.")) as wall:
        wall.line.end()
        await wall.until("There is no class with this code.")


async def test_what_the_hub_says_at_the_end_is_shown_in_place_of_the_class() -> None:
    async with projecting(made.watching(made.room()), Bye("The host has closed.", final=True)) as wall:
        wall.line.end()
        await wall.until("The host has closed.")
        assert "have voted" not in wall.text()


async def test_a_line_that_ends_without_a_word_is_told() -> None:
    async with projecting(made.watching(made.room())) as wall:
        wall.line.end()
        await wall.until(NO_LINE)


async def test_a_class_that_is_over_stays_so() -> None:
    async with projecting(made.watching(made.room("over")), Bye("Closed.", final=True)) as wall:
        wall.line.end()
        await settle(wall.pilot, wall.line)
        assert OVER in wall.text()


async def test_nothing_that_is_for_others_is_shown() -> None:
    others: list[Heard] = [
        Console(made.console()),
        Conducting(made.world(), "ZZZZ", "YYYY", ("http://x/",), made.console()),
        Seat(made.team()),
    ]
    async with projecting(made.watching(made.room()), *others, size=LARGE) as wall:
        before = wall.text()
        for word in ("Learner", "Quiet Heron", "North desk", "ZZZZ", "YYYY"):
            assert word not in before


async def test_q_leaves_at_once_and_hangs_up() -> None:
    async with projecting(made.watching(made.room())) as wall:
        await wall.press("q")
    assert wall.line.closed
    assert wall.line.said == []
    assert wall.app.return_code == 0


# Pages


async def test_keys_turn_pages_to_and_fro_and_around() -> None:
    async with projecting(made.watching(made.told())) as wall:
        assert "Page 1 of 3, turning" in wall.text()
        await wall.press("right")
        assert "Page 2 of 3 " in wall.text()
        await wall.press("left", "left")
        assert "Page 3 of 3 " in wall.text()
        await wall.press("space")
        assert "Page 1 of 3 " in wall.text()


async def test_pages_are_turned_by_themselves() -> None:
    async with projecting(made.watching(made.told()), turns_after=AT_ONCE) as wall:
        for page in (2, 3, 1):
            await wall.until(f"Page {page} of 3, turning")


async def test_a_key_stops_that_and_another_begins_it_again() -> None:
    async with projecting(made.watching(made.told()), turns_after=AT_ONCE) as wall:
        await wall.press("right")
        stopped = wall.text()
        assert "turning" not in stopped
        await wall.pilot.pause(10 * AT_ONCE)
        assert wall.text() == stopped
        await wall.press("t")
        await wall.until("turning")
        await wall.press("t")
        assert "turning" not in wall.text()


async def test_where_nothing_is_to_move_pages_wait_for_a_key() -> None:
    keep_preferences(Preferences(motion="reduced"))
    async with projecting(made.watching(made.told()), turns_after=AT_ONCE) as wall:
        await wall.pilot.pause(10 * AT_ONCE)
        assert "Page 1 of 3 " in wall.text()
        assert "turning" not in wall.text()


async def test_something_new_is_shown_from_its_first_page() -> None:
    async with projecting(made.watching(made.room("closed", poll=poll_about(9)))) as wall:
        await wall.press("right")
        assert "Page 2 of 2 " in wall.text()
        await wall.hear(Room(made.told()))
        assert "Page 1 of 3, turning" in wall.text()


async def test_further_votes_leave_the_page_as_it_is() -> None:
    shown, more = (made.room(committed=committed, poll=poll_about(9)) for committed in (11, 12))
    async with projecting(made.watching(shown)) as wall:
        await wall.press("right")
        await wall.hear(Room(more))
        assert "12 of 18 have voted." in wall.text()
        assert "Page 2 of 2 " in wall.text()


async def test_a_page_that_is_gone_gives_way_to_the_last() -> None:
    async with projecting(made.watching(made.told())) as wall:
        await wall.press("left")
        await wall.pilot.resize_terminal(*LARGE)
        await settle(wall.pilot, wall.line)
        assert "Page 2 of 2 " in wall.text()


async def test_keys_for_pages_are_there_where_there_are_pages() -> None:
    async with projecting(made.watching(made.room())) as wall:
        assert "Next" not in wall.text()
        await wall.press("right")
        await wall.hear(Room(made.told()))
        assert "Next" in wall.text()


# Hostile text


@pytest.mark.parametrize("payload", ["[@click=app.quit]here[/]", "[/nope]", "[b]no[/b]", "$accent \\[x]"])
async def test_markup_is_shown_as_it_is(payload: str) -> None:
    room = made.room(title=payload, question=payload, asks=payload, phase=payload)
    first = made.watching(room, world=made.world(standing=payload), code=payload)
    async with projecting(first, size=(120, 30)) as wall:
        assert wall.text().count(payload) == 6


async def test_what_acts_on_a_terminal_does_not() -> None:
    payload = "a\x1b[2J\x9b2J\x07\u202eb\u200b\u2066"
    room = made.room(title=payload, question=payload, asks=payload, paused=payload)
    first = made.watching(room, world=made.world(standing=payload), code=payload, addresses=(payload,))
    async with projecting(first, Lost(payload)) as wall:
        assert first_acting(wall.text()) is None
        await wall.hear(Room(made.gathering()))
        assert first_acting(wall.text()) is None


# Looks


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "160x45"])
@pytest.mark.parametrize("stage", ["gathering", "voting", "paused", "told"])
def test_the_projector_looks_as_it_did(snap_compare: SnapCompare, stage: str, size: tuple[int, int]) -> None:
    line = FakeLine(made.watching(ROOMS[stage]))
    app = ProjectorApp(line, NEVER)
    assert snap_compare(app, terminal_size=size, run_before=partial(settle, line=line))


@pytest.mark.parametrize("theme", THEMES)
async def test_the_qr_code_is_black_on_white_in_every_theme(theme: str) -> None:
    keep_preferences(Preferences(theme=theme))
    async with projecting(made.watching()) as wall:
        strips = wall.app.screen._compositor.render_strips()
        corner = next(part for strip in strips for part in strip if "█▀▀▀▀▀█" in part.text)
        assert corner.style is not None
        assert corner.style.color is not None
        assert corner.style.bgcolor is not None
        assert corner.style.color.triplet == (0, 0, 0)
        assert corner.style.bgcolor.triplet == (255, 255, 255)
