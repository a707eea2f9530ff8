"""The bundled guidance and the bundled pack `core`, read once."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.cases.generating import Generator
from simulator.guidance.reading import read_guidance
from simulator.packs.reading import read_document
from simulator.rules.engine import Engine

ROOT = Path(__file__).parents[2]
GUIDANCE = ROOT / "plugins" / "simulator_guidance_derbyshire_2016"
CORE = ROOT / "scenarios" / "simulator_scenarios_core"


@pytest.fixture(scope="session")
def engine() -> Engine:
    return Engine(read_guidance([read_document(path) for path in sorted(GUIDANCE.rglob("*.yaml"))]))


@pytest.fixture(scope="session")
def generator(engine: Engine) -> Generator:
    return Generator(engine, [read_document(path) for path in sorted(CORE.rglob("*.yaml"))])
