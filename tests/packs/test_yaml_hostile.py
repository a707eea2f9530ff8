"""Hostile and broken YAML is refused with its place, at once, whatever it is."""

from __future__ import annotations

import pytest

from simulator.errors.faults import InputFault
from simulator.packs import yaml_events
from simulator.packs.reading import read_yaml
from tests.hanging import at_once

MERGE_BOMB = "a: &a {x: 1}\n" + "".join(
    f"k{n}: &k{n} {{<<: [*{'a' if n == 0 else f'k{n - 1}'}, *{'a' if n == 0 else f'k{n - 1}'}]}}\n"
    for n in range(20)
)

HOSTILE: dict[str, tuple[str | bytes, int, int, str]] = {
    "a bomb of brackets": ("[" * 25_097, 1, 33, "too-deep"),
    "a bomb of braces": ("{a: " * 10_000, 1, 129, "too-deep"),
    "a bomb of dashes": ("- " * 10_000, 1, 65, "too-deep"),
    "a bomb of nested keys": ("\n".join(" " * n + "a:" for n in range(500)), 33, 33, "too-deep"),
    "a merge-key bomb": (MERGE_BOMB, 1, 4, "anchor"),
    "an alias of itself": ("&a [*a, *a]", 1, 1, "anchor"),
    "an alias of nothing": ("a: *b", 1, 4, "alias"),
    "a merge key": ("<<: {a: 1}", 1, 1, "ambiguous"),
    "a tag": ("a: !!python/object/apply:os.system [ls]", 1, 4, "tag"),
    "a tag of one's own": ("a: !x 1", 1, 4, "tag"),
    "the tag that says nothing": ("a: ! 1", 1, 4, "tag"),
    "a directive": ("%YAML 1.1\n---\na: 1", 1, 1, "directive"),
    "a tag directive": ("%TAG ! tag:x,2000:\n---\na: 1", 1, 1, "directive"),
    "a second document": ("a: 1\n---\nb: 2\n", 2, 1, "second-document"),
    "an escaped escape": ('a: "\\e[31m"', 1, 4, "acting-character"),
    "an escaped control of C1": ('a: "\\x9b31m"', 1, 4, "acting-character"),
    "an escaped override": ('a: "\\u202e"', 1, 4, "acting-character"),
    "an escaped next line": ('a: "\\N"', 1, 4, "acting-character"),
    "an escape in a key": ('"\\a": 1', 1, 1, "acting-character"),
    "a raw NUL": ("a: \0", 1, 4, "acting-character"),
    "a raw escape": ("a: 1\nb: \x1b[2J", 2, 4, "acting-character"),
    "a raw override": ("a: 'x\u202ey'", 1, 6, "acting-character"),
    "a zero-width space": ("a\u200bb: 1", 1, 2, "acting-character"),
    "a byte order mark inside": ("a: \ufeff1", 1, 4, "acting-character"),
    "a lone carriage return": ("a: 1\rb: 2", 1, 5, "acting-character"),
    "half a character": ("a: \ud800", 1, 4, "half-character"),
    "an escaped half character": ('a: "\\ud800"', 1, 7, "broken-yaml"),
    "bytes that are not UTF-8": (b"a: 1\nb: \xff", 2, 4, "not-utf-8"),
    "an overlong slash": (b"\xc0\xaf", 1, 1, "not-utf-8"),
    "UTF-16": ("a: 1".encode("utf-16"), 1, 1, "not-utf-8"),
    "UTF-16 without a mark": ("a: 1".encode("utf-16-le"), 1, 2, "acting-character"),
    "two megabytes": ("a: " + "x" * 2_000_000, 1, 1, "too-long"),
    "a text of 70,000 characters": ("a: 1\nb: " + "x" * 70_000, 2, 4, "too-long"),
    "30,000 values": ("[" + "1, " * 30_000 + "1]", 1, 59_999, "too-many"),
    "a huge number": ("a: " + "9" * 5_000, 1, 4, "ambiguous"),
    "a number too large for JSON": ("a: 9007199254740993", 1, 4, "ambiguous"),
    "a long key": ("k" * 2_000 + ": 1", 1, 2_001, "broken-yaml"),
    "a key that is a list": ("{[a]: b}", 1, 2, "not-text-key"),
    "a key that is a mapping": ("? {a: b}\n: c", 1, 3, "not-text-key"),
    "a key that is an alias": ("a: 1\n*b : 2", 2, 1, "alias"),
    "a key without a value": ("? a", 1, 4, "ambiguous"),
    "a key that is a number": ("1: x", 1, 1, "not-text-key"),
    "a key that is true": ("true: x", 1, 1, "not-text-key"),
    "a key that is null": ("null: x", 1, 1, "not-text-key"),
    "a key that may be false": ("NO: x", 1, 1, "ambiguous"),
    "a key twice": ("a: 1\nb: 2\na: 3\n", 3, 1, "duplicate-key"),
    "a key twice, written differently": ("a: 1\n'a': 2\n", 2, 1, "duplicate-key"),
    "nothing": ("", 1, 1, "empty"),
    "white space": (" \n\t\n", 1, 1, "empty"),
    "a comment alone": ("# nothing\n", 1, 1, "empty"),
    "a tab as indentation": ("a:\n\t- b", 2, 1, "broken-yaml"),
    "a list never closed": ("a: [1, 2\n", 1, 4, "broken-yaml"),
    "a mapping never closed": ("a: {b: 1\n", 1, 4, "broken-yaml"),
    "a quote never closed": ("a: 'x\n", 1, 4, "broken-yaml"),
    "a second colon": ("a: b: c", 1, 5, "broken-yaml"),
    "bad indentation": ("a:\n  - b\n c: d", 3, 2, "broken-yaml"),
    "an unknown escape": ('a: "\\q"', 1, 5, "broken-yaml"),
    "an at sign": ("a: @x", 1, 4, "broken-yaml"),
    "a closing bracket alone": ("]", 1, 1, "broken-yaml"),
    "a broken block head": ("a: |x\n b", 1, 5, "broken-yaml"),
}

