"""The answer of a scored training: `score/1`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from simulator.scoring.flipping import Flipping
from simulator.scoring.marked import mark_choices, scoring_of
from simulator.scoring.mistakes import missing_of, mistakes_of, silent_of, to_discuss_of

if TYPE_CHECKING:
    from simulator.rules.engine import Engine
    from simulator.scoring.choice import Choice
    from simulator.scoring.parts import Parts

RunScorers = Callable[[dict[str, Any]], Sequence[Mapping[str, Any]]]
"""Given a `scoring/1` object, each scorer's `{"name", "points", "possible", "detail"}`."""


def score(
    engine: Engine,
    parts: Parts,
    choices: Sequence[Choice],
    run_scorers: RunScorers,
    case: str | None = None,
    *,
    endings: bool = False,
) -> dict[str, Any]:
    """The `score/1` object: every scorer's points, and every mistake explained.

    `parts` are the phases of a case with their facts, in order, or `[(None, facts)]`; `choices` are as
    `read_choices` leaves them. `case` is the case's id where it is not that of the facts. With `endings`
    there is also what would change how each matter ends. Plain JSON data.
    """
    marked = mark_choices(engine, parts, choices)
    scoring = scoring_of(marked, case if case is not None else parts[0][1].id)
    flipping = Flipping(engine, parts)
    answer = {
        "format": "score/1",
        "case": scoring["case"],
        "scorers": [dict(result) for result in run_scorers(scoring)],
        "mistakes": mistakes_of(marked, flipping),
        "to_discuss": to_discuss_of(marked, flipping),
        "silent": silent_of(marked, flipping),
        "missing": missing_of(marked),
    }
    return {**answer, "endings": flipping.endings(marked)} if endings else answer
