"""Any text as Markdown that shows it as it is: nothing in it is read as a sign of CommonMark or of GitHub's.

Signs are escaped. What a reader would make a link, a mention or a picture of even when it is escaped
(addresses, `@name`, `:name:`) stands in a code span, in which nothing is read.
"""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from simulator.report.quoting import Stretch

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_SIGN = re.compile(
    r"""[&<>]                       # characters by name, and elements
    | [\\`*_\[\]{}\#~|^$]          # anywhere
    | -(?=-) | =(?==)               # dashes and highlights of some dialects
    | (?<=\S)\.(?=[^\W\d_]|\.)      # names of hosts, and ellipses
    """,
    re.VERBOSE,
)
_AT_START = re.compile(r"[-+=:%(@!]|[0-9]+[.)]")
_ACTS = re.compile(
    r"//|www\.|@\S|(?:mailto|xmpp|tel):|:(?:[\w+-]*[a-z_][\w+-]*|100|1234|[+-]1):", re.IGNORECASE
)
_TOKEN = re.compile(r"(\s+)")
_EDGE = re.compile(r"\A\s+|\s+\Z")
_LINE_BREAK = "\\\n"


def markdown(text: str, indent: str = "") -> str:
    """`text`, already clean, as the content of a paragraph; `indent` goes before all its lines but the first."""
    return _joined(map(_line, _lines(text)), indent)


def markdown_stretches(parts: Iterable[Stretch], indent: str = "") -> str:
    """The stretches of a text in one paragraph, the words of what is quoted in bold."""
    text, bold = "", set[int]()
    for part in parts:
        if part.quoted:
            bold.update(range(len(text), len(text) + len(part.text)))
        text += part.text
    lines, at = [], 0
    for line in _lines(text):
        lines.append(_line(line, {place - at for place in bold if at <= place < at + len(line)}))
        at += len(line) + 1
    return _joined(lines, indent)


def _lines(text: str) -> list[str]:
    """The lines of a text; those that are empty at its end belong to the last."""
    body = text.rstrip("\n")
    lines = body.split("\n")
    lines[-1] += text[len(body) :]
    return lines


def _joined(lines: Iterable[str], indent: str) -> str:
    return (_LINE_BREAK + indent).join(lines)


def _line(line: str, bold: Iterable[int] = ()) -> str:
    """One line; whole words that hold a place in `bold` are bold, for inside a word bold is not always read."""
    core = line.strip()
    lead = len(line) - len(line.lstrip())
    words = list(_words(core, {place - lead for place in bold}))
    written = "".join(words)
    before, after = line[:lead], line[lead + len(core) :]
    return f"{_spaces(before)}{written}{_spaces(after)}"


def _words(core: str, bold: set[int]) -> Iterator[str]:
    """The words of a line and the white space between them, `**` around those that are bold."""
    at, inside = 0, False
    tokens = [token for token in _TOKEN.split(core) if token]
    marked = _marked(tokens, bold)
    for number, token in enumerate(tokens):
        if marked[number] != inside:
            inside = not inside
            yield "**"
        yield token if token.isspace() else _word(token, at == 0)
        at += len(token)
    if inside:
        yield "**"


def _marked(tokens: list[str], bold: set[int]) -> list[bool]:
    """Which tokens are bold: words that hold such a place, and the white space between two of them."""
    marked, at = [], 0
    for token in tokens:
        marked.append(not token.isspace() and any(place in bold for place in range(at, at + len(token))))
        at += len(token)
    for number in range(1, len(tokens) - 1):
        if tokens[number].isspace():
            marked[number] = marked[number - 1] and marked[number + 1]
    return marked


def _word(word: str, first: bool) -> str:
    if _ACTS.search(word):
        return _code(word)
    start = _AT_START.match(word) if first else None
    if start is None:
        return _escaped(word)
    head, tail = word[: start.end() - 1], word[start.end() :]
    return f"{head}\\{word[start.end() - 1]}{_escaped(tail)}"


def _escaped(text: str) -> str:
    return _SIGN.sub(lambda found: _ENTITIES.get(found[0], f"\\{found[0]}"), text)


def _code(word: str) -> str:
    """A word in a code span whose fence is of a length that no run of fences in it has."""
    runs = {len(run) for run in re.findall("`+", word)}
    fence = "`" * next(length for length in count(1) if length not in runs)
    room = " " if word.startswith("`") or word.endswith("`") else ""
    return f"{fence}{room}{word}{room}{fence}"


def _spaces(spaces: str) -> str:
    return "".join(f"&#{ord(space)};" for space in spaces)
