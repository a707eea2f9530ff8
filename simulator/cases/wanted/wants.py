"""What can be asked of a case, each with the goals that would meet it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from simulator.cases.wanted.goals import (
    Goal,
    aims,
    of_count,
    of_option,
    of_paragraph,
    of_rule,
    ruled,
)
from simulator.errors.faults import UsageFault
from simulator.guidance.nodes import suggestion
from simulator.model.conditions import All, Always, AnyOf
from simulator.rules.deciding import wins
from simulator.scoring.mistake_kinds import tempting_to

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from simulator.cases.moving import Moment
    from simulator.guidance.guidance import Guidance
    from simulator.guidance.mistake_reading import Making, MistakeKind
    from simulator.model.conditions import Condition
    from simulator.model.questions import Subjects, Verdict
    from simulator.rules.engine import Engine

LEVELS = ("easy", "middle", "hard")
EXPECTED: tuple[Verdict, ...] = ("expected",)
WRONG: tuple[Verdict, ...] = ("departure", "contrary")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked, all of it together.

    `focus` are rules and paragraphs, `expects` pairs of a question and an option that is expected of some subject,
    `mistakes` kinds of mistake, `counts` how many there are of a group of subjects, `level` is easy, middle or hard.
    """

    focus: tuple[str, ...] = ()
    expects: tuple[tuple[str, str], ...] = ()
    mistakes: tuple[str, ...] = ()
    counts: tuple[tuple[str, int], ...] = ()
    level: str | None = None

    def __bool__(self) -> bool:
        return self != Wanted()

    def as_data(self) -> dict[str, Any]:
        """What is asked, as `case/1` has it."""
        data: dict[str, Any] = {
            "focus": list(self.focus),
            "expects": [f"{question}={option}" for question, option in self.expects],
            "mistakes": list(self.mistakes),
            "counts": dict(self.counts),
            "difficulty": self.level,
        }
        return {name: value for name, value in data.items() if value}

    def in_words(self) -> str:
        """What is asked, shortly."""
        parts = [*self.focus, *[f"{question}={option}" for question, option in self.expects], *self.mistakes]
        return ", ".join([*parts, *[f"{number} {group}" for group, number in self.counts]])

    def and_also(self, other: Wanted) -> Wanted:
        """All of both."""
        return Wanted(
            tuple(dict.fromkeys((*self.focus, *other.focus))),
            tuple(dict.fromkeys((*self.expects, *other.expects))),
            tuple(dict.fromkeys((*self.mistakes, *other.mistakes))),
            tuple(dict.fromkeys((*self.counts, *other.counts))),
            other.level or self.level,
        )


@dataclass(frozen=True, slots=True, eq=False)
class Want:
    """One thing asked: in words that go on from "a case in which", its goals, and whether moments meet it."""

    words: str
    goals: Sequence[Goal]
    met: Callable[[Sequence[Moment]], bool]


def wants_of(engine: Engine, wanted: Wanted) -> list[Want]:
    """Each thing that is asked but the level. Raises UsageFault for what the guidance does not have."""
    guidance = engine.guidance
    found = [_focus(guidance, name) for name in wanted.focus]
    found += [_expects(guidance, question, option) for question, option in wanted.expects]
    found += [_mistake(guidance, name) for name in wanted.mistakes]
    found += [_count(engine, name, number) for name, number in wanted.counts]
    numbers = dict(wanted.counts)
    for name, number in wanted.counts:
        if numbers[name] != number:
            raise UsageFault(
                f"A case has one number of {name}, and both {number} and {numbers[name]} are asked for."
            )
    if wanted.level is not None and wanted.level not in LEVELS:
        raise UsageFault(f"'{wanted.level}' is no level; {suggestion(wanted.level, LEVELS)}")
    return found


def groups_of(guidance: Guidance) -> Mapping[str, Subjects]:
    """The groups of elements about whom questions are asked."""
    subjects = (question.subjects for question in guidance.questions.values())
    return {each.name: each for each in subjects if each.kind == "elements"}


