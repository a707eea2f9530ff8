"""Tests are kept from the machine: a cache, a store, settings, preferences and a terminal of their own."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session", autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    folder = tmp_path_factory.mktemp("own")
    own = (
        "SIMULATOR_CACHE", "SIMULATOR_STORE", "SIMULATOR_SETTINGS", "SIMULATOR_PREFERENCES", "SIMULATOR_STATE",
        "NO_COLOR", "COLUMNS", "LINES",
    )  # fmt: skip
    kept = {name: os.environ.get(name) for name in own}
    for name in ("NO_COLOR", "COLUMNS", "LINES"):
        os.environ.pop(name, None)
    os.environ["SIMULATOR_CACHE"] = str(folder / "cache")
    os.environ["SIMULATOR_STORE"] = str(folder / "store.sqlite")
    os.environ["SIMULATOR_SETTINGS"] = str(folder / "settings.yaml")
    os.environ["SIMULATOR_PREFERENCES"] = str(folder / "preferences.json")
    os.environ["SIMULATOR_STATE"] = str(folder / "state")
    yield
    for name, value in kept.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value
