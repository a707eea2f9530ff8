"""A new pack for every test, and a place that nothing else writes to."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.authoring.packs import begun


@pytest.fixture(scope="session")
def _begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return begun(tmp_path_factory.mktemp("begun") / "tried")


@pytest.fixture
def pack(_begun: Path, tmp_path: Path) -> Path:
    """A pack as `pack new` makes it."""
    return Path(shutil.copytree(_begun, tmp_path / "tried"))


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SIMULATOR_SETTINGS", str(tmp_path / "settings.yaml"))
    monkeypatch.setenv("SIMULATOR_STORE", str(tmp_path / "store.sqlite"))
