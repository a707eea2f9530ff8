"""Less is drawn than Textual draws, and what is seen is the same."""

from __future__ import annotations

from importlib.util import find_spec, module_from_spec
from itertools import pairwise
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from textual._compositor import Compositor

from tests.tui.lost_property import almost_finish

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.geometry import Region

    from simulator.store.store import Store
    from tests.tui.conftest import Playing

WALKS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "the case": (
        ("enter", "enter", "enter"),
        (
            "f",
            "n",
            "down",
            "up",
            "right",
            "enter",
            "1",
            "escape",
            "h",
            "w",
            "tab",
            "f1",
            "slash",
            "e",
            "ctrl+b",
        ),
    ),
    "the debrief": (
        ("enter", "c", "y"),
        ("f", "m", "0", "2", "3", "e", "down", "up", "pagedown", "s", "escape", "g", "ctrl+p", "f3", "enter"),
    ),
}
STEPS = 60


def as_textual_has_it() -> Any:
    """Textual's own way of getting at what is drawn, whatever it was replaced by."""
    spec = find_spec("textual._compositor")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.Compositor._get_renders


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, Any]]:
    """Every piece of every line that is sent, as it is drawn here and as Textual draws it."""
    pieces: list[tuple[Any, Any]] = []
    chops_of, textuals = Compositor._render_chops, as_textual_has_it()

    def both(self: Compositor, crop: Region, is_drawn: Callable[[int], bool]) -> Any:
        if Compositor._get_renders is textuals:  # a screen that is drawn behind another, for Textual's own
            return chops_of(self, crop, is_drawn)
        ours = chops_of(self, crop, is_drawn)
        with monkeypatch.context() as patch:
            patch.setattr(Compositor, "_get_renders", textuals)
            theirs = chops_of(self, crop, is_drawn)
        for y in filter(is_drawn, crop.line_range):
            cuts = self.cuts[y]
            for start, end in pairwise(cuts):
                if start < crop.right and crop.x < end:
                    pieces.append((ours[y][start], theirs[y][start]))
        return ours

    monkeypatch.setattr(Compositor, "_render_chops", both)
    return pieces


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
@pytest.mark.parametrize("walk", WALKS)
async def test_every_piece_of_a_line_is_as_textual_draws_it(
    playing: Playing, store: Store, compared: list[tuple[Any, Any]], walk: str, size: tuple[int, int]
) -> None:
    start, keys = WALKS[walk]
    if walk == "the debrief":
        almost_finish(store)
    chance = Random(7)
    async with playing(size=size) as player:
        await player.press(*start)
        for _ in range(STEPS):
            await player.press(chance.choice(keys))
    differ = [(ours, theirs) for ours, theirs in compared if ours != theirs]
    assert differ == []
    assert len(compared) > 10 * STEPS
