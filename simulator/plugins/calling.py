"""Asks scorers for their points, each alone; one that fails is left out for the rest of the run."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from simulator.plugins.alone import BrokenPluginError, alone

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.plugins.loading import Plugins
    from simulator.scoring.scorer import Scorer

LONGEST_DETAIL = 1 << 20
LARGEST = 1_000_000

_ROUNDING = 1e-9


def run_scorers(plugins: Plugins, scoring: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Each scorer's `{"name", "points", "possible", "detail"}` for a `scoring/1` object.

    A scorer that raises or answers anything else puts its plugin into quarantine (`plugins.every` says why),
    and the others go on.
    """
    given = json.dumps(scoring)
    results = []
    for scorer in plugins.scorers:
        try:
            results.append({"name": scorer.name} | result_of(scorer, given))
        except BrokenPluginError as error:
            plugins.quarantine(scorer, str(error))
    return results


def result_of(scorer: Scorer, given: str) -> dict[str, Any]:
    """What one scorer answers to a `scoring/1` object in JSON. Raises BrokenPluginError if it is no good."""
    text = alone(lambda: json.dumps(scorer.score(json.loads(given)), allow_nan=False))
    if len(text) > LONGEST_DETAIL:
        raise BrokenPluginError("its answer is too long")
    answer = json.loads(text)
    if not isinstance(answer, dict) or set(answer) != {"points", "possible", "detail"}:
        raise BrokenPluginError("it did not answer with points, possible and detail")
    points = _number(answer["points"], "points")
    possible = _number(answer["possible"], "possible points")
    if points > possible + _ROUNDING:
        raise BrokenPluginError("it gave more points than are possible")
    if not isinstance(answer["detail"], dict):
        raise BrokenPluginError("its detail is not a JSON object")
    return {"points": points, "possible": possible, "detail": answer["detail"]}


def _number(value: object, named: str) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= LARGEST:
        return float(value)
    raise BrokenPluginError(f"its {named} are no number from -{LARGEST} to {LARGEST}")
