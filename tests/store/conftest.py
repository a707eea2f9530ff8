"""A store in a folder of its own, or on a server.

A test that asks for `store` or `place` is run on both; one that asks for `path`, on a file alone.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from simulator.store.store import Store
from tests.postgres.server import postgres, postgres_server

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["postgres", "postgres_server"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "sessions.sqlite"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Both kinds of a store, where the test does not look into a file."""
    if "place" in metafunc.fixturenames:
        kinds = ["file"] if "path" in metafunc.fixturenames else ["file", "server"]
        metafunc.parametrize("place", kinds, indirect=True)


@pytest.fixture
def place(request: pytest.FixtureRequest) -> Path | str:
    """Where a store is to lie: a file, or the address of an empty database."""
    if request.param == "file":
        file: Path = request.getfixturevalue("path")
        return file
    address: str = request.getfixturevalue("postgres").address
    return address


@pytest.fixture
def store(place: Path | str) -> Iterator[Store]:
    made = Store(place)
    yield made
    made.close()


@pytest.fixture
def shared_folder() -> Iterator[Path]:
    """A folder that anybody can reach."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)
