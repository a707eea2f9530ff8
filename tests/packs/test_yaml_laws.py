"""Laws of the YAML reading, over mutations of a good file and over random words."""

from __future__ import annotations

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.errors.faults import InputFault
from simulator.packs.reading import read_yaml
from simulator.packs.scalars import AMBIGUOUS, DOUBTFUL, plain_value
from simulator.packs.source_text import checked_text
from simulator.packs.yaml_builder import Builder
from simulator.packs.yaml_events import events_of
from simulator.packs.yaml_quick import UNREAD, quick_data
from simulator.packs.yaml_reading import MOST_BYTES

from .test_yaml_reading import GOOD

MARKS = "[]{}:,-?&*!|>%@`'\"#\\ \n\t~=<.0189eExyN"
SIGNS = ("\n  ", ": ", "- ", "---\n", "...\n", "<<: ", "&a ", "*a", "!!int ")
WORDS = (
    "\\e",
    "\\u202e",
    "\x1b",
    "\u200b",
    "\ufeff",
    "é",
    "NO",
    "null",
    "true",
    "1e3",
    "0x1F",
    "1:20",
    "2016-07-05",
)
PIECES = st.sampled_from([*MARKS, *SIGNS, *WORDS])
EDITS = st.lists(
    st.tuples(st.integers(0, len(GOOD)), st.integers(0, 12), st.lists(PIECES, max_size=3)), max_size=6
)


def mutated(edits: list[tuple[int, int, list[str]]]) -> str:
    text = GOOD
    for at, length, pieces in edits:
        text = text[:at] + "".join(pieces) + text[at + length :]
    return text


@settings(max_examples=400, deadline=None)
@given(EDITS)
def test_what_is_accepted_is_what_a_safe_loader_reads(edits: list[tuple[int, int, list[str]]]) -> None:
    text = mutated(edits)
    try:
        document = read_yaml(text, "file.yaml")
    except InputFault:
        return
    assert document.data == yaml.load(text, yaml.CSafeLoader)
    assert () in document.find()


@settings(max_examples=400, deadline=None)
@given(EDITS)
def test_the_quick_reading_accepts_what_the_explaining_one_does(
    edits: list[tuple[int, int, list[str]]],
) -> None:
    try:
        text = checked_text(mutated(edits), "file.yaml", MOST_BYTES)
    except InputFault:
        return
    try:
        explained = Builder("file.yaml", text).build()
    except InputFault:
        explained = UNREAD
    assert quick_data(events_of(text), escapes="\\" in text) == explained


@settings(max_examples=400, deadline=None)
@given(EDITS)
def test_every_value_has_a_position(edits: list[tuple[int, int, list[str]]]) -> None:
    try:
        document = read_yaml(mutated(edits), "file.yaml")
    except InputFault:
        return
    assert set(document.find()) == paths_of(document.data)


@settings(max_examples=1000, deadline=None)
@given(st.text("0123456789+-._:eExXobnNyYtTfFuUlLrRsSaiI~=<Zz ", max_size=12))
def test_an_unquoted_word_that_is_read_is_read_as_every_loader_does(word: str) -> None:
    resolver = yaml.SafeLoader("")
    value = plain_value(word)
    if value is AMBIGUOUS:
        return
    tag = resolver.resolve(  # type: ignore[no-untyped-call]
        yaml.ScalarNode, word, (True, False)
    )
    kinds = {str: "str", int: "int", float: "float", bool: "bool", type(None): "null"}
    assert tag == f"tag:yaml.org,2002:{kinds[type(value)]}"
    assert value == resolver.construct_object(yaml.ScalarNode(tag, word))


@given(st.text(max_size=12))
def test_a_word_with_an_unsuspicious_beginning_is_text(word: str) -> None:
    if word[:1] not in DOUBTFUL:
        assert plain_value(word) == word


def paths_of(data: object, path: tuple[str | int, ...] = ()) -> set[tuple[str | int, ...]]:
    if isinstance(data, dict):
        return {path}.union(*(paths_of(value, (*path, key)) for key, value in data.items()))
    if isinstance(data, list):
        return {path}.union(*(paths_of(value, (*path, index)) for index, value in enumerate(data)))
    return {path}
