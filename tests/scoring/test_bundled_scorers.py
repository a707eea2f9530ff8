"""The two bundled scorers, seen side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import simulator_scorer_guidance
import simulator_scorer_safeguarding

if TYPE_CHECKING:
    from simulator.scoring.scorer import Scorer

ASKED = ("crime_report", "notify", "concern", "referral_unit", "parents", "adult_line_of_enquiry", "outcome")


def scorers() -> list[Scorer]:
    return [
        *simulator_scorer_guidance.simulator_scorers(),
        *simulator_scorer_safeguarding.simulator_scorers(),
    ]


def decision(question: str, mark: float, subject: str = "A", *, silent: bool = False) -> dict[str, Any]:
    return {
        "phase": "assessment",
        "question": question,
        "subject": subject,
        "several": False,
        "silent": silent,
        "chosen": ["x"],
        "verdicts": {"x": "expected" if mark == 1 else "contrary"},
        "mark": mark,
        "follows_from": None,
    }


def scored(*decisions: dict[str, Any]) -> dict[str, tuple[float, float]]:
    scoring = {"format": "scoring/1", "case": "c", "decisions": list(decisions)}
    results = {scorer.name: scorer.score(scoring) for scorer in scorers()}
    return {name: (result["points"], result["possible"]) for name, result in results.items()}


def test_one_scores_everything_and_the_other_safeguarding_alone() -> None:
    assert scored(*(decision(question, 1) for question in ASKED)) == {
        "guidance": (7.0, 7.0),
        "safeguarding": (5.0, 5.0),
    }


def test_a_question_about_five_weighs_as_much_as_one_about_two() -> None:
    about_five = [decision("notify", number % 2, str(number)) for number in range(1, 6)]
    about_two = [decision("outcome", number, str(number)) for number in range(2)]
    assert scored(*about_five, *about_two) == {"guidance": (1.1, 2.0), "safeguarding": (0.6, 1.0)}


def test_neither_counts_a_silent_decision() -> None:
    assert scored(decision("concern", 0, silent=True)) == {"guidance": (0.0, 0.0), "safeguarding": (0.0, 0.0)}


def test_the_detail_of_each_holds_the_points_of_every_question_that_it_counts() -> None:
    scoring = {"decisions": [decision("notify", 1), decision("outcome", 0)]}
    everything, safeguarding = (each.score(scoring)["detail"]["questions"] for each in scorers())
    assert [(row["question"], row["points"]) for row in everything] == [("notify", 1.0), ("outcome", 0.0)]
    assert safeguarding == [{"phase": "assessment", "question": "notify", "points": 1.0}]
