"""What a projector shows of a class, stage by stage: never a name, and of the votes only what everybody may see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from simulator.errors.text import clean
from simulator.tui.classroom.folding import NARROWEST, Block, folded
from simulator.tui.classroom.projector.asking import asking_sheet, information, options_of
from simulator.tui.classroom.projector.joining import joining_sheet
from simulator.tui.classroom.projector.paging import Sheet, fewest, pages
from simulator.tui.classroom.projector.telling import told_ways, vote_ways
from simulator.tui.classroom.votes import ordinal, voted_told
from simulator.tui.safety import shown
from simulator.tui.telling.pieces import HEADING, MUTED, TITLE

if TYPE_CHECKING:
    from collections.abc import Callable

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
CLOSED = "The vote is closed"
NOT_SHOWN = "No votes are shown, because fewer than five have voted."
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
    """The prompt between two rules, at the top of every page whatever is below it.

    That is the question with the votes, which name the options; where they need a page of their own, or none are
    shown, the options as well.
    """
    measure = _broad(wall)
    rule = shown(RULE * measure, "$accent")
    said = folded(shown(prompt or TALK, "bold"), _readable(wall))
    head = [shown(DISCUSSION, TITLE), rule, *said, rule]
    if not room.question:
        return Sheet(head, [], measure)
    about, options, votes = _discussed(room, measure, wall.height - len(head) - 1)
    if not votes:
        return Sheet(head, [about, *options], measure)
    brief = fewest([Sheet(head, [about, *blocks], measure) for blocks in votes], wall)
    if len(pages(brief, wall)) == 1:
        return brief
    return fewest([*(Sheet(head, [about, *options, *blocks], measure) for blocks in votes), brief], wall)


def _discussed(room: RoomView, measure: int, height: int) -> tuple[Block, list[Block], list[list[Block]]]:
    """The question, its options, and the votes in each way that they can be laid out; none where none are shown."""
    poll = room.poll
    about = [*_question(room, measure), *(_voted(poll, measure) if poll is not None else [])]
    options = options_of(room, min(measure, READABLE), height - len(about) - 1)
    votes = vote_ways(poll, measure) if poll is not None and _any_shown(poll) else []
    return Block(about, []), options, votes


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


def _question(room: RoomView, measure: int) -> Lines:
    """The question, which vote on it this is, and what it asks."""
    vote = f" – {ordinal(room.round)} vote" if room.round > 1 else ""
    asked = folded(shown(clean(room.question) + vote, TITLE), measure)
    return [*asked, *folded(shown(room.asks, "bold"), measure)]


def _any_shown(poll: PollView) -> bool:
    return any(each.subjects for each in poll.rounds)


def _voted(poll: PollView, measure: int) -> Lines:
    """How many have voted, or why no votes are shown."""
    if poll.rounds and not _any_shown(poll):
        return folded(shown(NOT_SHOWN, "bold"), measure)
    return voted_told(poll, measure)


def _under_vote(room: RoomView, wall: Size) -> Sheet:
    """The votes where they are shown; the question with its options where they are not, or are too few."""
    poll, closed = room.poll, room.stage == "closed"
    voted = f"{room.committed} of {room.seats}"
    counted = f"{CLOSED}: {voted} voted." if closed else f"{voted} have voted."
    if poll is not None and _any_shown(poll):
        return _with_votes(room, poll, counted, wall)
    measure = _readable(wall)
    too_few = [Block(_voted(poll, measure), [])] if poll is not None else []
    said = counted if closed else "have voted"
    return asking_sheet(room, _question(room, measure), said, too_few, measure, wall)


def _with_votes(room: RoomView, poll: PollView, counted: str, wall: Size) -> Sheet:
    measure = _broad(wall)
    head = [*_question(room, measure), Content(""), *folded(shown(counted), measure)]
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
        head += [Content(""), *_voted(room.poll, measure)]
    ways = told_ways(room.poll, room.verdict, measure, min(measure, READABLE))
    return fewest([Sheet(head, blocks, measure) for blocks in ways], wall)


def _own_pace(room: RoomView, wall: Size) -> Sheet:
    measure = _readable(wall)
    title = folded(shown(clean(room.title), TITLE), measure)
    head = [*title, *folded(shown(OWN_PACE, "bold"), measure)]
    return asking_sheet(room, head, "have come to the end", [], measure, wall)


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
    "voting": _under_vote,
    "closed": _under_vote,
    "told": _told,
    "own": _own_pace,
    "ended": _ended,
    "over": _over,
}
