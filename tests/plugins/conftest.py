"""Distributions that are really installed, for the tests of the plugin room."""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING

import pytest

from .installing import Installer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Installer]:
    """Installs plugins in a folder that is alone on the path beside the standard library and the program."""
    monkeypatch.setenv("SIMULATOR_CACHE", str(tmp_path / "cache"))
    for late in ("jsonschema_rs", "simulator.model.schema_faults", "simulator.packs.yaml_reading"):
        importlib.import_module(late)
    site = tmp_path / "site"
    site.mkdir()
    inside = [path for path in sys.path if "site-packages" not in path]
    standard = [path for path in inside if path.startswith(sys.base_prefix) or path.endswith(".zip")]
    monkeypatch.setattr(sys, "path", [str(site), *standard])
    monkeypatch.setattr(sys, "meta_path", [it for it in sys.meta_path if "editable" not in repr(it).lower()])
    importlib.invalidate_caches()
    before = set(sys.modules)
    yield Installer(site)
    for name in [name for name in set(sys.modules) - before if name.startswith("made_up")]:
        del sys.modules[name]
