"""A sound pack for every test to spoil, sessions kept apart, and no settings unless a test writes them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.authoring.packs import begun


@pytest.fixture(scope="session")
def _sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return begun(tmp_path_factory.mktemp("sound") / "tried")


@pytest.fixture
def pack(_sound: Path, tmp_path: Path) -> Path:
    """A pack as `pack new` makes it."""
    return Path(shutil.copytree(_sound, tmp_path / "tried"))


@pytest.fixture(autouse=True)
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of settings, which is not there yet."""
    file = tmp_path / "settings.yaml"
    monkeypatch.setenv("SIMULATOR_SETTINGS", str(file))
    monkeypatch.setenv("SIMULATOR_STORE", str(tmp_path / "store.sqlite"))
    return file
