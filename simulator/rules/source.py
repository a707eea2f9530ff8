"""The Python source to which a guidance compiles: plain functions that a reader of its rules recognises.

`work_out(case)` works out, in order, everything that follows from facts; `define(case)` only the definitions.
What decides questions is made by `question_source`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.guidance.rule_reading import dominators
from simulator.model.conditions import Condition, FewerThan, Some, SomeReferred, TheReferred, parts_of
from simulator.model.world import CASE, Addition, Row, World
from simulator.rules.expressions import expression
from simulator.rules.order import Part, working_order
from simulator.rules.question_source import question_functions, trace_function
from simulator.rules.wrapping import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from simulator.guidance.guidance import EvidenceStandard, Guidance
    from simulator.model.questions import Rule, Subjects


def guidance_source(guidance: Guidance) -> str:
    """The source of a guidance's world, questions and rules. Raises CircularWorld."""
    parts = [*_world(guidance.world)]
    for subjects in _groups(guidance):
        parts.append(_subjects(subjects))
    for question in guidance.questions.values():
        parts.extend(question_functions(question, ordered_rules(guidance, question.question)))
    return _laid_out(parts)


def traces_source(guidance: Guidance) -> str:
    """The source of the functions that trace the decisions of each question."""
    return _laid_out(
        trace_function(question, ordered_rules(guidance, question.question))
        for question in guidance.questions.values()
    )


def evidence_source(standard: EvidenceStandard) -> str:
    """The source of a standard of evidence: `grade(case)` gives the grade. Raises CircularWorld."""
    rows = "\n".join(_returned(standard.rows))
    return _laid_out([*_world(standard.world), f"def grade(case):\n{rows}"])


def _laid_out(functions: Iterable[str]) -> str:
    lines = [line for each in functions for line in (*each.splitlines(), "", "")]
    return "\n".join(piece for line in lines for piece in wrapped(line)).rstrip("\n") + "\n"


def ordered_rules(guidance: Guidance, question: str) -> tuple[Rule, ...]:
    """The rules of a question, each after those to which it yields, the rule for the rest last."""
    rules = guidance.rules_of(question)
    return tuple(
        sorted(rules, key=lambda rule: (rule.when is None, len(dominators(guidance.rules, rule.rule))))
    )


def _groups(guidance: Guidance) -> list[Subjects]:
    found = {question.subjects.name: question.subjects for question in guidance.questions.values()}
    return [subjects for subjects in found.values() if subjects.kind == "elements"]


def _world(world: World) -> Iterator[str]:
    order = working_order(world)
    yield _function("work_out(case)", _statements(world, order))
    yield _function("define(case)", _statements(world, [part for part in order if part.sort == "definition"]))
    for scope in (CASE, *world.entities):
        lines = [
            line
            for number, each in enumerate(world.impossible)
            if each.of == scope
            for line in (f"    if {expression(each.when)}:", f"        found.append({number})")
        ]
        yield "\n".join(
            [f"def impossible_{scope}(case, this):", "    found = []", *lines, "    return found"]
        )
    for entity in world.entities.values():
        for field in entity.fields.values():
            if field.required_when is not None:
                head = f"def required_{entity.name}_{field.name}(case, this):"
                yield f"{head}\n    return {expression(field.required_when)}"


def _function(head: str, statements: Sequence[str]) -> str:
    return "\n".join([f"def {head}:", *(statements or ["    pass"])])


def _statements(world: World, order: Sequence[Part]) -> list[str]:
    lines: list[str] = []
    loop = ""
    for part in order:
        if part.sort == "added":
            lines.extend(_added(world.additions[int(part.name)]))
            loop = ""
        elif part.of == CASE:
            lines.extend(f"    {line}" for line in _assigned(world, part, f"case.{part.name}"))
            loop = ""
        else:
            if loop != part.of or _looks_around(world, part):
                lines.append(f"    for this in case.{part.of}:")
            lines.extend(f"        {line}" for line in _assigned(world, part, f"this.{part.name}"))
            loop = part.of
    return lines


def _assigned(world: World, part: Part, target: str) -> Iterator[str]:
    if part.sort == "definition":
        yield f"{target} = {expression(world.definitions[part.name].when)}"
    elif part.sort == "derived":
        yield from _chosen(world.entities[part.of].derived[part.name].rows, target)
    else:
        yield f"if {target} is None:"
        rows = world.fields_of(part.of)[part.name].default
        yield from (f"    {line}" for line in _chosen(rows, target))


def _chosen(rows: Sequence[Row], target: str) -> Iterator[str]:
    """Statements that give a target the value of the first row that applies."""
    if len(rows) == 2 and rows[0].when is not None and rows[1].when is None:
        yield f"{target} = {rows[0].then!r} if {expression(rows[0].when)} else {rows[1].then!r}"
        return
    for number, row in enumerate(rows):
        if row.when is not None:
            yield f"{'elif' if number else 'if'} {expression(row.when)}:"
        elif number:
            yield "else:"
        indent = "" if row.when is None and not number else "    "
        yield f"{indent}{target} = {row.then!r}"


def _looks_around(world: World, part: Part) -> bool:
    """Whether a part looks at other elements of its own entity, so that it needs a loop of its own."""
    if part.sort == "definition":
        conditions: list[Condition | None] = [world.definitions[part.name].when]
    elif part.sort == "derived":
        conditions = [row.when for row in world.entities[part.of].derived[part.name].rows]
    else:
        conditions = [row.when for row in world.fields_of(part.of)[part.name].default]
    return any(when is not None and part.of in _entities(when) for when in conditions)


def _entities(condition: Condition) -> Iterator[str]:
    if isinstance(condition, Some | FewerThan | SomeReferred | TheReferred):
        yield condition.entity
    for part in parts_of(condition):
        yield from _entities(part)


def _added(addition: Addition) -> list[str]:
    values = {name: "this" if value is None else repr(value) for name, value in addition.values.items()}
    same = " and ".join(
        f"its.{name} {'is' if values[name] == 'this' else '=='} {values[name]}"
        for name in addition.unless_same
    )
    unless = f" and not any({same} for its in case.{addition.entity})" if same else ""
    given = ", ".join(f"{name}={value}" for name, value in values.items())
    return [
        f"    for this in case.{addition.each}:",
        f"        if {_bracketed(addition.when)}{unless}:",
        f"            case.{addition.entity}.append(new_{addition.entity}({given}))",
    ]


def _bracketed(condition: Condition) -> str:
    text = expression(condition)
    return f"({text})" if " and " in text or " or " in text else text


def _subjects(subjects: Subjects) -> str:
    where = f" if {expression(subjects.where)}" if subjects.where is not None else ""
    # Within a group's own condition the element is both subject and element meant.
    return f"def subjects_{subjects.name}(case):\n    return [this for this in case.{subjects.entity}{where}]"


def _returned(rows: Sequence[Row]) -> Iterator[str]:
    for row in rows:
        if row.when is None:
            yield f"    return {row.then!r}"
        else:
            yield f"    if {expression(row.when)}:"
            yield f"        return {row.then!r}"
