"""Every class of these tests is kept in a store of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _own_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIMULATOR_STORE", str(tmp_path / "store.sqlite"))
    monkeypatch.setenv("SIMULATOR_SEATS", str(tmp_path / "seats.json"))
