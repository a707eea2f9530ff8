"""JSON is read strictly, with every fault at its place."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.errors.faults import Fault, InputFault
from simulator.model.document import Document
from simulator.packs.reading import read_json
from tests.hanging import at_once

from .test_yaml_laws import paths_of

GOOD = json.dumps(
    {
        "id": "two",
        "list": [1, -2.5, None, True, {"deep": [[], {}]}],
        "text": 'é \ud83d\ude00 \n \\ " [',
        "e": "",
    },
    indent=1,
)

HOSTILE: dict[str, tuple[str | bytes, int, int, str]] = {
    "a bomb of brackets": ("[" * 100_000, 1, 33, "too-deep"),
    "a bomb of keys": ('{"a":' * 100_000, 1, 161, "too-deep"),
    "33 levels": ("[" * 33 + "]" * 33, 1, 33, "too-deep"),
    "a key twice": ('{"a": 1,\n "a": 2}', 2, 2, "duplicate-key"),
    "a key twice, deep down": ('[{"b": {"a": 1, "a": 2}}]', 1, 17, "duplicate-key"),
    "a key twice, written differently": ('{"a": 1, "\\u0061": 2}', 1, 10, "duplicate-key"),
    "NaN": ("[1, NaN]", 1, 5, "not-a-number"),
    "minus infinity": ('{"a": -Infinity}', 1, 7, "not-a-number"),
    "infinity by size": ('{"a": 1e999}', 1, 7, "too-large"),
    "a huge number": ("[" + "9" * 10_000 + "]", 1, 2, "too-large"),
    "a number too large": ("[9007199254740993]", 1, 2, "too-large"),
    "an escaped override": ('{"a": "\\u202e"}', 1, 7, "acting-character"),
    "an escaped escape in a key": ('{"\\u001b[2J": 1}', 1, 2, "acting-character"),
    "a raw control": ('{"a": "\x1b"}', 1, 8, "acting-character"),
    "half a character": ('["\\ud83d"]', 1, 2, "half-character"),
    "half a character as a key": ('{"\\ude00": 1}', 1, 2, "half-character"),
    "bytes that are not UTF-8": (b'["\xff"]', 1, 3, "not-utf-8"),
    "two megabytes": ('["' + "x" * (2 << 20) + '"]', 1, 1, "too-long"),
    "20,001 values": ("[" + "0," * 19_999 + "0]", 1, 40_000, "too-many"),
    "20,001 values, then NaN": ("[" + "0," * 25_000 + "NaN]", 1, 40_000, "too-many"),
    "a megabyte of empty lists": ("[" + "[]," * 349_000 + "0]", 1, 59_999, "too-many"),
    "a nought before a number": ("[1, 01]", 1, 5, "broken-json"),
    "a word of Python's": ('{"a": True}', 1, 7, "broken-json"),
    "nothing": ("", 1, 1, "empty"),
    "a comma at the end": ("[1,\n]", 2, 1, "broken-json"),
    "a comma at the end of a mapping": ('{"a": 1,\n}', 2, 1, "broken-json"),
    "no colon": ('{"a" 1}', 1, 6, "broken-json"),
    "no comma": ('{"a": 1 "b": 2}', 1, 9, "broken-json"),
    "two documents": ('{"a": 1}\n{"b": 2}', 2, 1, "broken-json"),
    "single quotes": ("{'a': 1}", 1, 2, "broken-json"),
    "a quote never closed": ('["abc', 1, 2, "broken-json"),
    "a line end in a text": ('["a\nb"]', 1, 4, "broken-json"),
    "an unknown escape": ('["\\q"]', 1, 3, "broken-json"),
    "an escape without digits": ('["\\u12"]', 1, 4, "broken-json"),
    "YAML": ("a: 1", 1, 1, "broken-json"),
    "a closing bracket": ("]", 1, 1, "broken-json"),
    "a bracket that fits no other": ('{"a": [1}', 1, 9, "broken-json"),
}

PIECES = st.sampled_from(
    [*'[]{}:,"\\ \n\t-.019eEux', "NaN", "null", "\\u", "\\ud83d", "\\u0007", '"id": ', "1e999", "é"]
)
EDIT = st.tuples(st.integers(0, len(GOOD)), st.integers(0, 6), st.lists(PIECES, max_size=2))
VISIBLE = st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Cn", "Zl", "Zp", "Co", "Mn", "Lo"]))
NUMBER = st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_refused_at_its_place(name: str) -> None:
    source, line, column, code = HOSTILE[name]
    with at_once(), pytest.raises(InputFault) as caught:
        read_json(source, "file.json")
    first = caught.value.faults[0]
    assert (first.place.line, first.place.column, first.code) == (line, column, code)
    assert str(first).isprintable()


def test_every_fault_of_a_document_is_told_at_once() -> None:
    with pytest.raises(InputFault) as caught:
        read_json('{"a": NaN, "a": "\\u0007", "b": 1e999,\n"c": }', "f")
    assert [(fault.place.line, fault.place.column, fault.code) for fault in caught.value.faults] == [
        (1, 7, "not-a-number"),
        (1, 12, "duplicate-key"),
        (1, 17, "acting-character"),
        (1, 32, "too-large"),
        (2, 6, "broken-json"),
    ]


def test_data_is_what_json_reads() -> None:
    assert read_json(GOOD, "f").data == json.loads(GOOD)


def test_32_levels_and_all_of_a_pair_of_halves_are_read() -> None:
    assert read_json("[" * 32 + '"\\ud83d\\ude00"' + "]" * 32, "f").data


@pytest.mark.parametrize(
    ("path", "places"),
    [
        ((), ((1, 1), (1, 1))),
        (("id",), ((2, 2), (2, 8))),
        (("list", 1), ((5, 3), (5, 3))),
        (("list", 4, "deep"), ((9, 4), (9, 12))),
        (("e",), ((16, 2), (16, 7))),
    ],
)
def test_every_key_and_value_has_its_place(
    path: tuple[str | int, ...], places: tuple[tuple[int, int], tuple[int, int]]
) -> None:
    assert read_json(GOOD, "f").find()[path] == places


def test_20_000_values_are_read_and_placed_in_time() -> None:
    with at_once():
        document = read_json("[" + '{"a": 1},\n' * 9_998 + '{"key": "\\u0061", "b": 2}]', "f")
        assert str(document.place((9_998, "b"))) == "f:9999:24"
        assert [document.place((index,)).line for index in range(9_999)] == list(range(1, 10_000))


@settings(max_examples=500, deadline=None)
@given(st.lists(EDIT, max_size=3))
def test_a_mutation_is_read_as_json_reads_it_or_explained(edits: list[tuple[int, int, list[str]]]) -> None:
    text = GOOD
    for at, length, pieces in edits:
        text = text[:at] + "".join(pieces) + text[at + length :]
    read = document_or_faults(text)
    if isinstance(read, Document):
        assert read.data == json.loads(text)
        assert set(read.find()) == paths_of(read.data)
    else:
        assert all(fault.what != "this is no JSON" for fault in read)


@settings(deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | NUMBER | VISIBLE,
        lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from("abc"), inner),
    ),
    st.booleans(),
)
def test_what_json_writes_is_read_back(data: object, ascii_only: bool) -> None:
    assert read_json(json.dumps(data, ensure_ascii=ascii_only), "f").data == data


def document_or_faults(text: str) -> Document | tuple[Fault, ...]:
    try:
        return read_json(text, "f")
    except InputFault as error:
        return error.faults
