"""The library's packs, dropped into temporary folders and installed as distributions."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.any_guidance.running import CASES, GUIDANCE, Library
from tests.hostile.running import ROOT
from tests.packs.installing import Installer

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def dropped(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The two packs, copied to where nobody has heard of them."""
    place = tmp_path_factory.mktemp("dropped")
    return shutil.copytree(GUIDANCE, place / "procedure"), shutil.copytree(CASES, place / "things")


@pytest.fixture
def library(dropped: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    """The packs, given by their folders; nobody has left a case there."""
    monkeypatch.setenv("SIMULATOR_STORE", str(tmp_path / "own.sqlite"))
    guidance, cases = map(str, dropped)
    return Library(tmp_path, ("--guidance", guidance), ("--pack", cases))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of installed distributions: a force's procedure and a force's cases."""
    site = tmp_path_factory.mktemp("site")
    for name, pack, folder in (
        ("library-2023", "lost_property", GUIDANCE),
        ("library-cases", "left_things", CASES),
    ):
        Installer(site)(f"force-{name}", {name: pack}, {})
        shutil.copytree(folder, site / pack)
    return site


@pytest.fixture
def installed(site: Path, tmp_path: Path) -> Library:
    """The packs, given by their names."""
    path = os.pathsep.join(filter(None, (os.environ.get("PYTHONPATH", ""), str(ROOT), str(site))))
    own = {"SIMULATOR_STORE": str(tmp_path / "store.sqlite"), "PYTHONPATH": path}
    return Library(tmp_path, ("--guidance", "library-2023"), ("--pack", "library-cases"), own)
