"""What a class got wrong, told in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.classroom import conduct
from simulator.classroom.findings.polled import last_ballots
from simulator.classroom.findings.wrong import got_wrong, told_wrong
from simulator.classroom.state import RuleTally
from simulator.session.commands import Answer, Confirm

from .held import guide, held, voices
from .test_practise import library, vote

if TYPE_CHECKING:
    import pytest

    from simulator.classroom.class_view import WrongView
    from tests.classroom.lending import Class


def of(class_: Class) -> tuple[WrongView, ...]:
    return got_wrong([class_.course] if class_.course.ended else [])


def told(class_: Class) -> list[tuple[str, str, str, str, int, int]]:
    return [(one.title, one.called_for, one.paragraph, one.section, one.times, one.of) for one in of(class_)]


def test_it_is_told_by_question_what_is_called_for_and_how_often(monkeypatch: pytest.MonkeyPatch) -> None:
    class_ = library(monkeypatch)
    for person in ("p1", "p2"):
        vote(class_, "worth", {"U": ("low", None), "R": ("low", None)}, person)
    vote(class_, "look", {"case": ("none", None)})
    assert of(class_) == ()
    class_.conduct(conduct.EndCase())
    assert told(class_) == [
        ("Worth", "“Much”", "LP2", "All", 2, 4),
        ("Looking", "“In the log” and “Ask around”", "LP1", "All", 1, 1),
    ]
    assert [one.rules for one in of(class_)] == [("worth.row",), ("look.row",)]


def test_where_something_else_is_called_for_each_time_all_of_it_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class_ = library(monkeypatch)
    vote(class_, "worth", {"U": ("high", None), "R": ("low", None)})
    class_.conduct(conduct.EndCase())
    [(title, called_for, _, _, times, of_)] = told(class_)
    assert (title, called_for, times, of_) == ("Worth", "“Little” or “Much”", 2, 2)


def of_rule(rule: str, *called_for: tuple[str, ...], title: str = "Code") -> list[RuleTally]:
    return [RuleTally(rule, title, labels, "P1", "All", 1, 2) for labels in called_for]


def test_two_rules_of_a_question_never_read_alike() -> None:
    alike = (
        of_rule("a", ("A", "B", "C", "D")),
        of_rule("b", ("A", "B", "C", "E")),
        of_rule("c", ("A",), ("B",)),
    )
    found = told_wrong(
        [*alike[0], *alike[1], *alike[2], *of_rule("d", ("B",)), *of_rule("e", ("A",), ("B",), ("C",))]
    )
    assert {one.rules: one.called_for for one in found} == {
        ("a",): "“A”, “B”, “C” and “D”",
        ("b",): "“A”, “B”, “C” and “E”",
        ("c",): "“A” or “B”",
        ("d",): "“B”",
        ("e",): "“A”, “B” or “C”",
    }


def test_several_options_that_are_called_for_together_are_told_apart_from_others() -> None:
    [one] = told_wrong(of_rule("a", ("C",), ("A", "B")))
    assert one.called_for == "“A” and “B”; or “C”"
    same, other = told_wrong(
        [*of_rule("a", ("C",), ("B",)), *of_rule("b", ("B",), ("C",)), *of_rule("c", ("B",))]
    )
    assert (same.rules, same.times, other.rules) == (("a", "b"), 4, ("c",))


def test_only_the_last_votes_count(monkeypatch: pytest.MonkeyPatch) -> None:
    class_ = library(monkeypatch)
    vote(class_, "worth", {"U": ("low", None), "R": ("low", None)})
    class_.conduct(conduct.VoteAgain())
    class_.does("p1", Answer("worth", "R", ("high",)))
    class_.does("p1", Confirm())
    class_.conduct(conduct.EndCase())
    assert of(class_) == ()


def test_of_a_case_that_another_one_followed_it_can_still_be_told(monkeypatch: pytest.MonkeyPatch) -> None:
    class_ = library(monkeypatch)
    vote(class_, "worth", {"U": ("low", None), "R": ("low", None)})
    class_.conduct(conduct.EndCase())
    before = class_.course
    class_.begins()
    [past] = class_.classroom.state.past
    assert past.case == before.case["id"]
    assert told_wrong(past.tallies) == got_wrong([before]) != ()
    assert class_.classroom.state.played == {before.case["id"]}


def test_in_real_cases_nothing_is_told_twice_in_the_same_words_and_nothing_is_lost() -> None:
    class_ = held(2, voices(6), settling=False)
    found = got_wrong([class_.course])
    assert [one.times for one in found] == sorted((one.times for one in found), reverse=True)
    words = [(one.title, one.called_for, one.paragraph) for one in found]
    assert len(set(words)) == len(words) > 1
    mistakes: dict[str, int] = {}
    for decision, ballot in last_ballots(guide(), class_.course):
        rule = decision.key.rule
        mistakes[rule] = mistakes.get(rule, 0) + sum(cast.mark == "mistake" for cast in ballot)
    assert sum(one.times for one in found) == sum(mistakes.values())
    assert {rule for one in found for rule in one.rules} == {
        rule for rule, times in mistakes.items() if times
    }
    for one in found:
        assert 0 < one.times <= one.of
        assert one.called_for
        assert one.section == guide().paragraphs[one.paragraph].section
