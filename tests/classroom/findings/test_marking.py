"""A vote is marked as the scoring room marks it, on generated cases and whatever is chosen."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.classroom.findings.marking import RIGHT, mark_of_vote
from simulator.scoring.choice import Choice
from simulator.scoring.marks import mark_of
from simulator.session.debrief_view import RulingView
from simulator.session.key_view import KeyDecisionView
from simulator.session.state import NOTHING, Given

from .held import case, guide

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.session.summary_view import Mark

Key = tuple[str, str, str]


def some_given(key: KeyDecisionView, chance: Random, wrong: float) -> Given:
    """Something that may be said of a decision: what is called for, save for a share of `wrong`."""
    asked = guide().asked(key.question)
    chosen = list(key.called_for) or list(asked.options)
    if chance.random() < wrong:
        chosen = chance.sample(list(asked.options), k=chance.randint(1, len(asked.options)))
    chosen = [one for one in chosen if one != asked.excluding] or chosen
    cites = (next(iter(guide().paragraphs)),) if chance.random() < 0.5 else ()
    rationale = "For this reason." if chance.random() < 0.5 else " "
    return Given(tuple(chosen if asked.several else chosen[:1]), rationale, None, cites)


def debriefed(seed: int, said: Mapping[Key, Given]) -> dict[Key, Mark]:
    """The marks of the debrief."""
    choices = [Choice(*key, one.chosen, one.rationale, None, one.cites) for key, one in said.items()]
    return {
        (phase.phase, question.question, decision.subject): decision.mark
        for phase in guide().debrief(case(seed), choices).phases
        for question in phase.questions
        for decision in question.decisions
    }


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 12), st.integers(0, 10**6), st.sampled_from([0.02, 0.2, 1.0]))
def test_a_vote_has_the_mark_of_the_debrief(seed: int, chance: int, wrong: float) -> None:
    keys = {(one.phase, one.question, one.subject): one for one in guide().key(case(seed))}
    random = Random(chance)
    said = {at: some_given(key, random, wrong) for at, key in keys.items()}
    told = debriefed(seed, said)
    assert told.keys() == keys.keys()
    for at, key in keys.items():
        several = guide().asked(key.question).several
        mark = mark_of_vote(key, said[at], several=several)
        # That an error follows from an earlier one is not asked of a vote, which stands alone.
        assert mark == told[at] or (told[at] == "follows" and mark in {"mistake", "discuss"})


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 12), st.integers(0, 10**6))
def test_a_vote_is_right_just_where_scoring_gives_all_of_its_point(seed: int, chance: int) -> None:
    random = Random(chance)
    for key in guide().key(case(seed)):
        one = some_given(key, random, 0.7)
        several, excused = guide().asked(key.question).several, bool(one.rationale.strip() and one.cites)
        verdicts = {ruling.option: ruling.verdict for ruling in key.options}
        scored = mark_of(verdicts, one.chosen, several=several, excused=excused)  # type: ignore[arg-type]
        mark = mark_of_vote(key, one, several=several)
        if key.silence is not None:
            assert mark == "silent"
        else:
            whole = mark in RIGHT or (several and mark == "discuss")
            assert whole == (scored == 1), (key, one)


VERDICTS = {"due": "expected", "too": "expected", "open": "acceptable", "away": "departure", "no": "contrary"}
KEY = KeyDecisionView(
    "p", "q", "s", "S", "q.rule",
    tuple(RulingView(option, option, verdict, "", "stated", "", "", False) for option, verdict in VERDICTS.items()),
    None, (),
)  # fmt: skip
REASONED = {"rationale": "So.", "cites": ("P1",)}


@pytest.mark.parametrize(
    ("chosen", "several", "said", "mark"),
    [
        (("due",), False, {}, "right"),
        (("open",), False, {}, "acceptable"),
        (("no",), False, REASONED, "mistake"),
        (("away",), False, {}, "mistake"),
        (("away",), False, {"rationale": "So."}, "mistake"),
        (("away",), False, {"cites": ("P1",)}, "mistake"),
        (("away",), False, REASONED, "discuss"),
        (("due", "too"), True, {}, "right"),
        (("due",), True, {}, "mistake"),
        (("due", "too", "open"), True, {}, "right"),
        (("due", "too", "no"), True, {}, "mistake"),
        (("due", "too", "away"), True, REASONED, "discuss"),
        (("due", "away"), True, REASONED, "mistake"),
    ],
)
def test_what_was_chosen_and_said_makes_the_mark(
    chosen: tuple[str, ...], several: bool, said: dict[str, str], mark: Mark
) -> None:
    assert mark_of_vote(KEY, Given(chosen, **said), several=several) == mark  # type: ignore[arg-type]


def test_a_departure_that_was_accepted_is_no_mistake() -> None:
    assert mark_of_vote(KEY, Given(("away",)), several=False, accepted=True) == "discuss"
    assert mark_of_vote(KEY, Given(("no",)), several=False, accepted=True) == "mistake"


def test_what_is_not_answered_has_no_mark() -> None:
    assert mark_of_vote(KEY, NOTHING, several=True) is None
