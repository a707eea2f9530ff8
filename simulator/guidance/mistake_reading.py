"""Reads the kinds of mistake that a guidance knows: when a choice is one, and when a case tempts to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.guidance.nodes import suggestion, unknown
from simulator.guidance.question_reading import scope_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from simulator.errors.faults import Fault
    from simulator.guidance.condition_reading import ConditionReader
    from simulator.guidance.nodes import Node
    from simulator.guidance.sections import Sections
    from simulator.model.conditions import Condition
    from simulator.model.questions import Question
    from simulator.model.texts import Paragraph


@dataclass(frozen=True, slots=True)
class Making:
    """One way of making a mistake, at a question about one subject, which none of these leaves out.

    One of the options `chosen` (of any, where there is none) is wrong and was chosen; or one of the options `missed`
    is expected and was not. One of those `expected` is so, if there are any. `subjects` are the only ones meant, if
    there are any. With `alike` the wrong option is one that is right of another subject, for whom it was chosen as
    well. `where` and `tempting` are conditions about the subject: where it is that mistake at all, and where besides
    a case tempts to it.
    """

    question: str
    subjects: tuple[str, ...]
    chosen: tuple[str, ...]
    missed: tuple[str, ...]
    expected: tuple[str, ...]
    alike: bool
    where: Condition | None
    tempting: Condition | None


@dataclass(frozen=True, slots=True)
class MistakeKind:
    """A kind of mistake, a sentence on it for people, the paragraphs that speak of it, and how it is made."""

    mistake: str
    text: str
    paragraphs: tuple[str, ...]
    made: tuple[Making, ...]


def read_mistakes(
    sections: Sections,
    questions: Mapping[str, Question],
    paragraphs: Mapping[str, Paragraph],
    conditions: ConditionReader,
    faults: list[Fault],
) -> tuple[MistakeKind, ...]:
    """The kinds of mistake that a pack declares; what is wrong goes to `faults`."""
    found: dict[str, MistakeKind] = {}
    for node in sections.items("mistakes"):
        name = str(node["mistake"].data)
        if name in found:
            faults.append(node["mistake"].fault(f"'{name}' stands twice", "one entry a kind", code="twice"))
        for cited in node["paragraphs"].items():
            if cited.data not in paragraphs:
                faults.append(unknown(cited, "paragraph", paragraphs))
        made = (_making(part, questions, conditions, faults) for part in node["made"].items())
        found[name] = MistakeKind(
            name,
            str(node["text"].data),
            tuple(node["paragraphs"].data),
            tuple(each for each in made if each is not None),
        )
    return tuple(found.values())


def _making(
    node: Node, questions: Mapping[str, Question], conditions: ConditionReader, faults: list[Fault]
) -> Making | None:
    question = questions.get(str(node["question"].data))
    if question is None:
        faults.append(unknown(node["question"], "question", questions))
        return None
    options = [each.option for each in question.options]
    for key in ("chosen", "missed", "expected"):
        faults += _strange(node.get(key), options, f"option of {question.question}")
    subjects = node.get("subjects")
    if subjects is not None:
        faults += _strange(subjects, question.subjects.values, f"subject of {question.question}")
    if "missed" in node and not question.several:
        what = f"nothing can be missed at {question.question}, which takes one answer"
        faults.append(node["missed"].fault(what, "chosen: [options]"))
    scope = scope_of(question.subjects)
    where, tempting = node.get("where"), node.get("tempting")
    return Making(
        question=question.question,
        subjects=_listed(subjects),
        chosen=_listed(node.get("chosen")),
        missed=_listed(node.get("missed")),
        expected=_listed(node.get("expected")),
        alike=bool(node.data.get("alike", False)),
        where=None if where is None else conditions.read(where, scope),
        tempting=None if tempting is None else conditions.read(tempting, scope),
    )


def _listed(node: Node | None) -> tuple[str, ...]:
    return () if node is None else tuple(str(each) for each in node.data)


def _strange(node: Node | None, known: Iterable[str], sort: str) -> Iterator[Fault]:
    known = list(known)
    for each in node.items() if node is not None else ():
        if each.data not in known:
            yield each.fault(
                f"'{each.data}' is no {sort}", suggestion(str(each.data), known), code="unknown-word"
            )
