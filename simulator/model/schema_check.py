"""Checks a document against a JSON Schema and says each fault in plain words, at its place."""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.errors.faults import Fault
    from simulator.model.document import Document

MOST_FAULTS = 100
_MOST_KEPT = 64

_kept: dict[int, tuple[Mapping[str, Any], Any]] = {}


def check(document: Document, schema: Mapping[str, Any]) -> tuple[Fault, ...]:
    """Every fault of `document` under `schema` (draft 2020-12), in the file's order; of more, a hundred.

    The validator is made once for each schema object, which must not change after. A `description` beside
    `pattern`, `not`, `propertyNames` or `contains` is what a fault says would be right.
    """
    validator = _validator(schema)
    if validator.is_valid(document.data):
        return ()
    from simulator.model.schema_faults import faults_of

    found = (
        fault
        for error in validator.iter_errors(document.data)
        for fault in faults_of(error, document, schema)
    )
    return tuple(sorted(set(islice(found, MOST_FAULTS))))


def shown(value: object, longest: int = 40) -> str:
    """A value as a fault shows it: short, on one line."""
    match value:
        case str():
            text = value
        case dict():
            text = "a mapping"
        case list():
            text = "a list"
        case _:
            text = json.dumps(value)
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _validator(schema: Mapping[str, Any]) -> Any:
    kept = _kept.get(id(schema))
    if kept is None:
        from jsonschema_rs import Draft202012Validator

        if len(_kept) >= _MOST_KEPT:
            _kept.clear()
        # The schema is kept beside its validator: while it lives, no other object has its id.
        kept = _kept[id(schema)] = schema, Draft202012Validator(dict(schema))
    return kept[1]
