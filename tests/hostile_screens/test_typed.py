"""What a person types or pastes stays in its field, shows as given, and moves nothing else on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len, split_graphemes
from textual.events import Paste
from textual.widgets import Input, TextArea

from simulator.errors.text import clean, clean_block
from simulator.tui.screens.save import SaveScreen
from simulator.tui.wanting import GuidanceWanted
from tests.hostile_screens.payloads import PAYLOADS

if TYPE_CHECKING:
    from textual.widget import Widget

    from tests.tui.conftest import Player, Playing

ASIDE = (
    "search-count",
    "relied-on",
    "paragraph",
    "named-line",
    "contents",
    "text",
    "formats",
    "said",
    "file-text",
)
"""What is to change when something is typed beside it."""

FIELDS: dict[str, tuple[tuple[str, ...], str]] = {
    "a note": (("enter", "enter", "enter", "a"), "#note"),
    "a reason": (("enter", "enter", "enter", "f", "w"), "#rationale"),
    "a paragraph sought": (("enter", "enter", "enter", "f", "w"), "#seek"),
    "a word sought in the file": (("enter", "enter", "enter", "slash"), "#sought"),
}


def own_rows(player: Player, field: Widget) -> list[str]:
    """What the screen shows outside of a field, and of what is to change when something is typed in it."""
    rows = [[*cells_of(row)] for row in player.text().split("\n")]
    screen = player.app.screen
    aside = [widget for name in ASIDE for widget in screen.query(f"#{name}")]
    for widget in (field, *aside):
        x, y, width, height = widget.region
        for row in rows[y : y + height]:
            row[x : x + width] = [" "] * len(row[x : x + width])
    return ["".join(row) for row in rows]


def cells_of(row: str) -> list[str]:
    """The cells of a row; the second one of a wide letter is empty."""
    spans, _ = split_graphemes(row)
    return [cell for start, end, width in spans for cell in (row[start:end], *[""] * (width - 1))]


def told_in(player: Player, field: Widget) -> str:
    """What a field shows, without white space."""
    x, y, width, height = field.content_region
    rows = [cells_of(row)[x : x + width] for row in player.text().split("\n")[y : y + height]]
    return "".join("".join("".join(row).split()) for row in rows)


async def paste(player: Player, field: Input | TextArea, text: str) -> None:
    """Put `text` in place of what is in the field."""
    field.clear()
    player.app.post_message(Paste(text))
    await player.pilot.pause()
    await player.pilot.pause()


@pytest.mark.parametrize("name", FIELDS)
async def test_nothing_that_is_typed_moves_what_is_beside_it(playing: Playing, name: str) -> None:
    keys, field = FIELDS[name]
    async with playing() as player:
        await player.press(*keys)
        await assert_typing_moves_nothing(player, field)


async def test_nothing_that_is_sought_in_the_guidance_moves_what_is_beside_it(playing: Playing) -> None:
    async with playing() as player:
        player.app.screen.post_message(GuidanceWanted(None))
        await player.settle()
        await player.press("slash")
        await assert_typing_moves_nothing(player, "#sought")


async def test_no_path_that_is_typed_moves_what_is_beside_it(playing: Playing) -> None:
    async with playing() as player:
        player.app.push_screen(SaveScreen("/somewhere/debrief.html", own_words=False))
        await player.settle()
        await assert_typing_moves_nothing(player, "#path")


async def assert_typing_moves_nothing(player: Player, selector: str) -> None:
    """Type every payload."""
    field = player.app.screen.query_one(selector)
    assert isinstance(field, Input | TextArea)
    field.focus()
    if isinstance(field, Input):
        field.cursor_blink = False
    await paste(player, field, "x")
    before = own_rows(player, field)
    for name, payload in PAYLOADS.items():
        lines = payload.replace("\r", "\n")
        await paste(player, field, payload)
        assert own_rows(player, field) == before, name
        if isinstance(field, TextArea):
            shows = "".join(clean_block(lines).split())
            assert told_in(player, field) in shows, name
            if len(shows) < 200:
                assert told_in(player, field) == shows, name
        elif cell_len(clean(payload)) < field.content_region.width - 1 and "\n" not in lines:
            assert told_in(player, field) == "".join(clean(payload.replace("\t", " ")).split()), name
