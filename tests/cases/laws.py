"""What must hold of every case: each law says what breaks it, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from simulator.errors.text import first_acting
from simulator.guidance.nodes import Node
from simulator.model.document import document_of

if TYPE_CHECKING:
    from simulator.cases.reading import Case
    from simulator.rules.engine import Engine
    from simulator.rules.facts import Facts

Blocks = Sequence[tuple[int, Mapping[str, Any]]]
"""Blocks of a narrative, each with the number of its phase."""

WORDS = {"report": (120, 205), "assessment": (150, 560), "outcome": (80, 165)}

GRADES_AND_TERMS = re.compile(
    r"\b(establish(?:ed|es)?|believ(?:e|ed|es|ing)|suspect(?:ed|s)?|alleg(?:e|ed|es|edly)|aggravat\w+|sext\w+)\b",
    re.I,
)
LABELS = re.compile(
    r"\b(offender|perpetrator|victim|promiscuous|naked|nude|explicit|body|photo of|at risk|sexual|porn|no previous)\b",
    re.I,
)
IMAGE_OF = re.compile(
    r"\bimages? (?:of (?!herself|himself|themselves|another child)|showing|depicting)", re.I
)
REAL = re.compile(
    r"\d{5,}|\b[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2}\b|@|https?:|www\.|\.(?:com|org|uk)\b|[{}]|"
    r"\b(?:Derby|Derbyshire|Nottingham|Sheffield|WhatsApp|Snapchat|Instagram|Facebook|TikTok|Kik|iPhone|Google)\b"
)


class Laws:
    """The laws, for the bundled guidance."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        warned = Node(document_of("warning_attributed"), (), "warning_attributed")
        self._warned = engine.condition(warned, "people")

    def broken(self, case: Case) -> Iterator[str]:
        """The name of each law that the case breaks, with where."""
        blocks = [
            (number, block)
            for number, phase in enumerate(case.data["phases"])
            for block in phase["narrative"]
        ]
        yield from self._words(case, blocks)
        yield from self._lengths(case)
        yield from self._evidence(case, blocks)
        for number, (name, facts) in enumerate(case.parts):
            yield from self._stated(case, number, name, facts, blocks)
        if case.data["phases"][-1]["narrative"][0]["states"] != ["investigation"]:
            yield "goes on: the last phase does not begin with what was called for"

    def _words(self, case: Case, blocks: Blocks) -> Iterator[str]:
        names = case.data["names"]
        for _, block in blocks:
            text = block["text"]
            for law in (GRADES_AND_TERMS, LABELS, IMAGE_OF, REAL):
                found = law.search(text)
                if found:
                    yield f"words: '{found[0]}' in: {text}"
            if first_acting(text) is not None or "\n" in text or "  " in re.sub(r"^\d\d\.\d\d  ", "", text):
                yield f"characters: {text!r}"
            for path in block["states"]:
                listed = re.match(r"people\[(\d+)\]", path)
                if listed and names[chr(ord("A") + int(listed[1]))] not in text:
                    yield f"by name: {path} in: {text}"

    def _lengths(self, case: Case) -> Iterator[str]:
        for phase in case.data["phases"]:
            words = sum(len(block["text"].split()) for block in phase["narrative"])
            fewest, most = WORDS[phase["phase"]]
            if not fewest <= words <= most:
                yield f"length: {phase['phase']} has {words} words"

    def _evidence(self, case: Case, blocks: Blocks) -> Iterator[str]:
        told = {name: number for number, block in blocks for name in block["evidence"]}
        for piece in case.data["evidence"]:
            if piece["id"] not in told:
                yield f"evidence: {piece['id']} is told nowhere"
        for number, (phase, facts) in enumerate(case.parts):
            pieces = [piece for piece in case.data["evidence"] if told.get(piece["id"], 9) <= number]
            for matter in _matters(case.data["evidence"]):
                carried = self._engine.grade([piece for piece in pieces if _matter(piece) == matter])
                given = self._given(facts, matter, any(_matter(piece) == matter for piece in pieces))
                if carried != given:
                    yield f"grade: {matter} in {phase} is {given}, and the evidence carries {carried}"
            for factor in facts.data["factors"]:
                if _key(factor) not in _matters(case.data["evidence"]):
                    yield f"grade: {factor} has no evidence"

    def _given(self, facts: Facts, matter: tuple[Any, ...], heard: bool) -> str:
        kind, by, _ = matter
        if kind == "previous_warning":
            return "established" if heard and self._warned(facts, by) else "none"
        return next((factor["grade"] for factor in facts.data["factors"] if _key(factor) == matter), "none")

    def _stated(self, case: Case, number: int, phase: str, facts: Facts, blocks: Blocks) -> Iterator[str]:
        """Every fact that decides something by now was told, and as it is now."""
        told: dict[str, int] = {path: at for at, block in blocks if at <= number for path in block["states"]}
        for path in _deciding(phase, facts):
            if path not in told:
                yield f"stated: {path} is not told by the phase {phase}"
            elif _value(case.parts[told[path]][1].data, path) != _value(facts.data, path):
                yield f"stated: {path} changed by the phase {phase} and was not told again"


def _deciding(phase: str, facts: Facts) -> Iterator[str]:
    """The paths of the facts that decide something in a phase."""
    data = facts.data
    for index, person in enumerate(data["people"]):
        path = f"people[{index}]."
        child = person["age"] < 18
        yield path + "age"
        if child:
            yield path + "home"
        if phase == "report":
            continue
        yield path + "acts"
        if child:
            yield path + "previous"
            yield path + "parents"
            if person["deletion"] != "not_applicable":
                yield path + "deletion"
                yield path + "agrees"
            if phase == "outcome" and _wronged_by_a_child(data, person["id"]):
                yield path + "restorative"
    if phase == "report":
        return
    yield "consensual"
    yield "investigation"
    for index, factor in enumerate(data["factors"]):
        if factor.get("triage", "not_done") != "not_done":
            yield f"factors[{index}].triage"


def _wronged_by_a_child(data: Mapping[str, Any], person: str) -> bool:
    children = [each["id"] for each in data["people"] if each["age"] < 18]
    return any(person in factor["against"] and factor["by"] in children for factor in data["factors"])


def _matters(evidence: Sequence[Mapping[str, Any]]) -> list[tuple[Any, ...]]:
    return list(dict.fromkeys(_matter(piece) for piece in evidence))


def _matter(piece: Mapping[str, Any]) -> tuple[Any, ...]:
    return _key(piece["bears_on"])


def _key(factor: Mapping[str, Any]) -> tuple[Any, ...]:
    return (factor["kind"], factor["by"], tuple(factor["against"]))


def _value(data: Any, path: str) -> Any:
    for step in re.findall(r"\w+", path):
        data = data[int(step)] if step.isdigit() else data[step]
    return data
