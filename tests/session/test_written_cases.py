"""The hand-written cases of the bundled packs, played: what is told when, and what the debrief says of evidence."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from simulator.cli.workshop import Workshop
from simulator.session.showing import GOES_ON

from .playing import Played, played

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.cases.written import WrittenCase
    from simulator.session.engine_guide import EngineGuide

PACKS = ("foundations", "each-child", "near-misses", "routes", "factors")
REPORT, ASSESSMENT, OUTCOME = "report", "assessment", "outcome"
CHECKS = ("police_systems", "social_care_systems")


@cache
def workshop() -> Workshop:
    return Workshop(strangers=False)


@cache
def guide() -> EngineGuide:
    return workshop().guide(workshop().engine())


@cache
def cases() -> dict[str, WrittenCase]:
    """Every third written case of each pack, by its id."""
    packs = [pack for pack in workshop().found.of_kind("scenario") if pack.name in PACKS]
    read = [workshop().written(pack, each.case) for pack in packs for each in pack.cases[::3]]
    return {each.data["id"]: each for each in read}


def after(case: Mapping[str, Any], check: str) -> list[str]:
    """The texts that are told because a check was asked for."""
    blocks = [block for phase in case["phases"] for block in phase["narrative"]]
    return [block["text"] for block in blocks if block["after"] == f"enquiries={check}"]


def texts(done: Played, phase: str) -> list[str]:
    return [block.text for block in done.told_in(phase)]


@pytest.fixture(scope="module")
def right() -> dict[str, Played]:
    """Each case, with all that is called for."""
    return {name: played(guide(), case.data) for name, case in cases().items()}


@pytest.fixture(scope="module")
def unasked() -> dict[str, Played]:
    """Each case, with nothing asked for."""
    return {
        name: played(guide(), case.data, {(REPORT, "enquiries", "case"): ("none",)})
        for name, case in cases().items()
    }


def test_what_is_called_for_has_all_marks_in_every_case(right: Mapping[str, Played]) -> None:
    assert len(right) > 20
    for name, done in right.items():
        decisions = [each for phase in done.debrief.phases for q in phase.questions for each in q.decisions]
        assert {each.mark for each in decisions} <= {"right", "acceptable", "silent"}, name
        assert all(score.points == score.possible for score in done.debrief.scores), name


def test_what_a_check_returns_is_told_after_the_check_was_chosen(right: Mapping[str, Played]) -> None:
    for name, case in cases().items():
        for check in CHECKS:
            returned = after(case.data, check)
            assert returned, name
            assert not set(returned) & set(texts(right[name], REPORT)), name
            assert set(returned) <= set(texts(right[name], ASSESSMENT)), name


def test_what_was_asked_for_comes_without_a_word_of_blame(right: Mapping[str, Played]) -> None:
    for name, done in right.items():
        first, *others = done.told_in(ASSESSMENT)
        assert first.note == GOES_ON, name
        assert not [block.note for block in others if block.note], name
        assert not [each for each in done.decisions("enquiries") if each.untold], name


def test_a_check_that_was_not_asked_for_comes_late_and_is_said_to(unasked: Mapping[str, Played]) -> None:
    for name, case in cases().items():
        late = {block.text: block.note for block in unasked[name].told_in(ASSESSMENT)}
        for check in CHECKS:
            returned = after(case.data, check)
            assert set(returned) <= late.keys(), name
            assert (late[returned[0]] or "").removeprefix(GOES_ON), name


def test_the_debrief_tells_what_was_missed_by_not_asking(unasked: Mapping[str, Played]) -> None:
    for name, case in cases().items():
        [decision] = unasked[name].decisions("enquiries")
        assert decision.mark == "mistake", name
        missed = [text for check in CHECKS for text in after(case.data, check)]
        assert sorted(block.text for block in decision.untold) == sorted(missed), name
        assert all(block.note for block in decision.untold), name


def test_one_check_alone_leaves_the_other_untold() -> None:
    name, case = next(iter(cases().items()))
    done = played(guide(), case.data, {(REPORT, "enquiries", "case"): (CHECKS[0],)})
    [decision] = done.decisions("enquiries")
    assert [block.text for block in decision.untold] == after(case.data, CHECKS[1]), name


def test_the_debrief_tells_every_piece_that_bears_on_a_grade(right: Mapping[str, Played]) -> None:
    graded = 0
    for name, case in cases().items():
        standing = {each.subject: each for each in right[name].decisions("factor_grade")}
        for piece in case.data["evidence"]:
            kind = piece["bears_on"]["kind"]
            if kind not in standing:
                continue
            told = [each.text for matter in standing[kind].evidence for each in matter.pieces]
            blocks = [block for phase in case.data["phases"] for block in phase["narrative"]]
            carried = [block["text"] for block in blocks if piece["id"] in block["evidence"]]
            assert set(carried) & set(told) or _only_later(case.data, piece["id"]), (name, piece["id"])
            graded += 1
    assert graded > 20


def _only_later(case: Mapping[str, Any], piece: str) -> bool:
    """Whether a piece comes up only after the assessment."""
    carriers = [
        phase["phase"] for phase in case["phases"] for b in phase["narrative"] if piece in b["evidence"]
    ]
    return carriers == [OUTCOME]


def test_questions_for_the_discussion_come_with_the_debrief(right: Mapping[str, Played]) -> None:
    discussed = [name for name, case in cases().items() if case.written.get("discuss")]
    assert discussed
    for name in discussed:
        own = cases()[name].written["discuss"]
        assert list(right[name].debrief.discuss)[: len(own)] == own


def test_a_silent_decision_says_why_after_the_answer_and_not_before(right: Mapping[str, Played]) -> None:
    silent = [
        (name, each.silence)
        for name, done in right.items()
        for phase in done.debrief.phases
        for question in phase.questions
        for each in question.decisions
        if each.mark == "silent"
    ]
    assert silent
    for name, silence in silent:
        assert silence
        assert not any(silence in str(view) for view in right[name].opened.values())
