"""A new pack for every test, and what reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.authoring.preview.reading import PackReader
from simulator.packs.finding import pack_in
from tests.authoring.packs import begun, workshop

if TYPE_CHECKING:
    from pathlib import Path


def reader_of(folder: Path) -> PackReader:
    """What reads the pack in a folder."""
    return PackReader(folder, workshop().engine, lambda place: workshop().generator(pack_in(place)))


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A pack as `pack new` makes it."""
    return begun(tmp_path / "tried")


@pytest.fixture
def reader(pack: Path) -> PackReader:
    """What reads the new pack."""
    return reader_of(pack)
