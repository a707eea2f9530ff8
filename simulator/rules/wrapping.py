"""Long lines of compiled source, broken where a reader would break them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDTH = 110
STEP = "    "
_STATEMENTS = (("if ", ":"), ("elif ", ":"), ("return ", ""))
_TOKEN = re.compile(r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|\w+|[][(){},]""")
_LOOSEST_FIRST = (("for",), (",",), ("if", "else"), ("or",), ("and",))


class _Mark(NamedTuple):
    """A word or sign of a text that stands in no bracket, or a bracket that does not."""

    text: str
    start: int
    end: int


def wrapped(line: str) -> list[str]:
    """A statement of one line as one line where it is short, and else as several."""
    text = line.lstrip()
    if len(line) <= WIDTH or text.startswith("#"):
        return [line]
    indent = line[: -len(text)]
    before, text, after = _statement(text)
    if len(_cut(text, _outside(text))) > 1:
        text = f"({text})"
    return list(_broken(text, indent, before, after))


def _statement(text: str) -> tuple[str, str, str]:
    """What is before the expression of a statement, the expression, and what is after it."""
    for before, after in _STATEMENTS:
        if text.startswith(before):
            return before, text[len(before) : len(text) - len(after)], after
    if text.endswith(","):
        return "", text[:-1], ","
    name, equals, worth = text.partition(" = ")
    return (f"{name}{equals}", worth, "") if equals else ("", text, "")


def _broken(text: str, indent: str, before: str = "", after: str = "") -> Iterator[str]:
    whole = f"{indent}{before}{text}{after}"
    if len(whole) <= WIDTH:
        yield whole
        return
    outside = _outside(text)
    parts = _cut(text, outside)
    if len(parts) > 1:
        for number, part in enumerate(parts):
            last = number == len(parts) - 1
            yield from _broken(part, indent, "" if number else before, after if last else "")
    elif brackets := [mark for mark in outside if mark.text in "([{)]}"]:
        start, end = brackets[-2].end, brackets[-1].start
        yield f"{indent}{before}{text[:start]}"
        yield from _broken(text[start:end], indent + STEP)
        yield f"{indent}{text[end:]}{after}"
    else:
        yield whole


def _cut(text: str, outside: list[_Mark]) -> list[str]:
    """A text cut at the loosest of the words and signs that join its parts."""
    for joining in _LOOSEST_FIRST:
        cuts = [
            mark.end if mark.text == "," else mark.start
            for mark in outside
            if mark.text in joining and mark.start > 0 and mark.end < len(text)
        ]
        if cuts:
            ends = zip([0, *cuts], [*cuts, len(text)], strict=True)
            return [part for start, end in ends if (part := text[start:end].strip())]
    return [text]


def _outside(text: str) -> list[_Mark]:
    marks: list[_Mark] = []
    depth = 0
    for found in _TOKEN.finditer(text):
        token = found[0]
        depth -= token in ")]}"
        if depth == 0 and token[0] not in "'\"":
            marks.append(_Mark(token, found.start(), found.end()))
        depth += token in "([{"
    return marks
