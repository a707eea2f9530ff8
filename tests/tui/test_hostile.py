"""Text from packs and learners shows exactly as given and acts on nothing."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from simulator.session.guide import Asked
from simulator.tui.safety import Cleaning, shown
from tests.tui.lost_property import CASE, QUESTIONS, THINGS, lost_property

if TYPE_CHECKING:
    from tests.tui.conftest import MakeApp, Playing
    from tests.tui.written import WrittenGuide

SHOWN_AS_GIVEN = [
    "officer [John Smith] said [sic]",
    "[/nope]",
    "[@click=app.quit]here[/]",
    "[bold red]no[/bold red]",
    "$accent \\[x] :smile:",
    "[link=https://example.org]go[/link]",
]
ACTING = ["\x1b]52;c;aGk=\x07", "\x1b[2J", "\x9b2J", "\u202eolleh", "a\u200bb", "\x07\x08", "\u2066x\u2069"]
ACTING_CHARACTERS = set("\x1b\x07\x08\x9b\u202e\u200b\u2066\u2069")
BLACK = Color(0, 0, 0)


def hostile(payload: str) -> tuple[WrittenGuide, dict[str, Any]]:
    """A guide and a case that say `payload` wherever they say anything."""
    guide = lost_property()
    guide.questions = {
        key: Asked(key, payload, payload, one.several, one.excluding, dict.fromkeys(one.options, payload))
        for key, one in QUESTIONS.items()
    }
    guide.titles = {key: f"{payload}{key}" for key in guide.titles}
    guide.words = {"case": payload, **dict.fromkeys(THINGS, payload)}
    guide.standing = payload
    case = deepcopy(CASE)
    case["title"] = payload
    case["phases"][0]["narrative"][0]["text"] = payload
    return guide, case


async def test_a_click_on_an_action_in_markup_does_nothing(playing: Playing) -> None:
    guide, case = hostile("[@click=app.quit]here[/]")
    async with playing(guide=guide, case=case, size=(120, 40)) as player:
        await player.start()
        await player.click(player.app.screen.query_one("#file"), (10, 4))
        assert player.app.is_running


async def test_trouble_from_a_plugin_is_shown_as_given(make_app: MakeApp, playing: Playing) -> None:
    async with playing(troubles=["plugin [red]x[/red] \x1b[2J was left out"]) as player:
        assert "! plugin [red]x[/red] \N{REPLACEMENT CHARACTER}[2J was left out" in player.text()


@pytest.mark.parametrize("payload", ACTING)
def test_the_last_filter_keeps_the_width_of_a_line(payload: str) -> None:
    line = [Segment(f"a{payload}b" + " " * 20, Style())]
    width = sum(segment.cell_length for segment in line)
    cleaned = Cleaning().apply(line, BLACK)
    assert sum(segment.cell_length for segment in cleaned) == width
    assert "\x1b" not in "".join(segment.text for segment in cleaned)


def test_the_last_filter_leaves_a_mark_to_the_letter_before_it() -> None:
    line = [Segment("e", Style(reverse=True)), Segment("\u0301a"), Segment(" ")]
    assert Cleaning().apply(line, BLACK) == line


def test_the_last_filter_drops_links() -> None:
    [segment] = Cleaning().apply([Segment("go", Style(link="https://example.org"))], BLACK)
    assert segment.style is not None
    assert segment.style.link is None


def test_the_last_filter_drops_control_segments() -> None:
    [segment] = Cleaning().apply([Segment("\x1b[2J", None, [])], BLACK)
    assert "\x1b" not in segment.text


def test_the_last_filter_leaves_plain_lines_alone() -> None:
    line = [Segment("plain", Style(bold=True)), Segment("─│")]
    assert Cleaning().apply(line, BLACK) == line


@pytest.mark.parametrize("text", [*SHOWN_AS_GIVEN, "", "a\nb", "é漢字"])
def test_shown_text_is_the_text(text: str) -> None:
    assert shown(text, "bold").plain == text
