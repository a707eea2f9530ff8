"""The pieces of evidence of a case: from the patterns that carry its elements, and from sentences that carry one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from simulator.cases.wording_reading import OTHERS, THIS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from simulator.cases.casting import Carried, Casting
    from simulator.cases.pack import Fields, Piece, ScenarioPack, Template
    from simulator.cases.scene import Scene
    from simulator.cases.sentences import Sentence, Words


@dataclass(slots=True)
class ToldPiece:
    """A piece with its id, at an element, and what its sentences can name."""

    id: str
    phase: str
    part: str
    at: str
    says: Sequence[Sentence]
    words: Words


class Evidence:
    """All pieces of one case; `data` is the list of `case/1`."""

    def __init__(self, pack: ScenarioPack, casting: Casting, scene: Scene) -> None:
        self._makes = pack.makes
        self._phases = pack.phases
        self._carried = [(each, scene.about_carried(each, pack.makes.refers)) for each in casting.carried]
        self.data: list[dict[str, Any]] = []
        self._told: dict[tuple[str, str, str], list[ToldPiece]] = {}
        self._of_templates: dict[tuple[int, str], str] = {}
        for carried, words in self._carried:
            for piece in self._pieces(carried, words, scene):
                self._told.setdefault((piece.phase, piece.part, piece.at), []).append(piece)

    def told(self, phase: str, part: str, element: str) -> Iterable[ToldPiece]:
        """The pieces told at an element in a part of a phase."""
        return self._told.get((phase, part, element), ())

    def listed(self, phase: str) -> Sequence[Words]:
        """What sentences can name about each element that the facts of a phase list, in their order."""
        number, nothing = self._phases.index(phase), self._makes.nothing
        return [words for each, words in self._carried if each.pattern.grades[number] != nothing]

    def of_template(self, template: Template, element: str) -> tuple[str, ...]:
        """The id of the piece that a template's sentence carries about an element, if it carries one."""
        if template.evidence is None:
            return ()
        key = (id(template), element)
        if key not in self._of_templates:
            self._of_templates[key] = self._add(template.evidence, element)
        return (self._of_templates[key],)

    def _add(self, evidence: Fields, element: str) -> str:
        name = self._next()
        bears_on = {
            field: element if value == THIS else value for field, value in evidence["bears_on"].items()
        }
        piece = _data(name, bears_on, evidence["kind"], evidence["whose"])
        piece["first_hand"] = evidence.get("first_hand", False)
        piece["for"] = evidence.get("for", True)
        self.data.append(piece)
        return name

    def _pieces(self, carried: Carried, words: Words, scene: Scene) -> Iterator[ToldPiece]:
        bears_on = {name: carried.fields[name] for name in self._makes.bears_on}
        ids: dict[str, str] = {}
        for piece in carried.pattern.pieces:
            ids[piece.piece] = name = self._next()
            data = _data(name, bears_on, piece.kind, self._whose(carried, piece))
            data["first_hand"] = piece.first_hand
            data["for"] = piece.speaks_for
            self.data.append(data)
            at = self._at(carried, piece.at)
            words_here = {**words, THIS: scene.people[at]} if at in scene.people else words
            yield ToldPiece(name, piece.phase, piece.part, at, piece.says, words_here)
        first = len(self.data) - len(carried.pattern.pieces)
        for data, piece in zip(self.data[first:], carried.pattern.pieces, strict=True):
            data["independent_of"] = [ids[other] for other in piece.independent_of]

    def _next(self) -> str:
        return f"e{len(self.data) + 1}"

    def _whose(self, carried: Carried, piece: Piece) -> str:
        return (
            self._at(carried, piece.whose) if piece.whose in (*self._makes.refers, *OTHERS) else piece.whose
        )

    def _at(self, carried: Carried, name: str) -> str:
        """The id of whom a word of a pattern means; `case` where it means nobody."""
        if name in OTHERS:
            return carried.others[OTHERS.index(name)]
        held = carried.fields.get(name, "case")
        if isinstance(held, str):
            return held
        return held[0] if held else "case"


def _data(name: str, bears_on: Mapping[str, Any], kind: str, whose: str) -> dict[str, Any]:
    """A piece as `case/1` has it."""
    return {
        "id": name,
        "bears_on": dict(bears_on),
        "kind": kind,
        "whose": whose,
        "first_hand": False,
        "independent_of": [],
        "for": True,
    }
