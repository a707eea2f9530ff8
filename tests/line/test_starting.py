"""What a learner's process need not load for its first frame, or at all."""

from __future__ import annotations

import subprocess
import sys

NEVER = ("aiohttp", "sqlalchemy", "yaml", "faker", "simulator.store", "simulator.hub")


def loaded_by(*modules: str) -> set[str]:
    program = f"import sys, {', '.join(modules)}; print(*sys.modules)"
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(found.stdout.split())


def test_a_line_loads_its_network_only_when_it_talks() -> None:
    assert not loaded_by("simulator.line.web").intersection(("websockets", *NEVER))


def test_a_line_that_talks_loads_nothing_of_a_hub() -> None:
    loaded = loaded_by("simulator.line.web", "simulator.line.wire")
    assert "websockets.asyncio.client" in loaded
    assert not loaded.intersection(NEVER)
    assert not [name for name in loaded if name.startswith(("websockets.legacy", "websockets.sync"))]
