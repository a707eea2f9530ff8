"""A judged decision read from the event that keeps it."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

import pytest

from simulator.practice.judged_reading import judged_from
from simulator.session.guide import Judged
from tests.practice.judged import judged

WHOLE = judged(sureness=3, cites=("LP1",), kinds=("late",), also_open=("low",))
STRANGE: tuple[Any, ...] = (5, 1.5, "x", None, True, [[1]], [{}], [5], {}, {"a": 1})


def test_it_is_read_as_it_was_kept() -> None:
    assert judged_from(json.loads(json.dumps(WHOLE.as_data()))) == WHOLE
    assert judged_from(judged().as_data()) == judged()


def test_what_a_later_edition_says_besides_is_passed_over() -> None:
    assert judged_from({**WHOLE.as_data(), "more": 1}) == WHOLE


@pytest.mark.parametrize("name", [field.name for field in fields(Judged)])
def test_a_field_that_is_missing_or_of_another_type_is_refused(name: str) -> None:
    data = WHOLE.as_data()
    with pytest.raises(ValueError, match=name):
        judged_from({key: value for key, value in data.items() if key != name})
    for strange in STRANGE:
        if type(strange) is not type(data[name]) and not (name == "sureness" and strange is None):
            with pytest.raises(ValueError, match=name):
                judged_from({**data, name: strange})


@pytest.mark.parametrize(
    "damage", [{"mark": "well"}, {"chosen": [["high"]]}, {"kinds": [{}]}, {"cites": [5]}]
)
def test_a_word_that_is_none_of_its_own_is_refused(damage: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=next(iter(damage))):
        judged_from({**WHOLE.as_data(), **damage})


@pytest.mark.parametrize("data", [None, [], "", 5])
def test_what_is_no_object_is_refused(data: object) -> None:
    with pytest.raises(ValueError, match="object"):
        judged_from(data)
