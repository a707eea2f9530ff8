"""Scores safeguarding alone: notification, concern, referral unit, parents, and the adults behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.plugins.api import Scorer, hookimpl
from simulator.scoring.marks import points_by_question

if TYPE_CHECKING:
    from collections.abc import Iterable

SAFEGUARDING = frozenset({"notify", "concern", "referral_unit", "parents", "adult_line_of_enquiry"})


def score(scoring: dict[str, Any]) -> dict[str, Any]:
    """Points of a `scoring/1` object: at most one for each question of safeguarding that was due."""
    return points_by_question(scoring["decisions"], SAFEGUARDING)


@hookimpl
def simulator_scorers() -> Iterable[Scorer]:
    """The one scorer of this plugin."""
    yield Scorer(
        name="safeguarding",
        summary="Safeguarding alone: notification, concern, referral unit, parents, and adults behind it.",
        api_version=1,
        score=score,
    )
