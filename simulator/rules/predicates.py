"""The predicates of a question: what its rules ask of the case, of the subject, and of some element."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from simulator.model.conditions import Compare, Condition, FewerThan, Some, SomeReferred, TheReferred, This
from simulator.model.world import CASE, World
from simulator.rules.compiled import named
from simulator.rules.expressions import expression
from simulator.rules.inlining import BeyondProof, all_parts, inlined
from simulator.rules.representatives import Comparisons, comparisons_in, world_conditions

if TYPE_CHECKING:
    from simulator.guidance.guidance import Guidance
    from simulator.model.questions import Question

Test = Callable[[Any, Any, Any], Any]


@cache
def tested(condition: Condition) -> Test:
    """An inlined condition as a function of the case, the subject and the element meant."""
    test: Test = eval(f"lambda case, this, its: bool({expression(condition)})", {"named": named})
    return test


class Predicates:
    """What the conditions of one question, inlined, rest on.

    `statements` say that some element meets something; `fixed` are the others, true or false of the case and
    the subject alone, and `inside` those of the subject that stand inside a statement; `referred` is what is
    asked of elements through each field that refers to them.
    """

    def __init__(self, world: World, question: Question, conditions: Sequence[Condition]) -> None:
        self.subject_scope = _scope(question)
        inner = [inlined(world, each) for each in conditions]
        if any(isinstance(part, FewerThan) for each in inner for part in all_parts(each)):
            raise BeyondProof("a condition counts elements")
        worldly = world_conditions(world)
        self.statements = tuple(
            dict.fromkeys(part for each in inner for part in all_parts(each) if isinstance(part, Some))
        )
        self.fixed = tuple(dict.fromkeys(part for each in inner for part in _fixed(each)))
        self.referred: dict[str, tuple[Condition, ...]] = {}
        for condition in (*inner, *(each for each, _ in worldly)):
            for part in all_parts(condition):
                if isinstance(part, SomeReferred | TheReferred):
                    asked = self.referred.get(part.field, ())
                    self.referred[part.field] = tuple(dict.fromkeys((*asked, part.where)))
        self.inside = tuple(
            dict.fromkeys(
                part for each in self.statements for part in _fixed(each.where) if _base(part) == "this"
            )
        )
        self.comparisons: Comparisons = comparisons_in(
            [*((each, self.subject_scope) for each in inner), *worldly]
        )

    def own(self) -> Iterator[Condition]:
        """The fixed predicates of the subject itself."""
        return (part for part in self.fixed if _base(part) == "this")

    def seen_function(self, entity: str) -> Callable[[Any], object]:
        """A function that gives all that the statements can see of an element of `entity`, whoever is the subject."""
        compares = dict.fromkeys(
            part
            for statement in self.statements
            if statement.entity == entity
            for part in all_parts(statement.where)
            if isinstance(part, Compare) and part.base == "its"
        )
        terms = "".join(
            f"its.{part.field}, " if _names_subject(part) else f"bool({expression(part)}), "
            for part in compares
        )
        function: Callable[[Any], object] = eval(f"lambda its: ({terms})")
        return function

    def mask_function(self, entity: str) -> Test:
        """A function that gives the statements which an element of `entity` makes true, a bit for each."""
        terms = [
            f"({_but_not_this(statement)}bool({expression(statement.where)})) << {bit}"
            for bit, statement in enumerate(self.statements)
            if statement.entity == entity
        ]
        function: Test = eval(f"lambda case, this, its: {' | '.join(terms) or '0'}", {"named": named})
        return function


def tests_of(conditions: Sequence[Condition]) -> Test:
    """A function of the case, the subject and the element meant, that gives the truth of each condition."""
    terms = "".join(f"bool({expression(condition)}), " for condition in conditions)
    function: Test = eval(f"lambda case, this, its: ({terms})", {"named": named})
    return function


def question_conditions(guidance: Guidance, question: Question) -> list[Condition]:
    """Every condition on which the decision of a question rests."""
    rules = guidance.rules_of(question.question)
    found = [rule.when for rule in rules]
    found += [branch.when for rule in rules for cell in rule.options.values() for branch in cell]
    found += [question.asked_when, question.subjects.where]
    return [condition for condition in found if condition is not None]


def _scope(question: Question) -> str:
    subjects = question.subjects
    return {"case": CASE, "elements": subjects.entity, "values": subjects.enumeration}[subjects.kind]


def _but_not_this(statement: Some) -> str:
    return "its is not this and " if statement.another else ""


def _base(part: Condition) -> str:
    return getattr(part, "base", "")


def _names_subject(compare: Compare) -> bool:
    return any(isinstance(value, This) for value in compare.values)


def _fixed(condition: Condition) -> Iterator[Condition]:
    for part in all_parts(condition):
        if isinstance(part, Compare):
            if part.base != "its" and not _names_subject(part):
                yield part
        elif isinstance(part, SomeReferred | TheReferred) and part.base == "this":
            yield part
