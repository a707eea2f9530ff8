"""Parts of facts that refer to no others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.rules.flips.parts import Given, Variant, changes_to, costs_of, removal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.rules.flips.leaves import LeafTable


class LeafPart:
    """An element that refers to no others."""

    def __init__(self, given: Given, table: LeafTable) -> None:
        self.given = given
        self._classes = table.classes
        self.reach = table.reach(costs_of(given, table.classes))
        self._variants: dict[tuple[int, ...], list[Variant]] = {}

    def variants(self, made: object) -> Sequence[Variant]:
        """The changes that make an option so."""
        if not isinstance(made, tuple):
            return [removal(self.given)]
        if made not in self._variants:
            self._variants[made] = list(changes_to(self.given, self._classes, made))
        return self._variants[made]
