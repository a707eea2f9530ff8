"""A case of one block, made to try what its text tells."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from simulator.authoring.lint.contradictions import Contradictions
from simulator.authoring.lint.examined import examined
from simulator.authoring.lint.sources import PackSources
from simulator.cases.manifest import read_manifest
from simulator.cases.written import read_written
from simulator.model.document import document_of
from simulator.packs.loading import load_pack
from tests.authoring.packs import workshop

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.authoring.lint.finding import Finding
    from simulator.cases.manifest import Manifest

NAMES = {"A": "Amira", "B": "Leo", "C": "Priya"}
AMIRA: dict[str, Any] = {"id": "A", "age": 14, "home": "city", "acts": ["took_own", "shared_own"]}
LEO: dict[str, Any] = {"id": "B", "age": 15, "home": "county", "acts": ["kept_other"]}
PRIYA: dict[str, Any] = {"id": "C", "age": 13, "home": "county", "acts": ["told_only"]}


@cache
def checker() -> Contradictions:
    """The checks of the installed guidance."""
    return Contradictions(workshop().engine().guidance, PackSources(Path()))


@cache
def manifest() -> Manifest:
    """What the made case's pack says of itself."""
    return read_manifest(load_pack(workshop().found.of_kind("scenario")[0]))


def found_in(text: str, states: Sequence[str] = (), **facts: Any) -> list[Finding]:
    """What is found in a text; `A_age=15` or `consensual=False` is a fact that is otherwise than in the made case."""
    people = [
        {**each, **{name[2:]: value for name, value in facts.items() if name[:2] == f"{each['id']}_"}}
        for each in (AMIRA, LEO, PRIYA)
    ]
    of_case = {name: value for name, value in facts.items() if name[1:2] != "_"}
    case = {
        "format": "written-case/1",
        "case": "made",
        "title": "Made",
        "names": NAMES,
        "facts": {"people": people, "factors": [], "consensual": True, "investigation": "none", **of_case},
        "phases": [{"phase": "assessment", "narrative": [{"text": text, "states": list(states)}]}],
    }
    read = read_written(document_of(case, "made.yaml"), workshop().engine(), manifest())
    return list(checker().of_case(examined(read)))


def contradicted(text: str, states: Sequence[str] = (), **facts: Any) -> list[str]:
    """The facts that a text contradicts, as the messages name them."""
    found = found_in(text, states, **facts)
    return [each.message.partition(" ")[0] for each in found if each.code == "contradicts-fact"]
