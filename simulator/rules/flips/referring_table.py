"""What elements that refer to others can be, as the atoms of a layout tell them apart."""

from __future__ import annotations

from collections import defaultdict
from itertools import product
from typing import TYPE_CHECKING, Any

from simulator.model.conditions import Compare
from simulator.rules.flips.examples import Examples
from simulator.rules.flips.kinds import MOST_KEPT, Classes, Costs, Kinds, Reached
from simulator.rules.flips.natures import Judge, Nature, classes_of, plain_fields
from simulator.rules.flips.options import Relaxed
from simulator.rules.flips.references import WORD, Family, Lists, Reach, ReferringKind, Target

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from simulator.model.conditions import Condition
    from simulator.model.world import Addition, Field
    from simulator.rules.compiled import CompiledWorld
    from simulator.rules.flips.leaf_table import MaskTests, Seers

MOST_REACHED = 1024
"""How many reaches a table remembers at once: of elements alike but for their references."""


class ReferringTable:
    """Every possible kind of element of an entity; found for each setting when it is needed.

    `additions` are those that may be forestalled, by the entity that they follow from.
    """

    def __init__(
        self,
        compiled: CompiledWorld,
        nature: Nature,
        tests: MaskTests,
        seers: Mapping[str, Seers],
        subject_entity: str,
        additions: Mapping[str, Sequence[Addition]],
    ) -> None:
        self.nature = nature
        self.examples = Examples(nature.entity, seers, subject_entity)
        self._make = compiled.functions[f"new_{nature.name}"]
        self._tests = tests
        self._judge = Judge(nature)
        self._lists_only = Judge(nature.resting_on(frozenset(field.name for field in self.examples.lists)))
        self._additions = additions
        layout = tests.layout
        statements = [each for each in layout.statements if each.entity == nature.name]
        conditions = [(each.where, "its") for each in statements]
        self.classes = classes_of(nature, [*conditions, *((each, "this") for each in self._forestalling())])
        self.list_ways = self.examples.list_ways([*nature.conditions(), *(each.where for each in statements)])
        self._plain = tuple(self._combinations())
        self._kinds: dict[object, list[tuple[Family, Kinds[ReferringKind]]]] = {}
        self._reached: dict[object, list[tuple[Family, Reached[ReferringKind]]]] = {}
        self._kept: dict[object, tuple[list[Reach], Relaxed]] = {}

    @property
    def removable(self) -> bool:
        """Whether an element can be taken out."""
        return not self.nature.entity.has_ids

    def reach(
        self,
        costs: Costs,
        targets: tuple[tuple[tuple[Target, bool], ...], ...],
        lists: tuple[Lists, ...],
    ) -> tuple[list[Reach], Relaxed]:
        """What an element can become, and the fewest changes for each mask.

        `targets` are those that each reference can have, with whether it changes for that; `lists` what may
        stand in the lists, as the ways in which those in them can be seen have it.
        """
        key = (costs, targets, lists)
        if key not in self._kept:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            reaches = list(self._reaches(*key))
            self._kept[key] = (reaches, Relaxed(self._fewest(reaches)))
        return self._kept[key]

    def _reaches(
        self,
        costs: Costs,
        targets: tuple[tuple[tuple[Target, bool], ...], ...],
        lists: tuple[Lists, ...],
    ) -> Iterator[Reach]:
        for chosen in product(*targets):
            named = tuple(target for target, _ in chosen)
            for family, found in self._reached_at(costs, named, lists):
                yield Reach(named, family, sum(changed for _, changed in chosen), found)

    def _fewest(self, reaches: Sequence[Reach]) -> dict[int, int]:
        found = {0: 1} if self.removable else {}
        for each in reaches:
            for kind, plain, _ in each.reached:
                cost = plain + each.fewest
                found[kind.mask] = min(cost, found.get(kind.mask, cost))
        return found

    def _combinations(self) -> Iterator[tuple[tuple[int, ...], dict[str, Any]]]:
        """The classes of plain fields that go together, whatever the references."""
        alone = Judge(self.nature.resting_on(plain_fields(self.nature.entity)))
        blank = {name: None for name, _ in self.nature.defaults}
        for chosen in product(*(list(enumerate(each.values())) for each in self.classes.values())):
            values = {name: value for name, (_, value) in zip(self.classes, chosen, strict=True)}
            if alone.settle(self._make(**values)):
                yield tuple(number for number, _ in chosen), blank | values

    def _reached_at(
        self, costs: Costs, targets: tuple[Target, ...], lists: tuple[Lists, ...]
    ) -> list[tuple[Family, Reached[ReferringKind]]]:
        key = (costs, targets, lists)
        if key not in self._reached:
            if (targets, lists) not in self._kinds:
                self._kinds[targets, lists] = self._kinds_at(targets, lists)
            if len(self._reached) >= MOST_REACHED:
                self._reached.clear()
            self._reached[key] = [
                (family, kinds.reached(costs)) for family, kinds in self._kinds[targets, lists]
            ]
        return self._reached[key]

    def _kinds_at(
        self, targets: tuple[Target, ...], lists: tuple[Lists, ...]
    ) -> list[tuple[Family, Kinds[ReferringKind]]]:
        """The kinds of elements with such targets, those together that the same lists allow."""
        allowed: dict[tuple[Classes, ReferringKind], list[Lists]] = defaultdict(list)
        for each in lists:
            for row in self._found(targets, each):
                allowed[row].append(each)
        families: dict[Family, list[tuple[Classes, ReferringKind]]] = defaultdict(list)
        for row, several in allowed.items():
            families[frozenset(several)].append(row)
        return [(family, Kinds(rows)) for family, rows in families.items()]

    def _found(self, targets: tuple[Target, ...], lists: Lists) -> Iterator[tuple[Classes, ReferringKind]]:
        """For each combination of plain fields what an element is, and the ways to see its targets for that."""
        found: dict[tuple[tuple[int, ...], int, tuple[int, ...]], set[tuple[int, ...]]] = defaultdict(set)
        pairs = list(zip(self.examples.references, targets, strict=True))
        for ways in product(*(self.examples.ways(field, target) for field, target in pairs)):
            element = self._make()
            subject = self.examples.refer(element, targets, lists, ways)
            if not self._lists_only.settle(element):
                break
            for classes, values in self._plain:
                for name, value in values.items():
                    setattr(element, name, value)
                if self._judge.settle(element):
                    mask = self._tests.mask(self.nature.name, subject, element)
                    forestalls = tuple(
                        0 if target.who == WORD else self._forestalled(field, values, element, subject, mask)
                        for field, target in pairs
                    )
                    found[classes, mask, forestalls].add(ways)
        for (classes, mask, forestalls), several in found.items():
            for seers in _boxes(several):
                yield classes, ReferringKind(mask, seers, forestalls)

    def _forestalling(self) -> Iterator[Condition]:
        """Comparisons that say whether an element forestalls an addition."""
        for addition in (each for some in self._additions.values() for each in some):
            for name in addition.unless_same:
                value = addition.values[name]
                if value is not None:
                    yield Compare("this", name, "equals", (value,))

    def _forestalled(
        self, field: Field, values: Mapping[str, Any], element: Any, subject: Any, mask: int
    ) -> int:
        """The additions, as bits, that an element forestalls for the target of a reference."""
        bits = 0
        for number, addition in enumerate(self._additions.get(str(field.entity), ())):
            others = [name for name in addition.unless_same if name != field.name]
            if addition.entity != self.nature.name or field.name not in addition.unless_same:
                continue
            if all(values[name] == addition.values[name] for name in others):
                target = getattr(element, field.name)
                added = self._make(**{name: value or target for name, value in addition.values.items()})
                self._judge.settle(added)
                made = self._tests.mask(self.nature.name, subject, added)
                bits |= bool(made & ~mask or made >> self._tests.layout.bits) << number
        return bits


def _boxes(ways: set[tuple[int, ...]]) -> Iterator[tuple[int, ...]]:
    """Products of sets of ways, as bits for each reference, that together are the combinations given."""
    columns = [set(column) for column in zip(*ways, strict=True)]
    size = 1
    for column in columns:
        size *= len(column)
    if size == len(ways):
        yield tuple(sum(1 << way for way in column) for column in columns)
    else:
        yield from (tuple(1 << way for way in each) for each in sorted(ways))
