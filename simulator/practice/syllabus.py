"""What there is to learn of a guidance: its rules, in its order, each with those that it is confused with.

All of it is read from the rules as they stand, and nothing is worked out from them: a start waits for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.errors.text import clean
from simulator.practice.nearness import near_first
from simulator.practice.titles import titles_of
from simulator.practice.verdicts import called_for_by, depends, is_called_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from simulator.guidance.guidance import Guidance
    from simulator.model.questions import Rule


@dataclass(frozen=True, slots=True)
class SubjectMatter:
    """One rule, as something to learn.

    `called_for` are the options that it calls for in any of its branches, in the order of the question, `paragraphs`
    those on which that rests. `alone`: the answer to its question never varies, whatever the facts. `confusable` are
    the other rules of its question that call for other options, the nearest first.
    """

    rule: str
    question: str
    question_title: str
    title: str
    called_for: tuple[str, ...]
    paragraphs: tuple[str, ...]
    alone: bool
    confusable: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Syllabus:
    """Everything to learn, by rule, in the order of the guidance; rules that give no answer are not in it.

    `labels` are those of the options by question, `titles` those of the questions. `settling` are the questions that
    say how the matter ends for their subject, `judging` those in which learners read the facts for themselves, and
    `grading` those of them that grade. All texts are cleaned.
    """

    rules: Mapping[str, SubjectMatter]
    titles: Mapping[str, str]
    labels: Mapping[str, Mapping[str, str]]
    settling: tuple[str, ...]
    judging: tuple[str, ...]
    grading: tuple[str, ...]

    def of_question(self, question: str) -> tuple[SubjectMatter, ...]:
        """What there is to learn for one question."""
        return tuple(one for one in self.rules.values() if one.question == question)


def syllabus_of(guidance: Guidance) -> Syllabus:
    """What there is to learn of a guidance that passed its checks."""
    rules: dict[str, SubjectMatter] = {}
    for question in guidance.questions:
        taught = [rule for rule in guidance.rules_of(question) if rule.silence is None]
        silent = len(taught) < len(guidance.rules_of(question))
        rules.update(_taught(guidance, question, taught, alone=not silent and _never_varies(taught)))
    own = guidance.own_reading
    return Syllabus(
        rules,
        {name: clean(one.title) for name, one in guidance.questions.items()},
        {
            name: {each.option: clean(each.label) for each in one.options}
            for name, one in guidance.questions.items()
        },
        tuple(name for name, one in guidance.questions.items() if one.settles),
        (own.graded_by, own.attributed_by) if own is not None else (),
        (own.graded_by,) if own is not None else (),
    )


def _taught(
    guidance: Guidance, question: str, taught: Sequence[Rule], *, alone: bool
) -> Iterable[tuple[str, SubjectMatter]]:
    called_for = {rule.rule: called_for_by(rule) for rule in taught}
    titles = titles_of(guidance.questions[question], taught, called_for)
    for rule in taught:
        yield (
            rule.rule,
            SubjectMatter(
                rule.rule,
                question,
                clean(guidance.questions[question].title),
                titles[rule.rule],
                called_for[rule.rule],
                _deciding(rule),
                alone,
                near_first(rule, taught, called_for),
            ),
        )


def _deciding(rule: Rule) -> tuple[str, ...]:
    """The paragraphs of what is called for; where nothing is, those of everything that the rule says."""
    branches = [branch for cell in rule.options.values() for branch in cell]
    telling = [each for each in branches if is_called_for(each)] or branches
    return tuple(dict.fromkeys(cited for each in telling for cited in each.ruling.citations))


def _never_varies(rules: Sequence[Rule]) -> bool:
    same = {frozenset(called_for_by(rule)) for rule in rules}
    return len(same) == 1 and not any(depends(rule) for rule in rules)
