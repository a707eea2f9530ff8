"""Own words in a frame: headings that are written into a text, and a text that holds nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.session.view import FrameView


def framed(text: str, frame: FrameView) -> str:
    """`text` with every heading of `frame` that it does not hold yet, each with room below it."""
    held = {line.strip() for line in text.splitlines()}
    missing = [heading for heading in _headings(frame) if heading not in held]
    return "\n".join([*([text.rstrip(), ""] if text.strip() else []), *(f"{each}\n" for each in missing)])


def is_framed(text: str, frame: FrameView) -> bool:
    """Whether `text` holds every heading."""
    return set(_headings(frame)) <= {line.strip() for line in text.splitlines()}


def own_words(text: str, frame: FrameView | None) -> str:
    """`text` without space around it; empty where it holds nothing but headings of `frame`."""
    headings = set(_headings(frame)) if frame else set()
    return text.strip() if any(line.strip() not in {*headings, ""} for line in text.splitlines()) else ""


def _headings(frame: FrameView) -> list[str]:
    return [f"{name}: {asks}" for name, asks in frame.steps]
