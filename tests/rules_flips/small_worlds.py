"""Small made-up guidances with everything in which worlds can differ, and facts of theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from hypothesis import strategies as st

from simulator.guidance.reading import read_guidance
from simulator.model.document import document_of
from simulator.packs.reading import read_yaml
from tests.rules.drawn import conditions, some_facts
from tests.rules.library import TEXTS, WORLD, cell

if TYPE_CHECKING:
    from random import Random

    from hypothesis.strategies import DrawFn

    from simulator.guidance.guidance import Guidance

LAST = "    right: somebody else\n"


def _bar(of: str, at: str, when: str) -> str:
    return f"  - {{of: {of}, when: {when}, at: {at}, what: so it is, right: so it is not}}\n"


BARS = (
    "",
    _bar("case", "readers", "{fewer_than: 2, of: readers, where: {its: years, at_least: 1}}"),
    _bar("case", "claims", "{not: {fewer_than: 3, of: claims, where: live}}")
    + _bar("claims", "against", "{some: {this: against}, where: small}"),
    _bar("case", "readers", "{not: {some: readers, where: {all: [grown, {its: card, equals: red}]}}}")
    + _bar("claims", "withdrawn", "{all: [{case: open, equals: false}, {this: withdrawn, equals: true}]}")
    + _bar("readers", "trusted", "{all: [{this: trusted, equals: true}, {this: marks, holds: wet}]}"),
)
"""Further combinations that no facts may have."""
LOOSER = (
    (
        "card: {type: choice, of: cards, required: true}",
        "card: {type: choice, of: cards, required_when: {any: [grown, {this: trusted, equals: true}]}}",
    ),
    ("unless_same: [by]", "unless_same: [by, surety]"),
)
"""Another way to require a field, and to forestall an addition."""
OPTIONS = ("kept", "given", "other")


class Drawn(NamedTuple):
    """What a guidance is made of."""

    bars: str
    looser: bool
    subject: str
    first: Any
    second: Any
    branch: Any
    asked: Any


@st.composite
def guidances(draw: DrawFn) -> Drawn:
    """What guidances are made of, each asking one question."""
    subject = draw(st.sampled_from(("readers", "grown_readers", "case", "cards")))
    this = "readers" if subject == "grown_readers" else subject
    parts = [draw(conditions(this, provable=True, depth=draw(st.integers(0, 2)))) for _ in range(4)]
    asked = parts[3] if draw(st.integers(0, 3)) == 0 else None
    bars, looser = draw(st.sampled_from(BARS)), draw(st.booleans())
    return Drawn(bars, looser, subject, parts[0], parts[1], parts[2], asked)


def guidance_of(drawn: Drawn) -> Guidance:
    """The guidance: its rules expect one option each, the rule for the rest one only in a branch."""
    world = WORLD.replace(LAST, LAST + drawn.bars)
    for before, after in LOOSER if drawn.looser else ():
        world = world.replace(before, after)
    right, wrong = cell("expected"), cell("contrary")
    last = [{"when": drawn.branch, **right}, {"otherwise": True, **wrong}]
    rules: list[dict[str, Any]] = [
        {"rule": "keep.one", "when": drawn.first, "options": _cells(right, wrong, wrong)},
        {
            "rule": "keep.two",
            "when": drawn.second,
            "yields_to": ["keep.one"],
            "options": _cells(wrong, right, wrong),
        },
        {"rule": "keep.rest", "when": "otherwise", "options": _cells(wrong, wrong, last)},
    ]
    asked = {} if drawn.asked is None else {"asked_when": drawn.asked}
    options = {option: option.title() for option in OPTIONS}
    question = {"question": "keep", "title": "Keep", "asks": "Is it kept?", "subject": drawn.subject}
    step = {"step": "found", "title": "Found", "questions": ["keep"]}
    sections = {
        "format": "guidance-pack/1",
        "phases": [{"phase": "found", "title": "Found", "steps": [step]}],
        "questions": [{**question, **asked, "options": options, "reads": {}}],
        "rules": rules,
    }
    documents = [read_yaml(TEXTS, "texts.yaml"), read_yaml(f"format: guidance-pack/1\n{world}", "world.yaml")]
    return read_guidance([*documents, document_of(sections, "question.yaml")])


def _cells(*cells: object) -> dict[str, object]:
    return dict(zip(OPTIONS, cells, strict=True))


def small_facts(random: Random, readers: int, claims: int) -> dict[str, Any]:
    """Facts with at most so many readers and claims; now and then a reader without a card."""
    data = some_facts(random)
    data["readers"] = data["readers"][:readers]
    names = {reader["id"] for reader in data["readers"]}
    kept = [claim for claim in data.get("claims", ()) if claim["by"] in names | {"nobody"}]
    for claim in kept:
        claim["against"] = [name for name in claim.get("against", ()) if name in names]
    if random.random() < 0.3:
        del data["readers"][0]["card"]
    return {**data, "claims": kept[:claims]}
