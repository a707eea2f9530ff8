"""How hard a case is: how much decides in it, how near another ending is, how much of it is beside the point."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from simulator.model.document import document_of
from simulator.rules.flips.finding import flips_of

if TYPE_CHECKING:
    from simulator.rules.decisions import Decision
    from simulator.rules.engine import Engine
    from simulator.rules.facts import Facts
    from simulator.rules.flips.flip import Flip

MANY_DECIDE = 15
NEAR = 1
MUCH_IDLE = 8

Piece = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Difficulty:
    """What makes a case hard.

    `deciding` counts the facts the change of which alone makes something else expected, in any phase: each field of
    each element once, and each element that could be left out. `flip` is the fewest changes after which a matter
    would end differently for one of its subjects (by the questions that settle, by all where none does); 0 where
    nothing could. `idle` counts the blocks that state nothing and carry no evidence, and the pieces about matters
    that are in the facts of no phase. `border`: one piece less of several, or one more just like one that is
    there, would change the grade of a matter.
    """

    deciding: int
    flip: int
    idle: int
    border: bool

    @property
    def level(self) -> str:
        """A point each for many deciding facts, a near flip, much that is idle, and evidence on the border.

        Up to one point is easy, two are middle, three and four are hard.
        """
        points = (self.deciding >= MANY_DECIDE) + (self.flip == NEAR) + (self.idle >= MUCH_IDLE) + self.border
        return "easy" if points < 2 else "middle" if points == 2 else "hard"

    def as_data(self) -> dict[str, Any]:
        """The difficulty as `case/1` has it."""
        return {**asdict(self), "level": self.level}


def difficulty_of(engine: Engine, case: Mapping[str, Any]) -> Difficulty:
    """How hard a `case/1` is, whoever wrote it. Raises InputFault where its facts are not sound."""
    parts = [
        (phase["phase"], engine.read_facts(document_of(phase["facts"], case["id"])))
        for phase in case["phases"]
    ]
    bearing = sorted({name for piece in case["evidence"] for name in piece["bears_on"]})
    deciding: set[tuple[str, str]] = set()
    nearest: list[int] = []
    settling = any(question.settles for question in engine.guidance.questions.values())
    for phase, facts in parts:
        for decision in engine.assess(facts, phase):
            found = list(_flips(engine, facts, decision))
            for flip in found:
                if len(flip.changes) == 1:
                    deciding.add(_named(facts, flip.changes[0].fact, bearing))
            if found and (decision.ruled.question.settles or not settling):
                nearest.append(min(len(flip.changes) for flip in found))
    return Difficulty(
        deciding=len(deciding),
        flip=min(nearest, default=0),
        idle=_idle(case, [facts for _, facts in parts]),
        border=any(_is_on_border(engine, pieces) for pieces in _matters(case["evidence"]).values()),
    )


def _flips(engine: Engine, facts: Facts, decision: Decision) -> Iterator[Flip]:
    """The smallest changes that make another option expected."""
    if decision.silent:
        return
    for option, ruling in decision.options.items():
        if ruling.verdict != "expected":
            yield from flips_of(engine, facts, decision.question, decision.subject, option)


def _named(facts: Facts, path: str, bearing: Sequence[str]) -> tuple[str, str]:
    """A fact by the element and its field, whatever its place among the facts of this phase.

    An element without an id is told from others by the fields that evidence bears on.
    """
    entity, _, rest = path.partition("[")
    if not rest:
        return path, ""
    number, _, name = rest.partition("]")
    element = facts.data[entity][int(number)]
    own = element.get("id") or json.dumps([element.get(field) for field in bearing])
    return f"{entity} {own}", name


def _idle(case: Mapping[str, Any], facts: Sequence[Facts]) -> int:
    blocks = [block for phase in case["phases"] for block in phase["narrative"]]
    silent = sum(1 for block in blocks if not block.get("states") and not block.get("evidence"))
    about_nothing = sum(
        len(pieces)
        for matter, pieces in _matters(case["evidence"]).items()
        if not any(_is_in(dict(json.loads(matter)), each) for each in facts)
    )
    return silent + about_nothing


def _is_in(matter: Mapping[str, Any], facts: Facts) -> bool:
    """Whether some element of the facts, listed or following from others, is what evidence bears on."""
    return any(
        all(_held(element, name) == value for name, value in matter.items())
        for entity in facts.world.entities
        for element in getattr(facts.case, entity)
        if all(name in facts.world.entities[entity].fields for name in matter)
    )


def _held(element: Any, name: str) -> Any:
    """A field with ids in the place of elements."""
    held = getattr(element, name)
    if isinstance(held, tuple):
        return [each.id for each in held]
    return held.id if hasattr(held, "id") else held


def _matters(evidence: Sequence[Piece]) -> Mapping[str, list[Piece]]:
    """Pieces by what they bear on."""
    found: dict[str, list[Piece]] = {}
    for piece in evidence:
        found.setdefault(json.dumps(sorted(piece["bears_on"].items())), []).append(piece)
    return found


def _is_on_border(engine: Engine, pieces: Sequence[Piece]) -> bool:
    """Whether one piece less of several, or one more like one of them, carries another grade."""
    if engine.guidance.evidence is None:
        return False
    grade = engine.grade(pieces)
    fewer = [[each for each in pieces if each is not one] for one in pieces] if len(pieces) > 1 else []
    more = [
        [*pieces, {**one, "id": "more", "independent_of": [each["id"] for each in pieces]}] for one in pieces
    ]
    return any(engine.grade(changed) != grade for changed in (*fewer, *more))
