"""Power is cut at any moment: what was acknowledged is there, nothing is half there, and the log goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.faults.replaying import as_it_is, losses, trace_of
from tests.faults.scenarios import SCENARIOS

if TYPE_CHECKING:
    from pathlib import Path

IMAGES = 2_000
EACH = -(-IMAGES // len(SCENARIOS))
SOAKED = 5_000
FEW = 80
"""Images of a weakened store: enough of them lose something."""

WEAKER = {
    "synchronous=NORMAL": ("answers", FEW // 2),
    "synchronous=OFF": ("answers", FEW // 2),
    "journal_mode=DELETE": ("answers", FEW // 20),
    "journal_mode=MEMORY": ("answers", FEW // 5),
    "secure_delete=OFF": ("ends", FEW // 4),
}
"""What is set against the store's own way, in which scenario, and how many images at least lose something."""


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_power_cut_loses_nothing_that_was_acknowledged(name: str, shim: Path, quick: Path) -> None:
    assert losses(trace_of(name, shim, quick), EACH, quick) == []


@pytest.mark.soak
@pytest.mark.parametrize("name", SCENARIOS)
def test_many_power_cuts_lose_nothing_that_was_acknowledged(name: str, shim: Path, quick: Path) -> None:
    assert losses(trace_of(name, shim, quick), SOAKED, quick, seed=8) == []


@pytest.mark.parametrize("pragma", WEAKER)
def test_a_store_that_is_less_careful_is_found_to_lose_something(
    pragma: str, shim: Path, quick: Path
) -> None:
    name, some = WEAKER[pragma]
    assert len(losses(trace_of(name, shim, quick, [pragma]), FEW, quick)) >= some


@pytest.mark.parametrize("name", SCENARIOS)
def test_no_change_to_a_file_passes_the_recording_by(name: str, shim: Path, quick: Path) -> None:
    there, said = as_it_is(trace_of(name, shim, quick))
    assert there.keys() == said.keys()
    assert [path for path in there if there[path] != said[path]] == []
