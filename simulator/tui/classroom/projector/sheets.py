"""What a projector shows of a class, stage by stage: never a name, and of the votes only what everybody may see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from simulator.errors.text import clean
from simulator.tui.classroom.folding import NARROWEST, Block, folded
from simulator.tui.classroom.projector.asking import asking_sheet, information
from simulator.tui.classroom.projector.joining import joining_sheet
from simulator.tui.classroom.projector.paging import Sheet, fewest
from simulator.tui.classroom.projector.telling import told_ways, vote_ways
from simulator.tui.classroom.votes import ordinal, voted_told
from simulator.tui.safety import shown
from simulator.tui.telling.pieces import HEADING, MUTED, TITLE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.geometry import Size

    from simulator.classroom.class_view import RoomView, Stage
    from simulator.classroom.poll_view import PollView
    from simulator.tui.classroom.folding import Lines

MARGIN = 2
READABLE = 100
"""Cells beyond which a line of text is hard to read."""
BROADEST = 140
"""The same with bars beside the text."""
RULE = "━"

DISCUSSION = "Discussion"
TALK = "Talk it over with each other. The facilitator goes on."
READING = "Read what has come to light. A question follows."
CLOSED = "The vote is closed."
OWN_PACE = "Everybody goes through the case at their own pace."
ENDED = "The case has ended. Everybody sees how they decided, and what the guidance says."
OVER = "The class is over. Nobody can join it any more."


def sheet_of(room: RoomView, code: str, address: str, wall: Size) -> Sheet:
    """What is shown of `room` on a wall of so many cells; learners join at `address` with `code`."""
    if room.paused is not None:
        return _discussion(room, room.paused, wall)
    if room.stage == "gathering":
        return joining_sheet(code, address, room.seats, max(wall.width - 2 * MARGIN, NARROWEST), wall.height)
    return SHEETS[room.stage](room, wall)


def _readable(wall: Size) -> int:
    return max(min(wall.width - 2 * MARGIN, READABLE), NARROWEST)


def _broad(wall: Size) -> int:
    return max(min(wall.width - 2 * MARGIN, BROADEST), NARROWEST)


def _discussion(room: RoomView, prompt: str, wall: Size) -> Sheet:
    """The prompt between two rules, as far as there is one; below it the votes where they are shown."""
    measure = min(_readable(wall), 72)
    rule = shown(RULE * measure, "$accent")
    said = folded(shown(prompt or TALK, "bold"), measure)
    head = [shown(DISCUSSION, TITLE), rule, Content(""), *said, Content(""), rule]
    if room.poll is None:
        return Sheet(head, [], measure, centred=True)
    broad = _broad(wall)
    voted = Block(voted_told(room.poll, broad), [])
    ways = vote_ways(room.poll, broad)
    return fewest([Sheet(head, [voted, *blocks], broad, centred=True) for blocks in ways], wall)


def _reading(room: RoomView, wall: Size) -> Sheet:
    measure = _readable(wall)
    head = [
        *folded(shown(clean(room.title), TITLE), measure),
        *folded(shown(clean(room.phase), HEADING), measure),
        Content(""),
        *folded(shown(READING, "bold"), measure),
    ]
    if room.content_note:
        head += [Content(""), *folded(shown(room.content_note, MUTED), measure)]
    return Sheet(head, information(room, measure), measure, centred=True)


def _asked(room: RoomView, measure: int) -> Lines:
    """The question, and which vote on it this is."""
    vote = f" – {ordinal(room.round)} vote" if room.round > 1 else ""
    return folded(shown(clean(room.question) + vote, TITLE), measure)


def _voting(room: RoomView, wall: Size) -> Sheet:
    return _under_vote(room, [], wall)


def _closed(room: RoomView, wall: Size) -> Sheet:
    return _under_vote(room, [CLOSED], wall)


def _under_vote(room: RoomView, said: Sequence[str], wall: Size) -> Sheet:
    """The votes where they are shown; the question with its options where they are not, or are too few."""
    poll = room.poll
    if poll is not None and any(each.subjects for each in poll.rounds):
        voted = " ".join([*said, f"{room.committed} of {room.seats} have voted."])
        return _with_votes(room, poll, voted, wall)
    measure = _readable(wall)
    head = [*_asked(room, measure), *folded(shown(room.asks, "bold"), measure)]
    too_few = [Block(voted_told(poll, measure), [])] if poll is not None else []
    return asking_sheet(room, head, [*said, "have voted"], too_few, measure, wall)


def _with_votes(room: RoomView, poll: PollView, voted: str, wall: Size) -> Sheet:
    measure = _broad(wall)
    head = [*_asked(room, measure), *folded(shown(room.asks, "bold"), measure)]
    head += [Content(""), *folded(shown(voted), measure)]
    if len(poll.rounds) > 1:
        head += voted_told(poll, measure)
    elif poll.rounds[0].number != room.round:
        [earlier] = poll.rounds
        head += folded(shown(f"Below is the {ordinal(earlier.number)} vote: {earlier.voted} voted."), measure)
    below = information(room, min(measure, READABLE))
    return fewest([Sheet(head, [*blocks, *below], measure) for blocks in vote_ways(poll, measure)], wall)


def _told(room: RoomView, wall: Size) -> Sheet:
    """The votes on each subject and the verdict; then the paragraphs."""
    measure = _broad(wall)
    head = [
        *folded(shown(clean(room.question), TITLE), measure),
        *folded(shown(room.asks, "bold"), measure),
    ]
    if room.poll is not None:
        head += [Content(""), *voted_told(room.poll, measure)]
    ways = told_ways(room.poll, room.verdict, measure, min(measure, READABLE))
    return fewest([Sheet(head, blocks, measure) for blocks in ways], wall)


def _own_pace(room: RoomView, wall: Size) -> Sheet:
    measure = _readable(wall)
    title = folded(shown(clean(room.title), TITLE), measure)
    head = [*title, *folded(shown(OWN_PACE, "bold"), measure)]
    return asking_sheet(room, head, ["have come to the end"], [], measure, wall)


def _ended(room: RoomView, wall: Size) -> Sheet:
    measure = _readable(wall)
    head = [
        *folded(shown(clean(room.title), TITLE), measure),
        Content(""),
        *folded(shown(ENDED, "bold"), measure),
    ]
    return Sheet(head, [], measure, centred=True)


def _over(_: RoomView, wall: Size) -> Sheet:
    return said_sheet(OVER, wall)


def said_sheet(sentence: str, wall: Size) -> Sheet:
    """One sentence, where there is nothing else to be shown."""
    measure = _readable(wall)
    return Sheet(folded(shown(sentence, "bold"), measure), [], measure, centred=True)


SHEETS: dict[Stage, Callable[[RoomView, Size], Sheet]] = {
    "reading": _reading,
    "voting": _voting,
    "closed": _closed,
    "told": _told,
    "own": _own_pace,
    "ended": _ended,
    "over": _over,
}
