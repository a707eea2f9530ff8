"""Passages of a case as they look on a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from simulator.tui.safety import shown
from simulator.tui.telling.pieces import HEADING, MUTED, TITLE, line, lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from simulator.authoring.preview.view import Kind, Passage

STYLES: dict[Kind, str] = {
    "title": TITLE,
    "heading": f"{HEADING} reverse",
    "note": f"italic {MUTED}",
    "text": "",
    "label": HEADING,
    "fault": "$error",
}


def told(passages: Iterable[Passage]) -> Content:
    """Passages below one another."""
    return lines(*map(_told, passages))


def _told(passage: Passage) -> Content:
    if passage.head:
        return line(f"{passage.head}:", passage.text)
    text = f" {passage.text} " if passage.kind == "heading" else passage.text
    return shown(text, STYLES[passage.kind])


def opening(text: str) -> Content:
    """How a text begins that is not shown itself."""
    return shown(text, f"italic {MUTED}") if text else Content()
