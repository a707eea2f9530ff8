"""What PyYAML says of broken YAML, in plain English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.errors.faults import Fault, Place

if TYPE_CHECKING:
    from yaml import Mark

_QUOTES = "text in quotes is never closed", "close it with the same quote mark, or indent its further lines"
_COLON = (
    "a line has no colon where one is needed",
    "write `key: value`, or quote a text that goes over two lines",
)
_INDENT = "this does not stand in line with what is above it", "indent entries of one list or mapping alike"
_TAB = "a tab stands where spaces must", "indent with spaces"
_LIST = "a flow list is broken here", "separate its entries by commas and close it with ]"
_MAP = "a flow mapping is broken here", "separate its entries by commas and close it with }"
_ENTRY = (
    "an entry of a list or mapping in brackets is missing here",
    "write it, or close what is open with its own ] or }",
)
_UNCLOSED = {
    _LIST: ("this list is never closed", "close it with ]"),
    _MAP: ("this mapping is never closed", "close it with }"),
}
_BEGIN = "no value may begin with this character", "put the text in quotes"
_DIRECTIVE = "YAML directives (%) are not read", "take the line out, or put the text in quotes"
_BLOCK = "the head of a block text is broken", "write only `>-`, `>`, `|-` or `|` at the end of the line"
_HERE = "nothing like this may stand here", "check the indentation, the colons and the quotes"
_ANCHOR = "anchors (&) and aliases (*) are not read", "write the value out, or put the text in quotes"
_TAG = "tags (!) are not read", "take the tag out, or put the text in quotes"

_SECOND_COLON = (
    "a second colon stands where none may",
    "put a text with a colon in quotes, and keep a key below 1,024 characters",
)

# Found in `context: problem`, of libyaml's scanner and of the pure Python one; the first that fits says it.
_SAID = (
    ("mapping values are not allowed", _SECOND_COLON),
    ("found unexpected ':'", ("a colon stands where none may", "put a text with a colon in quotes")),
    ("sequence entries are not allowed", _HERE),
    ("mapping keys are not allowed", _HERE),
    ("tab character", _TAB),
    ("directive", _DIRECTIVE),
    ("found incompatible YAML document", _DIRECTIVE),
    ("block scalar", _BLOCK),
    (
        "unknown escape character",
        ("this escape is unknown", "write \\\\ for a backslash, or use single quotes"),
    ),
    ("expected hexdecimal number", ("this escape lacks digits", "write \\u and four of 0-9 and a-f")),
    ("expected escape sequence", ("this escape lacks digits", "write \\u and four of 0-9 and a-f")),
    ("invalid Unicode character escape", ("this escape names no character", "write the character itself")),
    ("chr()", ("this escape names no character", "write the character itself")),
    ("quoted scalar", _QUOTES),
    ("scanning an anchor", _ANCHOR),
    ("scanning an alias", _ANCHOR),
    ("tag", _TAG),
    ("could not find expected ':'", _COLON),
    ("flow node", _ENTRY),
    ("flow sequence", _LIST),
    ("flow mapping", _MAP),
    ("block mapping", _INDENT),
    ("block collection", _INDENT),
    ("document start", ("the document has already ended", "keep everything in one document")),
    ("cannot start any token", _BEGIN),
)


def broken_yaml(error: Exception, name: str, text: str) -> Fault:
    """The fault that a scanner's or parser's exception stands for, at its own place."""
    context, problem = getattr(error, "context", None), getattr(error, "problem", None)
    said = f"{context or ''}: {problem or error}"
    row = next((plain for part, plain in _SAID if part in said), _HERE)
    mark: Mark | None = getattr(error, "problem_mark", None)
    began: Mark | None = getattr(error, "context_mark", None)
    if mark is None:
        return Fault(Place(name), *row, "broken-yaml")
    if row is _QUOTES or (row in (_LIST, _MAP) and mark.line >= len(text.rstrip().split("\n"))):
        mark, row = began or mark, _UNCLOSED.get(row, row)
    place = place_in(text, name, mark.line + 1, mark.column + 1)
    if row is _BEGIN and text.split("\n")[place.line - 1][place.column - 1 : place.column] == "\t":
        row = _TAB
    return Fault(place, *row, "broken-yaml")


def place_in(text: str, name: str, line: int, column: int) -> Place:
    """A place in `text`; its end where the parser names a line after the last."""
    lines = text.count("\n") + 1
    if line > lines:
        return Place(name, lines, len(text) - text.rfind("\n"))
    return Place(name, line, column)
