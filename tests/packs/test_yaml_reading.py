"""Good YAML is read as plain data, with the place of every key and value."""

from __future__ import annotations

import pytest

from simulator.packs import yaml_events
from simulator.packs.reading import read_yaml

GOOD = """\
# a comment
format: example/1   # another
items:
  - id: A
    age: 14
    share: 0.5
    tags: [one, "two", 'it''s']
    none: null
    yes_or_no: true
  - {id: B, below: {zero: -0, less: -12}}
notes: >-
  folded
  text
lines: |
  one
  two
month: 2016-07
version: 1.0.0
time: 10:30am
empty: []
"""

DATA = {
    "format": "example/1",
    "items": [
        {
            "id": "A",
            "age": 14,
            "share": 0.5,
            "tags": ["one", "two", "it's"],
            "none": None,
            "yes_or_no": True,
        },
        {"id": "B", "below": {"zero": 0, "less": -12}},
    ],
    "notes": "folded text",
    "lines": "one\ntwo\n",
    "month": "2016-07",
    "version": "1.0.0",
    "time": "10:30am",
    "empty": [],
}

PLACES = {
    (): ((2, 1), (2, 1)),
    ("format",): ((2, 1), (2, 9)),
    ("items",): ((3, 1), (4, 3)),
    ("items", 0): ((4, 5), (4, 5)),
    ("items", 0, "id"): ((4, 5), (4, 9)),
    ("items", 0, "tags", 1): ((7, 17), (7, 17)),
    ("items", 1, "below"): ((10, 13), (10, 20)),
    ("items", 1, "below", "less"): ((10, 31), (10, 37)),
    ("empty",): ((20, 1), (20, 8)),
}


def test_a_document_is_plain_data() -> None:
    assert read_yaml(GOOD, "good.yaml").data == DATA


def test_the_parser_written_in_python_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_events, "CParser", None)
    assert read_yaml(GOOD, "good.yaml").data == DATA


def test_a_text_too_long_for_the_quick_reading_is_read_the_same() -> None:
    assert read_yaml(GOOD + "# padding\n" * 5_000, "good.yaml").data == DATA


@pytest.mark.parametrize("path", PLACES)
def test_every_key_and_value_has_its_place(path: tuple[str | int, ...]) -> None:
    assert read_yaml(GOOD, "good.yaml").find()[path] == PLACES[path]


def test_positions_are_found_once() -> None:
    document = read_yaml(GOOD, "good.yaml")
    assert document.find() is document.find()


@pytest.mark.parametrize(
    ("source", "data"),
    [
        (b"\xef\xbb\xbfa: 1\r\nb: 2\r\n", {"a": 1, "b": 2}),
        ("---\na: 1\n...\n", {"a": 1}),
        ("just text", "just text"),
        ("- 1\n- [2]", [1, [2]]),
        ('a: "tab\\t, line\\n, \\u00e9"', {"a": "tab\t, line\n, é"}),
        ('"<<": 1', {"<<": 1}),
        ("a: 'NO'", {"a": "NO"}),
        ("naïve: café – ok", {"naïve": "café – ok"}),
        ("a: 9007199254740992", {"a": 9007199254740992}),
        ("{}", {}),
        ("[[[[]]]]", [[[[]]]]),
    ],
)
def test_it_is_read(source: str | bytes, data: object) -> None:
    assert read_yaml(source, "file.yaml").data == data


def test_thirty_two_levels_are_read() -> None:
    assert read_yaml("[" * 32 + "]" * 32, "deep.yaml").data
