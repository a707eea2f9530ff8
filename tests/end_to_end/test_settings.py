"""Settings that are changed in one run of the real program hold in the next: the look, the layout and a key."""

from __future__ import annotations

import re
from random import Random
from typing import TYPE_CHECKING

import pytest

from simulator.tui.app import SimulatorApp
from simulator.tui.keys import all_actions
from tests.end_to_end.officer import CASE, DOWN, ESCAPE, F3, SHORT, Officer, offered
from tests.end_to_end.terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

NEXT_OPEN = [action.id for action in all_actions(SimulatorApp)].index("case.next")


class Settled:
    """The settings as they were, as they were changed, and as they are in a second run; and a case played there."""

    def __init__(self, store: Path, cache: Path) -> None:
        with Terminal(store, cache, columns=120, rows=40) as terminal:
            terminal.wait(offered)
            self.before = values(terminal.press(F3, settling))
            for keys in ("\r", f"{DOWN}\r", f"{DOWN}\r"):
                self.change(terminal, keys)
            self.changed = values(terminal.text)
            self.remap(terminal)
            terminal.press(ESCAPE, offered)
            assert terminal.quit("q") == 0
        with Terminal(store, cache, columns=120, rows=40) as terminal:
            terminal.wait(offered)
            self.after = values(terminal.press(F3, settling))
            terminal.press(F3, offered)
            Officer(terminal, Random(1)).start_written(SHORT)
            self.case = terminal.text
            self.gone_on = terminal.press("b", lambda text: "still open." in text)
            terminal.press("q", offered)
            assert terminal.quit("q") == 0

    @staticmethod
    def change(terminal: Terminal, keys: str) -> None:
        """Press these keys, by which something changes."""
        before = values(terminal.text)
        terminal.press(keys, lambda text: settling(text) and values(text) != before)

    def remap(self, terminal: Terminal) -> None:
        """Give another key to what goes to the next open decision."""
        terminal.press(f"{DOWN}\r", lambda text: "Where" in text and "What" in text)
        terminal.press(f"{DOWN * NEXT_OPEN}\r", lambda text: "Press the new key" in text)
        self.asked = terminal.text
        self.told = terminal.press("b", lambda text: "now does" in text)
        terminal.press(ESCAPE, settling)


def settling(text: str) -> bool:
    """Whether `text` shows the settings."""
    return "Enter changes what the cursor is on" in text


def values(text: str) -> list[str]:
    """The lines of the first three settings, without what is told beside them."""
    settings = re.findall(r"^[ ►]+((?:Colours|Movement|Layout) +\w[^▏\n]*)", text, re.MULTILINE)
    return [" ".join(setting.split()) for setting in settings]


@pytest.fixture(scope="module")
def settled(cache: Path, place: Path) -> Settled:
    return Settled(place / "settled.sqlite", cache)


def test_what_is_changed_in_the_settings_is_so_in_the_next_run(settled: Settled) -> None:
    assert len(settled.before) == 3
    for before, changed in zip(settled.before, settled.changed, strict=True):
        assert before != changed
    assert settled.after == settled.changed


def test_a_key_that_was_given_to_an_action_works_in_the_next_run(settled: Settled) -> None:
    assert "“Next open” (now n)" in " ".join(settled.asked.split())
    assert "b now does “Next open”." in settled.told
    assert CASE in settled.case
    assert "b Next open" in settled.case
    assert "n Next open" not in settled.case
    assert "5 still open." in settled.gone_on
