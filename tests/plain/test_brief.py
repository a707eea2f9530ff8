"""A debrief that is heard in one go says nothing twice; what it leaves out is told to who asks."""

from __future__ import annotations

import io
from dataclasses import replace

from simulator.plain.debrief import tell_debrief, tell_decision, tell_feedback
from simulator.plain.lines import Lines
from simulator.plain.numbered import numbered
from simulator.session.debrief_view import (
    DebriefPhaseView,
    DebriefQuestionView,
    DebriefView,
    DecisionView,
    RulingView,
)
from simulator.session.summary_view import SummaryView, WelfareView
from simulator.session.texts_view import BlockView

SAFE = RulingView(
    "safe", "In the safe", "expected", "called for", "stated", "stated in words", "It shines.", False
)
SHELF = replace(
    SAFE, option="shelf", label="On a shelf", verdict="contrary", verdict_label="contrary", why="It may go."
)
ATTIC = replace(SHELF, option="attic", label="In the attic")
RIGHT = DecisionView(
    "R", "Ring", "right", (SAFE,), (SAFE,), (), (), None, None, (), (), "", None, (), others=(SHELF, ATTIC)
)
WRONG = replace(
    RIGHT,
    subject="B",
    label="Book",
    mark="mistake",
    chosen=(SHELF,),
    others=(ATTIC,),
    led_to=("Closing (Book)",),
    consequences=("It would have been looked for.",),
)
ALIKE = replace(WRONG, subject="U", label="Umbrella")
PHASE = DebriefPhaseView(
    "kept", "The keeping", (DebriefQuestionView("keep", "Keeping", False, (RIGHT, WRONG, ALIKE)),)
)
DEBRIEF = DebriefView(
    (PHASE,),
    (),
    (),
    (BlockView("Everything went home."),),
    ("Who lost it?",),
    SummaryView(well=("Keeping (Ring)",), welfare=(WelfareView("Ring", (("It was locked up.", True),)),)),
)


def heard(*, whole: bool = False) -> str:
    stdout = io.StringIO()
    tell_debrief(DEBRIEF, Lines(io.StringIO(), stdout), whole=whole)
    return stdout.getvalue()


def test_why_not_is_told_of_mistakes_at_once_and_of_right_decisions_to_who_asks() -> None:
    assert "Why not On a shelf" not in heard()
    assert heard().count("  Why not In the attic: It may go.\n") == 1
    assert "  Why not On a shelf or In the attic: It may go.\n" in heard(whole=True)


def test_what_was_said_of_another_decision_is_not_said_again() -> None:
    assert "3. Keeping. Umbrella: [x] A mistake.\n  The same is to be said as of number 2.\n" in heard()
    assert heard(whole=True).count("It would have been looked for.") == 2


def test_a_number_tells_a_decision_whole() -> None:
    stdout = io.StringIO()
    tell_decision(numbered(DEBRIEF)[2], Lines(io.StringIO(), stdout))
    assert "It would have been looked for." in stdout.getvalue()


def test_what_a_mistake_led_to_is_told() -> None:
    assert "  From this followed later: Closing (Book). That costs nothing more.\n" in heard()


def test_prompts_then_the_ending_and_last_the_welfare_are_told() -> None:
    assert heard().endswith(
        "To discuss:\n1. Who lost it?\n\nHow the case ended.\nEverything went home.\n\n"
        "What was done for the welfare of each:\nRing.\nIt was locked up. You saw to this.\n"
    )


def test_without_scores_no_points_are_told() -> None:
    assert "Points" not in heard()


def test_feedback_on_phases_that_were_told_says_nothing() -> None:
    stdout = io.StringIO()
    tell_feedback(DEBRIEF, Lines(io.StringIO(), stdout), {"kept"})
    assert stdout.getvalue() == ""
