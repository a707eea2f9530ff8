"""Which grade pieces of evidence carry together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.model.world import CASE
from simulator.rules.compiled import CompiledWorld
from simulator.rules.source import evidence_source

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from simulator.guidance.guidance import EvidenceStandard


class EvidenceGrader:
    """Grades evidence by one standard."""

    def __init__(self, standard: EvidenceStandard) -> None:
        self._entity = standard.entity
        self._compiled = CompiledWorld(standard.world, evidence_source(standard), "evidence")
        self._fields = tuple(standard.world.entities[standard.entity].fields)

    def grade(self, pieces: Sequence[Mapping[str, Any]]) -> str:
        """The grade of pieces that bear on one matter; references to others do not count."""
        return str(self._compiled.functions["grade"](self._case(pieces)))

    def reasons(self, pieces: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
        """What the standard says of all the pieces together: the words of its definitions that hold."""
        case = self._case(pieces)
        defined = self._compiled.world.definitions.values()
        return tuple(each.words for each in defined if each.of == CASE and getattr(case, each.name))

    def _case(self, pieces: Sequence[Mapping[str, Any]]) -> Any:
        make = self._compiled.functions[f"new_{self._entity}"]
        elements = [make(**_fields(piece)) for piece in pieces]
        by_id = {str(piece["id"]): element for piece, element in zip(pieces, elements, strict=True)}
        for name in self._fields:
            if self._compiled.world.entities[self._entity].fields[name].type == "references":
                for element in elements:
                    referred = (by_id[each] for each in getattr(element, name) if each in by_id)
                    named = tuple(each for each in referred if each is not element)
                    setattr(element, name, named)
        case = self._compiled.classes[CASE]()
        setattr(case, self._entity, elements)
        self._compiled.functions["work_out"](case)
        return case


def _fields(piece: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a piece; `for` is no name in Python, and is `in_favour` in a standard's conditions."""
    return {("in_favour" if name == "for" else name): value for name, value in piece.items()}
