"""What the tests of the packs room share: their own cache, and distributions really installed."""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING

import pytest

from .installing import Installer

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of this test's own cache."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("SIMULATOR_CACHE", str(folder))
    return folder


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Installer:
    """Installs distributions in a folder that is alone on the path beside the standard library."""
    for late in ("jsonschema_rs", "simulator.model.schema_faults", "simulator.packs.yaml_reading"):
        importlib.import_module(late)
    site = tmp_path / "site"
    site.mkdir()
    inside = [path for path in sys.path if "site-packages" not in path]
    standard = [path for path in inside if path.startswith(sys.base_prefix) or path.endswith(".zip")]
    monkeypatch.setattr(sys, "path", [str(site), *standard])
    monkeypatch.setattr(sys, "meta_path", [it for it in sys.meta_path if "editable" not in repr(it).lower()])
    importlib.invalidate_caches()
    return Installer(site)
