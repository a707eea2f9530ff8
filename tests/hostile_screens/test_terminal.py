"""The real program on a pseudo-terminal, with a pack and a person who are hostile."""

from __future__ import annotations

import re
import time
import unicodedata
from typing import TYPE_CHECKING

import pytest

from tests.end_to_end.officer import CASE, CHOOSING, ESCAPE, TO, offered
from tests.end_to_end.terminal import Terminal
from tests.hostile_screens.pack_on_disk import LET_IN, pack_saying
from tests.hostile_screens.payloads import PAYLOADS
from tests.hostile_screens.twins import Twins, twins_of

if TYPE_CHECKING:
    from pathlib import Path

SEQUENCE = rb"""
    \x1b \[ (?: [0-9]{1,3} (?: ; [0-9]{1,3} )* )? m                               # colours
  | \x1b \[ [0-9]{1,3} ; [0-9]{1,3} H                                             # where to write
  | \x1b \[ \? (?: 7 | 25 | 1000 | 1003 | 1004 | 1006 | 1015 | 1049 | 2004 | 2026 ) [hl]   # modes of the terminal
  | \x1b \[ \? (?: 2026 | 2048 ) \$ p | \x1b \[ > 25 u | \x1b \[ < u              # what the terminal can do, its keys
  | \x1b \] 22 ; [a-z]* \x07                                                      # the shape of the pointer
  | \r? \n
"""
"""All that the toolkit itself sends besides text."""
SENT = re.compile(SEQUENCE, re.VERBOSE)
HIDDEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]"
)
NOT_TEXT = {"Cc", "Cf", "Cs", "Cn", "Zl", "Zp"}
TYPED = [payload for payload in PAYLOADS.values() if payload.strip() and len(payload) < 500]
PASTED = "\x1b[200~{}\x1b[201~"
CTRL_S, CTRL_U = "\x13", "\x15"
LATEST = 30.0
"""Seconds after which two screens that are still not alike will not be."""


class Pair:
    """The program twice, with hostile texts and with their twins; each step is made in both."""

    def __init__(self, hostile: Terminal, harmless: Terminal, twins: Twins) -> None:
        self.hostile, self.harmless = hostile, harmless
        self.screens: list[tuple[str, str]] = []
        """After each step what is seen, and what is expected to be: the screen of the harmless one, translated."""
        self._twins = twins

    def play(self, typed: list[tuple[str, str]]) -> None:
        """A case that is begun, with what is typed in it."""
        self.to(TO["practice"], CHOOSING)
        self.to("\r", "Enter starts the case")
        self.to("\r", CASE)
        self.to("a", "A note to this sentence")
        self.paste(typed[::3])
        self.to(CTRL_S, "Noted.")
        self.to("/", "Close search")
        self.seek(typed[1::3])
        self.to(ESCAPE, CASE)
        self.to("f", " answered")
        self.to("w", "How sure")
        self.paste(typed[2::3])
        self.to(CTRL_S, "Saved.")
        self.to("q", "Your answers are kept")

    def to(self, keys: str | tuple[str, str], words: str) -> None:
        """Until both say `words` and look the same, or will not."""
        for_hostile, for_harmless = (keys, keys) if isinstance(keys, str) else keys
        self.hostile.press(for_hostile, lambda text: words in text)
        self.harmless.press(for_harmless, lambda text: words in text)
        given_up = time.monotonic() + LATEST
        while (screens := self._screens())[0] != screens[1] and time.monotonic() < given_up:
            self.hostile.read()
            self.harmless.read()
        self.screens.append(screens)

    def _screens(self) -> tuple[str, str]:
        return _alike(self.hostile.text), _alike(self._twins.told_of(self.harmless.text))

    def paste(self, texts: list[tuple[str, str]]) -> None:
        """Each in a line of its own."""
        for number, (hostile, harmless) in enumerate(texts):
            end = f" ={number}="
            self.to((f"\r{PASTED.format(hostile + end)}", f"\r{PASTED.format(harmless + end)}"), end)

    def seek(self, texts: list[tuple[str, str]]) -> None:
        """Each alone; then with something behind it that stands nowhere."""
        for hostile, harmless in texts:
            self.to(CTRL_U, "search the text")
            self.to((PASTED.format(hostile), PASTED.format(harmless)), "match")
            self.to("=0=", "no match")


BEGUN = re.compile(r"(\d\d-)?\d\d \d\d:\d\d UTC")
"""The end of when a case was begun, the first part of which may stand in the line before."""


def surrogates_apart(text: str) -> str:
    """No terminal can send half a letter, and a carriage return is a key."""
    return re.sub("[\ud800-\udfff\r]", "\x07", text)


def _alike(screen: str) -> str:
    return unicodedata.normalize("NFC", BEGUN.sub("at some time", screen))


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Pair:
    """The same twice: with everything hostile, and with harmless twins."""
    folder = tmp_path_factory.mktemp("hostile")
    twins = twins_of([*LET_IN, *map(surrogates_apart, TYPED)])
    with _started(folder / "hostile", twins.hostile) as hostile:
        hostile.wait(offered)  # what the first start makes is there for the second
        with _started(folder / "harmless", twins.harmless) as harmless:
            harmless.wait(offered)
            pair = Pair(hostile, harmless, twins)
            pair.play(list(zip(twins.hostile, twins.harmless, strict=True))[len(LET_IN) :])
            harmless.quit("q")
            hostile.quit("q")
            return pair


def _started(place: Path, texts: list[str]) -> Terminal:
    pack = pack_saying(texts[: len(LET_IN)], place)
    return Terminal(place.with_suffix(".sqlite"), place.parent / "cache", words=["play", "--pack", str(pack)])


def test_a_case_goes_its_way_and_the_program_ends_well(played: Pair) -> None:
    assert played.hostile.exit_code == 0
    assert b"Traceback" not in played.hostile.sent


def test_the_program_s_own_lines_are_where_they_are_with_harmless_texts(played: Pair) -> None:
    """And each text is shown as it is given."""
    for screen, expected in played.screens:
        assert screen == expected


def test_nothing_is_sent_but_text_and_what_the_toolkit_sends(played: Pair) -> None:
    text = SENT.sub(b"", played.hostile.sent).decode()
    assert {letter for letter in text if unicodedata.category(letter) in NOT_TEXT} == set()
    assert set(HIDDEN.findall(text)) == set()
