"""What a scorer is: a name, a sentence, and a function from `scoring/1` to points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True)
class Scorer:
    """One way of turning marked decisions into points; several may stand side by side.

    `score` is given a `scoring/1` object (plain JSON; every decision due, with its verdicts and mark) and
    answers `{"points": float, "possible": float, "detail": {...}}`, where `detail` is any JSON object.
    """

    name: str
    summary: str
    api_version: int
    score: Callable[[dict[str, Any]], dict[str, Any]]
