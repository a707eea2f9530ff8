"""How much longer the debrief of a five-child case takes to open than an empty screen."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tests.benchmarks.processes import SIMULATOR
from tests.benchmarks.sessions import all_but_ended
from tests.benchmarks.terminals import Terminal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

EMPTY_SCREENS = """
from textual.app import App
from textual.screen import Screen
from textual.widgets import Static
class Opened(Screen):
    def compose(self):
        yield Static("Opened")
class Empty(App):
    def compose(self):
        yield Static("Ready")
    def key_o(self):
        self.push_screen(Opened())
Empty().run()
"""
ENTER = "\r"
GO_ON, CONFIRM, ASKED, DEBRIEF = "Go on", "Confirm (c)", "Yes", "s Save"


def open_rounds(scratch: Path, rounds: int, *, large: bool = False) -> list[float]:
    """Milliseconds more until the debrief is shown, after the key that asks for it, than until an empty screen is."""
    stored = scratch / f"ended-{'large' if large else 'small'}.sqlite"
    environment = all_but_ended(scratch, stored.name, large=large)
    before = stored.read_bytes()
    more = []
    for _ in range(rounds + 1):
        put_back(stored, before)
        empty = _empty()
        more.append((_debrief(environment) - empty) * 1000)
    return more[1:]


def _empty() -> float:
    with Terminal([sys.executable, "-c", EMPTY_SCREENS], {}) as app:
        app.wait(lambda text: "Ready" in text)
        app.settle()
        return app.press("o", lambda text: "Opened" in text)


def _debrief(environment: Mapping[str, str]) -> float:
    with Terminal([*SIMULATOR, "play"], environment) as case:
        go_on(case)
        case.press("c", lambda text: "Not yet" in text)
        case.settle()
        return case.press("y", lambda text: DEBRIEF in text)


def put_back(stored: Path, before: bytes) -> None:
    """A store as it was, whatever a program that was killed has left of it."""
    for rest in stored.parent.glob(f"{stored.name}-*"):
        rest.unlink()
    stored.write_bytes(before)


def go_on(case: Terminal) -> None:
    """From the opening screen into the session that is to be gone on with."""
    case.wait(lambda text: GO_ON in text)
    case.settle()
    case.press(ENTER, lambda text: CONFIRM in text)
    case.settle()
