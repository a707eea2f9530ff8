"""The decision model's shorthand: `E(s) IG10 IG17` for a cell, and one line a person or factor for facts."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

VERDICTS = {"E": "expected", "A": "acceptable", "D": "departure", "C": "contrary"}
BASES = {"s": "stated", "i": "inferred"}
_CELL = re.compile(r"([EADC])\(([si])\)((?: (?:IG|PS)[0-9.]+)+)")

Facts = dict[str, Any]
"""A `case-facts/1` object."""


class Cell(NamedTuple):
    """The verdict of one option, its basis, and the paragraphs that its explanation must hold."""

    verdict: str
    basis: str
    citations: tuple[str, ...]


def cell(text: str) -> Cell:
    """`C(i) IG13 PS1.8` as a cell."""
    found = _CELL.fullmatch(text.strip())
    if not found:
        raise ValueError(f"no cell: {text!r}")
    verdict, basis, citations = found.groups()
    return Cell(VERDICTS[verdict], BASES[basis], tuple(citations.split()))


def cells(text: str) -> dict[str, Cell]:
    """`pursue: E(s) PS2.4 | not_pursued: C(s) PS2.4` as cells by option; a bare number is an outcome code."""
    found = {}
    for part in text.split(" | "):
        option, written = part.split(": ")
        found[f"code_{option}" if option.isdigit() else option.strip()] = cell(written)
    return found


def facts(
    *people: str, factors: tuple[str, ...] = (), consensual: bool = True, investigation: str = "none"
) -> Facts:
    """Facts from lines like `A took_own age=15 home=county` and `bullying suspected B>A,C triage=negated`.

    Everybody is 14 and lives in the city unless the line says otherwise.
    """
    written: Facts = {"format": "case-facts/1", "id": "example", "people": [_person(line) for line in people]}
    if factors:
        written["factors"] = [_factor(line) for line in factors]
    if not consensual:
        written["consensual"] = False
    if investigation != "none":
        written["investigation"] = investigation
    return written


def _person(line: str) -> dict[str, Any]:
    name, *words = line.split()
    keys = dict(word.split("=") for word in words if "=" in word)
    person: dict[str, Any] = {"id": name, "age": int(keys.pop("age", "14")), "home": keys.pop("home", "city")}
    person["acts"] = [word for word in words if "=" not in word]
    if "agrees" in keys:
        person["agrees"] = keys.pop("agrees") == "true"
    return person | keys


def _factor(line: str) -> dict[str, Any]:
    kind, grade, who, *rest = line.split()
    by, _, against = who.partition(">")
    factor: dict[str, Any] = {"kind": kind, "grade": grade, "by": by}
    if against:
        factor["against"] = against.split(",")
    return factor | dict(word.split("=") for word in rest)
