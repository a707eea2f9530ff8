"""What is proved of the bundled pack, once for all tests."""

from __future__ import annotations

import pytest

from simulator.rules.certificate import Certificate, prove
from simulator.rules.engine import Engine
from tests.proof.packs import bundled


@pytest.fixture(scope="session")
def certificate() -> Certificate:
    """The certificate of the bundled pack."""
    return prove(bundled())


@pytest.fixture(scope="session")
def engine() -> Engine:
    """The engine of the bundled pack."""
    return Engine(bundled())
