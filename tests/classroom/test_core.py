"""A class goes from question to question: commit, compare, discuss, decide again."""

from __future__ import annotations

import json

import pytest

from simulator.classroom import conduct, laws
from simulator.classroom.core import Classroom
from simulator.classroom.laws import MOST_PEOPLE
from simulator.classroom.showing.back import taken_back
from simulator.classroom.showing.seat import seat_view
from simulator.errors.faults import InputFault, UsageFault
from simulator.session.commands import Annotate, Answer, Confirm, Rationale, Undo
from tests.session.lost_property import CASE

from .lending import Class, Lending

LOOK, WORTH, STORE, CLOSE = ("found", "look"), ("found", "worth"), ("found", "store"), ("closed", "close")


def opened(*names: str, at: tuple[str, str] = LOOK) -> Class:
    class_ = Class(*(names or ("Ann", "Bo")))
    class_.begins()
    class_.conduct(conduct.OpenQuestion(*at))
    return class_


def half_agreed() -> Class:
    """Ann alone, and Bo and Cy in a team, of whom Bo has agreed to its vote on the open question."""
    class_ = Class("Ann")
    for name in ("Bo", "Cy"):
        class_.sit(name, "Blue")
    class_.begins()
    class_.conduct(conduct.OpenQuestion(*LOOK))
    class_.votes("p2", "look", "log")
    return class_


def test_nothing_is_answered_before_a_question_is_open() -> None:
    class_ = Class("Ann")
    with pytest.raises(UsageFault, match="No case is going on"):
        class_.does("p1", Answer("look", "case", ("log",)))
    class_.begins()
    with pytest.raises(UsageFault, match="No question is open"):
        class_.does("p1", Answer("look", "case", ("log",)))


def test_the_text_can_be_noted_at_any_time_of_a_case() -> None:
    class_ = Class("Ann")
    class_.begins()
    assert class_.does("p1", Annotate("found.0", 0, 8, True))


def test_a_vote_is_what_the_seat_had_answered_and_fixed_from_then_on() -> None:
    class_ = opened()
    class_.votes("p1", "look", "log", "ask")
    assert class_.course.poll(LOOK).rounds[0]["s1"]["case"].chosen == ("log", "ask")
    for command in (Answer("look", "case", ("guess",)), Rationale("look", "case", "Why"), Undo(), Confirm()):
        with pytest.raises(UsageFault, match="You have voted"):
            class_.does("p1", command)


def test_a_vote_needs_an_answer_about_every_subject() -> None:
    class_ = opened(at=WORTH)
    class_.does("p1", Answer("worth", "U", ("low",)))
    with pytest.raises(UsageFault, match=r"Not yet answered: Worth \(Ring\)"):
        class_.does("p1", Confirm())


def test_the_class_votes_again_and_both_votes_stay() -> None:
    class_ = opened()
    class_.votes("p1", "look", "guess")
    class_.votes("p2", "look", "log", "ask")
    class_.conduct(conduct.ShowVotes(True), conduct.Pause("Where would you look?"), conduct.VoteAgain())
    assert (class_.course.paused, class_.course.poll(LOOK).shown) == (None, False)
    class_.votes("p1", "look", "log", "ask")
    first, second = class_.course.poll(LOOK).rounds
    assert (first["s1"]["case"].chosen, second["s1"]["case"].chosen) == (("guess",), ("log", "ask"))
    assert set(class_.course.poll(LOOK).votes) == {"s1", "s2"}
    assert class_.course.prompts == ("Where would you look?",)


def test_a_vote_that_comes_late_is_refused() -> None:
    class_ = opened()
    class_.conduct(conduct.OpenQuestion(*WORTH))
    with pytest.raises(UsageFault, match="Another question is open"):
        class_.does("p1", Answer("look", "case", ("log",)))
    class_.conduct(conduct.RevealVerdict())
    with pytest.raises(UsageFault, match="closed"):
        class_.does("p1", Answer("worth", "U", ("low",)))


