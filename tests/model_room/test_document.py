"""Documents: plain data, and where each part of it stands."""

from __future__ import annotations

import pytest

from simulator.errors.faults import Place
from simulator.model.document import Document, document_of
from simulator.packs.reading import read_yaml

TEXT = """\
format: x/1
people:
  - id: A
    acts: [took, kept]
  - {id: B}
"""


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        ((), (1, 1), (1, 1)),
        (("format",), (1, 9), (1, 1)),
        (("people",), (3, 3), (2, 1)),
        (("people", 0), (3, 5), (3, 5)),
        (("people", 0, "acts"), (4, 11), (4, 5)),
        (("people", 0, "acts", 1), (4, 18), (4, 18)),
        (("people", 1, "id"), (5, 10), (5, 6)),
    ],
    ids=str,
)
def test_a_value_and_its_key_have_their_places(
    path: tuple[str | int, ...], value: tuple[int, int], key: tuple[int, int]
) -> None:
    document = read_yaml(TEXT, "a.yaml")
    assert document.place(path) == Place("a.yaml", *value)
    assert document.place(path, of_key=True) == Place("a.yaml", *key)


@pytest.mark.parametrize("path", [("people", 1, "home"), ("people", 1, "home", "of"), ("people", 1)])
def test_what_is_absent_has_the_place_of_its_nearest_parent(path: tuple[str | int, ...]) -> None:
    assert read_yaml(TEXT, "a.yaml").place(path, of_key=True) == Place("a.yaml", 5, 5)


def test_positions_are_found_only_when_somebody_asks() -> None:
    asked: list[int] = []

    def find() -> dict[tuple[str | int, ...], tuple[tuple[int, int], tuple[int, int]]]:
        asked.append(1)
        return {}

    document = Document("a", {"b": 1}, find)
    assert (document.data, asked) == ({"b": 1}, [])
    assert document.place(("b",)) == Place("a", 1, 1)
    assert asked


def test_a_fault_of_a_document_stands_at_its_path() -> None:
    fault = read_yaml(TEXT, "a.yaml").fault(("people", 0, "id"), "wrong", "right", code="odd", of_key=True)
    assert (str(fault), fault.code) == ("a.yaml:3:5: wrong; right", "odd")


def test_a_document_without_a_file_has_one_place() -> None:
    document = document_of({"a": [1, 2]})
    assert str(document.place(("a", 1))) == "<data>:1:1"
    assert document_of([], "made").name == "made"
