"""The program has been started before: what it keeps of its own guidance is at hand."""

from __future__ import annotations

import pytest

from .good import FACTS, line_of
from .running import run_here


@pytest.fixture(scope="package", autouse=True)
def _started_before() -> None:
    assert run_here(["assess", "-"], line_of(FACTS)).code == 0
