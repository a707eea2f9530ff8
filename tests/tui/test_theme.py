"""Contrasts of the themes: computed from what Textual makes of them, and from every cell that screens draw."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from textual.color import Color
from textual.filter import Monochrome

from simulator.preferences.keeping import keep_preferences
from simulator.preferences.preferences import Preferences
from simulator.tui.telling.signs import SIGNS
from simulator.tui.theme import COLOUR_SAFE, HIGH_CONTRAST, THEMES, USUAL, theme_named
from tests.tui.colours import BLINDNESS, contrast, difference, linear, seen_with
from tests.tui.lost_property import almost_finish

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.store.store import Store
    from simulator.tui.app import SimulatorApp
    from tests.tui.conftest import Player, Playing

GROUNDS = ("background", "surface", "panel", "footer-background")
WORDS = (
    "foreground", "text", "primary", "secondary", "accent", "success", "warning", "error", "text-muted",
    "text-disabled", "text-primary", "text-secondary", "text-accent", "text-success", "text-warning", "text-error",
    "foreground-muted", "foreground-disabled", "footer-foreground", "footer-key-foreground",
    "footer-description-foreground", "link-color", "button-foreground",
)  # fmt: skip
PAIRS = [
    *((word, ground) for word in WORDS for ground in GROUNDS),
    ("block-cursor-foreground", "block-cursor-background"),
    ("block-cursor-blurred-foreground", "block-cursor-blurred-background"),
    ("input-cursor-foreground", "input-cursor-background"),
    ("input-selection-foreground", "input-selection-background"),
    ("button-color-foreground", "primary"),
]
NEEDED = {name: 7.0 if name == HIGH_CONTRAST.name else 4.5 for name in THEMES}
MARKS = ("success", "warning", "error")
APART = 25.0
"""Delta E: more than ten times what can just be told apart."""

START = ("enter", "enter", "enter")
JOURNEYS: dict[str, tuple[str, ...]] = {
    "new case": ("enter", "enter"),
    "case": START,
    "decisions": (*START, "f", "enter", "1"),
    "options": (*START, "f", "enter"),
    "reasons": (*START, "f", "w", "a", "shift+left"),
    "reasons, further": (*START, "f", "w", "tab", "tab", "tab"),
    "a question": (*START, "f", "enter", "1", "down", "enter", "1", "enter", "c"),
    "help": (*START, "f1"),
    "palette": (*START, "ctrl+p"),
    "palette, searching": (*START, "ctrl+p", "e"),
    "support": ("f2",),
    "settings": ("f3",),
    "keys": ("f3", "down", "down", "down", "enter"),
    "a key": ("f3", "down", "down", "down", "enter", "enter"),
    "pause": (*START, "ctrl+b"),
    "skipped": (*START, "ctrl+g"),
}
FINISHED: dict[str, tuple[str, ...]] = {
    "draft": (),
    "debrief": ("enter", "c", "y"),
    "explanation": ("enter", "c", "y", "m", "enter"),
    "summary": ("enter", "c", "y", "0"),
}


def colours(name: str) -> dict[str, Color]:
    """Every variable of a theme that is a colour."""
    theme = THEMES[name]
    made = {**theme.to_color_system().generate(), **theme.variables}
    return {variable: Color.parse(made[variable]) for pair in PAIRS for variable in pair}


@pytest.mark.parametrize("name", THEMES)
def test_words_stand_out_from_every_ground(name: str) -> None:
    known = colours(name)
    faint = {
        f"{word} on {ground}": round(contrast(known[word], known[ground]), 2)
        for word, ground in PAIRS
        if contrast(known[word], known[ground]) < NEEDED[name]
    }
    assert not faint


@pytest.mark.parametrize("blindness", BLINDNESS)
def test_right_wrong_and_doubtful_stay_apart_for_the_colour_blind(blindness: str) -> None:
    known = colours(COLOUR_SAFE.name)
    for one, other in combinations(MARKS, 2):
        seen = difference(seen_with(blindness, known[one]), seen_with(blindness, known[other]))
        assert seen >= APART, f"{one} and {other}"


def test_the_check_for_the_colour_blind_finds_red_and_green_alike() -> None:
    red, green = Color.parse("#ff9d96"), Color.parse("#6cd49a")
    assert difference(linear(red), linear(green)) > APART
    assert difference(seen_with("deuteranopia", red), seen_with("deuteranopia", green)) < APART


def test_only_our_own_themes_are_offered(app: SimulatorApp) -> None:
    assert list(app.available_themes) == list(THEMES)


def test_a_theme_that_there_is_not_is_the_usual_one() -> None:
    assert theme_named("textual-dark") == theme_named("") == USUAL


def test_every_mark_has_a_symbol_and_a_word_of_its_own() -> None:
    assert len({(sign.symbol, sign.word) for sign in SIGNS.values()}) == len(SIGNS)
    assert {sign.colour for sign in SIGNS.values()} <= set(WORDS)


@pytest.fixture
def app() -> SimulatorApp:
    from simulator.tui.app import SimulatorApp

    return SimulatorApp(lambda: None)  # type: ignore[arg-type, return-value]


def drawn(player: Player) -> Iterator[tuple[str, Color, Color]]:
    """Every word on the screen with its colour and its ground."""
    for strip in player.app.screen._compositor.render_strips():
        for segment in strip:
            style = segment.style
            if not any(map(str.isalnum, segment.text)) or style is None:
                continue
            assert style.color is not None
            assert style.bgcolor is not None
            fore, ground = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
            if style.dim:
                fore = fore.blend(ground, 0.5)
            yield segment.text, *((ground, fore) if style.reverse else (fore, ground))


def faint_words(player: Player, needed: float) -> list[str]:
    return [
        f"{text.strip()!r}: {fore.hex} on {ground.hex} is {contrast(fore, ground):.2f}"
        for text, fore, ground in drawn(player)
        if contrast(fore, ground) < needed
    ]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("journey", [*JOURNEYS, *FINISHED])
async def test_every_word_that_a_screen_shows_stands_out(
    playing: Playing, store: Store, journey: str, theme: str
) -> None:
    keep_preferences(Preferences(theme=theme))
    if journey in FINISHED:
        almost_finish(store)
    async with playing(size=(120, 40)) as player:
        assert not faint_words(player, NEEDED[theme])
        await player.press(*(JOURNEYS.get(journey) or FINISHED.get(journey, ())))
        assert not faint_words(player, NEEDED[theme])


@pytest.mark.parametrize("theme", THEMES)
async def test_without_colours_the_cursor_can_still_be_seen(
    playing: Playing, monkeypatch: pytest.MonkeyPatch, theme: str
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    keep_preferences(Preferences(theme=theme))
    async with playing() as player:
        [grey] = [each for each in player.app.get_line_filters() if isinstance(each, Monochrome)]
        lines = player.text().splitlines()
        cursor = next(number for number, line in enumerate(lines) if "Practise" in line)
        strips = [
            strip.apply_filter(grey, Color.parse("#000000"))
            for strip in player.app.screen._compositor.render_strips()[cursor : cursor + 2]
        ]
        grounds = [
            {segment.style.bgcolor for segment in strip if segment.style and segment.text.strip()}
            for strip in strips
        ]
        assert grounds[0].isdisjoint(grounds[1])