def test_a_message_that_comes_twice_is_done_once() -> None:
    class_ = opened()
    class_.does("p1", Answer("look", "case", ("log",)), number=77)
    class_.does("p1", Answer("look", "case", ("ask",)), number=78)
    assert class_.does("p1", Answer("look", "case", ("log",)), number=77) == []
    assert class_.does("p2", Answer("look", "case", ("log",)), number=77)
    class_.does("p1", Undo(), number=79)
    class_.does("p1", Undo(), number=79)
    state = class_.course.sessions["s1"].state
    assert state is not None
    assert state.given("found", "look", "case").chosen == ("log",)


def test_a_verdict_is_told_once_and_taken_back() -> None:
    class_ = opened()
    class_.votes("p1", "look", "log")
    class_.conduct(conduct.RevealVerdict())
    assert class_.course.poll(LOOK).standing == "told"
    for command in (conduct.RevealVerdict(), conduct.VoteAgain()):
        with pytest.raises(UsageFault):
            class_.conduct(command)
    class_.conduct(conduct.GoBack())
    assert class_.course.poll(LOOK).standing == "closed"
    class_.conduct(conduct.GoBack())
    assert class_.course.poll(LOOK).standing == "open"
    assert "s1" in class_.course.poll(LOOK).votes
    class_.votes("p2", "look", "log")


def test_nobody_votes_once_the_vote_is_closed() -> None:
    class_ = opened()
    class_.votes("p1", "look", "log")
    class_.does("p2", Answer("look", "case", ("ask",)))
    class_.conduct(conduct.ShowVotes(True), conduct.CloseVote())
    for command in (Confirm(), Answer("look", "case", ("log",))):
        with pytest.raises(UsageFault, match="The vote on this question is closed"):
            class_.does("p2", command)
    with pytest.raises(UsageFault, match="closed"):
        class_.conduct(conduct.CloseVote())
    assert set(class_.course.poll(LOOK).votes) == {"s1"}
    class_.conduct(conduct.VoteAgain())
    class_.votes("p2", "look", "ask")
    assert [set(votes) for votes in class_.course.poll(LOOK).rounds] == [{"s1"}, {"s2"}]


def test_a_vote_is_closed_only_where_one_is_open() -> None:
    class_ = Class("Ann")
    class_.begins()
    with pytest.raises(UsageFault, match="Open a question first"):
        class_.conduct(conduct.CloseVote())
    class_.conduct(conduct.EndCase())
    class_.begins("own")
    with pytest.raises(UsageFault, match="their own pace"):
        class_.conduct(conduct.CloseVote())


def test_a_team_that_had_not_all_agreed_has_no_vote_once_it_is_closed() -> None:
    class_ = half_agreed()
    class_.conduct(conduct.CloseVote())
    assert class_.leaves("p3") == []
    assert class_.course.poll(LOOK).votes == {}


def test_each_step_on_a_question_is_taken_back_by_itself() -> None:
    class_ = opened()
    class_.votes("p1", "look", "log")
    class_.conduct(
        conduct.CloseVote(), conduct.ShowVotes(True), conduct.ShowVotes(False), conduct.VoteAgain()
    )
    class_.votes("p1", "look", "ask")
    backs: list[object] = []
    while class_.course.steps:
        backs.append(taken_back(Lending(), class_.course))
        class_.conduct(conduct.GoBack())
        poll = class_.course.poll(LOOK)
        backs.append((poll.standing, poll.shown, len(poll.rounds)))
    assert backs == [
        "voting again on “Looking”: its one vote stays, and it is closed",
        ("closed", False, 2),
        "hiding the votes on “Looking”",
        ("closed", True, 2),
        "showing the votes on “Looking”",
        ("closed", False, 2),
        "closing the vote on “Looking”",
        ("open", False, 2),
        "opening “Looking”: its one vote stays, and it is closed",
        ("closed", False, 2),
    ]
    assert taken_back(Lending(), class_.course) is None