def _focus(guidance: Guidance, name: str) -> Want:
    if name in guidance.rules:
        rule = guidance.rules[name]

        def wins_somewhere(moments: Sequence[Moment]) -> bool:
            return any(decision.rule == name for moment in moments for decision in moment.decisions)

        return Want(f"the rule {name} wins", list(of_rule(guidance, rule)), wins_somewhere)
    if name in guidance.paragraphs:

        def is_cited(moments: Sequence[Moment]) -> bool:
            return any(
                name in ruling.citations
                for moment in moments
                for decision in moment.decisions
                for ruling in decision.options.values()
            )

        return Want(f"{name} is cited", list(of_paragraph(guidance, name)), is_cited)
    right = suggestion(name, sorted([*guidance.rules, *guidance.paragraphs]))
    raise UsageFault(f"'{name}' is no rule and no paragraph of {guidance.name}; {right}")


def _expects(guidance: Guidance, question: str, option: str) -> Want:
    asked = guidance.questions.get(question)
    if asked is None:
        right = suggestion(question, sorted(guidance.questions))
        raise UsageFault(f"'{question}' is no question of {guidance.name}; {right}")
    options = [each.option for each in asked.options]
    if option not in options:
        raise UsageFault(f"'{option}' is no option of {question}; {suggestion(option, options)}")

    def is_expected(moments: Sequence[Moment]) -> bool:
        return any(
            decision.question == question and decision.options[option].verdict == "expected"
            for moment in moments
            for decision in moment.decisions
        )

    return Want(f"{question}={option} is expected", list(of_option(guidance, question, option)), is_expected)


def _count(engine: Engine, group: str, number: int) -> Want:
    groups = groups_of(engine.guidance)
    if group not in groups:
        right = suggestion(group, sorted(groups))
        raise UsageFault(f"'{group}' is no group that questions of {engine.guidance.name} are about; {right}")
    everybody = engine.compiled.functions[f"subjects_{group}"]

    def are_there(moments: Sequence[Moment]) -> bool:
        return len(list(everybody(moments[0].facts.case))) == number

    return Want(f"there are {number} {group}", [of_count(groups[group], number)], are_there)


def _mistake(guidance: Guidance, name: str) -> Want:
    kinds = {kind.mistake: kind for kind in guidance.mistakes}
    if name not in kinds:
        right = suggestion(name, sorted(kinds))
        raise UsageFault(f"'{name}' is no kind of mistake that {guidance.name} declares; {right}")
    kind = kinds[name]
    return Want(
        f"the mistake {name} is tempting",
        [goal for making in kind.made for goal in _goals_of(guidance, making)],
        partial(_tempts, guidance, kind),
    )


def _tempts(guidance: Guidance, kind: MistakeKind, moments: Iterable[Moment]) -> bool:
    return any(tempting_to(guidance, kind, moment.facts, moment.decisions) for moment in moments)


def _goals_of(guidance: Guidance, making: Making) -> Iterator[Goal]:
    """Where a mistake can be made, and tempts."""
    question = guidance.questions[making.question]
    if making.subjects:
        question = replace(question, subjects=replace(question.subjects, values=making.subjects))
    where = All((making.where or Always(), making.tempting or Always()))
    options = making.missed or making.chosen or tuple(each.option for each in question.options)
    for option in options:
        wrong = _ruled_somehow(guidance, making, option, missed=bool(making.missed))
        if wrong is None:
            continue
        here = list(aims(guidance, question, All((where, wrong))))
        if not making.alike:
            yield from here
            continue
        right = AnyOf(tuple(aim.condition for (aim,) in of_option(guidance, making.question, option)))
        for one, other in zip(here, aims(guidance, question, right), strict=True):
            yield (*one, *other)


def _ruled_somehow(guidance: Guidance, making: Making, option: str, *, missed: bool) -> Condition | None:
    """Where the option is one that it is a mistake to choose, or to miss."""
    found: list[Condition] = []
    for rule in guidance.rules_of(making.question):
        ruling = ruled(rule, option, *(EXPECTED if missed else WRONG))
        if rule.silence is not None or ruling is None:
            continue
        parts = [wins(guidance, rule), ruling]
        if making.expected:
            expected = (ruled(rule, each, "expected") for each in making.expected)
            parts.append(AnyOf(tuple(each for each in expected if each is not None)))
        found.append(All(tuple(parts)))
    return AnyOf(tuple(found)) if found else None
