"""A new pack for every test that needs files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.authoring.packs import begun

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A pack as `pack new` makes it."""
    return begun(tmp_path / "tried")
