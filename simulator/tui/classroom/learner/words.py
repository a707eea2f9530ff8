"""What a learner in a class is told of where it is; `{case.confirm}` and the like stand for the keys of an action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.session.commands import Confirm, Redo, Undo
from simulator.tui.file_pieces import phases_told
from simulator.tui.telling.done import done

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.classroom.class_view import RoomView, SeatView, Stage
    from simulator.classroom.messages import Sign
    from simulator.session.commands import Command
    from simulator.session.view import View

WILL_BEGIN = "The facilitator will begin."
GOES_ON = "The facilitator goes on."
CASE_ENDED = "The case has ended."
OVER = "The class is over."

READ_FIRST = "Read the file; the facilitator opens the first question."
READ_NEXT = "Read on; the facilitator opens the next question."
SEE_VOTES = "{case.results} shows the votes."
SEE_VERDICT = "{case.results} shows what the guidance says."

VOTED = "You have voted; your answers stay as they are until the class votes again."
CLOSED = "The vote is closed; your answers stay as they are until the class votes again."
ANSWERED = "Answered, not yet voted: press {case.confirm} to vote."
DISCUSSED, DISCUSSES = "The class is discussing.", "{case.discussion} goes back to it."
WAITS = "The class is discussing; your answers wait until it goes on."
EVERY_MADE = "Every decision of this question is made: {case.confirm} votes."
GIVEN = "The facilitator has given further information, at the end of the file."

TEAM_VOTED = "Your team has voted meanwhile, so the box was closed."
WENT_ON = "The class has gone on meanwhile, so the box was closed."
CLOSED_MEANWHILE: dict[Stage, str] = {
    "closed": "The vote was closed meanwhile, and the box with it.",
    "told": "The class was told of this question meanwhile, so the box was closed.",
    "own": "Your team has gone on meanwhile, so the box was closed.",
    "ended": "The case has ended meanwhile, so the box was closed.",
    "over": "The class has ended meanwhile, so the box was closed.",
}

HELP_SIGNS: dict[Sign, str] = {
    "need_help": "The facilitator knows that you would like help; nobody else does.",
    "need_no_help": "The facilitator knows that you need no help now.",
}

FIXED = "Your answers to this question are then fixed until the class votes again."
TEAM = "Your team's vote counts once everybody in it has said this; whose line broke is waited for half a minute."


def where(room: RoomView, seat: SeatView) -> list[str]:
    """Where the class is, and what is to be done now, a sentence each."""
    if room.paused is not None:
        return [DISCUSSED, DISCUSSES]
    match room.stage:
        case "reading":
            return [_read(seat.view)]
        case "voting":
            return [*_voting(room, seat), SEE_VOTES]
        case "closed":
            own = "" if seat.voted else "; you did not"
            return [f"The vote is closed: {room.committed} of {room.seats} voted{own}.", SEE_VOTES]
        case "told":
            return ["The class was told of this question.", SEE_VERDICT]
        case "own":
            ended = f"At your own pace: {room.committed} of {room.seats} have come to the end."
            return [ended, *_team(seat), SEE_VOTES]
        case "gathering":
            return [WILL_BEGIN]
        case "ended":
            return [CASE_ENDED, GOES_ON]
        case "over":
            return [OVER]


def _read(view: View | None) -> str:
    committed = any(phase.committed for phase in view.phases) if view is not None else False
    return READ_NEXT if view is not None and (committed or phases_told(view) > 1) else READ_FIRST


def _voting(room: RoomView, seat: SeatView) -> list[str]:
    if seat.voted:
        return [f"You have voted; {room.committed} of {room.seats} have."]
    vote = f"Vote {room.round}: {room.committed} of {room.seats} have voted."
    if has_still_to_vote(room, seat):
        return [ANSWERED, vote, *_team(seat)[:1]]
    return [vote, *(_team(seat) or ["Press {case.confirm} to vote."])]


def has_still_to_vote(room: RoomView, seat: SeatView) -> bool:
    """Whether every decision of the vote that is open is made, and nobody of the seat has voted."""
    step = seat.view.step if seat.view is not None else None
    return (
        room.stage == "voting" and not seat.voted and not seat.agreed and step is not None and step.complete
    )


def _team(seat: SeatView) -> list[str]:
    """How far a team is from agreeing; nothing where somebody sits alone."""
    if seat.people < 2:
        return []
    return [f"{seat.agreed} of {seat.people} of your team agree.", "Press {case.confirm} to agree too."]


def fixed(room: RoomView, seat: SeatView) -> str:
    """Why the answers cannot be changed now; empty where they can be."""
    if room.stage == "own":
        return ""
    return VOTED if seat.voted else "" if room.stage == "voting" else CLOSED


def why_closed(room: RoomView, seat: SeatView) -> str:
    """Why a box in which something was decided has been closed."""
    if room.stage == "voting" and seat.voted:
        return TEAM_VOTED
    return CLOSED_MEANWHILE.get(room.stage, WENT_ON)


def vote_opened(room: RoomView, title: str) -> str:
    """What is said when a question is opened."""
    if room.round > 1:
        return f"Vote {room.round} is open: change what you would now decide differently."
    return f"The facilitator has opened a question: {title}."


def vote_gone(room: RoomView, title: str) -> str:
    """What is said once the question `title` is open no more; the line at the top tells of a vote that was closed."""
    return f"“{title}” is not asked any more." if room.stage == "reading" else ""


def before_vote(seat: SeatView) -> str:
    """What is asked before a vote."""
    return f"{FIXED} {TEAM}" if seat.people > 1 else FIXED


def kept(command: Command | None, view: View, *, own_pace: bool) -> str:
    """What came of a command; of a vote the line at the top tells."""
    match command:
        case Undo():
            return "Undone."
        case Redo():
            return "Done again."
        case Confirm():
            return "Confirmed." if own_pace else ""
        case _:
            return done(command, view, view)


def seat_told(seat: SeatView, room: RoomView) -> Iterator[str]:
    """Who one is, with whom, and in how large a class, a sentence each."""
    yield f"You are {seat.name}."
    if seat.team:
        others = "one person sits" if seat.people == 1 else f"{seat.people} people sit"
        yield f"Your team is {seat.team}: {others} here, and you decide together."
    yield "One seat is taken." if room.seats == 1 else f"{room.seats} seats are taken."


def waiting(room: RoomView, seat: SeatView) -> str:
    """What one waits for before a case and after it."""
    match room.stage:
        case "gathering":
            return WILL_BEGIN
        case "over":
            return OVER
        case "own" if seat.view is not None and seat.view.debrief is not None:
            return f"You have come to the end; {room.committed} of {room.seats} have. {GOES_ON}"
        case "ended":
            return f"{CASE_ENDED} {GOES_ON}"
        case _:
            return GOES_ON
