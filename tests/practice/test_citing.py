"""Paragraphs that were relied on."""

from __future__ import annotations

from simulator.practice.citing import Cited, cited_view
from simulator.session.record_view import CitedView
from tests.practice.judged import judged

NONE = Cited(0, 0, 0, {})


def test_what_was_relied_on_is_held_against_what_decides() -> None:
    after = NONE.after(
        [
            judged(cites=("LP1", "LP9"), decides=("LP1", "LP2")),
            judged(cites=("LP3",), decides=("LP2",)),
            judged(cites=(), decides=("LP4",)),
        ]
    )
    assert cited_view(after) == CitedView(relied=3, deciding=1, unsaid=1, missed=(("LP2", 2),))


def test_what_was_missed_most_comes_first() -> None:
    after = NONE.after(
        [judged(cites=("LP9",), decides=("LP1", "LP2")), judged(cites=("LP9",), decides=("LP2",))]
    )
    assert cited_view(after).missed == (("LP2", 2), ("LP1", 1))


def test_where_the_guidance_is_silent_or_names_nothing_nothing_is_counted() -> None:
    assert NONE.after([judged(mark="silent", cites=("LP1",)), judged(cites=("LP1",), decides=())]) == NONE


def test_a_mistake_may_rest_on_the_paragraph_that_decides() -> None:
    assert NONE.after([judged(mark="mistake", cites=("LP1",))]).deciding == 1
