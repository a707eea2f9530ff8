"""A made-up guidance for tests: a library's lost property, with readers and their claims."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from simulator.guidance.nodes import Node
from simulator.guidance.reading import read_guidance
from simulator.model.document import document_of
from simulator.packs.reading import read_yaml
from simulator.rules.engine import Engine

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from simulator.guidance.guidance import Guidance
    from simulator.model.document import Document

TEXTS = f"""\
format: guidance-pack/1
pack: {{name: library, version: "1", language: en-GB, title: Library, standing: Made up.}}
documents: [{{key: LP, title: Lost property, date: "2001", sha256: "{"0" * 64}"}}]
paragraphs: [{{paragraph: LP1, document: LP, section: All, text: "Keep what is found. Ask who lost it."}}]
quotes: {{LP1: "Keep what is found.", LP1/ask: "Ask who lost it."}}
"""

WORLD = """\
enumerations:
  cards: {values: [red, blue]}
  marks: {values: [torn, wet, named]}
  sureties: {values: [none, weak, strong], ordered: true}
groups:
  spoilt: [torn, wet]
case_fields:
  open: {type: truth, default: true}
entities:
  readers:
    one: reader
    required: true
    reserved_ids: [case, nobody]
    fields:
      years: {type: whole, from: 0, to: 3, required: true}
      card: {type: choice, of: cards, required: true}
      marks: {type: choices, of: marks, required: true}
      trusted:
        type: truth
        default: [{when: grown, then: true}, {otherwise: false}]
  claims:
    one: claim
    fields:
      surety: {type: choice, of: sureties, only: [weak, strong], required: true}
      by: {type: reference, to: readers, or: [nobody], required: true}
      against: {type: references, to: readers}
      withdrawn: {type: truth, default: false}
    derived:
      standing:
        of: sureties
        rows:
          - {when: {this: withdrawn, equals: true}, then: none}
          - {when: {the: {this: by}, where: small}, then: weak}
          - {when: {this: surety, equals: strong}, then: strong}
          - {otherwise: weak}
derived:
  - add: claims
    for_each: readers
    when: {all: [small, {this: marks, holds: named}]}
    with: {surety: weak, by: this}
    unless_same: [by]
definitions:
  small: {of: readers, when: {this: years, below: 1}, words: "is small"}
  grown: {of: readers, when: {this: years, at_least: 2}, words: "is grown"}
  spoiling: {of: readers, when: {this: marks, holds_any: spoilt}, words: "spoils things"}
  claiming: {of: readers, when: {some: claims, where: {its: by, equals: this}}, words: "claims something"}
  live: {of: claims, when: {this: standing, at_least: weak}, words: "stands"}
  disputed:
    of: case
    when: {some: claims, where: {all: [live, {its: against, empty: false}]}}
    words: "is disputed"
impossible:
  - of: claims
    when: {this: against, holds_own: by}
    at: against
    what: a claim against its own maker
    right: somebody else
groups_of_subjects:
  readers: {each: readers}
  grown_readers: {each: readers, where: grown}
  cards: {values: cards}
"""


class Row(NamedTuple):
    """A rule of the made-up question: its name, its condition or `otherwise`, and the names it yields to."""

    name: str
    when: object
    yields_to: tuple[str, ...] = ()


def cell(verdict: str) -> dict[str, object]:
    """A cell that says something."""
    return {"verdict": verdict, "basis": "stated", "cites": ["LP1"], "why": "So it is said."}


def question(rows: Iterable[Row], subject: str, reads: object = None, **more: object) -> dict[str, object]:
    """The sections of one question, `keep`, asked about `subject` and decided by `rows`."""
    asked = {"question": "keep", "title": "Keep", "asks": "Is it kept?", "subject": subject, **more}
    options = {"options": {"kept": "Yes", "given": "No"}, "reads": reads if reads is not None else {}}
    step = {"step": "found", "title": "Found", "questions": ["keep"]}
    return {
        "phases": [{"phase": "found", "title": "Found", "steps": [step]}],
        "questions": [{**asked, **options}],
        "rules": [
            {
                "rule": f"keep.{row.name}",
                "when": row.when,
                **({"yields_to": [f"keep.{name}" for name in row.yields_to]} if row.yields_to else {}),
                "options": {"kept": cell("expected"), "given": cell("contrary")},
            }
            for row in rows
        ],
    }


def library(rows: Iterable[Row], subject: str = "readers", *, world: str = WORLD, **more: object) -> Guidance:
    """The guidance with one question, read."""
    sections: dict[str, object] = {"format": "guidance-pack/1", **question(rows, subject, **more)}
    return read_guidance([*_documents(world), document_of(sections, "question.yaml")])


@cache
def _documents(world: str) -> Sequence[Document]:
    return [read_yaml(TEXTS, "texts.yaml"), read_yaml(f"format: guidance-pack/1\n{world}", "world.yaml")]


@cache
def plain_engine() -> Engine:
    """An engine of the world whose one rule applies always."""
    return Engine(library([Row("always", "otherwise")]))


def node(tree: object) -> Node:
    """A condition as a part of a document of its own."""
    return Node(document_of(tree), (), tree)


def reader(
    name: str, years: int = 2, card: str = "red", marks: Sequence[str] = ("torn",), **more: Any
) -> Any:
    """A reader of some facts."""
    return {"id": name, "years": years, "card": card, "marks": list(marks), **more}


def claim(by: str, *against: str, surety: str = "strong", **more: Any) -> Any:
    """A claim of some facts."""
    return {"surety": surety, "by": by, **({"against": list(against)} if against else {}), **more}


def without(element: Any, key: str) -> Any:
    """An element that leaves a key out."""
    return {name: value for name, value in element.items() if name != key}


def facts(readers: Sequence[Any], claims: Sequence[Any] = (), **more: Any) -> dict[str, Any]:
    """Facts of the world."""
    data: dict[str, Any] = {"format": "case-facts/1", "id": "monday", "readers": list(readers), **more}
    return {**data, "claims": list(claims)} if claims else data


def example_in(what: str) -> Any:
    """The facts that a fault shows."""
    return json.loads(what.partition("for example at ")[2])
