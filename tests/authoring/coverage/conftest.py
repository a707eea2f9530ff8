"""A small guidance, and cases of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from simulator.authoring.coverage.keeping import Keeping, Known
from simulator.authoring.coverage.moments import Moments, moments_of
from simulator.rules.engine import Engine
from tests.proof.speaking import outspoken
from tests.rules.library import Row, claim, facts, library, reader

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from simulator.guidance.guidance import Guidance

ROWS = [
    Row("small", "small"),
    Row("claiming", "claiming", ("small",)),
    Row("red", {"this": "card", "equals": "red"}, ("small", "claiming")),
    Row("rest", "otherwise"),
]
READS = {"case": ["open"], "own": ["years", "card", "marks"], "claims": ["by"]}
GIVEN: Mapping[str, Any] = {
    "small": facts([reader("A", 0, "red")]),
    "claiming": facts([reader("A", 2, "blue", ["wet"]), reader("B", 3, "blue")], [claim("A", "B")]),
    "red": facts([reader("A", 2, "red"), reader("B", 2, "blue", ["named"])]),
    "named": facts([reader("A", 0, "blue", ["named"]), reader("B", 1, "red", ["torn", "wet"])]),
    "closed": facts([reader("A", 1, "blue")], open=False),
}


@pytest.fixture(scope="session")
def guidance() -> Guidance:
    """A question about each reader, with rules that yield to one another and do not all say the same."""
    return outspoken(library(ROWS, reads=READS, asked_when={"case": "open", "equals": True}))


@pytest.fixture(scope="session")
def engine(guidance: Guidance) -> Engine:
    """Its engine."""
    return Engine(guidance)


@pytest.fixture(scope="session")
def cases(engine: Engine) -> Mapping[str, Moments]:
    """Cases of one phase, by name."""
    return {
        name: moments_of(engine, {"id": name, "phases": [{"phase": "found", "facts": given}]})
        for name, given in GIVEN.items()
    }


@pytest.fixture(scope="session")
def knowing(engine: Engine) -> Callable[[], Known]:
    """Makes what is known of the guidance, each with an empty memory; how mutants stand is worked out once."""
    standings: dict[tuple[str, str], Any] = {}

    def make() -> Known:
        tables: dict[tuple[str, str], Any] = dict(standings)

        def keep(what: str, key: str, table: Mapping[str, Any]) -> None:
            tables[what, key] = dict(table)
            if what == "mutants":
                standings[what, key] = dict(table)

        return Known(engine, Keeping(lambda what, key: tables.get((what, key)), keep), lambda: ())

    return make
