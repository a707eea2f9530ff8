"""Flips found the slow way: every set of changes of some size is made and decided.

Written from the contract alone, over the raw data of facts, so that it can stand against the search.
"""

from __future__ import annotations

import copy
from itertools import combinations, product
from typing import TYPE_CHECKING, Any

from simulator.errors.faults import InputFault
from simulator.model.document import document_of
from simulator.rules.flips.finding import flips_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from simulator.model.world import Entity, Field, World
    from simulator.rules.engine import Engine
    from simulator.rules.facts import Facts
    from simulator.rules.flips.flip import Flip

Step = tuple[str, str, Any]
"""`set`, `toggle` or `take`, the path, and the value: one change."""
Steps = frozenset[Step]
Wanted = tuple[str, str, str]
"""A question, a subject and an option."""


def steps_of(flip: Flip) -> Steps:
    """A flip as the set of its changes, in whatever order they are written."""
    found: list[Step] = []
    for change in flip.changes:
        if change.fact.endswith("]"):
            found.append(("take", change.fact, ""))
        elif isinstance(change.after, list):
            (value,) = set(change.before) ^ set(change.after)
            found.append(("toggle", change.fact, value))
        else:
            found.append(("set", change.fact, change.after))
    assert len(set(found)) == len(found)
    return frozenset(found)


def all_steps(facts: Facts, turns: Mapping[str, Iterable[int]]) -> list[Step]:
    """Every single change of some facts; `turns` are for each number the values next to where it matters."""
    world = facts.world
    steps = [
        step
        for name, field in world.case_fields.items()
        for step in _of_field(name, field, facts.data, facts.case, [], turns)
    ]
    for entity in world.entities.values():
        for index, given in enumerate(facts.data.get(entity.name, ())):
            steps += _of_element(world, entity, index, given, facts, turns)
    return steps


def _of_element(
    world: World,
    entity: Entity,
    index: int,
    given: Mapping[str, Any],
    facts: Facts,
    turns: Mapping[str, Iterable[int]],
) -> Iterator[Step]:
    path = f"{entity.name}[{index}]"
    for name, field in entity.fields.items():
        names = [each["id"] for each in facts.data.get(field.entity or "", ())]
        element = getattr(facts.case, entity.name)[index]
        yield from _of_field(f"{path}.{name}", field, given, element, names, turns)
    if not entity.has_ids:
        yield ("take", path, "")


def _of_field(
    path: str,
    field: Field,
    given: Mapping[str, Any],
    element: Any,
    names: list[str],
    turns: Mapping[str, Iterable[int]],
) -> Iterator[Step]:
    if field.type == "references":
        return
    if field.type == "choices":
        yield from (("toggle", path, value) for value in field.values)
        return
    values: list[Any] = [*field.values]
    if field.type == "truth":
        values = [True, False]
    elif field.type == "reference":
        values = [*field.values, *names]
    now = given.get(field.name, getattr(element, field.name))
    if field.type == "whole":
        limits = sorted(turns[field.name])
        below = [limit - 1 for limit in limits if limit - 1 < now]
        above = [limit for limit in limits if limit > now]
        values = [*below, *above]
    yield from (("set", path, value) for value in values if value != now)


def after(world: World, data: Mapping[str, Any], steps: Iterable[Step]) -> dict[str, Any]:
    """The data of facts after some changes."""
    new = copy.deepcopy(dict(data))
    gone: list[tuple[str, int]] = []
    for kind, path, value in sorted(steps, key=repr):
        head, _, name = path.rpartition(".") if "." in path else ("", "", path)
        if kind == "take":
            entity, _, index = path[:-1].partition("[")
            gone.append((entity, int(index)))
            continue
        owner, scope = new, ""
        if head:
            scope, _, place = head[:-1].partition("[")
            owner = new[scope][int(place)]
        if kind == "set":
            owner[name] = value
        else:
            _toggle(world, scope, owner, name, value)
    for entity, number in sorted(gone, reverse=True):
        del new[entity][number]
    return new


def _toggle(world: World, scope: str, owner: dict[str, Any], name: str, value: str) -> None:
    now = list(owner.get(name, ()))
    owner[name] = [each for each in now if each != value] if value in now else [*now, value]


def compatible(steps: Iterable[Step]) -> bool:
    """Whether changes can be made together: one value a field, and none of what is taken out."""
    steps = list(steps)
    paths = [path for kind, path, _ in steps if kind == "set"]
    gone = [path for kind, path, _ in steps if kind == "take"]
    return len(set(paths)) == len(paths) and not any(
        path.startswith(f"{each}.") for each in gone for _, path, _ in steps
    )


