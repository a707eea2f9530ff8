"""Real programs of others that a class is used with. `make consumers` installs them; in CI a missing one fails."""

from __future__ import annotations

import os
import shutil

import pytest


def _found(*names: str) -> str:
    for name in names:
        path = shutil.which(name, path=os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin")))
        if path is not None:
            return path
    missing = f"{names[0]} is not installed; `make consumers` installs it"
    if os.environ.get("CI"):
        pytest.fail(missing)
    pytest.skip(missing)


@pytest.fixture(scope="session")
def chromium() -> str:
    return _found("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def nginx() -> str:
    return _found("nginx")
