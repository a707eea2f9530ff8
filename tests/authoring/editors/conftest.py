"""A faulty pack for all forms in which findings are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .findings import faulty

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def faulty_pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pack with findings of every sort."""
    return faulty(tmp_path_factory.mktemp("faulty") / "tried")
