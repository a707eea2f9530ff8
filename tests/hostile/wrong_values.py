"""Every key of facts, choices and cases, with every sort of value that is wrong there."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .written import Path

    Spoilt = tuple[Path, Any]
    """The path of a key, and the whole with a wrong value there."""

VALUES: dict[str, object] = {
    "null": None,
    "true": True,
    "minus one": -1,
    "a half": 0.5,
    "a huge number": 2**53,
    "a text": "no such thing",
    "an empty text": "",
    "an empty list": [],
    "a list of lists": [[]],
    "a list of null": [None],
    "a list of a text": ["no such thing"],
    "a list of one text twice": ["A", "A"],
    "an empty mapping": {},
    "a mapping": {"a": 1},
}

_TEXT, _TRUE, _LIST, _MAPPING = {"a text"}, {"true"}, {"an empty list"}, {"an empty mapping"}
_EMPTY = {"an empty text"}
_TEXTS = {"an empty list", "a list of a text", "a list of one text twice"}

RIGHT_IN_FACTS = {
    "id": _TEXT,
    "factors": _LIST,
    "factors.0.against": {"an empty list", "a list of one text twice"},
    "people.0.agrees": _TRUE,
    "consensual": _TRUE,
}
RIGHT_IN_CHOICES = {"choices": _LIST, "choices.0.rationale": _TEXT | _EMPTY, "choices.0.cites": _LIST}
RIGHT_IN_CASES = {
    "seed": {"null", "a huge number"},
    "pack.name": _TEXT | _EMPTY,
    "pack.version": _TEXT | _EMPTY,
    "pack.sha256": _EMPTY,
    "title": _TEXT,
    "content_note": _TEXT,
    "names": _MAPPING | {"a mapping"},  # told at the name
    "names.A": _TEXT,
    "names.B": _TEXT,
    "phases.0.narrative": _LIST,
    "phases.0.narrative.0.text": _TEXT,
    "phases.0.narrative.0.states": _LIST,
    "phases.0.narrative.0.evidence": _LIST,
    "phases.0.narrative.0.after": {"null"},
    "phases.0.questions": _LIST,
    "evidence": _LIST,  # told where it is used
    "evidence.0.id": _TEXT,  # told where it is used
    "evidence.0.bears_on.against": {"an empty list", "a list of one text twice"},
    "evidence.0.whose": _TEXT,
    "evidence.0.first_hand": _TRUE,
    "evidence.0.independent_of": _LIST,
    "evidence.0.for": _TRUE,
    "exercises.rules": _LIST,
    "exercises.paragraphs": _LIST,
}
"""Values that are right for a key after all, or told elsewhere."""


def wrong_values(good: Any, right: Mapping[str, set[str]]) -> dict[str, list[Spoilt]]:
    """For each key, by its dotted path, `good` with every value that is wrong there."""
    return {
        name: [
            (path, _with(good, path, value))
            for sort, value in VALUES.items()
            if sort not in right.get(name, ())
        ]
        for path in _paths(good)
        if (name := ".".join(map(str, path)))
    }


def _paths(good: Any, above: Path = ()) -> Iterator[Path]:
    """The keys of a mapping, of the mappings in it, and of the first mapping in each of its lists."""
    for key, value in good.items():
        path = (*above, key)
        yield path
        if isinstance(value, dict):
            yield from _paths(value, path)
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            yield from _paths(value[0], (*path, 0))


def _with(good: Any, path: Path, value: object) -> Any:
    changed = deepcopy(good)
    inner = changed
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    return changed
