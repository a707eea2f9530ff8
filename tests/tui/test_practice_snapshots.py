"""How the opening screen looks with what is due, and how what is due and the record look, small and larger."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from tests.tui.lost_property import lost_property
from tests.tui.practising import EMPTY, NOTHING_DUE, WrittenPractice
from tests.tui.test_snapshots import SIZES, SnapCompare, press

if TYPE_CHECKING:
    from simulator.store.store import Store
    from tests.tui.conftest import MakeApp

PRACTICE: dict[str, tuple[str, ...]] = {
    "home": (),
    "today": ("t",),
    "today-of-a-rule": ("t", "1", *["down"] * 5),
    "before-made": ("t", "enter"),
    "record": ("r",),
    "rules": ("r", "2", "down"),
    "paragraphs": ("r", "3"),
    "confusion": ("r", "4"),
    "confusion-read": ("r", "4", "down", "enter"),
    "mistakes": ("r", "5"),
    "independence": ("r", "6"),
    "calibration": ("r", "7", "down", "down"),
    "citation": ("r", "8"),
    "tests": ("r", "9", "down"),
    "cases": ("r", "0", "down"),
    "correction": ("r", "0", "x", "s", "o"),
    "save": ("r", "s", "ctrl+u", "f", "o", "r"),
}


@pytest.mark.parametrize("size", [*SIZES, (140, 40)], ids=["80x24", "120x40", "140x40"])
@pytest.mark.parametrize("screen", PRACTICE)
def test_a_screen_of_practice_looks_as_it_did(
    make_app: MakeApp, store: Store, snap_compare: SnapCompare, screen: str, size: tuple[int, int]
) -> None:
    guide = lost_property()
    app = make_app(guide=guide, practice=WrittenPractice(guide, store))
    assert snap_compare(app, terminal_size=size, run_before=partial(press, keys=PRACTICE[screen]))


@pytest.mark.parametrize("key", ["t", "r"], ids=["today", "record"])
def test_practice_with_nothing_to_show_looks_as_it_did(
    make_app: MakeApp, store: Store, snap_compare: SnapCompare, key: str
) -> None:
    guide = lost_property()
    app = make_app(guide=guide, practice=WrittenPractice(guide, store, NOTHING_DUE, EMPTY))
    assert snap_compare(app, terminal_size=(80, 24), run_before=partial(press, keys=(key,)))
