"""The part of the compiled source that decides questions, and the functions that trace decisions.

For each question `decide_QUESTION(case, this)` gives what is ruled, and `asked_QUESTION` whether it is asked.
`ruled_QUESTION_NUMBER` is what the rule of that number rules, or, where it has conditional cells, what it rules
by the branch that applies in the first of them, then in the next.

`trace_QUESTION(case, this)` gives what is ruled, for every rule with a condition whether it applies, and for
every predicate of those conditions whether it holds: all of it worked out there and then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.model.conditions import All, Always, AnyOf, Condition, Defined, Not, Some
from simulator.rules.decisions import conditional_cells
from simulator.rules.expressions import expression, some_expression
from simulator.rules.wrapping import STEP

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from simulator.model.questions import Branch, Question, Rule


def ruled_name(question: str, number: int) -> str:
    """What the source calls that which a rule rules."""
    return f"ruled_{question}_{number}"


def question_functions(question: Question, rules: Sequence[Rule]) -> Iterator[str]:
    """The functions of a question, whose rules come in the order in which they are tried."""
    name = question.question
    if question.asked_when is not None:
        yield f"def asked_{name}(case, this):\n    return {expression(question.asked_when)}"
    lines = [f"def decide_{name}(case, this):"]
    for number, rule in enumerate(rules):
        lines.append(f"    # {rule.rule}")
        lines.extend(_where(rule.when, list(_ruled(ruled_name(name, number), rule))))
    if not rules or rules[-1].when is not None:
        lines.append("    return None")
    yield "\n".join(lines)


def _ruled(name: str, rule: Rule) -> Iterator[str]:
    cells = conditional_cells(rule)
    if not cells:
        yield f"return {name}"
        return
    yield f"return {name}["
    for number, (option, cell) in enumerate(cells.items()):
        if number:
            yield "]["
        yield f"    # {option}"
        yield f"    {_branch(cell)}"
    yield "]"


def _where(condition: Condition | None, statements: Sequence[str]) -> Iterator[str]:
    """Statements under their condition: a loop where it is that some element meets something."""
    indent = STEP
    if isinstance(condition, Some):
        yield f"{indent}for its in case.{condition.entity}:"
        indent += STEP
        yield f"{indent}if {some_expression(condition)}:"
        indent += STEP
    elif condition is not None:
        yield f"{indent}if {expression(condition)}:"
        indent += STEP
    for statement in statements:
        yield f"{indent}{statement}"


def _branch(cell: Sequence[Branch]) -> str:
    return " ".join(
        str(number) if branch.when is None else f"{number} if {expression(branch.when)} else"
        for number, branch in enumerate(cell)
    )


def predicates_of(rules: Sequence[Rule]) -> tuple[Condition, ...]:
    """What the conditions of rules rest on, each predicate once."""
    found = (leaf for rule in rules if rule.when is not None for leaf in _leaves(rule.when))
    return tuple(dict.fromkeys(found))


def trace_function(question: Question, rules: Sequence[Rule]) -> str:
    """The function that traces a decision of a question."""
    names = {leaf: _local(leaf, number) for number, leaf in enumerate(predicates_of(rules))}
    lines = [f"def trace_{question.question}(case, this):"]
    for leaf, name in names.items():
        lines.extend(_kept(leaf, name))
    applies = [(rule.rule, _over(rule.when, names)) for rule in rules if rule.when is not None]
    held = f"({', '.join(names.values())}{',' if len(names) == 1 else ''})"
    if not applies:
        return "\n".join([*lines, f"    return decide_{question.question}(case, this), (), {held}"])
    lines.append("    applies = (")
    lines.extend(line for name, text in applies for line in (f"        # {name}", f"        {text},"))
    lines.append("    )")
    return "\n".join([*lines, f"    return decide_{question.question}(case, this), applies, {held}"])


def _kept(leaf: Condition, name: str) -> Iterator[str]:
    """Statements that keep whether a predicate holds."""
    if isinstance(leaf, Some):
        yield f"    {name} = False"
        yield from _where(leaf, (f"{name} = True", "break"))
    else:
        yield f"    {name} = {expression(leaf)}"


def _leaves(condition: Condition) -> Iterator[Condition]:
    match condition:
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from _leaves(part)
        case Not(part):
            yield from _leaves(part)
        case Always():
            return
        case _:
            yield condition


def _local(leaf: Condition, number: int) -> str:
    """The name of a local variable for a predicate; only a definition has a name of its own."""
    return f"{leaf.base}_{leaf.name}" if isinstance(leaf, Defined) else f"predicate_{number}"


def _over(condition: Condition, names: Mapping[Condition, str]) -> str:
    """A condition in terms of the names of its predicates."""
    match condition:
        case All(parts):
            return " and ".join(_bracketed(part, names) for part in parts)
        case AnyOf(parts):
            return " or ".join(_bracketed(part, names) for part in parts)
        case Not(part):
            return f"not {_bracketed(part, names)}"
        case Always():
            return "True"
        case _:
            return names[condition]


def _bracketed(condition: Condition, names: Mapping[Condition, str]) -> str:
    text = _over(condition, names)
    return f"({text})" if isinstance(condition, All | AnyOf) else text
