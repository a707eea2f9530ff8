"""What going back would take back, in a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from simulator.classroom.coursing import as_before, voted_since
from simulator.errors.text import clean

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.classroom.guide import ClassGuide
    from simulator.classroom.poll_view import Standing
    from simulator.classroom.state import Course, Step, Taken

WORDS: Final[Mapping[Taken, str]] = {
    "revealed": "the phase “{}”, which everybody can still read",
    "opened": "opening “{}”",
    "closed": "closing the vote on “{}”",
    "again": "voting again on “{}”",
    "shown": "showing the votes on “{}”",
    "hidden": "hiding the votes on “{}”",
    "told": "telling what the guidance says of “{}”",
    "skipped": "skipping “{}”",
}
STANDS: Final[Mapping[Standing, str]] = {
    "ahead": "still to come",
    "open": "open",
    "closed": "closed",
    "told": "told",
    "skipped": "skipped",
}


def taken_back(guide: ClassGuide, course: Course) -> str | None:
    """The last step that can be taken back; None where there is none."""
    if not course.steps or course.ended:
        return None
    step = course.steps[-1]
    phase, question = step.at
    title = guide.asked(question).title if question else guide.phase_title(phase)
    return WORDS[step.what].format(clean(title)) + _kept(course, step)


def _kept(course: Course, step: Step) -> str:
    """Of a vote that is not undone with its step, because somebody has voted in it: how it will stand."""
    poll = course.poll(step.at)
    if step.what not in {"opened", "again"} or not voted_since(step.at, poll, step):
        return ""
    votes = len(poll.rounds[-1])
    stays = f"its {votes} votes stay" if votes > 1 else "its one vote stays"
    return f": {stays}, and it is {STANDS[as_before(step.at, poll, step).standing]}"
