"""What a reader of HTML or of Markdown makes of a page: its text in one piece, and what else there is."""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING

import html5lib
from markdown_it import MarkdownIt

from simulator.errors.text import clean, clean_block

from .made import Made

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, Protocol
    from xml.etree.ElementTree import Element

    from markdown_it.token import Token

    from simulator.report.decisions import Explanations
    from simulator.session.view import View

    class Page(Protocol):
        """Either of the two."""

        def __call__(self, view: View, explanations: Explanations, own_words: bool) -> str: ...


def made(payload: str) -> tuple[View, Explanations]:
    """A session every text of which is `payload`."""
    one = Made(lambda: payload, lambda: payload)
    return one.view(), one.explanations()


def numbered() -> tuple[View, Explanations]:
    """A session every text of which is a word of its own, by which `filled` knows where it stands."""
    lines, blocks = count(1), count(1)
    one = Made(lambda: f"xL{next(lines)}x", lambda: f"xB{next(blocks)}x")
    return one.view(), one.explanations()


def filled(text: str, payload: str) -> str:
    """The text of the numbered session's page with `payload` in each place, as it is to be shown there."""
    text = re.sub(r"xL\d+x", lambda _: clean(payload), text)
    return re.sub(r"xB\d+x", lambda _: clean_block(payload), text)


def document(page: str, strict: bool = True) -> Element:
    """The document as a browser reads it; strictly, any error in it is raised."""
    parser = html5lib.HTMLParser(strict=strict, namespaceHTMLElements=False)
    read: Element = parser.parse(page)
    return read


def text_of(element: Element) -> str:
    """All text in an element."""
    return "".join(element.itertext())


def shape_of(element: Element) -> list[tuple[Any, Any]]:
    """Every element in it with its attributes, in order."""
    return [(each.tag, sorted(each.attrib.items())) for each in element.iter()]


def tokens_of(page: str) -> list[Token]:
    """The page as CommonMark with GitHub's additions reads it."""
    return MarkdownIt("gfm-like").parse(page)


def inline_of(tokens: list[Token]) -> Iterator[Token]:
    """What stands in the lines of a page."""
    for token in tokens:
        yield from token.children or ()


def told_by(tokens: list[Token]) -> str:
    """The text that a page shows, a line feed after each paragraph."""
    told = []
    for token in tokens:
        if token.type == "inline":
            told += [_shown(each) for each in token.children or ()] + ["\n"]
        elif token.content:
            told.append(f"<{token.type}>{token.content}")
    return "".join(told)


def _shown(token: Token) -> str:
    match token.type:
        case "text" | "code_inline":
            return token.content
        case "hardbreak":
            return "\n"
        case "strong_open" | "strong_close":
            return ""
    return f"<{token.type}>{token.content}"