def test_a_second_vote_without_votes_is_gone_once_it_is_taken_back_and_the_first_can_be_opened() -> None:
    class_ = opened()
    class_.votes("p1", "look", "log")
    class_.conduct(conduct.CloseVote(), conduct.VoteAgain(), conduct.CloseVote())
    class_.conduct(conduct.GoBack(), conduct.GoBack(), conduct.GoBack())
    assert class_.course.poll(LOOK).standing == "open"
    class_.votes("p2", "look", "ask")
    [votes] = class_.course.poll(LOOK).rounds
    assert set(votes) == {"s1", "s2"}


def test_going_back_never_loses_a_vote() -> None:
    class_ = opened()
    class_.votes("p1", "look", "log")
    class_.conduct(conduct.OpenQuestion(*WORTH))
    class_.votes("p1", "worth", "low")
    class_.conduct(conduct.GoBack())
    assert class_.course.current == LOOK
    assert class_.course.poll(LOOK).standing == "open"
    assert class_.course.poll(WORTH).standing == "closed"
    assert set(class_.course.poll(WORTH).votes) == set(class_.course.poll(LOOK).votes) == {"s1"}


def test_going_back_from_a_second_vote_in_which_nobody_voted_drops_it() -> None:
    class_ = opened()
    class_.votes("p1", "look", "log")
    class_.conduct(conduct.VoteAgain(), conduct.GoBack())
    assert len(class_.course.poll(LOOK).rounds) == 1


def test_there_is_nothing_to_take_back_at_the_beginning() -> None:
    class_ = Class("Ann")
    class_.begins()
    with pytest.raises(UsageFault, match="nothing to take back"):
        class_.conduct(conduct.GoBack())


def test_a_phase_that_came_too_early_is_taken_back_to_the_question_that_was_open() -> None:
    class_ = opened()
    class_.votes("p1", "look", "log")
    class_.conduct(conduct.RevealPhase())
    assert taken_back(Lending(), class_.course) == (
        "the phase “When the day ends”, which everybody can still read"
    )
    assert (class_.course.come, class_.course.current) == (2, None)
    class_.conduct(conduct.GoBack())
    assert (class_.course.come, class_.course.current) == (1, LOOK)
    with pytest.raises(UsageFault, match="has not come to light"):
        class_.conduct(conduct.OpenQuestion(*CLOSE))
    class_.votes("p2", "look", "ask")
    assert set(class_.course.poll(LOOK).votes) == {"s1", "s2"}
    class_.conduct(conduct.RevealPhase(), conduct.OpenQuestion(*CLOSE))
    class_.votes("p1", "close", "return")
    assert set(class_.course.poll(CLOSE).votes) == {"s1"}


def test_a_question_of_a_phase_ahead_is_not_opened() -> None:
    class_ = Class("Ann")
    class_.begins()
    with pytest.raises(UsageFault, match="has not come to light"):
        class_.conduct(conduct.OpenQuestion(*CLOSE))
    class_.conduct(conduct.RevealPhase(), conduct.OpenQuestion(*CLOSE))
    with pytest.raises(UsageFault, match="Every phase"):
        class_.conduct(conduct.RevealPhase())


def test_a_skipped_question_is_left_out_and_can_be_opened_after_all() -> None:
    class_ = opened()
    class_.conduct(conduct.SkipQuestion(), conduct.SkipQuestion("store"))
    assert class_.course.current is None
    assert {class_.course.poll(at).standing for at in (LOOK, STORE)} == {"skipped"}
    class_.conduct(conduct.OpenQuestion(*STORE))
    assert class_.course.poll(STORE).standing == "open"


