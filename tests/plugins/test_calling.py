"""Each scorer is asked alone; one that fails is named and left out for the rest of the run."""

from __future__ import annotations

import math
from typing import Any

import pytest

from simulator.plugins.api import Scorer
from simulator.plugins.calling import run_scorers
from simulator.plugins.loading import Plugin, Plugins

SCORING: dict[str, Any] = {"format": "scoring/1", "case": "two", "decisions": [{"mark": 0.5}]}
GOOD = {"points": 1, "possible": 2.5, "detail": {"a": [1]}}


def fails(_: dict[str, Any]) -> dict[str, Any]:
    raise ValueError("no\x1b[2J")


def ends(_: dict[str, Any]) -> dict[str, Any]:
    raise SystemExit(3)


def recurses(scoring: dict[str, Any]) -> dict[str, Any]:
    return recurses(scoring)


def endless() -> dict[str, Any]:
    detail: dict[str, Any] = {}
    detail["again"] = detail
    return GOOD | {"detail": detail}


def answering(answer: Any) -> Scorer:
    return scorer("far", lambda _: answer)


def scorer(name: str, score: Any) -> Scorer:
    return Scorer(name=name, summary="Made up.", api_version=1, score=score)


def plugins_of(*scorers: Scorer) -> Plugins:
    return Plugins(
        [Plugin(f"plugin-{it.name}", "somewhere", "1.0", "active", scorers=(it,)) for it in scorers]
    )


def test_each_scorer_answers_under_its_name() -> None:
    plugins = plugins_of(
        scorer("one", lambda given: GOOD), scorer("two", lambda given: GOOD | {"points": -1})
    )
    assert run_scorers(plugins, SCORING) == [
        {"name": "one", "points": 1.0, "possible": 2.5, "detail": {"a": [1]}},
        {"name": "two", "points": -1.0, "possible": 2.5, "detail": {"a": [1]}},
    ]


def test_what_a_scorer_does_to_its_input_reaches_nobody() -> None:
    def spoil(given: dict[str, Any]) -> dict[str, Any]:
        given["decisions"][0]["mark"] = 99
        given.clear()
        return GOOD

    def look(given: dict[str, Any]) -> dict[str, Any]:
        return GOOD | {"detail": given}

    results = run_scorers(plugins_of(scorer("one", spoil), scorer("two", look)), SCORING)
    assert results[1]["detail"] == SCORING
    assert SCORING["decisions"] == [{"mark": 0.5}]


def test_what_a_scorer_does_to_its_answer_later_reaches_nobody() -> None:
    kept: dict[str, Any] = {"a": [1]}
    (result,) = run_scorers(plugins_of(answering(GOOD | {"detail": kept})), SCORING)
    kept["a"].append(2)
    assert result["detail"] == {"a": [1]}


@pytest.mark.parametrize(
    ("far", "why"),
    [
        (scorer("far", fails), "ValueError: no\ufffd[2J"),
        (scorer("far", ends), "it tried to end the program"),
        (scorer("far", recurses), "RecursionError: maximum recursion depth exceeded"),
        (scorer("far", lambda: GOOD), "TypeError: "),
        (answering(None), "it did not answer with points, possible and detail"),
        (answering("text"), "it did not answer with points, possible and detail"),
        (answering({"points": 1, "possible": 2}), "it did not answer with points, possible and detail"),
        (answering(GOOD | {"more": 1}), "it did not answer with points, possible and detail"),
        (answering(GOOD | {"points": "1"}), "its points are no number"),
        (answering(GOOD | {"points": True}), "its points are no number"),
        (answering(GOOD | {"points": None}), "its points are no number"),
        (answering(GOOD | {"possible": 10**400}), "its possible points are no number"),
        (answering(GOOD | {"points": math.nan}), "ValueError: Out of range float values are not JSON"),
        (answering(GOOD | {"possible": math.inf}), "ValueError: Out of range float values are not JSON"),
        (answering(GOOD | {"points": 2.6}), "it gave more points than are possible"),
        (answering(GOOD | {"detail": []}), "its detail is not a JSON object"),
        (answering(GOOD | {"detail": {"a": {1, 2}}}), "TypeError: Object of type set is not JSON"),
        (answering(GOOD | {"detail": {"a": "x" * 2_000_000}}), "its answer is too long"),
        (answering(endless()), "ValueError: Circular reference detected"),
    ],
)
def test_a_scorer_that_fails_is_named_and_the_others_go_on(far: Scorer, why: str) -> None:
    plugins = plugins_of(far, scorer("one", lambda given: GOOD))
    assert [result["name"] for result in run_scorers(plugins, SCORING)] == ["one"]
    broken, well = plugins.every
    assert (broken.name, broken.status, broken.scorers) == ("plugin-far", "broken", ())
    assert broken.why.startswith(f"its scorer far failed: {why}")
    assert well.status == "active"


def test_a_failed_scorer_is_not_asked_again() -> None:
    asked = []

    def fail(given: dict[str, Any]) -> dict[str, Any]:
        asked.append(given)
        raise ValueError

    plugins = plugins_of(scorer("far", fail))
    assert run_scorers(plugins, SCORING) == run_scorers(plugins, SCORING) == []
    assert len(asked) == 1


def test_the_keyboard_still_interrupts() -> None:
    def interrupt(_: dict[str, Any]) -> dict[str, Any]:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_scorers(plugins_of(scorer("far", interrupt)), SCORING)


def test_a_hair_above_what_is_possible_is_rounding() -> None:
    (result,) = run_scorers(plugins_of(answering(GOOD | {"points": 0.1 + 0.2, "possible": 0.3})), SCORING)
    assert result["possible"] == 0.3
