"""Facts as they are read: defaults filled in, elements named, faults at their places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from simulator.errors.faults import InputFault
from simulator.model.document import document_of
from simulator.packs.reading import read_yaml
from tests.rules.library import claim, facts, plain_engine, reader

if TYPE_CHECKING:
    from simulator.rules.engine import Engine
    from simulator.rules.facts import Facts


def read(data: dict[str, Any]) -> Facts:
    return plain_engine().read_facts(document_of(data))


def told(text: str) -> list[tuple[str, int, int, str]]:
    """Code, line, column and what is wrong of each fault of a facts file."""
    with pytest.raises(InputFault) as caught:
        plain_engine().read_facts(read_yaml(text, "facts.yaml"))
    return [(each.code, each.place.line, each.place.column, each.what) for each in caught.value.faults]


def test_full_facts_have_every_default_in_the_order_of_the_world() -> None:
    data = facts(
        [reader("A", 3), reader("B", 1, trusted=True)], [claim("A", "B"), claim("nobody", withdrawn=True)]
    )
    assert read(data).full == {
        "format": "case-facts/1",
        "id": "monday",
        "readers": [
            {"id": "A", "years": 3, "card": "red", "marks": ["torn"], "trusted": True},
            {"id": "B", "years": 1, "card": "red", "marks": ["torn"], "trusted": True},
        ],
        "claims": [
            {"surety": "strong", "by": "A", "against": ["B"], "withdrawn": False},
            {"surety": "strong", "by": "nobody", "against": [], "withdrawn": True},
        ],
        "open": True,
    }
    assert list(read(data).full) == ["format", "id", "readers", "claims", "open"]
    assert list(read(data).full["readers"][0]) == ["id", "years", "card", "marks", "trusted"]


def test_a_default_that_follows_from_the_element_is_its_own() -> None:
    full = read(facts([reader("A", 2), reader("B", 1)])).full
    assert [one["trusted"] for one in full["readers"]] == [True, False]


def test_an_element_that_follows_is_no_part_of_the_full_facts() -> None:
    found = read(facts([reader("A", 0, marks=["named"])]))
    assert len(found.case.claims) == 1
    assert found.full["claims"] == []


def test_full_facts_are_facts_again_and_stay_as_they_are() -> None:
    full = dict(read(facts([reader("A", 0), reader("B")], [claim("B", "A")], open=False)).full)
    assert read(full).full == full


def test_facts_are_kept_as_they_were_given() -> None:
    data = facts([reader("A")])
    assert read(data).data == facts([reader("A")])
    assert read(data).id == "monday"


def test_full_facts_of_the_bundled_world_have_the_defaults_of_the_model(engine: Engine) -> None:
    data = {
        "format": "case-facts/1",
        "id": "x",
        "people": [
            {"id": "A", "age": 14, "home": "city", "acts": ["shared_own"]},
            {"id": "B", "age": 14, "home": "county", "acts": ["told_only"]},
            {"id": "C", "age": 40, "acts": ["reported"]},
        ],
        "factors": [{"kind": "force", "grade": "suspected", "by": "unknown"}],
    }
    full = engine.read_facts(document_of(data)).full
    keys = ("previous", "agrees", "deletion", "parents", "restorative")
    assert [tuple(person[key] for key in keys) for person in full["people"]] == [
        ("none", True, "pending", "available", "not_asked"),
        ("none", True, "not_applicable", "available", "not_asked"),
        ("none", True, "not_applicable", "available", "not_asked"),
    ]
    assert full["factors"] == [data["factors"][0] | {"against": [], "triage": "not_done"}]  # type: ignore[operator]
    assert (full["consensual"], full["investigation"]) == (True, "none")
    assert "home" not in full["people"][2]


HEAD = "format: case-facts/1\nid: monday\nreaders:\n"
ANN = "  - {id: A, years: 2, card: red, marks: [torn]}\n"
CLAIMS = "claims:\n"
CLAIMED = HEAD + ANN + CLAIMS
BEN = "  - {id: B, years: 1, card: blue, marks: [wet]}\n"


@pytest.mark.parametrize(
    ("text", "code", "line", "column", "said"),
    [
        (HEAD + ANN + ANN, "id-twice", 5, 10, "'A' stands twice"),
        (CLAIMED + "  - {surety: weak, by: Z}\n", "names-nobody", 6, 24, "'Z' in by names nobody"),
        (
            HEAD + ANN + BEN + CLAIMS + "  - {surety: weak, by: A, against: [B, Z]}\n",
            "names-nobody", 7, 40, "'Z' in against names nobody",
        ),
        (
            CLAIMED + "  - {surety: weak, by: A, against: [nobody]}\n",
            "names-nobody", 6, 37, "'nobody' in against names nobody",
        ),
        (
            HEAD + ANN + BEN + CLAIMS + "  - {surety: weak, by: A, against: [B, A]}\n",
            "impossible", 7, 36, "a claim against its own maker",
        ),
        (HEAD + "  - {id: nobody, years: 2, card: red, marks: [torn]}\n", "not-allowed", 4, 10, "nobody"),
        (HEAD + "  - {id: A, years: 4, card: red, marks: [torn]}\n", "out-of-range", 4, 20, "more than 3"),
        (HEAD + "  - {id: A, years: 2, card: red, marks: []}\n", "wrong-size", 4, 41, "too few"),
        (HEAD + "  - {id: A, years: 2, card: red, marks: [torn, torn]}\n", "not-allowed", 4, 41, "twice"),
        (HEAD + "  - {id: A, years: 2, card: red}\n", "missing-key", 4, 5, "`marks` is missing"),
        (CLAIMED + "  - {surety: none, by: A}\n", "not-allowed", 6, 14, "none"),
        (CLAIMED + "  - {surety: weak, by: A, standing: weak}\n", "unknown-key", 6, 27, "standing"),
        (HEAD + ANN + 'open: "yes"\n', "wrong-type", 5, 7, "yes"),
        ("format: case-facts/1\nid: monday\n", "missing-key", 1, 1, "`readers` is missing"),
    ],
    ids=str,
)  # fmt: skip
def test_a_fault_of_facts_is_told_at_its_place(
    text: str, code: str, line: int, column: int, said: str
) -> None:
    [(found_code, found_line, found_column, what)] = told(text)
    assert (found_code, found_line, found_column) == (code, line, column)
    assert said in what


def test_several_faults_of_facts_are_told_at_once_in_the_order_of_the_file() -> None:
    text = HEAD + ANN + ANN + "claims:\n  - {surety: weak, by: Z}\n  - {surety: weak, by: A, against: [X]}\n"
    found = told(text)
    assert [(code, line) for code, line, *_ in found] == [
        ("id-twice", 5),
        ("names-nobody", 7),
        ("names-nobody", 8),
    ]


def test_an_element_is_found_by_its_id_or_its_number() -> None:
    found = read(facts([reader("A"), reader("B")], [claim("A"), claim("nobody")]))
    assert found.element("readers", "B").id == "B"
    assert found.element("claims", "1").by == "nobody"
    assert found.element("case", "case") is found.case
