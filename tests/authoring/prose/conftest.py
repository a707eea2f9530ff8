"""The bundled guidance's rules of prose, with a cast and a pack's own names."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from simulator.authoring.prose.checking import ProseChecker
from simulator.guidance.reading import read_guidance
from simulator.packs.reading import read_document

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.guidance.guidance import Guidance

PACK = Path(__file__).parents[3] / "plugins" / "simulator_guidance_derbyshire_2016"
CAST = ("Amira", "Leo", "Priya")
OWN_NAMES = ("Quillbrook School", "Tansy Row", "PC Arkwell")


@cache
def bundled() -> Guidance:
    """The bundled guidance."""
    return read_guidance([read_document(path) for path in sorted(PACK.rglob("*.yaml"))])


@pytest.fixture(scope="session")
def checker() -> ProseChecker:
    """A checker of the bundled guidance."""
    return ProseChecker(bundled(), own_names=OWN_NAMES)


@pytest.fixture
def codes(checker: ProseChecker) -> Callable[[str], set[str]]:
    """The codes of what is wrong in a text."""
    return lambda text: {remark.code for remark in checker.check(text, CAST)}


@pytest.fixture
def found(checker: ProseChecker) -> Callable[[str], list[str]]:
    """The words at fault in a text, as they are written in it."""
    return lambda text: [text[remark.start : remark.end] for remark in checker.check(text, CAST)]
