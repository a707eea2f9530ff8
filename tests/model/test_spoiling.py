"""Every way of spoiling drawn facts spoils them, by the model read by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from .drawing import possible_facts
from .impossible import impossible
from .spoiling import SPOILERS, spoilt

if TYPE_CHECKING:
    from collections.abc import Callable

    from .notation import Facts


@pytest.mark.parametrize("spoil", SPOILERS, ids=lambda spoil: spoil.__name__.strip("_"))
@settings(max_examples=20, deadline=None)
@given(facts=possible_facts())
def test_spoilt_facts_are_impossible(spoil: Callable[[Facts], None], facts: Facts) -> None:
    assert impossible(spoilt(facts, spoil))
