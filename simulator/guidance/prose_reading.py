"""Reads the rules of prose that a guidance pack declares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.guidance.nodes import unknown
from simulator.guidance.prose import Permission, ProseRule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from simulator.errors.faults import Fault
    from simulator.guidance.nodes import Node
    from simulator.guidance.sections import Sections
    from simulator.model.questions import Question

GAP, OPTIONAL, ENDING, OR = "...", "?", "*", "/"
MOST_GAPS, MOST_OPTIONAL, SHORTEST_STEM = 2, 4, 2


def read_prose(
    sections: Sections, questions: Mapping[str, Question], faults: list[Fault]
) -> tuple[ProseRule, ...]:
    """The section `prose`, by code.

    A code that stands twice and a permission that names nothing are faults.
    """
    rules: dict[str, ProseRule] = {}
    nodes: dict[str, Node] = {}
    for node in sections.items("prose"):
        code = str(node["rule"].data)
        if code in rules:
            sections.add_twice(node["rule"], code, nodes[code])
            continue
        nodes[code] = node["rule"]
        rules[code] = _rule(code, node, _permission(node.get("permitted_by"), questions, faults))
    return tuple(rules[code] for code in sorted(rules))


def phrase_faults(sections: Sections) -> Iterator[Fault]:
    """Phrases of the section `prose` that cannot be matched, or in too many ways: their form, past any schema."""
    for node in sections.items("prose"):
        yield from _phrase_faults(node["settings"])


def _rule(code: str, node: Node, permitted_by: Permission | None) -> ProseRule:
    data = node.data
    return ProseRule(
        code=code,
        kind=data["kind"],
        title=data["title"],
        message=data["message"],
        fix=data["fix"],
        why=tuple(data["why"]),
        settings=data["settings"],
        permitted_by=permitted_by,
        not_in=frozenset(data.get("not_in", ())),
        catches=tuple(data["catches"]),
        passes=tuple(data["passes"]),
    )


def _permission(
    node: Node | None, questions: Mapping[str, Question], faults: list[Fault]
) -> Permission | None:
    if node is None:
        return None
    question = questions.get(str(node["question"].data))
    if question is None:
        faults.append(unknown(node["question"], "question", questions))
        return None
    options = [each.option for each in question.options]
    if node["option"].data not in options:
        faults.append(unknown(node["option"], f"option of {question.question}", options))
        return None
    return Permission(question.question, str(node["option"].data))


def _phrase_faults(node: Node) -> Iterator[Fault]:
    """Phrases anywhere below a rule's settings that cannot be matched, or in too many ways."""
    if isinstance(node.data, str):
        wrong = _wrong(node.data.split())
        if wrong is not None:
            yield node.fault(f"'{node.data}' is no phrase: {wrong[0]}", wrong[1])
    elif isinstance(node.data, dict):
        for _, part in node.entries():
            yield from _phrase_faults(part)
    elif isinstance(node.data, list):
        for part in node.items():
            yield from _phrase_faults(part)


def _wrong(parts: list[str]) -> tuple[str, str] | None:
    """What is wrong with the parts of a phrase, and what would be right."""
    needed = next((part for part in parts if not part.endswith(OPTIONAL)), GAP)
    if needed == GAP:
        return "no word must stand before any gap", "begin with a word that must stand"
    if parts.count(GAP) > MOST_GAPS:
        return "it has too many gaps", f"at most {MOST_GAPS} times '{GAP}'"
    if sum(part.endswith(OPTIONAL) for part in parts) > MOST_OPTIONAL:
        return "too many of its words may be left out", f"at most {MOST_OPTIONAL}, or two phrases"
    words = [word for part in parts if part != GAP for word in part.removesuffix(OPTIONAL).split(OR)]
    if not all(words):
        return "a word is missing beside '/'", "a word on either side"
    if any(word.endswith(ENDING) and len(word) <= SHORTEST_STEM for word in words):
        return "any word would do", f"at least {SHORTEST_STEM} letters before '{ENDING}'"
    return None
