"""What a class comes to, in classes small enough to count by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from simulator.classroom import conduct
from simulator.classroom.findings.finding import findings_of
from simulator.classroom.findings.findings import ChangedFindings, SettledFindings, Tally
from simulator.classroom.presence import Presence
from simulator.classroom.showing.console import console_view
from simulator.errors.faults import UsageFault
from simulator.session.commands import Answer, Cite, Confirm, Rationale, Sureness
from tests.classroom.lending import Class

from .held import held, voices

if TYPE_CHECKING:
    from simulator.classroom.findings.findings import ClassFindings, ParagraphFindings, QuestionFindings

PEOPLE = ("p1", "p2", "p3", "p4", "p5", "p6")
WORTH, STORE = ("found", "worth"), ("found", "store")


def opened(at: tuple[str, str] = WORTH) -> Class:
    """Six seats, and an open question."""
    class_ = Class("Ann", "Bo", "Cy", "Di", "Ed", "Flo")
    class_.begins()
    class_.conduct(conduct.OpenQuestion(*at))
    return class_


def says(
    class_: Class, person: str, *chosen: str, sure: int | None = None, cites: tuple[str, ...] = ()
) -> None:
    """Vote on the open question, the same of every subject."""
    at = class_.course.current
    assert at is not None
    for subject in class_.course.subjects(at):
        class_.does(person, Answer(at[1], subject, chosen))
        if sure is not None:
            class_.does(person, Sureness(at[1], subject, sure))
        if cites:
            class_.does(person, Rationale(at[1], subject, "So it says."))
            class_.does(person, Cite(at[1], subject, cites))
    class_.does(person, Confirm())


def findings(class_: Class) -> ClassFindings:
    return findings_of(class_.classroom.guide, class_.events)


def question(class_: Class, name: str) -> QuestionFindings:
    [course] = findings(class_).courses
    [found] = [one for one in course.questions if one.question == name]
    return found


def paragraph(class_: Class, key: str) -> ParagraphFindings:
    [found] = [one for one in findings(class_).sums.paragraphs if one.paragraph == key]
    return found


def test_each_vote_counts_for_its_option() -> None:
    class_ = opened()
    for person, chosen in zip(PEOPLE, ("low", "low", "high", "low", "low", "high"), strict=True):
        says(class_, person, chosen)
    umbrella, ring = question(class_, "worth").subjects
    assert [(one.option, one.verdict, one.votes) for one in umbrella.options] == [
        ("high", "contrary", (2,)),
        ("low", "expected", (4,)),
    ]
    assert [one.votes for one in ring.options] == [(2,), (4,)]
    assert (umbrella.first, ring.last) == (Tally(6, 4, 2), Tally(6, 2, 4))
    assert question(class_, "worth").last == Tally(12, 6, 6)


def test_both_votes_are_kept_and_who_changed_is_told_by_number() -> None:
    class_ = opened()
    for person, chosen in zip(PEOPLE, ("high", "high", "low", "low", "low", "high"), strict=True):
        says(class_, person, chosen)
    class_.conduct(conduct.VoteAgain())
    for person, chosen in zip(PEOPLE, ("low", "low", "high", "low", "low", "high"), strict=True):
        says(class_, person, chosen)
    umbrella, ring = question(class_, "worth").subjects
    assert umbrella.changed == ChangedFindings(again=6, towards=2, away=1, otherwise=0)
    assert ring.changed == ChangedFindings(again=6, towards=1, away=2, otherwise=0)
    assert (umbrella.first, umbrella.last) == (Tally(6, 3, 3), Tally(6, 4, 2))
    assert umbrella.voted == (6, 6)


def test_to_change_from_one_mistake_to_another_is_neither_way() -> None:
    class_ = opened(("found", "look"))
    for person in PEOPLE:
        says(class_, person, "log")
    class_.conduct(conduct.VoteAgain())
    for person in PEOPLE:
        says(class_, person, "none")
    [subject] = question(class_, "look").subjects
    assert subject.changed == ChangedFindings(again=6, towards=0, away=0, otherwise=6)


def test_where_but_four_vote_again_the_sums_are_of_the_first_vote() -> None:
    class_ = opened()
    for person in PEOPLE:
        says(class_, person, "high")
    class_.conduct(conduct.VoteAgain())
    for person in PEOPLE[:4]:
        says(class_, person, "low")
    umbrella, _ = question(class_, "worth").subjects
    assert umbrella.voted == (6, 4)
    assert umbrella.last == umbrella.first == Tally(6, 0, 6)
    says(class_, "p5", "low")
    umbrella, _ = question(class_, "worth").subjects
    assert (umbrella.first, umbrella.last) == (Tally(6, 0, 6), Tally(6, 5, 1))


def test_a_latecomer_has_no_part_in_the_first_vote() -> None:
    class_ = opened()
    for person in PEOPLE[:5]:
        says(class_, person, "low")
    class_.conduct(conduct.VoteAgain())
    for person in PEOPLE:
        says(class_, person, "low")
    umbrella, _ = question(class_, "worth").subjects
    assert (umbrella.first.decisions, umbrella.last.decisions, umbrella.changed.again) == (5, 6, 5)


def test_what_is_skipped_or_not_asked_is_no_mistake() -> None:
    class_ = opened()
    for person in PEOPLE:
        says(class_, person, "high")
    class_.conduct(conduct.SkipQuestion(), conduct.EndCase())
    found = findings(class_)
    assert [one.voted for one in question(class_, "worth").subjects] == [(6,), (6,)]
    assert found.sums.last == Tally(0, 0, 0)
    assert not found.sums.paragraphs
    assert not found.wrong
    assert not any(course.practise for learner in found.learners for course in learner.courses)


def test_a_mistake_counts_for_the_paragraph_behind_what_is_called_for() -> None:
    class_ = opened()
    for person in PEOPLE:
        says(class_, person, "low")
    row = paragraph(class_, "LP1")
    assert (row.decisions, row.last) == (2, Tally(12, 6, 6))
    assert (row.before, row.after, row.split) == (0.0, None, 0)


def test_whether_a_split_stayed_is_told_of_its_paragraph() -> None:
    class_ = opened()
    for person, chosen in zip(PEOPLE, ("high", "high", "high", "low", "low", "low"), strict=True):
        says(class_, person, chosen)
    class_.conduct(conduct.VoteAgain())
    for person in PEOPLE:
        at = class_.course.current
        assert at is not None
        class_.does(person, Answer("worth", "U", ("low",)))
        class_.does(person, Answer("worth", "R", ("low" if person in {"p1", "p2", "p3"} else "high",)))
        class_.does(person, Confirm())
    row = paragraph(class_, "LP1")
    assert (row.before, row.after) == (1.0, 0.5)
    assert (row.split, row.again, row.stayed) == (2, 2, 1)


def test_a_paragraph_relied_on_where_it_does_not_decide_is_counted() -> None:
    class_ = opened()
    for person in PEOPLE:
        says(class_, person, "low", cites=("LP1", "LP2") if person == "p1" else ("LP1",))
    assert paragraph(class_, "LP1").relied_on == 0
    row = paragraph(class_, "LP2")
    assert (row.relied_on, row.decisions, row.last, row.before) == (2, 0, Tally(0, 0, 0), None)


def test_how_sure_the_class_was_is_told_of_its_first_and_its_last_vote() -> None:
    class_ = opened()
    for person in PEOPLE:
        says(class_, person, "high", sure=3)
    class_.conduct(conduct.VoteAgain())
    for person in PEOPLE:
        says(class_, person, "high", sure=1 if person == "p6" else 2)
    below, above, sure = findings(class_).sums.calibration
    assert [(one.first.decisions, one.last.decisions) for one in (below, above, sure)] == [
        (0, 2),
        (0, 10),
        (12, 0),
    ]
    assert (sure.first.right, sure.first.seats) == (6, 6)
    assert (above.last.right, above.last.seats) == (5, 5)
    assert below.last.seats == 1


def test_a_departure_to_be_discussed_is_neither_right_nor_a_mistake_nor_a_sign_of_sureness() -> None:
    class_ = opened(STORE)
    for person in PEOPLE:
        says(class_, person, "shelf", sure=3, cites=("LP1",))
    umbrella, ring = question(class_, "store").subjects
    assert (umbrella.last, ring.last) == (Tally(6, 6, 0), Tally(6, 0, 0))
    assert findings(class_).sums.calibration[2].last.decisions == 6


def test_departures_are_told_with_how_they_were_settled() -> None:
    class_ = opened(STORE)
    for person in PEOPLE:
        says(class_, person, "shelf")
    class_.conduct(conduct.Settle("s1", *STORE, "R", True, "It rained."))
    class_.conduct(conduct.Settle("s2", *STORE, "R", False, "It did not."))
    found = findings(class_)
    assert found.sums.settled == found.courses[0].sums.settled == SettledFindings(1, 1, 4)
    departures = found.courses[0].departures
    assert [(one.seat, one.subject, one.accepted, one.reason) for one in departures][:3] == [
        ("s1", "R", True, "It rained."),
        ("s2", "R", False, "It did not."),
        ("s3", "R", None, ""),
    ]
    assert question(class_, "store").last == Tally(12, 6, 5, departures=5)


def settled_and_voted_otherwise() -> Class:
    """One seat had its departure refused and one accepted, and both chose what is called for afterwards."""
    class_ = opened(STORE)
    for person in PEOPLE:
        says(class_, person, "shelf")
    class_.conduct(conduct.Settle("s1", *STORE, "R", False, "It did not."))
    class_.conduct(conduct.Settle("s2", *STORE, "R", True, "It rained."))
    class_.conduct(conduct.VoteAgain())
    for person in PEOPLE:
        says(class_, person, "safe" if person in {"p1", "p2"} else "shelf")
    return class_


def test_what_was_settled_stays_listed_where_the_seat_voted_otherwise_later() -> None:
    class_ = settled_and_voted_otherwise()
    told = [
        (one.seat, one.accepted, one.reason, one.round, one.stands)
        for one in console_view(
            class_.classroom.guide, class_.classroom.state, Presence(frozenset())
        ).departures
    ]
    assert told == [
        *((f"s{seat}", None, "", 2, True) for seat in (3, 4, 5, 6)),
        ("s1", False, "It did not.", 1, False),
        ("s2", True, "It rained.", 1, False),
    ]
    found = findings(class_)
    assert [one.seat for one in found.courses[0].departures[-2:]] == ["s1", "s2"]
    assert found.courses[0].departures[-1].chosen
    assert found.sums.settled == SettledFindings(accepted=1, refused=1, waiting=4)


def test_what_was_accepted_is_no_mistake_of_the_vote_that_it_was_accepted_in() -> None:
    class_ = settled_and_voted_otherwise()
    _, ring = question(class_, "store").subjects
    assert ring.first == Tally(6, 0, 5, departures=5)


def test_a_departure_that_is_voted_for_once_more_stands_and_remains_settled() -> None:
    class_ = settled_and_voted_otherwise()
    class_.conduct(conduct.VoteAgain())
    says(class_, "p1", "shelf")
    [first, *_] = [one for one in findings(class_).courses[0].departures if one.seat == "s1"]
    assert (first.accepted, first.round, first.stands) == (False, 3, True)


def test_an_end_is_of_every_seat_that_voted() -> None:
    class_ = opened()
    for person in PEOPLE:
        says(class_, person, "high")
    class_.conduct(conduct.VoteAgain())
    for person in PEOPLE[:5]:
        says(class_, person, "low")
    found = question(class_, "worth")
    assert ([one.voted for one in found.subjects], found.seats) == ([(6, 5), (6, 5)], 6)


def test_a_mistake_is_a_departure_only_where_its_acceptance_would_mend_it() -> None:
    class_ = opened(("found", "look"))
    for person in PEOPLE[:3]:
        says(class_, person, "log", "ask", "guess")
    says(class_, PEOPLE[3], "guess")
    says(class_, PEOPLE[4], "log", "ask", "guess", cites=("LP1",))
    says(class_, PEOPLE[5], "none")
    assert question(class_, "look").last == Tally(6, 0, 5, departures=3)


def test_a_departure_accepted_in_the_last_vote_excuses_an_earlier_vote_only_for_the_same() -> None:
    class_ = opened(("found", "look"))
    for person in PEOPLE:
        says(class_, person, "log", "ask", "guess")
    class_.conduct(conduct.VoteAgain())
    for person in PEOPLE:
        says(class_, person, *(("guess",) if person == "p1" else ("log", "ask", "guess")))
    for seat in ("s1", "s2"):
        class_.conduct(conduct.Settle(seat, "found", "look", "case", True, "Well argued."))
    [subject] = question(class_, "look").subjects
    assert (subject.first, subject.last) == (Tally(6, 0, 5, departures=5), Tally(6, 0, 5, departures=4))


def test_departures_are_not_summed_where_it_would_tell_of_the_few_who_voted_again() -> None:
    class_ = opened(STORE)
    for person in PEOPLE:
        says(class_, person, "shelf")
    class_.conduct(conduct.VoteAgain())
    for person in PEOPLE[:2]:
        says(class_, person, "safe")
    assert findings(class_).sums.settled == SettledFindings(0, 0, 0)
    assert len(findings(class_).courses[0].departures) == 4


def test_what_the_guidance_is_silent_on_is_no_mistake_of_a_paragraph() -> None:
    class_ = held(13, voices(6), most=99, away=0.0)
    [course] = class_.findings.courses
    decided = [one for each in course.questions for one in each.subjects]
    silent = {paragraph for one in decided if one.silence is not None for paragraph in one.paragraphs}
    assert silent
    for row in course.sums.paragraphs:
        behind = [one for one in decided if row.paragraph in one.paragraphs and one.last.decisions]
        assert row.decisions == len(behind)
        assert row.last.decisions == sum(one.last.decisions for one in behind if one.silence is None)
        assert row.last.mistakes == sum(one.last.mistakes for one in behind)


def test_sums_of_the_class_are_those_of_its_cases_together() -> None:
    class_ = opened()
    for person in PEOPLE:
        says(class_, person, "low")
    class_.conduct(conduct.EndCase())
    class_.begins()
    class_.conduct(conduct.OpenQuestion(*WORTH))
    for person in PEOPLE[:5]:
        says(class_, person, "high")
    found = findings(class_)
    assert [course.sums.last for course in found.courses] == [Tally(12, 6, 6), Tally(10, 5, 5)]
    assert found.sums.last == Tally(22, 11, 11)
    assert [course.ended for course in found.courses] == [True, False]
    [row] = found.sums.paragraphs
    assert (row.decisions, row.last) == (4, Tally(22, 11, 11))


def test_at_their_own_pace_the_confirmed_answers_are_the_votes() -> None:
    class_ = Class(*"ABCDE")
    class_.begins("own")
    for person in PEOPLE[:5]:
        class_.does(person, Answer("look", "case", ("log", "ask")))
        for subject in "UR":
            class_.does(person, Answer("worth", subject, ("low",)))
        class_.does(person, Confirm())
        for subject in "UR":
            class_.does(person, Answer("store", subject, ("safe",)))
        class_.does(person, Confirm())
    found = findings(class_)
    assert found.courses[0].voted == 5
    assert {one.question: one.last for one in found.courses[0].questions} == {
        "look": Tally(5, 5, 0),
        "worth": Tally(10, 5, 5),
        "store": Tally(10, 5, 5),
        "close": Tally(0, 0, 0),
    }


def test_prompts_and_information_are_told_once_each() -> None:
    class_ = opened()
    class_.conduct(conduct.Pause("Why?"), conduct.Pause(None), conduct.Pause("Why?"), conduct.Pause(""))
    class_.conduct(conduct.Inject("It rains."))
    [course] = findings(class_).courses
    assert (course.prompts, course.injected) == (("Why?",), ("It rains.",))


def test_a_class_without_a_case_has_findings_too() -> None:
    class_ = Class("Ann")
    found = findings(class_)
    assert (found.seats, found.people, found.courses, found.over) == (1, 1, (), False)
    assert found.sums == replace(found.sums, first=Tally(0, 0, 0), last=Tally(0, 0, 0), paragraphs=())
    with pytest.raises(UsageFault, match="no class yet"):
        findings_of(class_.classroom.guide, ())
