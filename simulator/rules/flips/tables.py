"""What the elements of facts can be for a question at one state of the case."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from simulator.model.conditions import Compare, Condition, SomeReferred, TheReferred, This
from simulator.rules.flips.leaf_table import LeafTable, MaskTests, Seers
from simulator.rules.flips.natures import Nature, plain_fields
from simulator.rules.flips.referring_table import ReferringTable
from simulator.rules.inlining import BeyondProof, all_parts
from simulator.rules.population import refers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.model.world import Addition
    from simulator.rules.compiled import CompiledWorld
    from simulator.rules.flips.layout import Layout


class Tables:
    """What elements can be, as the atoms of one layout and the natures of the entities tell them apart."""

    def __init__(
        self, compiled: CompiledWorld, natures: Mapping[str, Nature], layout: Layout, subject_entity: str
    ) -> None:
        world = compiled.world
        tests = MaskTests(layout)
        self.layout = layout
        self.subject_entity = subject_entity
        self.names_subject = any(_names_subject(each.where) for each in layout.statements)
        self.seers = {name: Seers(asked) for name, asked in _asked(natures, layout).items()}
        leaves = [name for name, entity in world.entities.items() if not refers(entity)]
        self.others = {
            name: LeafTable(compiled, natures, name, tests, self.seers[name], is_subject=False)
            for name in leaves
        }
        self.subject: LeafTable | None = None
        if subject_entity in leaves:
            self.subject = LeafTable(
                compiled, natures, subject_entity, tests, self.seers[subject_entity], is_subject=True
            )
        self.additions = _additions(compiled, natures)
        named = subject_entity if self.names_subject else ""
        self.referring = {
            name: ReferringTable(compiled, natures[name], tests, self.seers, named, self.additions)
            for name, entity in world.entities.items()
            if refers(entity)
        }

    def possible(self, held: int, failed: int) -> bool:
        """Whether the subject can be such that some of what is asked of it holds and some fails."""
        own = (1 << len(self.layout.own)) - 1
        held, failed = held & own, failed & own
        return self.subject is None or any(
            kind.mask & held == held and not kind.mask & failed for kind in self.subject.kinds.kinds
        )


def _names_subject(where: Condition) -> bool:
    """Whether a statement asks of elements whether they refer to the subject."""
    compares = (part for part in all_parts(where) if isinstance(part, Compare))
    return any(isinstance(value, This) for part in compares for value in part.values)


def _asked(natures: Mapping[str, Nature], layout: Layout) -> dict[str, list[Condition]]:
    """For each entity what is asked of its elements through references."""
    found: dict[str, dict[Condition, None]] = {name: {} for name in natures}
    conditions = [condition for nature in natures.values() for condition in nature.conditions()]
    conditions += [each.where for each in layout.statements]
    for part in (part for condition in conditions for part in all_parts(condition)):
        if isinstance(part, SomeReferred | TheReferred):
            found[part.entity][part.where] = None
    return {name: sorted(asked, key=repr) for name, asked in found.items()}


def _additions(compiled: CompiledWorld, natures: Mapping[str, Nature]) -> dict[str, list[Addition]]:
    """Additions that others may forestall, by the entity that they follow from."""
    found: dict[str, list[Addition]] = defaultdict(list)
    for nature in natures.values():
        if nature.follows and refers(nature.entity):
            raise BeyondProof(f"something is added for each of {nature.name}, which refer to others")
        for number, _ in nature.follows:
            addition = compiled.world.additions[number]
            if addition.unless_same:
                _check_forestalling(addition, plain_fields(natures[addition.entity].entity))
                found[nature.name].append(addition)
    return found


def _check_forestalling(addition: Addition, plain: frozenset[str]) -> None:
    naming = [name for name in addition.unless_same if name not in plain]
    if len(naming) != 1 or addition.values.get(naming[0], "") is not None:
        what = (
            f"what forestalls an addition to {addition.entity} names more or less than what it follows from"
        )
        raise BeyondProof(what)
