"""Practice tells of each phase when it is confirmed, assessment of all of them in the end."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from simulator.plain.play import play_plain
from simulator.plain.starting import Asked
from simulator.plain.summary import MARKS
from tests.plain.scripted import Officer, play

if TYPE_CHECKING:
    from simulator.session.commands import Mode
    from simulator.session.training import Training

FIRST = ("7", "1", "2", "confirm")
"""The first phase: right, and then wrong."""
VERDICTS = (*MARKS.values(), "called for", "Called for", "contrary", "Because of", "Right", "wrong")


def heard(training: Training, mode: Mode, number: int = 1) -> str:
    """A whole case, in which number `number` or the last is always chosen."""
    stdout = io.StringIO()
    officer = Officer(stdout, lambda count: min(number, count))
    assert play_plain(training, officer, stdout, Asked(pack="little", seed=7, mode=mode)) == 0
    return stdout.getvalue()


def test_feedback_comes_with_the_phase_and_the_case_goes_on(library: Training) -> None:
    said = play(library, *FIRST)
    feedback = said.index("Feedback. The find. 2 decisions: 1 right, 1 wrong.")
    assert said.index("1. The log. The case: [+] Right.") > feedback
    assert said.index("2. Looking. The case: [x] A mistake.") > feedback
    assert said.index("Step 1 of 2: What was searched") > said.index("The case goes on.")


def test_feedback_tells_only_of_the_new_phase(library: Training) -> None:
    said = play(library, *FIRST, *"2222222", "confirm", *"11111", "confirm")
    assert said.count("1. The log. The case:") == 1
    assert "Feedback. The keeping. 12 decisions:" in said


def test_the_debrief_tells_the_last_phase_and_says_what_was_told_before(library: Training) -> None:
    said = heard(library, "practice")
    assert said.count("1. The log. The case:") == 1
    assert "Debrief. The end. 3 decisions: 3 right." in said
    assert "Told before, with their phases: The find, The keeping." in " ".join(said.split())


def test_assessment_tells_everything_in_the_end(library: Training) -> None:
    said = heard(library, "assessment", 2)
    assert "Feedback" not in said
    end = said.index("Debrief. The find.")
    assert end < said.index("Debrief. The keeping.") < said.index("Debrief. The end.")
    assert not [word for word in VERDICTS if word in said[:end]]


@pytest.mark.parametrize("mode", ["practice", "assessment"])
@pytest.mark.parametrize("number", [1, 2, 3])
def test_nothing_tells_a_verdict_before_its_phase_is_confirmed(
    library: Training, mode: Mode, number: int
) -> None:
    said = heard(library, mode, number)
    told = said.index("Debrief." if mode == "assessment" else "Feedback.")
    assert not [word for word in VERDICTS if word in said[:told]]
    if mode == "practice":
        after = said[said.index("The case goes on.") : said.index("Feedback. The keeping.")]
        assert not [word for word in VERDICTS if word in after]


def test_feedback_can_be_heard_again_in_full(library: Training) -> None:
    said = play(library, *FIRST, "feedback", "feedback 2", "leave")
    assert said.count("1. The log. The case:") == 2
    assert said.count("2. Looking. The case:") == 3


def test_a_decision_of_a_confirmed_phase_can_be_explained(library: Training) -> None:
    said = play(library, *FIRST, "explain 2", "change 2", "near 2", "explain 9", "leave")
    assert "look.found decides (LP1)" in said
    assert "would have been right in 7 ways." in said
    assert "Small made-up cases that the same rule decides" in said
    assert "9 is no number of a decision: they run from 1 to 2." in said


def test_in_assessment_feedback_says_when_it_comes(library: Training) -> None:
    said = play(library, *FIRST, "feedback", "explain 1", asked=Asked(mode="assessment"))
    assert said.count("In assessment, how it went is told at the end.") == 2
    assert "Because of" not in said


def test_who_goes_on_is_told_how_to_hear_of_the_phases_before(library: Training) -> None:
    play(library, *FIRST, "leave")
    said = play(library, "1", *"2222222", "confirm", *"11111", "confirm", *"111", "confirm")
    assert "Practice is on" in said
    assert "Type feedback to hear how the phases before went." in said
    assert said.index("1. The log. The case:") > said.index("Debrief. The find.")


def test_who_goes_on_with_an_assessment_stays_in_it(library: Training) -> None:
    play(library, *FIRST, "leave", asked=Asked(mode="assessment"))
    assert "Assessment is on: how it went is told at the end." in play(library, "1")


def test_the_mode_is_part_of_what_happened(library: Training) -> None:
    play(library, "7", "leave", asked=Asked(mode="assessment"))
    [draft] = library.store.unfinished()
    assert library.store.load(draft.session)[0]["data"]["mode"] == "assessment"
