"""A newcomer's first case, on a terminal without colours: every key is one that the screen has just named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.end_to_end.officer import (
    ALL_MADE,
    AT_DEBRIEF,
    CASE,
    FEEDBACK,
    NOT_YET,
    OPTION,
    SEVERAL,
    choosing,
    finished,
    offered,
    step_of,
)
from tests.end_to_end.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ADVICE = re.compile(r"► (.+?) *\n")
KEYS = (r"Then press (\w) ", r"(Enter) opens one", r"(n) goes to the next open", r"(c) confirms it")
"""In what a hint says, the key that it names."""
COLOURS = re.compile(rb"\x1b\[[0-9;]*?[34]8;2;(\d+);(\d+);(\d+)")
MOST = 130
"""Keys that a first case of five minutes may take."""


class Newcomer:
    """Does what the hints say; in a list takes the first option."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self.pressed = 0

    def play(self) -> None:
        """The first case, from the opening screen to the debrief."""
        self.terminal.wait(offered)
        self.terminal.press("\r", lambda text: CASE in text and "►" in text)
        while not finished(self.terminal.text):
            self.do(self.advised())
            assert self.pressed < MOST, self.terminal.text

    def advised(self) -> str:
        """The key that the hint names."""
        hint = ADVICE.search(self.terminal.text)
        assert hint is not None, self.terminal.text
        found = [match[1] for each in KEYS if (match := re.search(each, hint[1]))]
        assert found, hint[1]
        return "\r" if found[0] == "Enter" else found[0]

    def do(self, key: str) -> None:
        """Press it; what is asked then says itself which keys it takes."""
        before = self.terminal.text
        self.press(key, lambda text: text != before and (key != "n" or went_on(text)))
        if ALL_MADE in self.terminal.text:
            before = self.terminal.text
            self.press("c", lambda text: NOT_YET in text)
        elif key == "n":
            before = self.terminal.text
            self.press("\r", choosing)
        if choosing(self.terminal.text):
            first = OPTION.search(self.terminal.text)
            assert first is not None
            assert f"a {'number' if first[1].isdigit() else 'letter'} " in self.terminal.text
            several = SEVERAL.search(self.terminal.text) is not None
            self.press(first[1] + "\r" * several, lambda text: "Saved." in text)
        elif NOT_YET in self.terminal.text:
            assert "Confirm (y)" in self.terminal.text
            confirmed = step_of(self.terminal.text)
            self.press("y", lambda text: FEEDBACK in text or AT_DEBRIEF in text)
            if FEEDBACK in self.terminal.text:
                assert "q or the last row goes on" in self.terminal.text
                self.press("q", lambda text: CASE in text and step_of(text) != confirmed)
                self.terminal.settled()
        assert self.terminal.text != before

    def press(self, keys: str, until: Callable[[str], bool]) -> None:
        """Count the keys, and wait for what they lead to."""
        self.pressed += len(keys)
        self.terminal.press(keys, until)


def went_on(text: str) -> bool:
    """Whether `text` shows what the key for the next decision leads to, and says what to press there."""
    return ALL_MADE in text or "Enter chooses." in " ".join(text.split())


class First:
    """A first case, and the opening screen after it and in a second run."""

    def __init__(self, store: Path, cache: Path) -> None:
        with Terminal(store, cache, NO_COLOR="1") as terminal:
            self.home = terminal.wait(offered)
            Newcomer(terminal).play()
            self.debrief = terminal.text
            self.table = terminal.press("f", lambda text: text != self.debrief)
            self.after = terminal.press("q", offered)
            assert terminal.quit("q") == 0
            self.sent = terminal.sent
        with Terminal(store, cache) as terminal:
            self.again = terminal.wait(offered)
            assert terminal.quit("q") == 0


@pytest.fixture(scope="module")
def first(cache: Path, place: Path) -> First:
    return First(place / "newcomer.sqlite", cache)


def test_the_hints_alone_lead_through_the_first_case_to_its_debrief(first: First) -> None:
    assert "First case   A short one, about five minutes" in first.home
    assert "Practice:  ✓ The report  ✓ The assessment  ✓ The outcome  ▶ Debrief" in first.debrief


def test_who_has_played_it_is_offered_it_no_more(first: First) -> None:
    assert "First case" not in first.after
    assert "First case" not in first.again


def test_without_colours_every_mark_is_still_told_by_sign_and_word(first: First) -> None:
    found = COLOURS.findall(first.sent)
    assert found
    assert all(red == green == blue for red, green, blue in found)
    assert re.search(r"[✓✗] (?:right|mistake) ", first.table)
