"""Conditions of a pack, each compiled once."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

from simulator.errors.faults import InputFault
from simulator.guidance.condition_reading import ConditionReader, Scope, Vocabulary

if TYPE_CHECKING:
    from simulator.errors.faults import Fault
    from simulator.guidance.nodes import Node
    from simulator.model.conditions import Condition
    from simulator.rules.engine import Engine
    from simulator.rules.facts import Facts

Holds = Callable[["Facts", str], bool]
"""Whether a condition holds at facts, of the element with that id or index (`case`: of the case)."""


class Conditions:
    """Compiles conditions with the engine; what is wrong with them goes to `faults`."""

    def __init__(self, engine: Engine, faults: list[Fault]) -> None:
        self._engine = engine
        self._faults = faults
        self._compiled: dict[str, Holds] = {}

    def read(self, node: Node | None, scope: str) -> Holds | None:
        """The condition at a node about the case or an element of the list `scope`; None where there is none."""
        if node is None:
            return None
        key = json.dumps([scope, node.data])
        if key not in self._compiled:
            self._compiled[key] = self._compile(node, scope)
        return self._compiled[key]

    def tree(self, node: Node | None, scope: str) -> Condition | None:
        """The same condition as a tree; None also where it is at fault, which `read` tells."""
        if node is None:
            return None
        world = self._engine.guidance.world
        of = {name: definition.of for name, definition in world.definitions.items()}
        words = Vocabulary(world.enumerations, world.groups, world.case_fields, world.entities, of)
        return ConditionReader(words, []).read(node, Scope(scope))

    def _compile(self, node: Node, scope: str) -> Holds:
        try:
            return self._engine.condition(node, scope)
        except InputFault as wrong:
            self._faults += wrong.faults
            return _never


def _never(_facts: Facts, _element: str) -> bool:
    return False
