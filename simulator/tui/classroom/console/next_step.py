"""The natural next step of a class, so that nobody need know by heart how one is conducted."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import shorten
from typing import TYPE_CHECKING, Literal, TypeAlias

from simulator.classroom.conduct import (
    CloseVote,
    EndCase,
    OpenQuestion,
    Pause,
    RevealPhase,
    RevealVerdict,
    ShowVotes,
    VoteAgain,
)
from simulator.classroom.poll_view import FEWEST
from simulator.errors.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.classroom.class_view import ConsoleView, PlannedPhaseView, PlannedQuestionView, SplitView
    from simulator.tui.classroom.console.known import Known
    from simulator.tui.classroom.console.orders import Order

LONGEST = 60
"""Characters of a prompt that are told."""

How: TypeAlias = Literal["at once", "wait", "discuss", "ask"]
"""It is done at once; the class is waited for, and Enter asks once; a prompt is written first; it is asked once."""


@dataclass(frozen=True, slots=True)
class NextStep:
    """What it is, in words, and what does it."""

    words: str
    how: How
    order: Order

    @property
    def does(self) -> str:
        """What Enter does."""
        if self.how == "wait":
            return "Enter goes on without the rest"
        return "Enter; asks once" if self.how == "ask" else "Enter"


def next_step(known: Known) -> NextStep:
    """What a facilitator would most likely do now, while a case goes on."""
    console = known.console
    if console.room.paused is not None:
        prompt = shorten(clean(console.room.paused), LONGEST, placeholder="…")
        over = f"this is discussed: “{prompt}”" if prompt else "the discussion is over"
        return NextStep(f"go on, once {over}", "at once", Pause(None))
    if console.pace == "own":
        return _own(console)
    if console.current is None or console.room.stage == "told":
        return _further(console)
    if console.room.stage == "voting":
        return _voting(console)
    return _voted(known)


def _voting(console: ConsoleView) -> NextStep:
    votes = f"{console.room.committed} of {console.room.seats} are in"
    if waited_for(console) or not console.room.committed:
        return NextStep(f"wait for the votes, {votes}", "wait", CloseVote())
    return NextStep(f"close the vote, {votes}", "at once", CloseVote())


def _own(console: ConsoleView) -> NextStep:
    room = console.room
    if 0 < room.seats <= room.committed:
        return NextStep("end the case: everybody has come to the end", "ask", EndCase())
    return NextStep(f"wait, {room.committed} of {room.seats} have come to the end", "wait", EndCase())


def waited_for(console: ConsoleView) -> list[str]:
    """The seats that have not voted and still may: somebody sits there who is connected and has not stepped out."""
    there = [each for each in console.people if each.connected and not each.stepped_out]
    return list(dict.fromkeys(each.seat for each in there if not each.voted))


def _voted(known: Known) -> NextStep:
    """After a vote: where opinions differ it is talked about, and voted on again."""
    console = known.console
    split = split_of(console)
    if console.room.round == 1 and split is not None and console.room.committed:
        if known.discussed:
            return NextStep("vote again, after the discussion", "at once", VoteAgain())
        return NextStep(f"discuss: the class splits on {named(split)}", "discuss", Pause(""))
    if not console.shown and console.room.committed >= FEWEST:
        return NextStep("show everybody how the class voted", "at once", ShowVotes(True))
    return NextStep("tell what the guidance says", "ask", RevealVerdict())


def split_of(console: ConsoleView) -> SplitView | None:
    """Where opinions differ most about the current question, if they do."""
    splits = (each for each in console.discuss if (each.phase, each.question) == console.current)
    return max(splits, key=lambda each: each.split, default=None)


def named(split: SplitView) -> str:
    """The decision, and the paragraph behind it."""
    paragraph = f" ({split.paragraph})" if split.paragraph else ""
    return f"“{split.title} – {split.label}”{paragraph}"


def _further(console: ConsoleView) -> NextStep:
    """To the next question, the next phase, or the end."""
    for phase, question in _ahead(console):
        return NextStep(f"open “{question.title}”", "at once", OpenQuestion(phase.phase, question.question))
    for phase in console.phases:
        if not phase.come and phase.questions:
            return NextStep(f"the next phase, “{phase.title}”", "at once", RevealPhase())
    return NextStep("end the case", "ask", EndCase())


def _ahead(console: ConsoleView) -> Iterator[tuple[PlannedPhaseView, PlannedQuestionView]]:
    """Of the phase that came to light last: those before it were passed over."""
    come = [phase for phase in console.phases if phase.come]
    for phase in come[-1:]:
        yield from ((phase, each) for each in phase.questions if each.standing == "ahead")