AMBIGUOUS = (
    *("NO", "no", "No", "yes", "Y", "n", "on", "OFF", "True", "FALSE", "~", "Null", "NULL", "=", "<<"),
    *("0123", "089", "1:20", "1:20.5", "190:20:30", "1_000", "0x1F", "0o17", "0b11", "1e3", "1.5e+3", "1E3"),
    *(".inf", "-.INF", ".nan", "+5", "-0x1", ".5", "5.", "+.5", "01.5", "1_0.5", "-01"),
    *("2016-07-05", "2016-7-5", "2016-07-05T10:00:00Z", "2016-07-05 10:00:00"),
)


def faults_of(source: str | bytes) -> list[tuple[int, int, str]]:
    with at_once(), pytest.raises(InputFault) as caught:
        read_yaml(source, "file.yaml")
    assert all(str(fault).isprintable() for fault in caught.value.faults)
    return [(fault.place.line, fault.place.column, fault.code) for fault in caught.value.faults]


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_refused_at_its_place(name: str) -> None:
    source, line, column, code = HOSTILE[name]
    assert faults_of(source)[0] == (line, column, code)


@pytest.mark.parametrize("name", HOSTILE)
def test_the_parser_written_in_python_refuses_it_too(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_events, "CParser", None)
    source, line, _, _ = HOSTILE[name]
    assert faults_of(source)[0][0] == line


@pytest.mark.parametrize("word", AMBIGUOUS)
def test_an_ambiguous_word_must_be_quoted(word: str) -> None:
    assert faults_of(f"a: {word}\n") == [(1, 4, "ambiguous")]
    assert read_yaml(f'a: "{word}"\n', "file.yaml").data == {"a": word}


def test_every_fault_of_a_file_is_told_at_once() -> None:
    assert faults_of("a: NO\na: &x 1\nb: !t [*x]\n0: ~\nc: [1") == [
        (1, 4, "ambiguous"),
        (2, 1, "duplicate-key"),
        (2, 4, "anchor"),
        (3, 4, "tag"),
        (3, 8, "alias"),
        (4, 1, "not-text-key"),
        (4, 4, "ambiguous"),
        (5, 4, "broken-yaml"),
    ]


def test_no_more_than_a_hundred_faults_are_told() -> None:
    assert len(faults_of("[" + "NO, " * 5_000 + "NO]")) == 100


def test_a_duplicate_key_names_the_line_of_the_first() -> None:
    with pytest.raises(InputFault, match=r"^f:3:1: the key `a` stands here twice, first in line 1; keep one"):
        read_yaml("a: 1\nb: 2\na: 3\n", "f")


def test_a_fault_shows_no_control_character_of_the_file() -> None:
    with pytest.raises(InputFault) as caught:
        read_yaml('"\\e]52;c;x\\a": 1\n"\\e]52;c;x\\a": 2\n', "f\x1b[2J")
    assert "\x1b" not in str(caught.value)
