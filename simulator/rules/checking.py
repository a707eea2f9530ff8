"""Checks that the rules decide every question exactly once, before anything is decided by them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from simulator.errors.faults import Fault, InputFault
from simulator.rules.compiled import CompiledWorld
from simulator.rules.construction import facts_at
from simulator.rules.exactness import Breach, Exactness, prove_question
from simulator.rules.expressions import expression
from simulator.rules.facts import Facts, FactsReader
from simulator.rules.flips.finding import check_flips
from simulator.rules.inlining import BeyondProof
from simulator.rules.order import CircularWorld, Part
from simulator.rules.reads import declared_reads, fields_read
from simulator.rules.source import guidance_source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from simulator.guidance.guidance import Guidance
    from simulator.model.conditions import Condition
    from simulator.model.questions import Question


def check_rules(guidance: Guidance) -> str:
    """The compiled source of a guidance whose rules are exact.

    Raises InputFault: for definitions that rest on each other in a circle, a question left undecided
    somewhere, an overlap in which neither rule yields, a rule or branch that never wins, facts read and not
    declared, or declared and not read, a paragraph neither cited nor declared background, and for conditions of
    a form of which nothing can be proved or no flips found.
    """
    try:
        source = guidance_source(guidance)
    except CircularWorld as circle:
        raise InputFault([_circle(guidance, circle.parts)]) from None
    compiled = CompiledWorld(guidance.world, source, guidance.name)
    faults: list[Fault] = []
    for question in guidance.questions.values():
        try:
            faults.extend(_question_faults(guidance, compiled, question))
            check_flips(guidance, compiled, question)
        except BeyondProof as reason:
            node = guidance.nodes["question", question.question]
            what = f"nothing can be proved of {question.question}: {reason}"
            faults.append(node.fault(what, "simpler conditions, or fewer values", code="space-too-large"))
            break
    faults.extend(_uncited_faults(guidance))
    if faults:
        raise InputFault(faults)
    return source


def _circle(guidance: Guidance, parts: tuple[Part, ...]) -> Fault:
    told = " → ".join(_part_words(guidance, part) for part in parts)
    ordered = sorted(parts, key=lambda part: part.sort != "definition")
    node = next(node for part in ordered if (node := guidance.nodes.get((part.sort, _part_key(part)))))
    what = f"these rest on each other in a circle: {told}"
    return node.fault(what, "what does not come back to itself", code="circle", of_key=True)


def _part_key(part: Part) -> str:
    return part.name if part.sort in ("definition", "added") else f"{part.of}.{part.name}"


def _part_words(guidance: Guidance, part: Part) -> str:
    if part.sort != "added":
        return part.name
    return f"what is added to {part.of} for {guidance.world.additions[int(part.name)].each}"


def _question_faults(guidance: Guidance, compiled: CompiledWorld, question: Question) -> list[Fault]:
    """Raises BeyondProof."""
    found = prove_question(guidance, compiled, question)
    node = guidance.nodes["question", question.question]["reads"]
    declared, read = declared_reads(question), fields_read(guidance, question)
    faults = [
        node.fault(
            f"{question.question} reads {field} of {of}", f"declare {field} in reads", code="read-undeclared"
        )
        for of, field in sorted(read - declared)
    ]
    faults += [
        node.fault(
            f"{question.question} never reads {field} of {of}", f"leave {field} out", code="unread-fact"
        )
        for of, field in sorted(declared - read)
    ]
    faults += [
        guidance.nodes["question", question.question].fault(
            f"a rule of {question.question} asks for what no possible facts hold: {expression(statement)}",
            "a condition that something can meet",
            code="never-holds",
        )
        for statement in found.never_holds
    ]
    return [*faults, *_breach_faults(guidance, compiled, found), *_idle_faults(guidance, found)]


def _idle_faults(guidance: Guidance, found: Exactness) -> Iterator[Fault]:
    """The rules that never win, and the branches of cells that are never taken."""
    for rule in guidance.rules_of(found.question):
        if rule.rule not in found.wins:
            yield idle_fault(guidance, rule.rule)
            continue
        for option, cell in rule.options.items():
            for number in range(len(cell) if len(cell) > 1 else 0):
                if (rule.rule, option, number) not in found.branches:
                    yield idle_fault(guidance, rule.rule, option, number)


def idle_fault(guidance: Guidance, rule: str, option: str | None = None, number: int = 0) -> Fault:
    """The fault of a rule that never wins, or of a branch, counted from 0, that is never taken."""
    node = guidance.nodes["rule", rule]
    what = f"{rule} never wins: whatever the facts, it does not apply or others come before it"
    if option is not None:
        node = node["options"][option]
        node = node[number] if isinstance(node.data, list) else node
        what = f"branch {number + 1} of {option} is never taken where {rule} wins"
    return node.fault(what, "leave it out, or another condition or order", code="never-wins")


def _uncited_faults(guidance: Guidance) -> Iterator[Fault]:
    for name in uncited_paragraphs(guidance):
        node = guidance.nodes["paragraph", name]["paragraph"]
        what = f"{name} is neither cited by a rule or advice nor declared background"
        yield node.fault(what, "cite it, or say in `background` why nothing turns on it", code="uncited")


def uncited_paragraphs(guidance: Guidance) -> list[str]:
    """Paragraphs that no rule and no advice cites and that are not declared background."""
    advised = {paragraph for advice in guidance.advice for paragraph in advice.cites}
    return [
        name
        for name, paragraph in guidance.paragraphs.items()
        if paragraph.background is None and name not in advised and not guidance.rules_citing(name)
    ]


def _breach_faults(guidance: Guidance, compiled: CompiledWorld, found: Exactness) -> Iterator[Fault]:
    for rules, breaches in found.breaches.items():
        example = breach_example(guidance, compiled, breaches)
        told = "none was found" if example is None else json.dumps(example, ensure_ascii=False)
        if rules:
            node = guidance.nodes["rule", rules[1]]
            what = f"{rules[1]} and {rules[0]} both apply, and neither yields to the other"
            yield node.fault(f"{what}: for example at {told}", f"yields_to: [{rules[0]}]", code="overlap")
        else:
            node = guidance.nodes["question", found.question]
            what = f"no rule decides {found.question}: for example at {told}"
            yield node.fault(
                what, "a rule that applies there, or one that applies otherwise", code="undecided"
            )


def breach_example(
    guidance: Guidance, compiled: CompiledWorld, breaches: Sequence[Breach]
) -> Mapping[str, Any] | None:
    """Facts that show one of some breaches alike; None where none were found."""
    return next(filter(None, (_example(guidance, compiled, breach) for breach in breaches)), None)


def _example(guidance: Guidance, compiled: CompiledWorld, breach: Breach) -> Mapping[str, Any] | None:
    question = guidance.questions[breach.question]
    rules = [rule for rule in guidance.rules_of(breach.question) if rule.when is not None]
    named = [rule for rule in rules if rule.rule in breach.rules]

    def shown(facts: Facts, subject: str) -> bool:
        asked = question.asked_when
        if asked is not None and not _holds(compiled, asked, facts, subject, question):
            return False
        held = [
            _holds(compiled, rule.when, facts, subject, question)
            for rule in (named or rules)
            if rule.when is not None
        ]
        return all(held) if named else not any(held)

    return facts_at(FactsReader(compiled), breach.region, breach.mask, shown, "counter-example")


def _holds(
    compiled: CompiledWorld, condition: Condition, facts: Facts, subject: str, question: Question
) -> bool:
    this: Any = subject
    if question.subjects.kind == "case":
        this = facts.case
    elif question.subjects.kind == "elements":
        this = facts.element(question.subjects.entity, subject)
    function = eval(f"lambda case, this: {expression(condition)}", {"named": compiled.functions["named"]})
    return bool(function(facts.case, this))
