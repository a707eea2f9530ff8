"""Scores every decision by the verdicts of the guidance: each question weighs the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.plugins.api import Scorer, hookimpl
from simulator.scoring.marks import points_by_question

if TYPE_CHECKING:
    from collections.abc import Iterable


def score(scoring: dict[str, Any]) -> dict[str, Any]:
    """Points of a `scoring/1` object: at most one for each question due."""
    return points_by_question(scoring["decisions"])


@hookimpl
def simulator_scorers() -> Iterable[Scorer]:
    """The one scorer of this plugin."""
    yield Scorer(
        name="guidance",
        summary="Every question that the guidance answers, each weighing the same.",
        api_version=1,
        score=score,
    )
