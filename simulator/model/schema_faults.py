"""What a schema validator's error means, in plain words."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from simulator.model.schema_check import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from jsonschema_rs import ValidationError

    from simulator.errors.faults import Fault
    from simulator.model.document import Document, Path

_MOST_LISTED = 20
_TYPES = {
    "string": "a text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a mapping",
    "null": "null",
}
_BOUNDS = {
    "minimum": ("less than {}", "write a number of at least {}"),
    "maximum": ("more than {}", "write a number of at most {}"),
    "exclusiveMinimum": ("not more than {}", "write a number above {}"),
    "exclusiveMaximum": ("not less than {}", "write a number below {}"),
}
_SIZES = {
    "minLength": ("this text is too short", "write at least {} characters"),
    "maxLength": ("this text is too long", "write at most {} characters"),
    "minItems": ("this list has too few entries", "give at least {}"),
    "maxItems": ("this list has too many entries", "give at most {}"),
    "minProperties": ("this mapping has too few keys", "give at least {}"),
    "maxProperties": ("this mapping has too many keys", "give at most {}"),
}
_PLAIN = {
    "uniqueItems": ("an entry stands in this list twice", "keep one of the two"),
    "falseSchema": ("nothing may stand here", "take it out"),
}
_TELLING = ("type", "required", "const", "enum")


def faults_of(error: ValidationError, document: Document, schema: Mapping[str, Any]) -> Iterator[Fault]:
    """The faults that one error stands for: an error of alternatives those of the nearest alternative."""
    path: Path = tuple(error.instance_path)
    kind: Any = error.kind
    rule = _subschema(schema, error.schema_path[:-1])
    match kind.name:
        case "additionalProperties" | "unevaluatedProperties":
            for key in kind.unexpected:
                remedy = _one_of_keys(key, rule.get("properties", {}))
                what = f"unknown key `{shown(key)}`"
                yield document.fault((*path, key), what, remedy, code="unknown-key", of_key=True)
        case "required":
            remedy = _needed(path, rule.get("required", [kind.property]))
            yield document.fault(path, f"the key `{kind.property}` is missing", remedy, code="missing-key")
        case "anyOf" | "oneOf" if (near := _nearest(kind.context, len(path))) is not None:
            for inner in near:
                yield from faults_of(inner, document, schema)
        case "propertyNames":
            key = kind.error.instance
            what = f"the key `{shown(key)}` may not stand here"
            remedy = _described(rule) or _remedy_for_value(kind.error.kind, key)
            yield document.fault((*path, key), what, remedy, code="bad-key", of_key=True)
        case _:
            what, remedy, code = _said(error, rule)
            yield document.fault(path, what, remedy, code=code)


def _said(error: ValidationError, rule: Mapping[str, Any]) -> tuple[str, str, str]:
    kind: Any = error.kind
    value = error.instance
    match kind.name:
        case "type":
            needed = _listed([_TYPES[name] for name in kind.types], "or")
            return f"{_found(value)} stands where {needed} is needed", f"write {needed}", "wrong-type"
        case "enum" | "const":
            allowed = _allowed(kind)
            return (
                f"{_mentioned(value)} is not {_one_of(allowed)}",
                _remedy_for_value(kind, value),
                "not-allowed",
            )
        case "anyOf" | "oneOf":
            return f"{_found(value)} of this form may not stand here", _forms(rule[kind.name]), "wrong-form"
        case name if name in _BOUNDS:
            what, remedy = _BOUNDS[name]
            return f"{shown(value)} is {what.format(kind.limit)}", remedy.format(kind.limit), "out-of-range"
        case name if name in _SIZES:
            what, remedy = _SIZES[name]
            remedy = remedy.format(kind.limit)
            return what, remedy.removesuffix("s") if kind.limit == 1 else remedy, "wrong-size"
        case name if name in _PLAIN:
            return *_PLAIN[name], "not-allowed"
        case _:
            return (
                f"{_mentioned(value)} may not stand here",
                _described(rule) or _pattern_remedy(kind),
                "not-allowed",
            )


def _nearest(context: Iterable[list[ValidationError]], depth: int) -> list[ValidationError] | None:
    """The errors of the alternative that was meant, where one can be told: no telling error at its top."""

    def telling(errors: list[ValidationError]) -> int:
        return sum(
            error.kind.name in _TELLING
            and len(error.instance_path) <= depth + (error.kind.name in ("const", "enum"))
            for error in errors
        )

    meant = [errors for errors in context if not telling(errors)]
    return min(meant, key=len) if meant else None


def _forms(alternatives: Iterable[object]) -> str:
    """What may stand where no alternative fitted."""
    forms: list[str] = []
    for form in alternatives:
        if not isinstance(form, dict):
            continue
        if "description" in form:
            forms.append(form["description"])
        elif "const" in form or "enum" in form:
            forms.extend(_mentioned(value) for value in form.get("enum", [form.get("const")]))
        elif "required" in form:
            forms.append("a mapping with " + _listed([f"`{key}`" for key in form["required"]], "and"))
        elif isinstance(form.get("type"), str):
            forms.append(_TYPES[form["type"]])
    return f"write {_listed(list(dict.fromkeys(forms)), 'or')}" if forms else "see the format's description"


def _remedy_for_value(kind: Any, value: object) -> str:
    allowed = _allowed(kind)
    if not allowed:
        return _pattern_remedy(kind)
    texts = [text for text in allowed if isinstance(text, str)]
    close = get_close_matches(value[:200], texts, n=1) if isinstance(value, str) else []
    if close:
        return f"did you mean {_mentioned(close[0])}?"
    return f"write {_mentioned(allowed[0])}" if len(allowed) == 1 else "write one of these"


def _one_of_keys(key: str, keys: Mapping[str, object]) -> str:
    close = get_close_matches(key[:200], list(keys), n=1)
    meant = f"did you mean `{close[0]}`? " if close else ""
    return f"{meant}the keys here are {_listed(list(keys), 'and')}" if keys else "take it out"


def _needed(path: Path, required: object) -> str:
    keys = _listed([str(key) for key in required], "and") if isinstance(required, list) else "it"
    names = [step for step in path if isinstance(step, str)]
    if not names:
        return f"every document of this kind has {keys}" if not path else f"every entry has {keys}"
    return (
        f"every entry of `{names[-1]}` has {keys}"
        if isinstance(path[-1], int)
        else f"`{names[-1]}` has {keys}"
    )


def _subschema(schema: Mapping[str, Any], path: Iterable[str | int]) -> Mapping[str, Any]:
    found: Any = schema
    for step in path:
        try:
            found = found[step]
        except (KeyError, IndexError, TypeError):
            return {}
    return found if isinstance(found, dict) else {}


def _described(rule: Mapping[str, Any]) -> str | None:
    description = rule.get("description")
    return description if isinstance(description, str) else None


def _pattern_remedy(kind: Any) -> str:
    pattern = getattr(kind, "pattern", None)
    return f"write a text that matches {pattern}" if pattern else "see the format's description"


def _allowed(kind: Any) -> list[object]:
    return (
        list(kind.options) if kind.name == "enum" else [kind.expected_value] if kind.name == "const" else []
    )


def _one_of(allowed: list[object]) -> str:
    listed = [shown(value) for value in allowed]
    return listed[0] if len(listed) == 1 else f"one of {_listed(listed, '')}"


def _found(value: object) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return shown(value)
        case str():
            return f"the text '{shown(value)}'"
        case int() | float():
            return f"the number {shown(value)}"
        case _:
            return shown(value)


def _mentioned(value: object) -> str:
    return f"'{shown(value)}'" if isinstance(value, str) else shown(value)


def _listed(words: list[str], joint: str) -> str:
    """`a, b and c`; the first twenty of more."""
    if len(words) > _MOST_LISTED:
        words, joint = [*words[:_MOST_LISTED], "…"], ""
    if len(words) < 2 or not joint:
        return ", ".join(words)
    return f"{', '.join(words[:-1])} {joint} {words[-1]}"
