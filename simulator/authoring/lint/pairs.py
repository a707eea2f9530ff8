"""Whether the two cases of a pair are one fact apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from simulator.authoring.lint.examined import Examined
    from simulator.errors.faults import Fault
    from simulator.model.document import Path


def pair_faults(cases: Sequence[Examined]) -> Iterator[Fault]:
    """Pairs that are no two cases, and those that are not one fact apart when they part."""
    pairs: dict[str, list[Examined]] = {}
    for case in cases:
        if case.pair:
            pairs.setdefault(case.pair, []).append(case)
    for name, both in pairs.items():
        if len(both) != 2:
            what = f"the pair '{name}' has {len(both)} {'case' if len(both) == 1 else 'cases'}"
            yield both[-1].document.fault(("pair",), what, "two cases a pair", code="no-pair")
        else:
            yield from _apart(name, *both)


def _apart(name: str, one: Examined, other: Examined) -> Iterator[Fault]:
    """They are alike up to a phase, and differ in one fact there; what follows may be anything."""
    for ours, theirs in zip(one.parts, other.parts, strict=False):
        differing = list(_differences(_facts(ours.facts.full), _facts(theirs.facts.full), ()))
        if len(differing) == 1:
            return
        if differing:
            named = ", ".join(_called(path) for path in differing[:6])
            what = f"the cases of the pair '{name}' differ in {len(differing)} facts in {ours.phase}: {named}"
            yield other.document.fault(("pair",), what, "let them differ in one fact", code="not-near")
            return
    what = f"the cases of the pair '{name}' have the same facts"
    yield other.document.fault(("pair",), what, "let them differ in one fact", code="not-near")


def _facts(full: Any) -> dict[str, Any]:
    return {name: value for name, value in full.items() if name not in ("format", "id")}


def _differences(one: Any, other: Any, path: Path) -> Iterator[Path]:
    """The paths at which two values part: a list of words is one value, an element that one has not one more."""
    if isinstance(one, dict) and isinstance(other, dict):
        for key in dict.fromkeys((*one, *other)):
            yield from _differences(one.get(key), other.get(key), (*path, key))
    elif _is_elements(one) and _is_elements(other):
        for number in range(max(len(one), len(other))):
            ours, theirs = (each[number] if number < len(each) else None for each in (one, other))
            yield from _differences(ours, theirs, (*path, number))
    elif one != other:
        yield path


def _is_elements(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, dict) for each in value)


def _called(path: Path) -> str:
    return ".".join(str(step) for step in path)
