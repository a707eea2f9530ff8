"""Examples of the elements that others refer to: one for each way in which they are seen."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from simulator.model.conditions import SomeReferred
from simulator.rules.compiled import copy_of
from simulator.rules.flips.references import SUBJECT, WORD
from simulator.rules.flips.testing import tests_for
from simulator.rules.inlining import all_parts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from simulator.model.conditions import Condition
    from simulator.model.world import Entity, Field
    from simulator.rules.flips.leaf_table import Seers
    from simulator.rules.flips.references import Lists, Target

ListWays = list[tuple[int, int]]
"""The ways to be seen between which a list's conditions tell: a first of each sort, and all of it as bits."""


class Examples:
    """Examples to which elements of one entity can refer, and the subject's own where they can name it."""

    def __init__(self, entity: Entity, seers: Mapping[str, Seers], subject_entity: str) -> None:
        fields = entity.fields.values()
        self.references: tuple[Field, ...] = tuple(field for field in fields if field.type == "reference")
        self.lists: tuple[Field, ...] = tuple(field for field in fields if field.type == "references")
        self._subjects = list(seers[subject_entity].examples) if subject_entity else []
        self._members = _copies(self.lists, seers)
        self._targets = _copies(self.references, seers)

    def ways(self, field: Field, target: Target) -> range:
        """The ways in which the target of a reference can be seen."""
        return range(1 if target.who == WORD else len(self._targets[field.name]))

    def refer(self, element: Any, targets: tuple[Target, ...], lists: Lists, ways: tuple[int, ...]) -> Any:
        """Lets the element refer to examples; gives that of the subject, if it is one to refer to."""
        subject = self._subject(targets, lists, ways)
        listed: list[list[Any]] = []
        for field, those in zip(self.lists, lists, strict=True):
            examples = self._members[field.name]
            listed.append([subject if who == SUBJECT else examples[way] for who, way in those])
        for field, target, way in zip(self.references, targets, ways, strict=True):
            named: Any = target.word
            if target.who != WORD:
                named = subject if target.who == SUBJECT else self._targets[field.name][way]
                for several, held in zip(listed, target.listed, strict=True):
                    several.extend([named] if held else [])
            setattr(element, field.name, named)
        for field, found in zip(self.lists, listed, strict=True):
            setattr(element, field.name, tuple(found))
        return subject

    def _subject(self, targets: tuple[Target, ...], lists: Lists, ways: tuple[int, ...]) -> Any:
        seen = [way for target, way in zip(targets, ways, strict=True) if target.who == SUBJECT]
        seen += [way for those in lists for who, way in those if who == SUBJECT]
        return self._subjects[seen[0] if seen else 0] if self._subjects else None

    def list_ways(self, conditions: Sequence[Condition]) -> list[ListWays]:
        """For each list the ways in which conditions of the elements see its members."""
        asked = _asked_through(self.lists, conditions)
        return [self._list_ways(field, asked[field.name]) for field in self.lists]

    def _list_ways(self, field: Field, asked: Sequence[Condition]) -> ListWays:
        found: dict[object, list[int]] = defaultdict(list)
        test = tests_for(asked)
        for way, example in enumerate(self._members[field.name]):
            found[test(None, example, example)].append(way)
        return [(ways[0], sum(1 << way for way in ways)) for ways in found.values()]


def _copies(fields: Sequence[Field], seers: Mapping[str, Seers]) -> dict[str, list[Any]]:
    """For each field examples of the ways in which its targets are seen, of its own."""
    return {field.name: [copy_of(each) for each in seers[str(field.entity)].examples] for field in fields}


def _asked_through(lists: Sequence[Field], conditions: Sequence[Condition]) -> dict[str, list[Condition]]:
    """For each list of references what is asked of its members."""
    asked: dict[str, dict[Condition, None]] = {field.name: {} for field in lists}
    for part in (part for condition in conditions for part in all_parts(condition)):
        if isinstance(part, SomeReferred) and part.field in asked:
            asked[part.field][part.where] = None
    return {name: list(conditions) for name, conditions in asked.items()}
