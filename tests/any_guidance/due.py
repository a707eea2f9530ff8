"""What a case asks, as `simulator assess` answers it: for those who play it right, or wrong on purpose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from tests.any_guidance.running import GUIDANCE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tests.any_guidance.running import Library

DECLARED: dict[str, Any] = yaml.safe_load((GUIDANCE / "questions.yaml").read_text())
PHASES: list[dict[str, Any]] = yaml.safe_load((GUIDANCE / "pack.yaml").read_text())["phases"]
QUESTIONS = {each["question"]: each for each in DECLARED["questions"]}


@dataclass(frozen=True)
class Due:
    """One decision: what a screen calls it, its options' labels in order, and the numbers of those called for."""

    phase: str
    step: str
    question: str
    subject: str
    title: str
    label: str
    several: bool
    labels: tuple[str, ...]
    called_for: tuple[int, ...]

    @property
    def wrong(self) -> int:
        """The number of an option that is not called for."""
        return next(number for number in range(1, len(self.labels) + 1) if number not in self.called_for)


def due_of(library: Library, case: Mapping[str, Any]) -> list[Due]:
    """The decisions of a case in the order in which they are asked; a silent one takes what is acceptable."""
    answers = {answer["phase"]: answer["decisions"] for answer in library.assess(case)}
    return list(_due(case, answers))


def _due(case: Mapping[str, Any], answers: Mapping[str, list[dict[str, Any]]]) -> Iterator[Due]:
    for phase in PHASES:
        for step in phase["steps"]:
            for decision in answers[phase["phase"]]:
                if decision["question"] in step["questions"]:
                    yield _decision(case, phase["phase"], step["step"], decision)


def _decision(case: Mapping[str, Any], phase: str, step: str, decision: Mapping[str, Any]) -> Due:
    asked = QUESTIONS[decision["question"]]
    verdicts = [ruling["verdict"] for ruling in decision["options"].values()]
    wanted = "expected" if "expected" in verdicts else "acceptable"
    words = DECLARED["subject_words"]
    known = {"case": words["case"], **words["kinds_of_sign"], **case["names"]}
    return Due(
        phase,
        step,
        decision["question"],
        decision["subject"],
        asked["title"],
        known[decision["subject"]],
        decision["several"],
        tuple(asked["options"].values()),
        tuple(number for number, verdict in enumerate(verdicts, 1) if verdict == wanted),
    )