def test_a_departure_is_settled_and_settled_anew() -> None:
    class_ = opened()
    class_.votes("p1", "look", "guess")
    class_.conduct(conduct.Settle("s1", "found", "look", "case", True, "A fair reason."))
    class_.conduct(conduct.Settle("s1", "found", "look", "case", False, "On reflection."))
    assert [(one.accepted, one.reason) for one in class_.course.settled.values()] == [
        (False, "On reflection.")
    ]
    with pytest.raises(UsageFault, match="no such departure"):
        class_.conduct(conduct.Settle("s2", "found", "look", "case", True, ""))


def test_a_seat_is_told_how_its_departure_was_settled_once_the_case_has_ended() -> None:
    class_ = opened()
    class_.votes("p1", "look", "guess")
    class_.conduct(conduct.Settle("s1", "found", "look", "case", True, "A fair reason."))

    def told(person: str) -> list[tuple[str, bool, str]]:
        seat = seat_view(Lending(), class_.classroom.state, person, ())
        return [(one.title, one.accepted, one.reason) for one in seat.settled]

    assert told("p1") == []
    class_.conduct(conduct.EndCase())
    assert told("p1") == [("Looking", True, "A fair reason.")]
    assert told("p2") == []


def test_who_comes_late_is_where_the_class_is() -> None:
    class_ = opened(at=STORE)
    late = class_.sit("Cy")
    class_.votes(late, "store", "safe")
    assert "s3" in class_.course.poll(STORE).votes


def test_everybody_is_told_at_the_end_of_the_case() -> None:
    class_ = opened()
    class_.votes("p1", "look", "log")
    assert class_.course.sessions["s1"].view().debrief is None
    class_.conduct(conduct.EndCase())
    assert all(one.view().debrief is not None for one in class_.course.sessions.values())
    with pytest.raises(UsageFault, match="No case is going on"):
        class_.does("p1", Confirm())
    class_.begins()
    assert class_.course.number == 2


def test_a_class_that_is_over_takes_nobody_and_nothing() -> None:
    class_ = opened()
    class_.conduct(conduct.EndClass())
    assert class_.course.ended
    with pytest.raises(UsageFault, match="over"):
        class_.sit("Cy")
    with pytest.raises(UsageFault, match="over"):
        class_.does("p1", Confirm())
    with pytest.raises(UsageFault, match="over"):
        class_.begins()


def test_a_class_has_room_for_so_many_and_no_more() -> None:
    class_ = Class()
    for number in range(MOST_PEOPLE):
        class_.sit(str(number))
    with pytest.raises(UsageFault, match="full"):
        class_.sit("one more")


# Teams


def team() -> Class:
    class_ = Class()
    for name in ("Ann", "Bo", "Cy"):
        class_.sit(name, "Blue")
    class_.begins()
    class_.conduct(conduct.OpenQuestion(*LOOK))
    class_.does("p1", Answer("look", "case", ("log",)))
    return class_


def test_a_team_has_one_seat_and_votes_when_all_agree() -> None:
    class_ = team()
    assert [seat.people for seat in class_.classroom.state.seats.values()] == [("p1", "p2", "p3")]
    class_.does("p1", Confirm())
    class_.does("p2", Confirm())
    assert class_.does("p2", Confirm()) == []
    assert not class_.course.poll(LOOK).votes
    class_.does("p3", Confirm())
    assert class_.course.poll(LOOK).votes["s1"]["case"].chosen == ("log",)


def test_another_answer_takes_the_agreement_back() -> None:
    class_ = team()
    class_.does("p1", Confirm())
    class_.does("p2", Answer("look", "case", ("ask",)))
    assert not class_.course.agreed
    class_.does("p2", Confirm())
    class_.does("p3", Confirm())
    assert not class_.course.poll(LOOK).votes


def test_who_is_not_there_holds_no_team_up() -> None:
    class_ = team()
    class_.does("p1", Confirm())
    class_.does("p2", Confirm())
    class_.leaves("p3")
    assert class_.course.poll(LOOK).votes["s1"]["case"].chosen == ("log",)


