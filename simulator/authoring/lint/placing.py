"""Where in a file a word of a text stands, whose lines a block of YAML folds and whose quotes it escapes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


_BLANK = frozenset(" \tntrvf_NLP")
"""What stands after a backslash for something white."""
_DIGITS = {"x": 2, "u": 4, "U": 8}


def place_in(lines: Sequence[str], line: int, column: int, text: str, offset: int) -> tuple[int, int]:
    """Line and column of the character of `text` at `offset`; the text's value begins at `line` and `column`.

    All count from 1. Only what is no white space is counted along, as YAML folds and indents the rest. Where the
    file is otherwise, the value's own place is given.
    """
    wanted = sum(not each.isspace() for each in text[:offset])
    for number, (at, _) in enumerate(_characters(lines, line, column)):
        if number == wanted:
            return at
    return line, column


def _characters(lines: Sequence[str], line: int, column: int) -> Iterator[tuple[tuple[int, int], str]]:
    """The characters of a scalar that are no white space, with line and column, from its first on."""
    if line > len(lines) or column > len(lines[line - 1]):
        return
    opening = lines[line - 1][column - 1]
    if opening in ">|":
        line, column = line + 1, 1
    elif opening in "\"'":
        column += 1
    for number in range(line - 1, len(lines)):
        start = column - 1 if number == line - 1 else 0
        for index, character in _unescaped(lines[number], start, opening):
            if not character.isspace():
                yield (number + 1, index + 1), character


def _unescaped(written: str, start: int, opening: str) -> Iterator[tuple[int, str]]:
    """The characters that a line stands for, each with where in the line it is written."""
    index = start
    while index < len(written):
        if opening == '"' and written[index] == "\\":
            code = written[index + 1 : index + 2]
            yield index, " " if code in _BLANK or not code else code
            index += 2 + _DIGITS.get(code, 0)
        elif opening == "'" and written[index : index + 2] == "''":
            yield index, "'"
            index += 2
        else:
            yield index, written[index]
            index += 1
