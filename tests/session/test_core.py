"""The pure core: what a command makes happen, and what it may not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from simulator.errors.faults import InputFault, UsageFault
from simulator.session.commands import (
    LONGEST_RATIONALE,
    Answer,
    Begin,
    Cite,
    Command,
    Confirm,
    Leave,
    Rationale,
    Resume,
    Sureness,
)
from simulator.session.core import Session
from simulator.session.showing import GOES_ON

from .lost_property import ANSWERS, CASE, LostProperty, begun, done, finished, judged, kept, played

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.session.commands import Mode
    from simulator.session.view import SubjectView


def kinds(session: Session, command: Command) -> list[str]:
    return [event["kind"] for event in session.apply(command)]


def subject(session: Session, question: str, name: str) -> SubjectView:
    step = session.view().step
    assert step is not None
    asked = next(one for one in step.questions if one.question == question)
    return next(one for one in asked.subjects if one.subject == name)


def texts(session: Session, phase: int) -> list[str]:
    return [block.text for block in session.view().phases[phase].narrative]


def test_beginning_holds_the_whole_case_and_shows_its_first_blocks() -> None:
    events = Session(LostProperty()).apply(Begin(CASE))
    assert [event["kind"] for event in events] == ["case_begun", "evidence_seen"]
    assert events[0]["data"] == {
        "case": CASE,
        "guidance": "lost-property",
        "rules_sha256": "0" * 64,
        "mode": "practice",
    }
    assert events[1]["data"] == {
        "phase": "found",
        "blocks": [{"phase": "found", "block": 0, "went_on": False}],
    }


def test_a_session_stays_as_it_is_when_a_command_is_applied() -> None:
    session = played()
    before = session.view()
    session.apply(Answer("look", "case", ("log",)))
    assert session.view() == before


def test_an_answer_is_first_given_and_then_changed() -> None:
    session = played()
    assert kinds(session, Answer("worth", "U", ("low",))) == ["answer_given"]
    session = done(session, Answer("worth", "U", ("low",)))
    [changed] = session.apply(Answer("worth", "U", ("high",)))
    assert changed["kind"] == "answer_changed"
    assert (changed["data"]["before"], changed["data"]["chosen"]) == (["low"], ["high"])


def test_the_same_answer_again_changes_nothing() -> None:
    assert played(Answer("worth", "U", ("low",))).apply(Answer("worth", "U", ("low",))) == []


def test_chosen_options_stand_in_the_order_of_the_question() -> None:
    session = played(Answer("look", "case", ("ask", "log")))
    assert subject(session, "look", "case").chosen_labels == ("In the log", "Ask around")


def test_an_answer_can_be_withdrawn() -> None:
    session = played(Answer("look", "case", ("log",)), Answer("look", "case", ()))
    assert not subject(session, "look", "case").answered


def test_a_rationale_sureness_and_citations_stand_beside_the_answer() -> None:
    session = played(
        Rationale("look", "case", "  Because.\n"),
        Sureness("look", "case", 2),
        Cite("look", "case", ("LP2", "LP1")),
    )
    said = subject(session, "look", "case")
    assert (said.rationale, said.sureness, said.cites) == ("Because.", 2, ("LP1", "LP2"))


def test_what_a_learner_writes_cannot_act_on_a_terminal() -> None:
    session = played(Rationale("look", "case", "a\x1b]52;c;x\x07b\u202e"))
    assert subject(session, "look", "case").rationale == "a\ufffd]52;c;x\ufffdb\ufffd"


REFUSED: list[tuple[Command, str]] = [
    (Answer("colour", "case", ("red",)), "'colour' is not asked now; this step asks look, worth."),
    (Answer("store", "U", ("safe",)), "'store' is not asked now; this step asks look, worth."),
    (Answer("worth", "X", ("low",)), "'worth' is not asked about 'X'; it is asked about U, R."),
    (Answer("worth", "U", ("huge",)), "'worth' has no option 'huge'; its options are high, low."),
    (Answer("worth", "U", ("low", "high")), "'Worth' takes one option, and 2 were chosen."),
    (Answer("look", "case", ("none", "log")), "'Nowhere' cannot be chosen together with anything else."),
    (Rationale("look", "case", "x" * (LONGEST_RATIONALE + 1)),
     "A rationale has room for 4000 characters, and this one has 4001."),
    (Sureness("look", "case", 4), "How sure you are is 1, 2, 3, and not 4."),
    (Sureness("look", "case", True), "How sure you are is 1, 2, 3, and not True."),
    (Cite("look", "case", ("LP9",)), "The guidance has no paragraph 'LP9'; they run from LP1 to LP2."),
    (Confirm(), "Not yet answered: Looking (The case), Worth (Umbrella), Worth (Ring)."),
    (Begin(CASE), "The case has begun already."),
    (Answer("a\x1b[31m", "case", ()), "'a\\x1b[31m' is not asked now; this step asks look, worth."),
]  # fmt: skip


@pytest.mark.parametrize(("command", "sentence"), REFUSED, ids=lambda value: str(value)[:40])
def test_a_bad_command_is_refused_with_a_sentence(command: Command, sentence: str) -> None:
    with pytest.raises(UsageFault) as refusal:
        played().apply(command)
    assert str(refusal.value) == sentence


def test_a_bad_case_is_refused() -> None:
    with pytest.raises(InputFault, match="this is no case/1"):
        Session(LostProperty()).apply(Begin({"format": "case/2"}))


@pytest.mark.parametrize("command", [Confirm(), Leave(), Resume(), Answer("look", "case", ("log",))])
def test_nothing_can_be_done_before_the_case_has_begun(command: Command) -> None:
    with pytest.raises(UsageFault, match="There is no case yet"):
        Session(LostProperty()).apply(command)


def test_a_confirmed_step_is_final() -> None:
    session = done(judged(), Confirm())
    with pytest.raises(UsageFault, match="'worth' was confirmed and is final"):
        session.apply(Answer("worth", "U", ("high",)))


def test_confirming_a_step_opens_the_next_step_of_the_phase() -> None:
    session = judged()
    assert kinds(session, Confirm()) == ["step_confirmed"]
    step = done(session, Confirm()).view().step
    assert step is not None
    assert (step.step, step.number, step.count, step.last) == ("keeping", 2, 2, True)


def test_confirming_the_last_step_of_a_phase_opens_the_next_phase() -> None:
    session = played(Confirm(), *(Answer(*a) for a in ANSWERS[3:5]), session=judged())
    assert kinds(session, Confirm()) == ["step_confirmed", "phase_confirmed", "evidence_seen"]
    assert [phase.state for phase in done(session, Confirm()).view().phases] == ["done", "current"]


def test_a_phase_ahead_shows_none_of_its_text() -> None:
    session = judged()
    assert [phase.state for phase in session.view().phases] == ["current", "ahead"]
    assert texts(session, 1) == []


def test_confirming_the_last_step_finishes_and_debriefs() -> None:
    session = finished()
    view = session.view()
    assert (view.state, view.step) == ("finished", None)
    assert view.debrief is not None
    assert view.debrief.scores[0].points == 7


def test_the_debrief_ends_on_how_the_case_ended() -> None:
    debrief = finished().view().debrief
    assert debrief is not None
    assert [block.text for block in debrief.closing] == ["The ring went home."]


def test_the_debrief_is_made_from_every_answer_with_its_phase() -> None:
    session = finished()
    session.view()
    assert isinstance(session.guide, LostProperty)
    [choices] = session.guide.debriefed
    assert [(one.phase, one.question, one.subject) for one in choices][:2] == [
        ("found", "look", "case"),
        ("found", "worth", "U"),
    ]


def test_a_decision_is_explained_further_from_what_was_chosen() -> None:
    session = finished()
    explained = session.explanation("found", "store", "R")
    assert (explained.rule, explained.trace) == ("store.row", ("found R safe",))
    assert [near.subject for near in session.near_misses("store.row")] == ["R"]


@pytest.mark.parametrize(
    "ask", [lambda one: one.explanation("found", "store", "R"), lambda one: one.near_misses("x")]
)
@pytest.mark.parametrize(
    ("mode", "when"),
    [("practice", "once its phase is confirmed"), ("assessment", "once the session is finished")],
)
def test_nothing_is_explained_before_it_is_committed(
    ask: Callable[[Session], object], mode: Mode, when: str
) -> None:
    with pytest.raises(UsageFault, match=when):
        ask(played(Answer("look", "case", ("log",)), session=begun(mode)))


@pytest.mark.parametrize(
    ("phase", "question", "subject"),
    [("closed", "store", "R"), ("found", "store", "X"), ("found", "keep", "R")],
)
def test_what_was_not_decided_is_not_explained(phase: str, question: str, subject: str) -> None:
    with pytest.raises(UsageFault, match="Nothing was decided"):
        finished().explanation(phase, question, subject)


def test_an_unknown_rule_has_no_near_misses() -> None:
    with pytest.raises(UsageFault, match=r"no rule 'store\.line'"):
        finished().near_misses("store.line")


def looked(*chosen: str) -> Session:
    """The second phase, after looking in the places `chosen`."""
    session = played(Answer("look", "case", chosen), *(Answer(*a) for a in ANSWERS[1:3]), Confirm())
    return played(*(Answer(*a) for a in ANSWERS[3:5]), Confirm(), session=session)


@pytest.mark.parametrize("mode", ["practice", "assessment"])
def test_only_a_later_phase_says_that_it_goes_on_from_the_guidance(mode: Mode) -> None:
    first, second = kept(mode).view().phases
    assert [block.note for block in first.narrative] == [None]
    assert [block.note for block in second.narrative] == [GOES_ON, None, None, None]


def test_a_later_phase_that_begins_with_what_nobody_chose_says_both() -> None:
    found, closed = CASE["phases"]
    case = {**CASE, "phases": [found, {**closed, "narrative": closed["narrative"][1:]}]}
    answers: list[Command] = [
        Answer("look", "case", ("none",)),
        *(Answer(*a) for a in ANSWERS[1:3]),
        Confirm(),
    ]
    answers += [*(Answer(*a) for a in ANSWERS[3:5]), Confirm()]
    [_, closed] = played(*answers, session=begun("practice", case)).view().phases
    assert closed.narrative[0].note == f"{GOES_ON} In the log: nobody had chosen this."


def test_what_was_asked_for_comes_to_light_without_a_word() -> None:
    blocks = looked("log", "ask").view().phases[1].narrative
    assert [block.note for block in blocks] == [GOES_ON, None, None, None]


def test_what_was_called_for_and_not_chosen_comes_to_light_and_is_said_once() -> None:
    blocks = looked("none").view().phases[1].narrative
    assert [(block.text, block.note) for block in blocks] == [
        ("The day ended.", GOES_ON),
        ("The log named the ring.", "In the log: nobody had chosen this."),
        ("The log had no umbrella.", None),
        ("A reader asked for the umbrella.", "Ask around: nobody had chosen this."),
    ]


def test_what_was_chosen_and_not_called_for_comes_to_light() -> None:
    assert "Somebody guessed." in texts(looked("log", "guess"), 1)
    assert "Somebody guessed." not in texts(looked("log", "ask"), 1)


def test_leaving_keeps_everything_and_going_on_is_at_the_very_place() -> None:
    session = judged()
    left = done(session, Leave())
    assert left.view().state == "left"
    with pytest.raises(UsageFault, match="go on with it first"):
        left.apply(Answer("look", "case", ("log",)))
    assert done(left, Resume()).view() == session.view()


def test_leaving_twice_happens_once() -> None:
    assert done(judged(), Leave()).apply(Leave()) == []


def test_a_finished_session_can_neither_be_left_nor_answered() -> None:
    session = finished()
    assert session.apply(Leave()) == session.apply(Resume()) == []
    with pytest.raises(UsageFault, match="its answers are final"):
        session.apply(Answer("close", "U", ("sell",)))


def test_a_session_cut_off_without_leaving_can_be_gone_on_with() -> None:
    assert kinds(judged(), Resume()) == ["resumed"]


def case_with(**changes: Any) -> dict[str, Any]:
    return {**CASE, **changes}


def test_text_of_a_case_is_clean_in_the_view() -> None:
    hostile = case_with(title="T\x1b[2J", content_note="N\u200b", names={"U": "U\x07", "R": "R"})
    view = done(Session(LostProperty()), Begin(hostile)).view()
    assert view.step is not None
    labels = [one.label for one in view.step.questions[1].subjects]
    assert (view.title, view.content_note, labels) == ("T\ufffd[2J", "N\ufffd", ["U\ufffd", "R"])
