"""The guidance pack's texts against the two source documents, and its citations against its texts."""

import hashlib
import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

TESTS = Path(__file__).parents[1]
PACK = TESTS.parent / "plugins" / "simulator_guidance_derbyshire_2016"
SOURCES = {
    "IG": TESTS / "sources" / "interim-guidance.txt",
    "PS": TESTS / "sources" / "position.txt",
}
HEADINGS = {
    "IG": (
        "Background",
        "Definition",
        "Law and Recording",
        "Policy Position",
        "Sexting - Investigative Actions, Referrals and Likely Outcome Codes",
        "Prevention and Reassurance Activity",
    ),
    "PS": (
        "1. Background.",
        "Association of Chief Police Officers Position: Criminalisation of children and young people "
        "uploading self-taken indecent images.",
    ),
}
NUMBERS = {"IG": r"^(\d+)\. ", "PS": r"^([12]\.\d+) "}
SIGNATURE = "Gareth Meadows"


def section(name: str) -> list[Any]:
    """Every entry of one list section, from whichever files of the pack hold it."""
    return [entry for data in files() for entry in data.get(name, [])]


def quotes() -> dict[str, str]:
    return {key: text for data in files() for key, text in data.get("quotes", {}).items()}


@cache
def files() -> list[dict[str, Any]]:
    return [yaml.safe_load(path.read_text("utf-8")) for path in sorted(PACK.rglob("*.yaml"))]


def texts() -> dict[str, str]:
    return {entry["paragraph"]: entry["text"] for entry in section("paragraphs")}


def cites(node: object) -> Iterator[str]:
    """Every entry of every `cites` list below a node."""
    if isinstance(node, dict):
        yield from node.get("cites", [])
        for value in node.values():
            yield from cites(value)
    elif isinstance(node, list):
        for value in node:
            yield from cites(value)


def cited() -> set[str]:
    return {cite for data in files() for cite in cites(data)}


def source_paragraphs(document: str) -> dict[str, tuple[str, str]]:
    """Section and text of each numbered paragraph, read from the source alone."""
    body = SOURCES[document].read_text("utf-8").partition(SIGNATURE)[0]
    found = {}
    starts = [(body.index(f"\n{heading}\n"), heading) for heading in HEADINGS[document]]
    for (start, heading), (end, _) in zip(starts, [*starts[1:], (len(body), "")], strict=True):
        part = body[start + 1 + len(heading) : end]
        _, *numbered = re.split(NUMBERS[document], part, flags=re.MULTILINE)
        for number, text in zip(numbered[::2], numbered[1::2], strict=True):
            found[document + number] = (heading, folded(text))
    return found


def folded(text: str) -> str:
    return " ".join(re.sub(r"^ *- ", "", text, flags=re.MULTILINE).replace("*", "").split())


@pytest.mark.parametrize("document", SOURCES)
def test_the_pack_names_the_sha256_of_each_source(document: str) -> None:
    declared = {entry["key"]: entry["sha256"] for entry in section("documents")}
    assert declared[document] == hashlib.sha256(SOURCES[document].read_bytes()).hexdigest()


@pytest.mark.skipif("GUIDANCE_SOURCES" not in os.environ, reason="GUIDANCE_SOURCES names no folder")
@pytest.mark.parametrize("document", SOURCES)
def test_each_source_is_the_document_as_received_byte_for_byte(document: str) -> None:
    received = [path.read_bytes() for path in Path(os.environ["GUIDANCE_SOURCES"]).iterdir()]
    assert SOURCES[document].read_bytes() in received


def test_the_pack_holds_exactly_the_44_paragraphs_of_the_sources_in_order() -> None:
    expected = [
        (document, paragraph, text)
        for document in SOURCES
        for paragraph, (_, text) in source_paragraphs(document).items()
    ]
    assert len(expected) == 44
    assert [(p["document"], p["paragraph"], p["text"]) for p in section("paragraphs")] == expected


@pytest.mark.parametrize("document", SOURCES)
def test_each_paragraph_stands_under_its_own_heading(document: str) -> None:
    expected = {
        paragraph: heading.removeprefix("1. ").removesuffix(".")
        for paragraph, (heading, _) in source_paragraphs(document).items()
    }
    actual = {p["paragraph"]: p["section"] for p in section("paragraphs") if p["document"] == document}
    assert actual == expected


def test_every_quote_is_an_exact_substring_of_its_paragraph() -> None:
    found = quotes()
    assert found
    assert {
        key for key, text in found.items() if not text or text not in texts()[key.partition("/")[0]]
    } == set()


def test_every_paragraph_that_is_quoted_has_a_default_quote() -> None:
    assert {key.partition("/")[0] for key in quotes()} <= quotes().keys()


def test_every_citation_has_its_quote() -> None:
    assert cited() - quotes().keys() == set()


def test_every_paragraph_is_cited_or_background_and_none_is_both() -> None:
    background = {entry["paragraph"] for entry in section("paragraphs") if entry.get("background")}
    used = {cite.partition("/")[0] for cite in cited()}
    assert used & background == set()
    assert used | background == texts().keys()


def test_every_note_is_dated_and_stands_beside_paragraphs_that_exist() -> None:
    for note in section("notes"):
        assert re.fullmatch(r"\d{4}(-\d{2}){0,2}", note["date"]), note["note"]
        assert note["paragraphs"], note["note"]
        assert set(note["paragraphs"]) <= texts().keys(), note["note"]


def test_every_tension_lies_between_paragraphs_and_is_settled_by_rules_that_exist() -> None:
    rules = {rule["rule"] for rule in section("rules")}
    for tension in section("tensions"):
        assert len(tension["paragraphs"]) > 1, tension["tension"]
        assert set(tension["paragraphs"]) <= texts().keys(), tension["tension"]
        assert tension["rules"], tension["tension"]
        assert set(tension["rules"]) - rules == set(), tension["tension"]


@pytest.mark.parametrize(
    ("name", "key"),
    [("paragraphs", "paragraph"), ("notes", "note"), ("tensions", "tension"), ("advice", "advice")],
)
def test_no_name_is_given_twice(name: str, key: str) -> None:
    names = [entry[key] for entry in section(name)]
    assert names
    assert len(set(names)) == len(names)
