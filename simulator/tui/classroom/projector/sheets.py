"""What a projector shows of a class, stage by stage: never a name, and of the votes only what everybody may see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from simulator.errors.text import clean
from simulator.tui.classroom.folding import NARROWEST, Block, folded
from simulator.tui.classroom.projector.joining import joining_sheet
from simulator.tui.classroom.projector.letters import large_letters
from simulator.tui.classroom.projector.paging import Sheet
from simulator.tui.classroom.verdict import paragraph_blocks, verdict_block
from simulator.tui.classroom.votes import ordinal, vote_blocks, voted_told
from simulator.tui.safety import shown
from simulator.tui.telling.bars import bar
from simulator.tui.telling.pieces import HEADING, MUTED, TITLE

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.geometry import Size

    from simulator.classroom.class_view import RoomView, Stage
    from simulator.classroom.poll_view import PollView, VerdictView
    from simulator.tui.classroom.folding import Lines

MARGIN = 2
READABLE = 100
"""Cells beyond which a line of text is hard to read."""
BROADEST = 140
"""The same with bars beside the text."""
LONGEST = 60
"""Cells of a bar that shows progress."""
RULE = "━"

DISCUSSION = "Discussion"
TALK = "Talk it over with each other. The facilitator goes on."
READING = "Read what has come to light. A question follows."
CLOSED = "The vote is closed."
OWN_PACE = "Everybody goes through the case at their own pace."
ENDED = "The case has ended. Everybody sees how they decided, and what the guidance says."
OVER = "The class is over. Nobody can join it any more."
INFORMATION = "Further information"


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
    votes = [*voted_told(room.poll, broad)]
    return Sheet(head, [Block(votes, []), *vote_blocks(room.poll, broad)], broad, centred=True)


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
    return Sheet(head, _information(room, measure), measure, centred=True)


def _asked(room: RoomView, measure: int) -> Lines:
    """The question, and which vote on it this is."""
    vote = f" – {ordinal(room.round)} vote" if room.round > 1 else ""
    return folded(shown(clean(room.question) + vote, TITLE), measure)


def _voting(room: RoomView, wall: Size) -> Sheet:
    voted = f"{room.committed} of {room.seats} have voted."
    if room.poll is not None:
        return _with_votes(room, room.poll, wall, voted)
    return _progress(room, _asked(room, _readable(wall)), room.asks, "have voted", wall)


def _closed(room: RoomView, wall: Size) -> Sheet:
    voted = f"{CLOSED} {room.committed} of {room.seats} have voted."
    if room.poll is not None:
        return _with_votes(room, room.poll, wall, voted)
    measure = _readable(wall)
    asked = [*_asked(room, measure), Content(""), *folded(shown(room.asks, "bold"), measure)]
    head = [*asked, Content(""), *folded(shown(voted), measure)]
    return Sheet(head, _information(room, measure), measure, centred=True)


def _with_votes(room: RoomView, poll: PollView, wall: Size, voted: str) -> Sheet:
    measure = _broad(wall)
    head = [*_asked(room, measure), *folded(shown(room.asks, "bold"), measure)]
    head += [Content(""), *folded(shown(voted), measure)]
    blocks = vote_blocks(poll, measure)
    if len(poll.rounds) > 1 or not blocks:
        head += voted_told(poll, measure)
    elif poll.rounds[0].number != room.round:
        [earlier] = poll.rounds
        head += folded(shown(f"Below is the {ordinal(earlier.number)} vote: {earlier.voted} voted."), measure)
    return Sheet(head, blocks, measure, centred=not blocks)


def _progress(room: RoomView, title: Lines, words: str, done: str, wall: Size) -> Sheet:
    """How many of all have done what is to be done, in large figures."""
    measure = _readable(wall)
    share = min(room.committed / room.seats, 1.0) if room.seats else 0.0
    figures = large_letters(f"{room.committed}/{room.seats}", measure, wall.height // 3)
    head = [
        *title,
        Content(""),
        *folded(shown(words, "bold"), measure),
        Content(""),
        *(shown(line, "bold $primary") for line in figures),
        Content(""),
        shown(done, "bold"),
        Content(""),
        bar(share, min(measure, LONGEST)),
    ]
    return Sheet(head, _information(room, measure), measure, centred=True)


def _told(room: RoomView, wall: Size) -> Sheet:
    """About each subject the votes and the verdict; then the paragraphs."""
    measure = _broad(wall)
    head = [
        *folded(shown(clean(room.question), TITLE), measure),
        *folded(shown(room.asks, "bold"), measure),
    ]
    verdict, poll = room.verdict, room.poll
    if poll is not None:
        head += [Content(""), *voted_told(poll, measure)]
    return Sheet(head, _verdicts(verdict, poll, measure), measure)


def _verdicts(verdict: VerdictView | None, poll: PollView | None, measure: int) -> list[Block]:
    votes = vote_blocks(poll, measure, key=verdict) if poll is not None else []
    if verdict is None:
        return votes
    readable = min(measure, READABLE)
    subjects = {each.subject: verdict_block(each, readable) for each in verdict.subjects}
    voted = {subject: votes[at] for at, subject in enumerate(_subjects(poll))} if poll else {}
    blocks = [
        _together(voted[subject], told) if subject in voted else told for subject, told in subjects.items()
    ]
    return [*blocks, *paragraph_blocks(verdict, readable)]


def _together(votes: Block, verdict: Block) -> Block:
    """The votes on a subject, and below them the verdict."""
    first, *others = verdict.groups
    return Block(votes.heading, [*votes.groups, [Content(""), *first], *others])


def _subjects(poll: PollView) -> list[str]:
    return list(dict.fromkeys(votes.subject for each in poll.rounds for votes in each.subjects))


def _own_pace(room: RoomView, wall: Size) -> Sheet:
    title = folded(shown(clean(room.title), TITLE), _readable(wall))
    return _progress(room, title, OWN_PACE, "have come to the end", wall)


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


def _information(room: RoomView, measure: int) -> list[Block]:
    if not room.injected:
        return []
    return [Block([shown(INFORMATION, HEADING)], [folded(shown(text), measure) for text in room.injected])]


SHEETS: dict[Stage, Callable[[RoomView, Size], Sheet]] = {
    "reading": _reading,
    "voting": _voting,
    "closed": _closed,
    "told": _told,
    "own": _own_pace,
    "ended": _ended,
    "over": _over,
}
