"""The real program on a pseudo-terminal, with a pack and a person who are hostile."""

from __future__ import annotations

import re
import unicodedata

import pytest

from tests.end_to_end.officer import CASE, CHOOSING, ESCAPE, TO, offered
from tests.end_to_end.terminal import Terminal
from tests.hostile_screens.pack_on_disk import LET_IN, pack_saying
from tests.hostile_screens.payloads import PAYLOADS
from tests.hostile_screens.twins import twins_of

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


class Played:
    """A case that is begun, with what is typed in it; `seen` has the screens on the way."""

    def __init__(self, terminal: Terminal, typed: list[str]) -> None:
        self.terminal = terminal
        self.seen = terminal.seen
        terminal.wait(offered)
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
        self.exit_code = terminal.quit("q")

    def to(self, keys: str, words: str) -> None:
        self.terminal.press(keys, lambda text: words in text)

    def paste(self, texts: list[str]) -> None:
        """Each in a line of its own."""
        for number, text in enumerate(texts):
            self.to(f"\r{PASTED.format(text)} ={number}=", f"={number}=")

    def seek(self, texts: list[str]) -> None:
        """Each alone; then with something behind it that stands nowhere."""
        for text in texts:
            self.to(CTRL_U, "search the text")
            self.to(PASTED.format(text), "match")
            self.to("=0=", "no match")


BEGUN = re.compile(r"(\d\d-)?\d\d \d\d:\d\d UTC")
"""The end of when a case was begun, the first part of which may stand in the line before."""


def surrogates_apart(text: str) -> str:
    """No terminal can send half a letter, and a carriage return is a key."""
    return re.sub("[\ud800-\udfff\r]", "\x07", text)


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Played]:
    """The same twice: with everything hostile, and with harmless twins."""
    folder = tmp_path_factory.mktemp("hostile")
    twins = twins_of([*LET_IN, *map(surrogates_apart, TYPED)])
    ran = {}
    for name, texts in (("hostile", twins.hostile), ("harmless", twins.harmless)):
        pack = pack_saying(texts[: len(LET_IN)], folder / name)
        words = ["play", "--pack", str(pack)]
        with Terminal(folder / f"{name}.sqlite", folder / "cache", words=words) as terminal:
            ran[name] = Played(terminal, texts[len(LET_IN) :])
    ran["harmless"].seen = [twins.told_of(screen) for screen in ran["harmless"].seen]
    return ran


def test_a_case_goes_its_way_and_the_program_ends_well(played: dict[str, Played]) -> None:
    assert played["hostile"].exit_code == 0
    assert b"Traceback" not in played["hostile"].terminal.sent


def test_the_program_s_own_lines_are_where_they_are_with_harmless_texts(played: dict[str, Played]) -> None:
    """And each text is shown as it is given."""
    for screen, expected in zip(played["hostile"].seen, played["harmless"].seen, strict=True):
        screen, expected = (BEGUN.sub("at some time", text) for text in (screen, expected))
        assert unicodedata.normalize("NFC", screen) == unicodedata.normalize("NFC", expected)


def test_nothing_is_sent_but_text_and_what_the_toolkit_sends(played: dict[str, Played]) -> None:
    text = SENT.sub(b"", played["hostile"].terminal.sent).decode()
    assert {letter for letter in text if unicodedata.category(letter) in NOT_TEXT} == set()
    assert set(HIDDEN.findall(text)) == set()
