"""The JSON Schema of `progress/1`, made from the views that it is printed from, with their docstrings."""

from __future__ import annotations

import ast
import inspect
from dataclasses import fields, is_dataclass
from textwrap import dedent
from types import NoneType
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin, get_type_hints

from simulator.report.of_learner.progress import FORMAT
from simulator.session.record_view import RecordView
from simulator.session.today_view import TodayView

if TYPE_CHECKING:
    from collections.abc import Sequence

PLAIN: dict[Any, str] = {str: "string", int: "integer", float: "number", bool: "boolean"}


def schema() -> dict[str, Any]:
    """The whole schema; every object in it has the fields of its view, and no others."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": FORMAT,
        "description": "What is due today, and what a learner's record shows.",
        **_object({"format": {"const": FORMAT}, "today": _of(TodayView), "record": _of(RecordView)}),
    }


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "required": list(properties),
        "additionalProperties": False,
        "properties": properties,
    }


def _of(hint: Any) -> dict[str, Any]:
    parts = get_args(hint)
    if hint in PLAIN:
        return {"type": PLAIN[hint]}
    if is_dataclass(hint) and isinstance(hint, type):
        return _view(hint)
    if get_origin(hint) is Literal:
        return {"enum": list(parts)}
    if NoneType in parts:
        return _or_null(_of(next(each for each in parts if each is not NoneType)))
    if parts[-1] is Ellipsis:
        return {"type": "array", "items": _of(parts[0])}
    return _pair(parts)


def _view(view: type[Any]) -> dict[str, Any]:
    hints, told = get_type_hints(view), _told(view)
    properties = {each.name: {**_of(hints[each.name]), **told.get(each.name, {})} for each in fields(view)}
    return {"description": _sentence(view.__doc__ or ""), **_object(properties)}


def _or_null(of: dict[str, Any]) -> dict[str, Any]:
    return {**of, "type": [of["type"], "null"]}


def _pair(parts: Sequence[Any]) -> dict[str, Any]:
    return {
        "type": "array",
        "prefixItems": [_of(each) for each in parts],
        "items": False,
        "minItems": len(parts),
    }


def _told(view: type[Any]) -> dict[str, dict[str, str]]:
    """What the docstring below a field says of it, as its description."""
    [body] = ast.parse(dedent(inspect.getsource(view))).body
    assert isinstance(body, ast.ClassDef)
    told = {}
    for field, below in zip(body.body, body.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(below, ast.Expr):
            assert isinstance(field.target, ast.Name)
            told[field.target.id] = {"description": _sentence(ast.literal_eval(below.value))}
    return told


def _sentence(docstring: str) -> str:
    return " ".join(docstring.replace("`", "").split())