def expected_at(engine: Engine, data: Mapping[str, Any]) -> set[Wanted]:
    """What is expected at some facts, nothing where they are impossible."""
    try:
        facts = engine.read_facts(document_of(data))
    except InputFault:
        return set()
    return {
        (decision.question, decision.subject, option)
        for decision in engine.assess(facts)
        for option in decision.with_verdict("expected")
    }


def exhaustive_flips(
    engine: Engine, facts: Facts, most: int, turns: Mapping[str, Iterable[int]]
) -> dict[Wanted, set[Steps]]:
    """All flips of at most so many changes, of every question, subject and option: the smallest of each."""
    steps = all_steps(facts, turns)
    sets = (each for size in range(1, most + 1) for each in combinations(steps, size))
    return _smallest(engine, facts, (frozenset(each) for each in sets if compatible(each)))


def all_flips(engine: Engine, facts: Facts, turns: Mapping[str, Iterable[int]]) -> dict[Wanted, set[Steps]]:
    """All flips of any number of changes: what is not among them, no facts have."""
    by_path: dict[object, list[tuple[Step, ...]]] = {}
    for step in all_steps(facts, turns):
        key = step if step[0] == "toggle" else step[1]
        by_path.setdefault(key, [()]).append((step,))
    sets = ([step for chosen in each for step in chosen] for each in product(*by_path.values()))
    ordered = sorted((frozenset(each) for each in sets if compatible(each)), key=len)
    return _smallest(engine, facts, ordered)


def _smallest(engine: Engine, facts: Facts, sets: Iterable[Steps]) -> dict[Wanted, set[Steps]]:
    found: dict[Wanted, set[Steps]] = {}
    settled = expected_at(engine, facts.data)
    for steps in sets:
        for wanted in expected_at(engine, after(facts.world, facts.data, steps)) - settled:
            known = found.setdefault(wanted, {steps})
            if len(next(iter(known))) == len(steps):
                known.add(steps)
    return {wanted: _nearest(facts, known) for wanted, known in found.items()}


def _nearest(facts: Facts, found: set[Steps]) -> set[Steps]:
    """Of flips alike but for how far numbers move one way, those in which they move least."""
    least: dict[object, int] = {}
    for steps in found:
        key, far = _moved(facts, steps)
        least[key] = min(far, least.get(key, far))
    return {steps for steps in found if _moved(facts, steps)[1] == least[_moved(facts, steps)[0]]}


def _moved(facts: Facts, steps: Steps) -> tuple[object, int]:
    kept: list[Step] = []
    far = 0
    for step in steps:
        kind, path, value = step
        if kind != "set" or type(value) is not int:
            kept.append(step)
            continue
        before = _read(facts, path)
        kept.append(("moved", path, value > before))
        far += abs(value - before)
    return frozenset(kept), far


def _read(facts: Facts, path: str) -> int:
    head, _, name = path.rpartition(".")
    scope, _, place = head[:-1].partition("[")
    owner = getattr(facts.case, scope)[int(place)] if head else facts.case
    return int(getattr(owner, name))


def mismatches(
    engine: Engine, facts: Facts, slow: Mapping[Wanted, set[Steps]], most: int | None
) -> list[tuple[Wanted, set[Steps], set[Steps]]]:
    """Where the search gives other flips than `slow`, which holds all of at most so many changes (None: all)."""
    expected = expected_at(engine, facts.data)
    found = []
    for question in engine.guidance.questions.values():
        for subject in _subjects(engine, question.question, facts):
            for option in question.options:
                wanted = (question.question, subject, option.option)
                flips = [] if wanted in expected else flips_of(engine, facts, *wanted)
                steps = {steps_of(flip) for flip in flips}
                assert len(steps) == len(flips), (wanted, flips)
                assert len({len(each) for each in steps}) <= 1, (wanted, flips)
                right = set() if wanted in expected else slow.get(wanted, set())
                deeper = most is not None and not right and all(len(each) > most for each in steps)
                if steps != right and not deeper:
                    found.append((wanted, steps - right, right - steps))
    return found


def _subjects(engine: Engine, question: str, facts: Facts) -> list[str]:
    subjects = engine.guidance.questions[question].subjects
    if subjects.kind == "elements":
        return [str(each["id"]) for each in facts.data[subjects.entity]]
    return list(subjects.values) if subjects.kind == "values" else ["case"]
