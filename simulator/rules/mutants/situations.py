"""Facts that cases meet: about whom each question is then asked, and where conditions hold of them all."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any, NamedTuple

from simulator.model.conditions import All, Always, AnyOf, Condition, Not
from simulator.rules.predicates import tested

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from simulator.model.questions import Subjects
    from simulator.rules.engine import Engine
    from simulator.rules.facts import Facts


class Met(NamedTuple):
    """Facts, and the questions that may be asked at them."""

    facts: Facts
    questions: tuple[str, ...]

    @property
    def key(self) -> str:
        """A text that names what matters of them: not the facts' id."""
        told = {name: value for name, value in self.facts.data.items() if name != "id"}
        text = json.dumps([told, self.questions], sort_keys=True)
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class Situation(NamedTuple):
    """One subject of a question at facts: `met` is the number of these facts."""

    met: int
    case: Any
    subject: Any


class Situations:
    """All situations of each question at some facts; facts that are alike are gone through once."""

    def __init__(self, engine: Engine, met: Iterable[Met]) -> None:
        self._engine = engine
        self.met = list({each.key: each for each in met}.values())
        self._points: dict[str, SituationPoints] = {}

    def of(self, question: str) -> SituationPoints:
        """The situations of a question, whether it is asked there or not."""
        if question not in self._points:
            subjects = self._engine.guidance.questions[question].subjects
            found = [
                Situation(number, facts.case, subject)
                for number, (facts, questions) in enumerate(self.met)
                if question in questions
                for subject in everybody(self._engine, subjects, facts.case)
            ]
            self._points[question] = SituationPoints(found)
        return self._points[question]


class SituationPoints:
    """The situations of one question as points."""

    def __init__(self, situations: Sequence[Situation]) -> None:
        self._situations = situations
        self.all = (1 << len(situations)) - 1
        self._atoms: dict[Condition, int] = {}
        self._kept: dict[int, tuple[Condition, int]] = {}

    def where(self, condition: Condition) -> int:
        """The situations in which a condition holds."""
        # By identity: hashing conditions costs more than deciding them, and mutants share most of theirs.
        kept = self._kept.get(id(condition))
        if kept is None:
            kept = self._kept[id(condition)] = condition, self._where(condition)
        return kept[1]

    def _where(self, condition: Condition) -> int:
        match condition:
            case Always():
                return self.all
            case All(parts):
                found = self.all
                for part in parts:
                    found &= self.where(part)
                return found
            case AnyOf(parts):
                found = 0
                for part in parts:
                    found |= self.where(part)
                return found
            case Not(part):
                return self.all & ~self.where(part)
            case _:
                return self._atom(condition)

    def _atom(self, condition: Condition) -> int:
        if condition not in self._atoms:
            test = tested(condition)
            held = ["1" if test(case, subject, None) else "0" for _, case, subject in self._situations]
            self._atoms[condition] = int("".join(reversed(held)) or "0", 2)
        return self._atoms[condition]

    def first_met(self, points: int) -> int:
        """The number of the facts of the first of some situations."""
        return self._situations[(points & -points).bit_length() - 1].met


def everybody(engine: Engine, subjects: Subjects, case: Any) -> Iterator[Any]:
    """All about whom a question could be asked in a case, as compiled rules take them."""
    if subjects.kind == "case":
        yield case
    elif subjects.kind == "values":
        yield from subjects.values
    else:
        yield from engine.compiled.functions[f"subjects_{subjects.name}"](case)
