"""Cases as their facts: one moment for each phase."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from simulator.model.document import document_of
from simulator.rules.mutants.situations import Met

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from simulator.rules.decisions import Decision
    from simulator.rules.engine import Engine


@dataclass(frozen=True)
class Moment:
    """The facts of one phase of a case, and what is decided of them."""

    met: Met
    decisions: Sequence[Decision]


@dataclass(frozen=True)
class Moments:
    """The moments of one case, by its id."""

    case: str
    moments: Sequence[Moment]


def moments_of(engine: Engine, case: Mapping[str, Any]) -> Moments:
    """The moments of a `case/1`, each with every question that its phase can ask. Raises InputFault."""
    moments = []
    for each in case["phases"]:
        facts = engine.read_facts(document_of(each["facts"]))
        questions = engine.phase(each["phase"]).questions
        moments.append(Moment(Met(facts, questions), engine.assess(facts, each["phase"])))
    return Moments(str(case["id"]), moments)
