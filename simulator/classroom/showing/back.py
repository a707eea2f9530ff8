"""What going back would take back, in a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from simulator.errors.text import clean

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.classroom.guide import ClassGuide
    from simulator.classroom.state import Course, Step, Taken

WORDS: Final[Mapping[Taken, str]] = {
    "opened": "opening “{}”",
    "closed": "closing the vote on “{}”",
    "again": "voting again on “{}”",
    "shown": "showing the votes on “{}”",
    "hidden": "hiding the votes on “{}”",
    "told": "telling what the guidance says of “{}”",
    "skipped": "skipping “{}”",
}


def taken_back(guide: ClassGuide, course: Course) -> str | None:
    """The last step that can be taken back; None where there is none."""
    if not course.past or course.ended:
        return None
    step = course.past[-1]
    return WORDS[step.what].format(clean(guide.asked(step.at[1]).title)) + _kept(course, step)


def _kept(course: Course, step: Step) -> str:
    """Of a vote that is not undone with its step, because somebody has voted in it."""
    votes = len(course.poll(step.at).rounds[-1]) if step.what in {"opened", "again"} else 0
    if not votes:
        return ""
    return (
        f": its {votes} votes stay, and it is closed"
        if votes > 1
        else ": its one vote stays, and it is closed"
    )
