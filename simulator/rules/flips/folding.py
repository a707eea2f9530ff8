"""Conditions rewritten: what is known put in, and what one element decides alone taken out of statements."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from simulator.model.conditions import (
    All,
    Always,
    AnyOf,
    Compare,
    Condition,
    FewerThan,
    Not,
    Some,
    SomeReferred,
    TheReferred,
    This,
    Value,
    parts_of,
    with_parts,
)
from simulator.rules.inlining import all_parts

TRUE: Condition = Always()
FALSE: Condition = Not(Always())
Known = Callable[[Condition], bool | None]
"""The truth of a condition where it is known."""


def folded(condition: Condition, known: Known) -> Condition:
    """The condition with everything known put in and constants worked out."""
    truth = known(condition)
    if truth is not None:
        return TRUE if truth else FALSE
    match condition:
        case All(parts):
            return _joined(All, [folded(part, known) for part in parts], neutral=TRUE, final=FALSE)
        case AnyOf(parts):
            return _joined(AnyOf, [folded(part, known) for part in parts], neutral=FALSE, final=TRUE)
        case Not(part):
            return negated(folded(part, known))
        case Some() | FewerThan() | SomeReferred() | TheReferred():
            where = folded(condition.where, known)
            if where == FALSE:
                return TRUE if isinstance(condition, FewerThan) and condition.number > 0 else FALSE
            return replace(condition, where=where)
        case _:
            return condition


def _joined(
    kind: type[All] | type[AnyOf], parts: list[Condition], *, neutral: Condition, final: Condition
) -> Condition:
    kept: dict[Condition, None] = {}
    for part in parts:
        kept.update(dict.fromkeys(part.parts if isinstance(part, kind) else (part,)))
    kept.pop(neutral, None)
    if final in kept:
        return final
    if len(kept) < 2:
        return next(iter(kept), neutral)
    return kind(tuple(kept))


def negated(condition: Condition) -> Condition:
    """The opposite of a condition."""
    return condition.part if isinstance(condition, Not) else Not(condition)


def moved(condition: Condition, before: str, after: str) -> Condition:
    """The condition with the base `before` of its comparisons and references called `after`.

    What `its` means inside a quantifier is not touched.
    """
    if isinstance(condition, Compare | SomeReferred | TheReferred) and condition.base == before:
        condition = replace(condition, base=after)  # type: ignore[arg-type]
    if before == "its" and isinstance(condition, Some | FewerThan | SomeReferred | TheReferred):
        return condition
    return with_parts(condition, lambda part: moved(part, before, after))


def about_value(condition: Condition, value: Value) -> Condition:
    """The condition with `this` standing for a value instead of an element."""

    def known(part: Condition) -> bool | None:
        if isinstance(part, Compare) and part.base == "this" and not part.field:
            return value == part.values[0] if part.operator == "equals" else value in part.values
        return None

    return _with_value(folded(condition, known), value)


def _with_value(condition: Condition, value: Value) -> Condition:
    if isinstance(condition, Compare) and any(isinstance(each, This) for each in condition.values):
        values = tuple(value if isinstance(each, This) else each for each in condition.values)
        return replace(condition, values=values)
    return with_parts(condition, lambda part: _with_value(part, value))


def hoisted(condition: Condition) -> Condition:
    """The condition with no statement that asks anything of the subject inside it."""
    if isinstance(condition, SomeReferred | TheReferred):
        return condition
    if not isinstance(condition, Some | FewerThan):
        return with_parts(condition, hoisted)
    own = next((part for part in all_parts(condition.where) if is_own(part)), None)
    if own is None:
        return condition
    holds, fails = (folded(condition, {own: truth}.get) for truth in (True, False))
    return AnyOf((All((own, hoisted(holds))), All((Not(own), hoisted(fails)))))


def is_own(part: Condition) -> bool:
    """Whether a part asks something of the subject itself."""
    if isinstance(part, Compare):
        return part.base == "this" and not any(isinstance(value, This) for value in part.values)
    return isinstance(part, SomeReferred | TheReferred) and part.base == "this"


def gathered(condition: Condition, base: str, plain: frozenset[str]) -> Condition:
    """The condition with parts that stand together and rest on the same plain field of `base` made one."""
    match condition:
        case All(parts) | AnyOf(parts):
            alike: dict[object, list[Condition]] = {}
            for number, part in enumerate(parts):
                part = gathered(part, base, plain)
                alike.setdefault(only_field(part, base, plain) or number, []).append(part)
            kind = type(condition)
            kept = [each[0] if len(each) == 1 else kind(tuple(each)) for each in alike.values()]
            return kept[0] if len(kept) == 1 else kind(tuple(kept))
        case Not(part):
            return Not(gathered(part, base, plain))
        case _:
            return condition


def units(condition: Condition, base: str, plain: frozenset[str]) -> Iterator[tuple[str, Condition]]:
    """The largest parts of a condition that each rest on one plain field of `base`, with that field."""
    field = only_field(condition, base, plain)
    if field is not None and not isinstance(condition, Not):
        yield field, condition
    elif isinstance(condition, All | AnyOf | Not):
        for part in parts_of(condition):
            yield from units(part, base, plain)


def only_field(condition: Condition, base: str, plain: frozenset[str]) -> str | None:
    """The one plain field of `base` on which a condition rests, if there is one."""
    found: set[str | None] = set()
    for part in all_parts(condition):
        if isinstance(part, Compare):
            found.add(part.field if part.base == base and part.field in plain else None)
        elif not isinstance(part, All | AnyOf | Not):
            return None
    return found.pop() if len(found) == 1 else None
