"""Elements that refer to others, as the atoms of a layout tell them apart."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Any

from simulator.model.conditions import Compare, Condition, SomeReferred
from simulator.rules.compiled import copy_of
from simulator.rules.flips.kinds import MOST_KEPT, Classes, Costs, Kinds, Reached
from simulator.rules.flips.natures import Judge, Nature, classes_of, plain_fields
from simulator.rules.flips.options import Relaxed
from simulator.rules.flips.testing import tests_for
from simulator.rules.inlining import all_parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from simulator.model.world import Addition, Field
    from simulator.rules.compiled import CompiledWorld
    from simulator.rules.flips.leaves import MaskTests, Seers

SUBJECT, OTHER, WORD = "subject", "other", "word"


@dataclass(frozen=True, slots=True)
class Target:
    """Whom a reference names: SUBJECT, OTHER, or a WORD (None where the reference is left out).

    `listed` says of each of the element's lists whether the one named stands in it too.
    """

    who: str
    word: str | None = None
    listed: tuple[bool, ...] = ()


Members = frozenset[tuple[str, int]]
"""Those in a list of references: SUBJECT or OTHER, and the number of a way in which the list sees them."""
Setting = tuple[tuple[Target, ...], tuple[Members, ...]]
"""The targets of an element's references, and the members of its lists."""


@dataclass(frozen=True, slots=True)
class ReferringKind:
    """What an element can be at a setting.

    `seers` holds for each reference the ways, as bits, in which its target must be seen for that.
    `forestalls` holds for each reference the additions, as bits, that it forestalls for its target; those that
    would make nothing true that the element does not make true itself are left out.
    """

    mask: int
    seers: tuple[int, ...]
    forestalls: tuple[int, ...]


MOST_REACHED = 1024
"""How many reaches a table remembers at once: of elements alike but for their references."""
ListWays = list[tuple[int, int]]
"""The ways to be seen between which a list's conditions tell: a first of each sort, and all of it as bits."""