def test_a_team_nobody_of_which_is_left_does_not_vote() -> None:
    class_ = team()
    class_.does("p1", Confirm())
    for person in ("p1", "p2", "p3"):
        class_.leaves(person)
    assert class_.course.agreed == {"s1": frozenset({"p1"})}
    assert not class_.course.poll(LOOK).votes


# At their own pace


def test_at_their_own_pace_a_phase_confirmed_is_a_vote_on_all_of_it() -> None:
    class_ = Class("Ann", "Bo")
    class_.begins("own", tell=True)
    for question, subject, chosen in (
        ("look", "case", ("log",)),
        ("worth", "U", ("low",)),
        ("worth", "R", ("low",)),
    ):
        class_.does("p1", Answer(question, subject, chosen))
    class_.does("p1", Confirm())
    assert not class_.course.polls
    for subject in ("U", "R"):
        class_.does("p1", Answer("store", subject, ("safe",)))
    class_.does("p1", Confirm())
    assert {at for at, poll in class_.course.polls.items() if poll.votes} == {LOOK, WORTH, STORE}
    assert class_.course.sessions["s1"].view().feedback is not None
    assert class_.course.sessions["s2"].view().feedback is None
    with pytest.raises(UsageFault, match="own pace"):
        class_.conduct(conduct.OpenQuestion(*LOOK), conduct.VoteAgain())


def test_who_has_not_come_to_the_end_is_told_all_the_same() -> None:
    class_ = Class("Ann")
    class_.begins("own")
    class_.does("p1", Answer("look", "case", ("log",)))
    class_.conduct(conduct.EndCase())
    assert class_.course.sessions["s1"].view().state == "finished"


# The log


def test_the_log_holds_all_of_it() -> None:
    class_ = opened()
    class_.votes("p1", "look", "guess")
    class_.conduct(conduct.VoteAgain(), conduct.Inject("More is known."), conduct.EndCase())
    read = json.loads(json.dumps(class_.events))
    again = Classroom(Lending()).after(read)
    course = again.state.course
    assert course is not None
    assert (course.polls, course.injected) == (class_.course.polls, ("More is known.",))
    assert again.state.answered == class_.classroom.state.answered


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"kind": "voted", "data": {"seat": "s9", "phase": "found", "question": "look"}}, "damaged|cannot"),
        ({"kind": "question_opened", "data": {"phase": "found", "question": "nothing"}}, "does not ask"),
        ({"kind": "nonsense"}, "unknown kind"),
        ({"seq": 9}, "missing"),
        ({"format": "class-event/2"}, "format"),
        ({"data": None}, "holds no data"),
        ({"kind": "said", "data": {"seat": "s1", "events": [{}]}}, "format|damaged"),
    ],
)
def test_what_cannot_have_happened_is_named_with_its_number(change: dict[str, object], words: str) -> None:
    class_ = opened()
    seq = len(class_.events) + 1
    event = {"format": "class-event/1", "seq": seq, "kind": "paused", "data": {"prompt": ""}, **change}
    with pytest.raises(InputFault, match=words):
        class_.classroom.after([event])


def test_words_that_are_too_long_are_refused() -> None:
    class_ = opened()
    for command in (conduct.Inject("x" * 1001), conduct.Pause("x" * 1001)):
        with pytest.raises(UsageFault, match="1000"):
            class_.conduct(command)


def test_a_case_that_is_none_is_refused_and_the_class_goes_on() -> None:
    class_ = Class("Ann")
    with pytest.raises(InputFault, match="no case/1"):
        class_.conduct(conduct.BeginCase({"format": "nothing"}))
    class_.conduct(conduct.BeginCase(CASE))
    with pytest.raises(UsageFault, match="end it first"):
        class_.conduct(conduct.BeginCase(CASE))


