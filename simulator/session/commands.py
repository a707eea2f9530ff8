"""What a person can ask of a session; every face sends these and nothing else.

All are frozen and hold plain data only, so that `dataclasses.asdict` carries them into JSON.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST_RATIONALE = 4000
"""Characters that one rationale may hold."""

SURENESS = (1, 2, 3)
"""Levels of sureness: below two in three, above two in three, above four in five."""


@dataclass(frozen=True, slots=True)
class Begin:
    """Begin with a `case/1` object."""

    case: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """Choose options for one subject of one question; an earlier choice is replaced, `()` withdraws it."""

    question: str
    subject: str
    chosen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rationale:
    """Say why, in own words; the empty text withdraws it."""

    question: str
    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class Sureness:
    """Say how sure, as one of `SURENESS`."""

    question: str
    subject: str
    level: int


@dataclass(frozen=True, slots=True)
class Cite:
    """Name the paragraphs relied on; `()` withdraws them."""

    question: str
    subject: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Confirm:
    """Commit the current step; its answers are final from then on."""


@dataclass(frozen=True, slots=True)
class Leave:
    """Leave for now; nothing is scored and everything is kept."""


@dataclass(frozen=True, slots=True)
class Resume:
    """Go on with a session that was left or cut off."""


Command: TypeAlias = Begin | Answer | Rationale | Sureness | Cite | Confirm | Leave | Resume
