"""Contrasts of the theme, computed from what Textual makes of it."""

from __future__ import annotations

import pytest
from textual.color import Color

from simulator.tui.telling.signs import SIGNS
from simulator.tui.theme import HIGH_CONTRAST

COLOURS = {**HIGH_CONTRAST.to_color_system().generate(), **HIGH_CONTRAST.variables}
GROUNDS = ("background", "surface", "panel", "footer-background")
WORDS = (
    "foreground",
    "primary",
    "secondary",
    "accent",
    "success",
    "warning",
    "error",
    "text-muted",
    "footer-key-foreground",
)


def luminance(colour: Color) -> float:
    """Relative luminance, after WCAG 2."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    """Contrast of two colours of the theme, 1 to 21."""
    high, low = sorted((luminance(Color.parse(COLOURS[name])) for name in (one, other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("word", WORDS)
def test_words_stand_out_from_every_ground(word: str, ground: str) -> None:
    assert contrast(word, ground) >= 7


def test_the_cursor_stands_out() -> None:
    assert contrast("block-cursor-foreground", "block-cursor-background") >= 7


def test_every_mark_has_a_symbol_and_a_word_of_its_own() -> None:
    assert len({(sign.symbol, sign.word) for sign in SIGNS.values()}) == len(SIGNS)
    assert {sign.colour for sign in SIGNS.values()} <= set(COLOURS)
