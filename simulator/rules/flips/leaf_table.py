"""Elements that refer to no others, as the atoms of a layout tell them apart."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

from simulator.model.conditions import FewerThan, Some
from simulator.rules.compiled import named
from simulator.rules.expressions import expression
from simulator.rules.flips.kinds import MOST_KEPT, Classes, Costs, Kinds
from simulator.rules.flips.leaf_reach import LeafKind, LeafReach
from simulator.rules.flips.natures import Judge, Nature, classes_of
from simulator.rules.flips.testing import tests_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from simulator.model.conditions import Condition
    from simulator.model.world import Addition
    from simulator.rules.compiled import CompiledWorld
    from simulator.rules.flips.layout import Layout
    from simulator.rules.predicates import Test


class MaskTests:
    """What elements make true, for each entity: a mask as a layout has it."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self._tests: dict[str, Test] = {}
        self._own = tests_for(layout.own)

    def mask(self, entity: str, subject: Any, element: Any) -> int:
        """The mask of one element."""
        test = self._tests.get(entity)
        if test is None:
            test = self._tests[entity] = self._test(entity)
        return int(test(None, subject, element))

    def own_mask(self, subject: Any) -> int:
        """The bits of what is asked of the subject."""
        return sum(held << place for place, held in enumerate(self._own(None, subject, None)))

    def _test(self, entity: str) -> Test:
        some = ((each, len(self.layout.own) + place) for place, each in enumerate(self.layout.some))
        counted = ((each, self.layout.count_shift(place)) for place, each in enumerate(self.layout.counted))
        terms = [f"({_held(each)}) << {shift}" for each, shift in some if each.entity == entity]
        terms += [f"({_held(each)}) << {shift}" for each, shift in counted if each.entity == entity]
        test: Test = eval(f"lambda case, this, its: {' | '.join(terms) or '0'}", {"named": named})
        return test


def _held(statement: Some | FewerThan) -> str:
    other = "its is not this and " if isinstance(statement, Some) and statement.another else ""
    return f"{other}bool({expression(statement.where)})"


class Seers:
    """The ways in which elements of one entity are seen through references: numbered, an example of each."""

    def __init__(self, asked: Sequence[Condition]) -> None:
        self.asked = tuple(asked)
        self.examples: list[Any] = []
        self._test = tests_for(asked)
        self._numbers: dict[object, int] = {}

    def number(self, element: Any) -> int:
        """The number of the way in which an element is seen."""
        seen = self._test(None, element, element)
        if seen not in self._numbers:
            self._numbers[seen] = len(self.examples)
            self.examples.append(element)
        return self._numbers[seen]


class LeafTable:
    """Every possible kind of element of an entity, and the classes of its fields that make it."""

    def __init__(
        self,
        compiled: CompiledWorld,
        natures: Mapping[str, Nature],
        name: str,
        tests: MaskTests,
        seers: Seers,
        *,
        is_subject: bool,
    ) -> None:
        self.nature = natures[name]
        self._make = compiled.functions
        self._tests = tests
        self._seers = seers
        self._is_subject = is_subject
        additions = [compiled.world.additions[number] for number, _ in self.nature.follows]
        self._added = [(each, Judge(natures[each.entity])) for each in additions]
        self._follows = tests_for([when for _, when in self.nature.follows])
        layout = tests.layout
        conditions = [(each.where, "its") for each in layout.statements if each.entity == name]
        conditions += [(each, "its") for each in seers.asked]
        conditions += [(each, "this") for each in layout.own] if is_subject else []
        self.classes = classes_of(self.nature, conditions)
        self.kinds = Kinds(self._rows())
        self._kept: dict[Costs, LeafReach] = {}

    def reach(self, costs: Costs) -> LeafReach:
        """What an element can become; `costs` of each field in the order of `classes`."""
        if costs not in self._kept:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            removable = not self.nature.entity.has_ids
            ways = len(self._seers.examples)
            self._kept[costs] = LeafReach(
                self.kinds.reached(costs), self._tests.layout, ways, removable=removable
            )
        return self._kept[costs]

    def _rows(self) -> Iterator[tuple[Classes, LeafKind]]:
        judge = Judge(self.nature)
        for chosen in product(*(list(enumerate(each.values())) for each in self.classes.values())):
            element = self._make[f"new_{self.nature.name}"]()
            for name, (_, value) in zip(self.classes, chosen, strict=True):
                setattr(element, name, value)
            if judge.settle(element):
                yield tuple(number for number, _ in chosen), self._kind(element)

    def _kind(self, element: Any) -> LeafKind:
        subject = element if self._is_subject else None
        mask = self._tests.mask(self.nature.name, subject, element)
        if self._is_subject:
            mask |= self._tests.own_mask(element)
        forestalled: list[int] = []
        for (addition, judge), follows in zip(self._added, self._follows(None, element, None), strict=True):
            made = self._added_mask(addition, judge, subject, element) if follows else 0
            if addition.unless_same:
                forestalled.append(made)
            else:
                mask = self._tests.layout.joined(mask, made)
        return LeafKind(mask, tuple(forestalled), self._seers.number(element))

    def _added_mask(self, addition: Addition, judge: Judge, subject: Any, element: Any) -> int:
        values = {name: element if value is None else value for name, value in addition.values.items()}
        new = self._make[f"new_{addition.entity}"](**values)
        judge.settle(new)
        return self._tests.mask(addition.entity, subject, new)
