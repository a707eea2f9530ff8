"""Every row and every cell of the decision model, through the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from .answer import SEVERAL
from .oracle import answers
from .rows import EXAMPLES

if TYPE_CHECKING:
    from .example import Example

Assessed = dict[str, dict[str, Any]]

every_example = pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.identity)


def _decisions(assessed: Assessed, example: Example, question: str, subject: str) -> list[dict[str, Any]]:
    return [
        decision
        for decision in assessed[example.identity]["decisions"]
        if (decision["question"], decision["subject"]) == (question, subject)
    ]


@every_example
def test_the_command_answers_as_the_row_says(example: Example, assessed: Assessed) -> None:
    found = _decisions(assessed, example, example.question, example.subject)
    if example.options is None:
        assert found == []
        return
    [decision] = found
    answered = {
        option: (ruling["verdict"], ruling["basis"]) for option, ruling in decision["options"].items()
    }
    assert answered == {option: (cell.verdict, cell.basis) for option, cell in example.options.items()}
    missing = {
        option: set(cell.citations) - set(decision["options"][option]["citations"])
        for option, cell in example.options.items()
    }
    assert missing == {option: set() for option in example.options}
    assert decision["silent"] is example.silent
    assert bool(decision.get("silence")) is example.silent
    assert decision["several"] is (example.question in SEVERAL)


@every_example
def test_the_command_asks_what_the_model_asks_in_its_order(example: Example, assessed: Assessed) -> None:
    asked = [(one["question"], one["subject"]) for one in assessed[example.identity]["decisions"]]
    assert asked == [(answer.question, answer.subject) for answer in answers(example.facts)]


@every_example
def test_every_other_decision_of_the_example_agrees_with_the_if_chain(
    example: Example, assessed: Assessed
) -> None:
    for answer in answers(example.facts):
        [decision] = _decisions(assessed, example, answer.question, answer.subject)
        answered = {
            option: (ruling["verdict"], ruling["basis"]) for option, ruling in decision["options"].items()
        }
        assert answered == {option: (cell.verdict, cell.basis) for option, cell in answer.options.items()}
        assert (decision["silent"], decision["several"]) == (answer.silent, answer.question in SEVERAL)


@every_example
def test_every_ruling_names_its_rule_and_says_why(example: Example, assessed: Assessed) -> None:
    for decision in assessed[example.identity]["decisions"]:
        for ruling in decision["options"].values():
            assert ruling["rule"].startswith(f"{decision['question']}.")
            assert ruling["why"].strip()
            assert ruling["citations"]


def test_every_assessment_names_its_format_and_its_guidance(assessed: Assessed) -> None:
    named = {(one["format"], one["guidance"]) for one in assessed.values()}
    assert named == {("assessment/1", "derbyshire-2016")}
