"""Reads what a pack tells: reporters, papers, parts, templates and patterns of evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.cases.pack import (
    CASE,
    EVIDENCE,
    Makes,
    Paper,
    Part,
    Pattern,
    Piece,
    Reporter,
    Telling,
    Template,
)
from simulator.cases.wording_reading import WHOSE
from simulator.guidance.nodes import unknown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from simulator.cases.conditions import Conditions
    from simulator.cases.wording_reading import SentenceReader
    from simulator.errors.faults import Fault
    from simulator.guidance.nodes import Node
    from simulator.rules.engine import Engine


class TextReader:
    """Reads the told part of a pack, by `called` what reporters are called; what is wrong goes to `faults`."""

    def __init__(
        self,
        makes: Makes,
        sentences: SentenceReader,
        called: SentenceReader,
        conditions: Conditions,
        engine: Engine,
        faults: list[Fault],
    ) -> None:
        self._makes = makes
        self._sentences = sentences
        self._called = called
        self._conditions = conditions
        self._engine = engine
        self._faults = faults

    def reporter(self, node: Node, forms: Mapping[str, object]) -> Reporter:
        """Somebody who may come to the police."""
        if node.data["form"] not in forms:
            self._faults.append(unknown(node["form"], "form", forms))
        of = self._conditions.read(node["of"], self._makes.cast)
        return Reporter(
            reporter=node.data["reporter"],
            weight=node.data.get("weight", 1),
            when=self._conditions.read(node.get("when"), CASE),
            of=of or _nobody,
            called=self._called.read(node["called"]),
            themselves=node.data["called"] == f"{{{WHOSE}}}",
            form=node.data["form"],
            voices=tuple(node.data["voices"]),
        )

    def part(self, node: Node) -> Part:
        """A part of a paper."""
        lists = (CASE, self._makes.cast, self._makes.carried)
        if node.data["of"] not in lists:
            self._faults.append(unknown(node["of"], "list of this pack", lists))
        if node.data.get("fill") and EVIDENCE in node.data["topics"]:
            what = "this part only fills a paper up, so its evidence might never be told"
            self._faults.append(node["topics"].fault(what, f"tell '{EVIDENCE}' in another part"))
        return Part(
            part=node.data["part"],
            of=node.data["of"],
            topics=tuple(node.data["topics"]),
            by_paragraph=node.data.get("each") == "paragraph",
            as_plotted=node.data.get("order") == "plot",
            after=node.data.get("after"),
            fill=node.data.get("fill", False),
            news=node.data.get("news", False),
        )

    def paper(self, node: Node, parts: Iterable[str]) -> Paper:
        """What a phase adds to the file."""
        for telling in node["tellings"].items():
            for part in telling["parts"].items():
                if part.data not in parts:
                    self._faults.append(unknown(part, "part", parts))
        return Paper(
            phase=node.data["phase"],
            fewest=node.data["words"][0],
            most=node.data["words"][1],
            tellings=tuple(
                Telling(
                    weight=telling.get("weight", 1),
                    tags=_tags(telling),
                    parts=tuple(telling["parts"]),
                    stamped=telling.get("stamped", False),
                )
                for telling in node.data["tellings"]
            ),
        )

    def templates(
        self, nodes: Iterable[Node], parts: Mapping[str, Part]
    ) -> Mapping[str, tuple[Template, ...]]:
        """Templates by topic."""
        scopes = {topic: part.of for part in parts.values() for topic in part.topics if topic != EVIDENCE}
        read: dict[str, tuple[Template, ...]] = {}
        for node in nodes:
            topic = node.data["topic"]
            if topic not in scopes:
                self._faults.append(unknown(node["topic"], "topic of a part", scopes))
                continue
            read[topic] = (*read.get(topic, ()), self._template(node, scopes[topic]))
        return read

    def pattern(self, node: Node, phases: Sequence[str], parts: Mapping[str, Part]) -> Pattern:
        """Pieces that together carry a grade; at fault where they carry another one by the guidance's standard."""
        pieces = tuple(self._piece(piece, phases, parts) for piece in node["pieces"].items())
        names = [piece.piece for piece in pieces]
        for piece in node["pieces"].items():
            for other in piece.data.get("independent_of", ()):
                if other not in names:
                    self._faults.append(
                        unknown(piece["independent_of"], f"piece of this pattern: {other}", names)
                    )
        grades = tuple(self._grade(pieces, phases[: end + 1]) for end in range(len(phases)))
        at = self._makes.graded_at
        carried = grades[phases.index(at)] if at in phases else node.data["grade"]
        if node.data["grade"] != carried:
            what = f"by the end of {at} these pieces carry the grade '{carried}', not '{node.data['grade']}'"
            self._faults.append(
                node["grade"].fault(what, f"write {carried}, or give other pieces", code="grade")
            )
        return Pattern(
            pattern=node.data["pattern"],
            match=node.data["match"],
            excepts=node.data.get("except", {}),
            needs=node.data.get("needs", {}),
            plots=tuple(node.data.get("plots", ())),
            except_plots=tuple(node.data.get("except_plots", ())),
            others=node.data.get("others", 0),
            pieces=pieces,
            grades=grades,
        )

    def _template(self, node: Node, scope: str) -> Template:
        return Template(
            topic=node.data["topic"],
            tags=_tags(node.data),
            when=self._conditions.read(node.get("when"), scope),
            match=node.data.get("match", {}),
            reporter=node.data.get("reporter"),
            states=tuple(node.data.get("states", ())),
            evidence=node.data.get("evidence"),
            says=self._sentences.all(node["says"]),
            then=self._sentences.all(node.get("then")),
        )

    def _piece(self, node: Node, phases: Sequence[str], parts: Mapping[str, Part]) -> Piece:
        if node.data["phase"] not in phases:
            self._faults.append(unknown(node["phase"], "phase of a paper", phases))
        part = parts.get(node.data["part"])
        if part is None:
            self._faults.append(unknown(node["part"], "part", parts))
        elif part.of == self._makes.cast and "at" not in node:
            right = f"at: one of {', '.join((*self._makes.refers, 'other', 'other2'))}"
            self._faults.append(
                node.fault(f"'{part.part}' is told of each, and this piece is at nobody", right)
            )
        return Piece(
            piece=node.data["piece"],
            phase=node.data["phase"],
            part=node.data["part"],
            at=node.data.get("at", ""),
            kind=node.data["kind"],
            whose=node.data["whose"],
            first_hand=node.data.get("first_hand", False),
            speaks_for=node.data.get("for", True),
            independent_of=tuple(node.data.get("independent_of", ())),
            says=self._sentences.all(node["says"]),
        )

    def _grade(self, pieces: Sequence[Piece], phases: Sequence[str]) -> str:
        told = [
            piece_data(piece, piece.piece, piece.independent_of) for piece in pieces if piece.phase in phases
        ]
        return self._engine.grade(told) if told else self._makes.nothing


def piece_data(piece: Piece, name: str, independent_of: Sequence[str]) -> dict[str, Any]:
    """A piece as the guidance's standard grades it."""
    return {
        "id": name,
        "kind": piece.kind,
        "first_hand": piece.first_hand,
        "independent_of": list(independent_of),
        "for": piece.speaks_for,
    }


def _tags(data: Mapping[str, Any]) -> Mapping[str, tuple[str, ...]]:
    return {name: tuple(allowed) for name, allowed in data.get("with", {}).items()}


def _nobody(*_: object) -> bool:
    return False
