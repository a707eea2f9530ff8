"""Reads the rules of prose that a guidance pack declares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.guidance.nodes import unknown
from simulator.guidance.prose import Permission, ProseRule

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.errors.faults import Fault
    from simulator.guidance.nodes import Node
    from simulator.guidance.sections import Sections
    from simulator.model.questions import Question


def read_prose(
    sections: Sections, questions: Mapping[str, Question], faults: list[Fault]
) -> tuple[ProseRule, ...]:
    """The section `prose`, by code; a code that stands twice, or a permission that names nothing, is a fault."""
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


def _rule(code: str, node: Node, permitted_by: Permission | None) -> ProseRule:
    data = node.data
    return ProseRule(
        code=code,
        kind=data["kind"],
        title=data["title"],
        message=data["message"],
        fix=data["fix"],
        why=tuple(data["why"]),
        settings=data.get("settings", {}),
        permitted_by=permitted_by,
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
