"""What the opening screen keeps from the last run."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from simulator.session.case_packs import CaseTitle
from simulator.tui.index import index_of, packs_of, standing_of
from tests.tui.lost_property import CASE, lost_property
from tests.tui.written import LITTLE, training_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.store.store import Store


def test_an_index_gives_back_what_it_was_made_from(store: Store) -> None:
    cases = (CaseTitle("bench", "Three things"), CaseTitle("late", "A late find"))
    written = replace(LITTLE, name="written", intensity=2, cases=cases, makes=False)
    training = training_of(lost_property(), CASE, store, packs=[LITTLE, written])
    index = json.loads(json.dumps(index_of(training)))
    assert standing_of(index) == training.standing
    assert packs_of(index) == training.packs


@pytest.mark.parametrize(
    "index",
    [None, {}, {"standing": 7, "packs": "x"}, {"packs": [{}, None, {"name": 1}]}, {"packs": {"a": 1}}],
)
def test_an_index_that_is_broken_gives_nothing(index: Mapping[str, object] | None) -> None:
    assert standing_of(index) == ""
    assert packs_of(index) == []
