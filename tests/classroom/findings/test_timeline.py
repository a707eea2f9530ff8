"""How a class went on, with minutes since it began, and without a name."""

from __future__ import annotations

from simulator.classroom import conduct
from simulator.classroom.findings.timeline import in_utc, timeline, written
from simulator.session.commands import Answer, Confirm
from tests.classroom.lending import Class, Lending

LOOK = ("found", "look")


def told(class_: Class) -> list[str]:
    return [moment.what for moment in timeline(Lending(), class_.events)]


def test_every_step_of_the_conduct_is_told_in_order() -> None:
    class_ = Class("Ann", "Bo")
    class_.begins()
    class_.conduct(conduct.OpenQuestion(*LOOK))
    class_.votes("p1", "look", "guess")
    class_.votes("p2", "look", "log", "ask")
    class_.conduct(conduct.ShowVotes(True), conduct.ShowVotes(False), conduct.Pause("Where?\nWhy?"))
    class_.conduct(conduct.Pause(None), conduct.Pause(""), conduct.VoteAgain())
    class_.votes("p2", "look", "log", "ask")
    class_.conduct(
        conduct.CloseVote(), conduct.RevealVerdict(), conduct.GoBack(), conduct.Inject("It rains.")
    )
    class_.conduct(conduct.Settle("s1", *LOOK, "case", True, "Well argued."), conduct.SkipQuestion("worth"))
    class_.conduct(conduct.RevealPhase(), conduct.EndClass())
    assert told(class_) == [
        "The class began.",
        "2 people joined.",
        "A case began: Two things on a bench.",
        "A question was opened: Looking.",
        "2 votes were cast.",
        "The votes were shown: Looking.",
        "The votes were hidden: Looking.",
        "The class paused to discuss: Where? Why?",
        "The class went on.",
        "The class paused.",
        "The class was to vote again: Looking.",
        "A vote was cast.",
        "The vote was closed: Looking.",
        "What the guidance says was told: Looking.",
        "It was taken back that it was told what the guidance says: Looking.",
        "Further information was given: It rains.",
        "A departure was accepted: Looking.",
        "A question was skipped: Worth.",
        "A phase came to light: When the day ends.",
        "The case ended.",
        "The class ended.",
    ]


def test_at_their_own_pace_it_is_told_how_many_phases_were_confirmed() -> None:
    class_ = Class("Ann", "Bo")
    class_.begins("own")
    for person in ("p1", "p2"):
        class_.does(person, Answer("look", "case", ("log", "ask")))
        for question in ("worth", "store"):
            for subject in "UR":
                class_.does(person, Answer(question, subject, ("low" if question == "worth" else "safe",)))
            class_.does(person, Confirm())
    assert told(class_)[-1] == "2 phases were confirmed."


def test_minutes_count_from_the_first_event_and_a_count_ends_with_its_last() -> None:
    class_ = Class("Ann", "Bo", "Cy")
    stamps = [
        "2026-01-01T10:00:00Z",
        "2026-01-01T10:00:30+00:00",
        "2026-01-01T11:01:00+01:00",
        "2026-01-01T10:03:12",
    ]
    events = [{**event, "at": at} for event, at in zip(class_.events, stamps, strict=True)]
    assert [(moment.at, moment.minute, moment.case) for moment in timeline(Lending(), events)] == [
        ("2026-01-01T10:00:00Z", 0.0, 0),
        ("2026-01-01T10:03:12Z", 3.2, 0),
    ]


def test_where_no_clock_told_there_are_no_minutes() -> None:
    class_ = Class("Ann")
    for at in (None, "soon", 7):
        [began, joined] = timeline(Lending(), [{**event, "at": at} for event in class_.events])
        assert (began.at, began.minute, joined.minute) == (None, None, None)


def test_a_moment_is_written_in_utc() -> None:
    assert written(in_utc("2026-01-01T01:30:00.999+02:00")) == "2025-12-31T23:30:00Z"
