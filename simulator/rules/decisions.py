"""What the rules decide: for one question and subject a verdict for every option."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from simulator.model.questions import Branch, Question, Rule, Ruling

FORMAT = "assessment/1"


@dataclass(frozen=True)
class Ruled:
    """A rule that won, with the branches that applied in its cells."""

    question: Question
    rule: Rule
    options: Mapping[str, Ruling]

    @cached_property
    def head_text(self) -> str:
        """The JSON of a decision up to its subject."""
        return f'{{"question": {json.dumps(self.question.question)}, "subject": '

    @cached_property
    def tail_text(self) -> str:
        """The JSON of a decision after its subject."""
        decision = self.after_subject()
        return f", {json.dumps(decision, ensure_ascii=False)[1:]}"

    def after_subject(self) -> dict[str, Any]:
        """The part of a decision that does not name its question and subject."""
        decision: dict[str, Any] = {"several": self.question.several, "silent": self.rule.silence is not None}
        if self.rule.silence is not None:
            decision["silence"] = self.rule.silence
        decision["options"] = {option: _told(ruling) for option, ruling in self.options.items()}
        return decision


def conditional_cells(rule: Rule) -> Mapping[str, Sequence[Branch]]:
    """The cells of a rule that have branches, by option."""
    return {option: cell for option, cell in rule.options.items() if len(cell) > 1}


class Branching(dict[int, "Branching | Ruled"]):
    """What a rule rules, by the branch that applies in the first of its conditional cells, then in the next.

    Each is made when it is first looked up: a rule has many combinations of branches, and few are met.
    """

    def __init__(self, question: Question, rule: Rule, taken: tuple[int, ...] = ()) -> None:
        super().__init__()
        self._question = question
        self._rule = rule
        self._taken = taken

    def __missing__(self, branch: int) -> Branching | Ruled:
        taken = (*self._taken, branch)
        made = ruled_by if len(taken) == len(conditional_cells(self._rule)) else Branching
        self[branch] = made(self._question, self._rule, taken)
        return self[branch]


def ruled_by(question: Question, rule: Rule, taken: Sequence[int] = ()) -> Ruled:
    """What a rule rules where these branches apply in its conditional cells."""
    places = iter(taken)
    options = {
        option: cell[next(places) if len(cell) > 1 else 0].ruling for option, cell in rule.options.items()
    }
    return Ruled(question, rule, options)


def _told(ruling: Ruling) -> dict[str, Any]:
    return {
        "verdict": ruling.verdict,
        "basis": ruling.basis,
        "citations": list(ruling.citations),
        "rule": ruling.rule,
        "why": ruling.why,
    }


Traced = tuple[Ruled, tuple[bool, ...], tuple[bool, ...]]
"""What is ruled; for every rule with a condition, in the order in which they are tried, whether it applies; and
for every predicate of those conditions, in the order in which they stand there, whether it holds."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What is decided of one question about one subject."""

    subject: str
    ruled: Ruled

    @property
    def question(self) -> str:
        """The question's id."""
        return self.ruled.question.question

    @property
    def several(self) -> bool:
        """Whether more than one option may be chosen."""
        return self.ruled.question.several

    @property
    def silent(self) -> bool:
        """Whether the guidance gives no answer: discussed and not scored."""
        return self.ruled.rule.silence is not None

    @property
    def silence(self) -> str | None:
        """Why the guidance gives no answer."""
        return self.ruled.rule.silence

    @property
    def rule(self) -> str:
        """The id of the rule that decides."""
        return self.ruled.rule.rule

    @property
    def options(self) -> Mapping[str, Ruling]:
        """The ruling on every option, in the question's order."""
        return self.ruled.options

    def with_verdict(self, verdict: str) -> tuple[str, ...]:
        """The options of a verdict, in the question's order."""
        return tuple(option for option, ruling in self.options.items() if ruling.verdict == verdict)

    def as_data(self) -> dict[str, Any]:
        """The decision as `assessment/1` has it."""
        return {"question": self.question, "subject": self.subject, **self.ruled.after_subject()}

    def as_text(self) -> str:
        """`as_data` as JSON text, put together from parts that are made once."""
        return f'{self.ruled.head_text}"{self.subject}"{self.ruled.tail_text}'
