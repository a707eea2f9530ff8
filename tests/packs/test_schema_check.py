"""Every fault of a document under a schema, in plain words, at its place."""

from __future__ import annotations

from typing import Any

import pytest

from simulator.model.schema_check import check, shown
from simulator.packs.reading import read_yaml

THING = {
    "type": "object",
    "additionalProperties": False,
    "required": ["id", "age"],
    "properties": {
        "id": {"type": "string", "pattern": "^[A-Z]$", "description": "write one capital letter"},
        "age": {"type": "integer", "minimum": 0, "maximum": 120},
        "home": {"enum": ["city", "county"]},
        "acts": {"type": "array", "uniqueItems": True, "minItems": 1, "maxItems": 3},
    },
}

SCHEMA: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "format": {"const": "things/1"},
        "things": {"type": "array", "items": {"$ref": "#/$defs/thing"}},
        "named": {"type": "object", "propertyNames": {"pattern": "^[a-z]+$"}, "minProperties": 1},
        "text": {"type": "string", "minLength": 2, "maxLength": 4},
        "maybe": {"type": ["integer", "null"]},
        "never": False,
        "when": {"$ref": "#/$defs/when"},
        "share": {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1},
    },
    "$defs": {
        "thing": THING,
        "when": {
            "anyOf": [
                {"type": "string"},
                {
                    "type": "object",
                    "required": ["all"],
                    "additionalProperties": False,
                    "properties": {"all": {"type": "array", "items": {"$ref": "#/$defs/when"}}},
                },
                {
                    "type": "object",
                    "required": ["not"],
                    "additionalProperties": False,
                    "properties": {"not": {"$ref": "#/$defs/when"}},
                },
            ]
        },
    },
}

FORMS = "write a text, a mapping with `all` or a mapping with `not`"

SAID = {
    "format: things/2": "1:9: 'things/2' is not things/1; did you mean 'things/1'?",
    "thing: []": (
        "1:1: unknown key `thing`; "
        "did you mean `things`? the keys here are format, things, named, text, maybe, never, when and share"
    ),
    "things: 3": "1:9: the number 3 stands where a list is needed; write a list",
    "things: [x]": "1:10: the text 'x' stands where a mapping is needed; write a mapping",
    "things:\n  - id: A": "2:5: the key `age` is missing; every entry of `things` has id and age",
    "things: [{id: A, age: 200}]": "1:23: 200 is more than 120; write a number of at most 120",
    "things: [{id: A, age: -1}]": "1:23: -1 is less than 0; write a number of at least 0",
    "things: [{id: A, age: 1.5}]": (
        "1:23: the number 1.5 stands where a whole number is needed; write a whole number"
    ),
    "things: [{id: A, age: '1'}]": (
        "1:23: the text '1' stands where a whole number is needed; write a whole number"
    ),
    "things: [{id: A, age: true}]": "1:23: true stands where a whole number is needed; write a whole number",
    "things: [{id: AA, age: 1}]": "1:15: 'AA' may not stand here; write one capital letter",
    "things: [{id: A, age: 1, home: citty}]": (
        "1:32: 'citty' is not one of city, county; did you mean 'city'?"
    ),
    "things: [{id: A, age: 1, home: moon}]": "1:32: 'moon' is not one of city, county; write one of these",
    "things: [{id: A, age: 1, acts: []}]": "1:32: this list has too few entries; give at least 1",
    "things: [{id: A, age: 1, acts: [x, x]}]": (
        "1:32: an entry stands in this list twice; keep one of the two"
    ),
    "things: [{id: A, age: 1, acts: [x, z, v, w]}]": "1:32: this list has too many entries; give at most 3",
    "named: {A: 1}": "1:9: the key `A` may not stand here; write a text that matches ^[a-z]+$",
    "named: {}": "1:8: this mapping has too few keys; give at least 1",
    "text: a": "1:7: this text is too short; write at least 2 characters",
    "text: abcde": "1:7: this text is too long; write at most 4 characters",
    "maybe: x": (
        "1:8: the text 'x' stands where null or a whole number is needed; write null or a whole number"
    ),
    "never: 1": "1:8: nothing may stand here; take it out",
    "share: 1": "1:8: 1 is not less than 1; write a number below 1",
    "share: 0": "1:8: 0 is not more than 0; write a number above 0",
    "when: {all: [a, {not: 3}]}": f"1:23: the number 3 of this form may not stand here; {FORMS}",
    "when: {al: [a]}": f"1:7: a mapping of this form may not stand here; {FORMS}",
    "when: {all: [a], x: 1}": "1:18: unknown key `x`; the keys here are all",
    "when: {all: x}": "1:13: the text 'x' stands where a list is needed; write a list",
}


def said(source: str) -> list[str]:
    return [str(fault).removeprefix("f:") for fault in check(read_yaml(source, "f"), SCHEMA)]


@pytest.mark.parametrize("source", SAID)
def test_it_is_said_in_plain_words(source: str) -> None:
    assert said(source) == [SAID[source]]


def test_a_good_document_has_no_fault() -> None:
    assert said("format: things/1\nthings: [{id: A, age: 3}]\nwhen: {all: [a, {not: b}]}") == []


def test_all_faults_come_in_the_order_of_the_file() -> None:
    faults = said("things:\n  - {id: A, agee: 3}\n  - {id: 7, age: 3, home: cty}\nx: 1\n")
    assert [fault.partition(": ")[0] for fault in faults] == ["2:5", "2:13", "3:10", "3:27", "4:1"]


def test_a_value_that_acts_is_cleaned_and_a_long_one_cut() -> None:
    faults = check(read_yaml(f'things: [{{id: A, age: 1, home: "{"x" * 500}"}}]', "f"), SCHEMA)
    assert "xxx…'" in str(faults[0])
    assert len(str(faults[0])) < 150


def test_no_more_than_a_hundred_faults_are_told() -> None:
    assert len(said("things: [" + "x, " * 5_000 + "x]")) == 100


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("abc", "abc"),
        ("x" * 99, "x" * 39 + "…"),
        (None, "null"),
        (True, "true"),
        (0.5, "0.5"),
        ([1], "a list"),
        ({}, "a mapping"),
    ],
)
def test_a_value_is_shown_short(value: object, text: str) -> None:
    assert shown(value) == text
