"""The engine of the bundled guidance pack."""

from __future__ import annotations

import pytest

from simulator.guidance.reading import read_guidance
from simulator.packs.reading import read_document
from simulator.rules.engine import Engine
from tests.guidance.broken import PACK


@pytest.fixture(scope="session")
def engine() -> Engine:
    """The engine of the bundled guidance pack."""
    return Engine(read_guidance([read_document(path) for path in sorted(PACK.rglob("*.yaml"))]))
