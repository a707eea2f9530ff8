"""What a seat should practise next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.classroom import conduct
from simulator.classroom.findings.practise import listed, practise
from simulator.session.commands import Answer, Confirm, Sureness
from simulator.session.debrief_view import CitationView
from simulator.session.key_view import KeyDecisionView
from tests.classroom import lending

from .held import guide, held, voices

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    import pytest

    from simulator.classroom.class_view import PractiseView
    from simulator.classroom.guide import ClassGuide

CITES = {
    "look": ("LP1",), "worth.U": ("LP1", "LP2"), "worth.R": ("LP2",), "store.U": (), "store.R": ("LP9",),
    "close.U": ("LP8",), "close.R": ("LP7",),
}  # fmt: skip


class Cited(lending.Lending):
    """The library, with paragraphs of each decision's own."""

    def key(self, case: Mapping[str, Any]) -> Sequence[KeyDecisionView]:
        return tuple(
            KeyDecisionView(
                one.phase, one.question, one.subject, one.label, one.rule, one.options, one.silence,
                tuple(CitationView(key, "words") for key in _cites(one)),
            )
            for one in super().key(case)
        )  # fmt: skip


def _cites(one: KeyDecisionView) -> Sequence[str]:
    return CITES[one.question if one.question == "look" else f"{one.question}.{one.subject}"]


def library(monkeypatch: pytest.MonkeyPatch) -> lending.Class:
    monkeypatch.setattr(lending, "Lending", Cited)
    class_ = lending.Class("Ann", "Bo")
    class_.begins()
    return class_


def vote(
    class_: lending.Class, question: str, said: Mapping[str, tuple[str, int | None]], person: str = "p1"
) -> None:
    class_.conduct(conduct.OpenQuestion(class_.course.plan.phases[class_.course.come - 1].phase, question))
    for subject, (chosen, sure) in said.items():
        class_.does(person, Answer(question, subject, tuple(chosen.split())))
        if sure is not None:
            class_.does(person, Sureness(question, subject, sure))
    class_.does(person, Confirm())


def of(class_: lending.Class, seat: str = "s1") -> tuple[PractiseView, ...]:
    the_guide: ClassGuide = class_.classroom.guide
    return practise(the_guide, class_.course, seat)


def test_what_one_was_surest_of_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    class_ = library(monkeypatch)
    vote(class_, "look", {"case": ("log", 1)})
    vote(class_, "worth", {"U": ("low", 3), "R": ("low", 2)})
    vote(class_, "store", {"U": ("shelf", 3), "R": ("shelf", 3)})
    assert [(one.paragraph, one.section) for one in of(class_)] == [
        ("LP9", ""),
        ("LP2", "All"),
        ("LP1", "All"),
    ]
    assert [one.why for one in of(class_)] == [
        "Keeping (Ring): above 80% sure, you chose “On a shelf”; the guidance calls for “In the safe”.",
        "Worth (Ring): above 67% sure, you chose “Little”; the guidance calls for “Much”.",
        "Looking (The case): you left out “Ask around”, which the guidance calls for.",
    ]


def test_a_paragraph_behind_several_mistakes_is_told_once_with_their_number(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class_ = library(monkeypatch)
    vote(class_, "worth", {"U": ("high", None), "R": ("low", None)})
    [only] = of(class_)
    assert only.paragraph == "LP2"
    assert only.why == (
        "Worth (Umbrella): you chose “Much”; the guidance calls for “Little”; 1 more mistake rests on it."
    )


def test_a_mistake_of_which_one_was_sure_comes_before_several_others(monkeypatch: pytest.MonkeyPatch) -> None:
    class_ = library(monkeypatch)
    vote(class_, "worth", {"U": ("high", 1), "R": ("low", 1)})
    vote(class_, "store", {"U": ("shelf", 3), "R": ("shelf", 2)})
    assert [one.paragraph for one in of(class_)] == ["LP9", "LP2"]


def test_three_are_offered_at_the_most(monkeypatch: pytest.MonkeyPatch) -> None:
    class_ = library(monkeypatch)
    vote(class_, "worth", {"U": ("low", None), "R": ("low", None)})
    vote(class_, "store", {"U": ("safe", None), "R": ("shelf", None)})
    class_.conduct(conduct.RevealPhase())
    vote(class_, "close", {"U": ("sell", 3), "R": ("sell", 2)})
    assert [one.paragraph for one in of(class_)] == ["LP8", "LP7", "LP2"]


def test_the_last_vote_is_what_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    class_ = library(monkeypatch)
    vote(class_, "worth", {"U": ("high", 3), "R": ("high", 3)})
    assert of(class_)
    class_.conduct(conduct.VoteAgain())
    class_.does("p1", Answer("worth", "U", ("low",)))
    class_.does("p1", Confirm())
    assert of(class_) == ()


def test_who_voted_for_nothing_wrong_has_nothing_to_practise(monkeypatch: pytest.MonkeyPatch) -> None:
    class_ = library(monkeypatch)
    vote(class_, "worth", {"U": ("low", 3), "R": ("low", 3)})
    assert of(class_, "s2") == ()


def test_many_options_are_named_by_two_and_a_number() -> None:
    assert listed("A") == "“A”"
    assert listed("AB") == "“A” and “B”"
    assert listed("ABCD") == "“A”, “B” and 2 more"


def test_in_a_real_case_every_paragraph_is_one_of_the_guidance_and_behind_a_mistake() -> None:
    class_ = held(2, voices(6))
    for seat in class_.state.seats:
        found = practise(guide(), class_.course, seat)
        assert len({one.paragraph for one in found}) == len(found) <= 3
        for one in found:
            assert one.section == guide().paragraphs[one.paragraph].section
            assert one.why.endswith(".")
