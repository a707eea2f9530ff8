"""Whether the grades in the facts follow from the pieces of evidence, by the guidance's own standard.

A grade is defended where it is first stated: by the pieces told until the end of that phase. What facts hold on a
matter must be what those pieces carry together, or what it has come to since; of a matter that the facts do not hold
the pieces must carry nothing. What follows from other facts need be carried only where grades are judged: it is true
before anybody has looked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from simulator.authoring.lint.examined import Examined
    from simulator.errors.faults import Fault
    from simulator.guidance.guidance import OwnReading
    from simulator.model.document import Path
    from simulator.rules.engine import Engine
    from simulator.rules.facts import Facts

INDEFENSIBLE = "grade-indefensible"
UNTOLD = "evidence-untold"

Piece = dict[str, Any]
Matter = tuple[tuple[str, Any], ...]


def grading_of(engine: Engine) -> Grading | None:
    """What holds the grades of cases against their evidence; None where the guidance has no standard for it."""
    guidance = engine.guidance
    if guidance.evidence is None or guidance.evidence.carries is None or guidance.own_reading is None:
        return None
    return Grading(engine, guidance.own_reading, guidance.evidence.carries[1])


class Grading:
    """Holds the grades of cases against their evidence; `field` of an element has its grade."""

    def __init__(self, engine: Engine, own: OwnReading, field: str) -> None:
        self._engine = engine
        self._own = own
        self._field = field

    def faults(self, case: Examined) -> Iterator[Fault]:
        """Grades that the evidence does not carry, and pieces that no block tells."""
        yield from _untold(case)
        judged = [number for number, part in enumerate(case.parts) if self._judges(part.phase)]
        last = judged[-1] if judged else len(case.parts) - 1
        for number in range(len(case.parts)):
            yield from self._in_phase(case, number, since=last if number > last else None)

    def _judges(self, phase: str) -> bool:
        asked = self._engine.phase(phase).questions
        return self._own.graded_by in asked

    def _in_phase(self, case: Examined, number: int, since: int | None) -> Iterator[Fault]:
        """The faults of one phase; `since` an earlier one only of what that did not hold."""
        facts = case.parts[number].facts
        before = self._held(case.parts[since].facts) if since is not None else set()
        told = _told(case, number)
        listed = len(case.data["phases"][number]["facts"].get(self._own.entity, ()))
        graded: set[str] = set()
        for index, element in enumerate(getattr(facts.case, self._own.entity)):
            pieces = [piece for piece in told if _bears_on(piece, element)]
            graded |= {piece["id"] for piece in pieces}
            if self._same(element) in before:
                continue
            if index >= listed and not self._judges(case.parts[number].phase):
                continue
            yield from self._of_element(case, number, index, pieces)
        if since is None:
            yield from self._of_nothing(case, number, [each for each in told if each["id"] not in graded])

    def _of_element(
        self, case: Examined, number: int, index: int, pieces: Sequence[Piece]
    ) -> Iterator[Fault]:
        own, field = self._own, self._field
        element = getattr(case.parts[number].facts.case, own.entity)[index]
        listed = index < len(case.data["phases"][number]["facts"].get(own.entity, ()))
        carried = self._engine.grade(pieces)
        stands = getattr(element, own.standing)
        stated = getattr(element, field) if listed else stands
        if carried in (stated, stands):
            return
        matter = _named(element, own)
        place: Path = case.place_of(number, (own.entity, index, field) if listed else (own.entity,))
        yield case.document.fault(
            place,
            f"{matter} is '{stated}' in the phase {case.parts[number].phase}, and the evidence told by then "
            f"({_listed(pieces)}) carries '{carried}'",
            f"say '{carried}', or tell evidence that carries '{stated}'",
            code=INDEFENSIBLE,
        )

    def _of_nothing(self, case: Examined, number: int, pieces: Sequence[Piece]) -> Iterator[Fault]:
        """Pieces on matters that the facts do not hold: a grade that they carry would have to stand there."""
        nothing = self._nothing()
        for matter, bearing in _by_matter(pieces).items():
            carried = self._engine.grade(bearing)
            if carried != nothing:
                words = ", ".join(f"{name}: {_plain(value)}" for name, value in matter)
                yield case.document.fault(
                    ("evidence", bearing[0]["number"]),
                    f"the evidence on {{{words}}} told by the phase {case.parts[number].phase} "
                    f"({_listed(bearing)}) carries '{carried}', and the facts hold nothing of it",
                    f"put it into {self._own.entity} as '{carried}', or tell what answers it",
                    code=INDEFENSIBLE,
                )

    def _held(self, facts: Facts) -> set[Matter]:
        return {self._same(element) for element in getattr(facts.case, self._own.entity)}

    def _same(self, element: Any) -> Matter:
        """What makes an element what it is, its grade among it; what was done about it since is not."""
        fields = self._engine.guidance.world.entities[self._own.entity].fields.values()
        names = [field.name for field in fields if field.required or "reference" in field.type]
        return tuple((name, str(_plain(getattr(element, name, None)))) for name in names)

    def _nothing(self) -> str:
        """The grade of what is not there: that of no evidence at all."""
        return self._engine.grade([])


def _untold(case: Examined) -> Iterator[Fault]:
    carried = {
        name for phase in case.data["phases"] for block in phase["narrative"] for name in block["evidence"]
    }
    for number, piece in enumerate(case.data["evidence"]):
        if piece["id"] not in carried:
            yield case.document.fault(
                ("evidence", number),
                f"no block carries the evidence '{piece['id']}'",
                "name it under the evidence of the block that tells it, or leave it out",
                code=UNTOLD,
            )


def _told(case: Examined, number: int) -> list[Piece]:
    """The pieces told by the end of a phase, each with its number in the list."""
    names = {
        name
        for phase in case.data["phases"][: number + 1]
        for block in phase["narrative"]
        for name in block["evidence"]
    }
    return [
        {**piece, "number": place}
        for place, piece in enumerate(case.data["evidence"])
        if piece["id"] in names
    ]


def _bears_on(piece: Piece, element: Any) -> bool:
    return all(
        _plain(getattr(element, name, None)) == _plain(value) for name, value in piece["bears_on"].items()
    )


def _plain(value: Any) -> Any:
    """A value of an element as a file would have it: ids in the place of elements, lists sorted."""
    if isinstance(value, list | tuple | frozenset):
        return sorted(str(_plain(each)) for each in value)
    return getattr(value, "id", value)


def _by_matter(pieces: Sequence[Piece]) -> Mapping[Matter, list[Piece]]:
    found: dict[Matter, list[Piece]] = {}
    for piece in pieces:
        matter = tuple(sorted((name, str(_plain(value))) for name, value in piece["bears_on"].items()))
        found.setdefault(matter, []).append(piece)
    return found


def _named(element: Any, own: OwnReading) -> str:
    return f"{getattr(element, own.graded_field)} by {_plain(getattr(element, own.attributed_field))}"


def _listed(pieces: Sequence[Piece]) -> str:
    return ", ".join(piece["id"] for piece in pieces) or "none"
