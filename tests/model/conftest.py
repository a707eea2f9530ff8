"""What the tests of the decision model share: the examples through the command line, and the engine."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from .command import assess, assessments, lines_of
from .rows import EXAMPLES

if TYPE_CHECKING:
    from simulator.rules.engine import Engine


@pytest.fixture(scope="session")
def assessed() -> dict[str, dict[str, Any]]:
    """The `assessment/1` of every example, by the example's identity: one process for all."""
    named = [example.facts | {"id": example.identity} for example in EXAMPLES]
    ended = assess("-", given=lines_of(named))
    assert (ended.returncode, ended.stderr) == (0, "")
    found = assessments(ended.stdout)
    assert [one["case"] for one in found] == [example.identity for example in EXAMPLES]
    return {one["case"]: one for one in found}


@pytest.fixture(scope="session")
def engine() -> Engine:
    """The engine with the bundled guidance pack."""
    from simulator.guidance.reading import read_guidance
    from simulator.packs.reading import read_document
    from simulator.rules.engine import Engine

    spec = find_spec("simulator_guidance_derbyshire_2016")
    assert spec is not None
    assert spec.submodule_search_locations is not None
    [folder] = spec.submodule_search_locations
    files = sorted(Path(folder).rglob("*.yaml"))
    return Engine(read_guidance([read_document(file) for file in files]))