@dataclass(frozen=True, slots=True)
class Reach:
    """What changes of plain fields reach at a setting for which at least `fewest` references change."""

    targets: tuple[Target, ...]
    members: tuple[Members, ...]
    fewest: int
    reached: Reached[ReferringKind]


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
        fields = nature.entity.fields.values()
        self.references: tuple[Field, ...] = tuple(field for field in fields if field.type == "reference")
        self.lists: tuple[Field, ...] = tuple(field for field in fields if field.type == "references")
        self._make = compiled.functions[f"new_{nature.name}"]
        self._tests = tests
        self._judge = Judge(nature)
        self._lists_only = Judge(nature.resting_on(frozenset(field.name for field in self.lists)))
        self._additions = additions
        self._subjects = list(seers[subject_entity].examples) if subject_entity else []
        self._members = _copies(self.lists, seers)
        self._targets = _copies(self.references, seers)
        layout = tests.layout
        statements = [each for each in layout.statements if each.entity == nature.name]
        conditions = [(each.where, "its") for each in statements]
        self.classes = classes_of(nature, [*conditions, *((each, "this") for each in self._forestalling())])
        asked = _asked_through(self.lists, [*nature.conditions(), *(each.where for each in statements)])
        self.list_ways = [self._list_ways(field, asked[field.name]) for field in self.lists]
        self._plain = tuple(self._combinations())
        self._kinds: dict[Setting, Kinds[ReferringKind]] = {}
        self._reached: dict[tuple[Costs, Setting], Reached[ReferringKind]] = {}
        self._kept: dict[object, tuple[list[Reach], Relaxed]] = {}

    @property
    def removable(self) -> bool:
        """Whether an element can be taken out."""
        return not self.nature.entity.has_ids

    def reach(
        self,
        costs: Costs,
        targets: tuple[tuple[tuple[Target, bool], ...], ...],
        members: tuple[tuple[Members, ...], ...],
    ) -> tuple[list[Reach], Relaxed]:
        """What an element can become at each setting, and the fewest changes for each mask.

        `targets` are those that each reference can have, with whether it changes for that; `members` the ways
        in which the lists can see those in them.
        """
        key = (costs, targets, members)
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
        members: tuple[tuple[Members, ...], ...],
    ) -> Iterator[Reach]:
        for those, chosen in product(members, product(*targets)):
            named = tuple(target for target, _ in chosen)
            found = self._reached_at(costs, (named, those))
            if found:
                yield Reach(named, those, sum(changed for _, changed in chosen), found)

    def _fewest(self, reaches: Sequence[Reach]) -> dict[int, int]:
        found = {0: 1} if self.removable else {}
        for each in reaches:
            for kind, plain, _ in each.reached:
                cost = plain + each.fewest
                found[kind.mask] = min(cost, found.get(kind.mask, cost))
        return found

    def _list_ways(self, field: Field, asked: Sequence[Condition]) -> ListWays:
        found: dict[object, list[int]] = defaultdict(list)
        test = tests_for(asked)
        for way, example in enumerate(self._members[field.name]):
            found[test(None, example, example)].append(way)
        return [(ways[0], sum(1 << way for way in ways)) for ways in found.values()]

    def _combinations(self) -> Iterator[tuple[tuple[int, ...], dict[str, Any]]]:
        """The classes of plain fields that go together, whatever the references."""
        alone = Judge(self.nature.resting_on(plain_fields(self.nature.entity)))
        blank = {name: None for name, _ in self.nature.defaults}
        for chosen in product(*(list(enumerate(each.values())) for each in self.classes.values())):
            values = {name: value for name, (_, value) in zip(self.classes, chosen, strict=True)}
            if alone.settle(self._make(**values)):
                yield tuple(number for number, _ in chosen), blank | values

    def _reached_at(self, costs: Costs, setting: Setting) -> Reached[ReferringKind]:
        key = (costs, setting)
        if key not in self._reached:
            if setting not in self._kinds:
                self._kinds[setting] = Kinds(self._found(setting))
            if len(self._reached) >= MOST_REACHED:
                self._reached.clear()
            self._reached[key] = self._kinds[setting].reached(costs)
        return self._reached[key]

    def _found(self, setting: Setting) -> Iterator[tuple[Classes, ReferringKind]]:
        """The rows at a setting: for each combination of plain fields and each way to see the targets."""
        found: dict[tuple[tuple[int, ...], int, tuple[int, ...]], set[tuple[int, ...]]] = defaultdict(set)
        targets = list(zip(self.references, setting[0], strict=True))
        for ways in product(*(self._ways(field, target) for field, target in targets)):
            element = self._make()
            subject = self._refer(element, setting, ways)
            if not self._lists_only.settle(element):
                break
            for classes, values in self._plain:
                for name, value in values.items():
                    setattr(element, name, value)
                if self._judge.settle(element):
                    mask = self._tests.mask(self.nature.name, subject, element)
                    forestalls = tuple(
                        0 if target.who == WORD else self._forestalled(field, values, element, subject, mask)
                        for field, target in targets
                    )
                    found[classes, mask, forestalls].add(ways)
        for (classes, mask, forestalls), several in found.items():
            for seers in _boxes(several):
                yield classes, ReferringKind(mask, seers, forestalls)

    def _ways(self, field: Field, target: Target) -> range:
        return range(1 if target.who == WORD else len(self._targets[field.name]))

    def _refer(self, element: Any, setting: Setting, ways: tuple[int, ...]) -> Any:
        """Lets the element refer to examples; gives that of the subject, if it is one to refer to."""
        targets, members = setting
        subject = self._subject(setting, ways)
        listed: list[list[Any]] = []
        for field, those in zip(self.lists, members, strict=True):
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

    def _subject(self, setting: Setting, ways: tuple[int, ...]) -> Any:
        targets, members = setting
        seen = [way for target, way in zip(targets, ways, strict=True) if target.who == SUBJECT]
        seen += [way for those in members for who, way in those if who == SUBJECT]
        return self._subjects[seen[0] if seen else 0] if self._subjects else None

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
