"""A case as lines of text, the key indented below what it belongs to."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from simulator.errors.text import clean_block

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from simulator.authoring.preview.view import CaseView, Passage

WIDTH = 78
INDENT = "    "


def text_lines(case: CaseView, *, key: bool) -> Iterator[str]:
    """The whole case, wrapped; with `key` what an author alone is to see."""
    for number, row in enumerate(case.rows):
        beside = row.key if key else ()
        if (row.text or beside) and number:
            yield ""
        yield from _wrapped(row.text, "")
        yield from _wrapped(_not_said_before(beside, row.text), INDENT)


def _not_said_before(passages: Iterable[Passage], said: tuple[Passage, ...]) -> list[Passage]:
    return [passage for passage in passages if passage not in said]


def _wrapped(passages: Iterable[Passage], indent: str) -> Iterator[str]:
    for passage in passages:
        head = f"{passage.head}: " if passage.head else ""
        for line in clean_block(head + passage.text).expandtabs().split("\n"):
            yield from textwrap.wrap(
                line, WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
            )
        if passage.kind in ("title", "heading"):
            yield ("=" if passage.kind == "title" else "-") * min(len(passage.text), WIDTH)
