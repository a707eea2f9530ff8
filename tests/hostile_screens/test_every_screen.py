"""Whatever texts say: each is shown as it is given on every screen, does nothing, and moves nothing of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.store.store import Store
from tests.hostile_screens.payloads import PAYLOADS
from tests.hostile_screens.twins import twins_of
from tests.hostile_screens.walk import differences, walked

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

SIZES = [(80, 24), (120, 40), (200, 60)]
PARTS = ["everywhere", "debrief"]


def test_there_are_forty_and_more() -> None:
    assert len(set(PAYLOADS.values())) == len(PAYLOADS) >= 40


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("size", SIZES)
async def test_all_payloads_among_each_other(size: tuple[int, int], part: str, tmp_path: Path) -> None:
    """Each text of a screen is another one, so that all of them are somewhere."""
    turn = SIZES.index(size) * 17
    payloads = list(PAYLOADS.values())
    await assert_told_like_their_twins([*payloads[turn:], *payloads[:turn]], size, part, tmp_path)


@pytest.mark.soak
@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("name", PAYLOADS)
async def test_every_payload_in_every_widget(name: str, part: str, tmp_path: Path) -> None:
    await assert_told_like_their_twins([PAYLOADS[name]], (120, 40), part, tmp_path)


async def assert_told_like_their_twins(
    payloads: Sequence[str], size: tuple[int, int], part: str, folder: Path
) -> None:
    """What is seen with `payloads` is what is seen with their harmless twins, but for the payloads."""
    twins = twins_of(payloads)
    seen = []
    for name, texts in (("hostile", twins.hostile), ("harmless", twins.harmless)):
        store = Store(folder / f"{name}.sqlite")
        seen.append(await walked(texts, store, size, part))
        store.close()
    hostile, harmless = seen
    assert not hostile.acting
    expected = {name: twins.told_of(screen) for name, screen in harmless.seen.items()}
    assert differences(hostile.seen, expected) == []
