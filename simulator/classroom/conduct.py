"""What a facilitator can ask of a class; all are frozen and hold plain data only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

Pace = Literal["class", "own"]
"""Together, question by question as the facilitator opens them, or everybody through the case at their own."""

LONGEST_WORDS = 1000
"""Characters that a prompt, a reason or a piece of information may hold."""


@dataclass(frozen=True, slots=True)
class BeginCase:
    """Begin with a `case/1` object; at their own pace learners are told after each phase only where `tell` says so."""

    case: Mapping[str, Any]
    pace: Pace = "class"
    tell: bool = False


@dataclass(frozen=True, slots=True)
class RevealPhase:
    """Let the text of the next phase come to light; no question of it is open yet."""


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """Open a question of a phase that has come to light for a first vote."""

    phase: str
    question: str


@dataclass(frozen=True, slots=True)
class CloseVote:
    """Close the vote on the current question: whoever has not voted has no vote in it."""


@dataclass(frozen=True, slots=True)
class VoteAgain:
    """Open the current question once more; the votes so far stay."""


@dataclass(frozen=True, slots=True)
class ShowVotes:
    """Show everybody how the class has voted on the current question, or hide it; while it is open, vote by vote."""

    shown: bool


@dataclass(frozen=True, slots=True)
class Pause:
    """Pause every screen for a discussion of `prompt`, which may be empty; None goes on."""

    prompt: str | None


@dataclass(frozen=True, slots=True)
class RevealVerdict:
    """Close the current question, and tell everybody what the guidance says of it."""


@dataclass(frozen=True, slots=True)
class Inject:
    """Give everybody a further piece of information, in the facilitator's words."""

    text: str


@dataclass(frozen=True, slots=True)
class Settle:
    """Accept a departure or not, with a reason; said again, it is settled anew."""

    seat: str
    phase: str
    question: str
    subject: str
    accepted: bool
    reason: str


@dataclass(frozen=True, slots=True)
class GoBack:
    """Take back the last step of the conduct: what became of a question, or a phase; votes stay."""


@dataclass(frozen=True, slots=True)
class SkipQuestion:
    """Close a question of the current phase without a verdict; the current one where none is named."""

    question: str | None = None


@dataclass(frozen=True, slots=True)
class EndCase:
    """End the case: everybody is told of their own decisions, and of the whole key."""


@dataclass(frozen=True, slots=True)
class EndClass:
    """End the class; nobody can join it any more."""


Conduct: TypeAlias = (
    BeginCase
    | RevealPhase
    | OpenQuestion
    | CloseVote
    | VoteAgain
    | ShowVotes
    | Pause
    | RevealVerdict
    | Inject
    | Settle
    | GoBack
    | SkipQuestion
    | EndCase
    | EndClass
)
"""What a facilitator does."""
