"""What a person can ask of a session; every face sends these and nothing else.

All are frozen and hold plain data only, so that `dataclasses.asdict` carries them into JSON.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias, get_args

LONGEST_RATIONALE = 4000
"""Characters that one rationale may hold."""

LONGEST_NOTE = 1000
"""Characters that one note in the case file may hold."""

MOST_NOTED = 1000
"""Passages of one case that may be highlighted or have a note."""

SURENESS = (1, 2, 3)
"""Levels of sureness: below two in three, above two in three, above four in five."""

Mode: TypeAlias = Literal["practice", "assessment", "class"]
"""In practice each phase is told of when it is confirmed; in assessment all of them at the end. In a class its
facilitator turns from question to question, and all is told of at the end."""
MODES: tuple[Mode, ...] = get_args(Mode)


@dataclass(frozen=True, slots=True)
class Begin:
    """Begin with a `case/1` object, as practice or as assessment.

    `purpose` is why this case is played, as plain JSON data, where it was not simply chosen: it is kept, and nothing
    of the session depends on it.
    """

    case: Mapping[str, Any]
    mode: Mode = "practice"
    purpose: Mapping[str, Any] | None = None


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
class Annotate:
    """Highlight a stretch of a passage of the case's text, or write a note to it.

    `passage` is a `BlockView.passage`, `start` and `end` count characters of its text. What was said before about
    the stretch that begins at `start` is replaced; neither highlighted nor noted withdraws it.
    """

    passage: str
    start: int
    end: int
    highlighted: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class Confirm:
    """Commit the current step; with the last of a phase, all its answers are final from then on."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Turn to a step, from 0, in a class; in any mode, with the number of all steps, end with what is answered."""

    step: int


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back the last answer, reason, note or confirmed step of the phase that is not yet confirmed."""


@dataclass(frozen=True, slots=True)
class Redo:
    """Do again what was last undone."""


@dataclass(frozen=True, slots=True)
class Leave:
    """Leave for now; nothing is scored and everything is kept."""


@dataclass(frozen=True, slots=True)
class Skip:
    """Leave for good: nothing is scored, and no result of it is recorded; `Resume` takes it back while it is kept."""


@dataclass(frozen=True, slots=True)
class Resume:
    """Go on with a session that was left or cut off."""


Saying: TypeAlias = Answer | Rationale | Sureness | Cite
"""What is said about one subject of one question."""

Command: TypeAlias = Begin | Saying | Annotate | Confirm | Turn | Undo | Redo | Leave | Skip | Resume
