"""The hooks that code plugins may implement: each yields frozen records, whose callables do the work."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from simulator.scoring.scorer import Scorer

PROJECT = "simulator"

hookspec = pluggy.HookspecMarker(PROJECT)


@hookspec
def simulator_scorers() -> Iterable[Scorer]:  # type: ignore[empty-body]
    """Yields the scorers of a plugin: each turns the marks of one training into points.

    A scorer's `score` is given a `scoring/1` object of its own and answers with `points`, at most `possible`,
    and a JSON object `detail`::

        from simulator.plugins.api import Scorer, hookimpl

        def score(scoring):
            marks = [decision["mark"] for decision in scoring["decisions"] if not decision["silent"]]
            return {"points": sum(marks), "possible": len(marks), "detail": {}}

        @hookimpl
        def simulator_scorers():
            yield Scorer(name="flat", summary="Every decision weighs the same.", api_version=1, score=score)

    The module is registered under the entry-point group `simulator`.
    """