def test_a_question_that_is_skipped_leaves_no_half_agreed_vote_behind() -> None:
    class_ = half_agreed()
    class_.conduct(conduct.SkipQuestion())
    assert class_.leaves("p3") == []
    assert class_.course.agreed == {}
    assert class_.conduct(conduct.Inject("It rains."))


@pytest.mark.parametrize("step", [conduct.ShowVotes(True), conduct.SkipQuestion("worth")])
def test_what_a_step_did_not_touch_stays_when_it_is_taken_back(step: conduct.Conduct) -> None:
    class_ = half_agreed()
    class_.conduct(conduct.Pause("Why?"), step, conduct.GoBack())
    assert class_.course.paused == "Why?"
    assert class_.course.agreed == {"s2": {"p2"}}
    assert class_.course.poll(LOOK).standing == "open"


def test_how_a_vote_will_stand_that_is_kept_is_said() -> None:
    class_ = opened()
    class_.votes("p1", "look", "log")
    class_.conduct(conduct.VoteAgain())
    class_.votes("p2", "look", "ask")
    assert taken_back(Lending(), class_.course) == (
        "voting again on “Looking”: its one vote stays, and it is open"
    )
    class_.conduct(conduct.SkipQuestion(), conduct.OpenQuestion(*LOOK))
    class_.votes("p2", "look", "log")
    assert taken_back(Lending(), class_.course) == "opening “Looking”: its one vote stays, and it is skipped"
    class_.conduct(conduct.GoBack())
    assert class_.course.poll(LOOK).standing == "skipped"


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("went_back", {"what": "hidden"}),
        ("went_back", {"question": "worth"}),
        ("vote_closed", {"question": "worth"}),
        ("votes_shown", {"phase": "closed"}),
    ],
)
def test_a_log_that_speaks_of_another_question_is_damaged(kind: str, change: dict[str, str]) -> None:
    class_ = opened()
    class_.conduct(conduct.CloseVote(), conduct.ShowVotes(True), conduct.GoBack())
    events = json.loads(json.dumps(class_.events))
    damaged = [one["data"].update(change) or one if one["kind"] == kind else one for one in events]
    with pytest.raises(InputFault, match="damaged"):
        Classroom(Lending()).after(damaged)


def test_at_their_own_pace_a_team_goes_on_without_who_has_left() -> None:
    class_ = Class()
    for name in ("Bo", "Cy"):
        class_.sit(name, "Blue")
    class_.begins("own")
    for question, subject, option in (("look", "case", "log"), ("worth", "U", "low"), ("worth", "R", "low")):
        class_.does("p1", Answer(question, subject, (option,)))
    class_.does("p1", Confirm())
    state = class_.course.sessions["s1"].state
    assert state is not None
    assert state.steps == 0
    assert [event["kind"] for event in class_.leaves("p2")] == ["said"]
    state = class_.course.sessions["s1"].state
    assert state is not None
    assert state.steps == 1
    assert class_.course.agreed == {}


def test_notes_have_so_much_room_that_they_slow_down_nobody_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(laws, "MOST_NOTED", 3)
    monkeypatch.setattr(laws, "MOST_WRITTEN", 10)
    class_ = opened()
    class_.does("p1", Annotate("found.0", 0, 8, True, "12345678"))
    with pytest.raises(UsageFault, match="All notes together have room for 10 characters"):
        class_.does("p1", Annotate("found.0", 1, 8, True, "123"))
    class_.does("p1", Annotate("found.0", 1, 8, True, "12"))
    class_.does("p1", Annotate("found.0", 0, 8, True, "1234"))
    class_.does("p1", Annotate("found.0", 2, 8, True))
    with pytest.raises(UsageFault, match="room for 3 highlights and notes in a class"):
        class_.does("p1", Annotate("found.0", 3, 8, True))
    class_.does("p2", Annotate("found.0", 3, 8, True))
