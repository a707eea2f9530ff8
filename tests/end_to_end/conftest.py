"""A cache that a first start has filled, and the place to train at that every face is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.cli.training import training_of
from simulator.cli.workshop import Workshop
from tests.end_to_end.officer import offered
from tests.end_to_end.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from simulator.session.training import Training


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("end-to-end")


@pytest.fixture(scope="session")
def cache(place: Path) -> Path:
    """The cache after a first start of the program."""
    folder = place / "cache"
    with Terminal(place / "first.sqlite", folder) as first:
        first.wait(offered)
        assert first.quit("q") == 0
    return folder


@pytest.fixture(scope="session")
def training(place: Path, cache: Path) -> Iterator[Training]:
    """The program's own packs, rules and scorers, and a store that no test uses."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SIMULATOR_CACHE", str(cache))
        patch.setenv("SIMULATOR_STORE", str(place / "unused.sqlite"))
        made = training_of(Workshop(strangers=False))
        yield made
        made.store.close()
