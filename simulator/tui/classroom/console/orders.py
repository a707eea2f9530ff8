"""A facilitator's commands as they go over the line, and what is said once they are done."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from simulator.classroom.carried import BEGIN_CASE, carried
from simulator.classroom.conduct import (
    CloseVote,
    EndCase,
    EndClass,
    GoBack,
    Inject,
    OpenQuestion,
    Pause,
    RevealPhase,
    RevealVerdict,
    Settle,
    ShowVotes,
    SkipQuestion,
    VoteAgain,
)

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from simulator.classroom.conduct import Pace


@dataclass(frozen=True, slots=True)
class BeginWritten:
    """Begin with a case of a pack: `which` is the id of a written one, or the seed of one still to be made."""

    pack: str
    which: int | str
    pace: Pace
    tell: bool


Order: TypeAlias = (
    BeginWritten
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
"""What the console has carried out: a case is named, and the hub makes it ready."""


def wired(order: Order) -> Mapping[str, Any]:
    """`order` as `Conducted.command`."""
    if isinstance(order, BeginWritten):
        return {"do": BEGIN_CASE, **asdict(order)}
    return carried(order)


def place_of(order: Order) -> Hashable:
    """Where the words of an order were written; None of one without words."""
    match order:
        case Pause(prompt) if prompt is not None:
            return "prompt"
        case Inject():
            return "information"
    return None


def done(order: Order) -> str:
    """What has been done, in a sentence."""
    match order:
        case BeginWritten():
            return "The case has begun."
        case RevealPhase():
            return "The next phase has come to light; everybody can read it."
        case OpenQuestion():
            return "The question is open; everybody can vote."
        case CloseVote():
            return "The vote is closed."
        case VoteAgain():
            return "The class votes again; the votes so far are kept."
        case ShowVotes(shown):
            return "Everybody sees the votes." if shown else "The votes are hidden."
        case Pause(prompt):
            return "The class goes on." if prompt is None else "Every screen is paused for the discussion."
        case RevealVerdict():
            return "Everybody sees the votes, and what the guidance says."
        case Inject():
            return "Everybody has been given the information."
        case Settle(accepted=accepted):
            return "The departure is accepted." if accepted else "The departure is not accepted."
        case GoBack():
            return "The last step is taken back."
        case SkipQuestion():
            return "The question is skipped."
        case EndCase():
            return "The case has ended; everybody has their own debrief."
        case EndClass():
            return "The class is over."
