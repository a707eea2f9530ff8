"""`progress/1`: the views as JSON data, and a committed schema that does not drift from them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema_rs import Draft202012Validator

from simulator.report.of_learner import progress
from simulator.report.of_learner.progress import progress_data
from tests.report.of_class.hostile import HOSTILE

from .records import EMPTY, NOTHING_DUE, RECORD, TODAY, leaves, records, todays
from .schema_made import schema
from .test_pages import ACTING

if TYPE_CHECKING:
    from simulator.session.record_view import RecordView
    from simulator.session.today_view import TodayView

COMMITTED = Path(progress.__file__).parent / "schemas" / "progress.json"


def validator() -> Draft202012Validator:
    return Draft202012Validator(json.loads(COMMITTED.read_text(encoding="utf-8")))


def test_the_committed_schema_is_the_one_that_the_views_give() -> None:
    made = json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"
    assert COMMITTED.read_text(encoding="utf-8") == made, f"write this to {COMMITTED}:\n{made}"


@pytest.mark.parametrize(("today", "record"), [(TODAY, RECORD), (NOTHING_DUE, EMPTY)], ids=["full", "empty"])
def test_what_is_given_keeps_to_the_schema(today: TodayView, record: RecordView) -> None:
    validator().validate(json.loads(json.dumps(progress_data(today, record))))


@settings(max_examples=60, deadline=None)
@given(todays(st.sampled_from(HOSTILE) | st.text(max_size=20)), records(st.sampled_from(HOSTILE)))
def test_any_view_keeps_to_the_schema_and_nothing_in_it_acts(today: TodayView, record: RecordView) -> None:
    data = json.loads(json.dumps(progress_data(today, record), ensure_ascii=False, allow_nan=False))
    validator().validate(data)
    assert not [text for text in texts(data) if ACTING.search(text)]


def texts(data: object) -> list[str]:
    """Every text in JSON data."""
    if isinstance(data, dict):
        return [text for each in data.values() for text in texts(each)]
    if isinstance(data, list):
        return [text for each in data for text in texts(each)]
    return [data] if isinstance(data, str) else []


@pytest.mark.parametrize("changed", leaves(RECORD))
def test_every_single_thing_of_the_record_is_in_it(changed: RecordView) -> None:
    assert progress_data(TODAY, changed) != progress_data(TODAY, RECORD)


@pytest.mark.parametrize("changed", leaves(TODAY))
def test_every_single_thing_of_the_plan_is_in_it(changed: TodayView) -> None:
    assert progress_data(changed, RECORD) != progress_data(TODAY, RECORD)


def test_the_schema_refuses_what_is_not_of_the_format() -> None:
    data = json.loads(json.dumps(progress_data(TODAY, RECORD)))
    for bad in (
        {**data, "format": "progress/2"},
        {**data, "more": 1},
        {**data, "today": {**data["today"], "minutes": "30"}},
        {**data, "record": {key: value for key, value in data["record"].items() if key != "skill"}},
    ):
        assert not validator().is_valid(bad)


def test_every_field_with_a_docstring_is_described() -> None:
    told = COMMITTED.read_text(encoding="utf-8")
    assert len(re.findall('"description"', told)) > 30
    assert "From 0, all moved, to 1, none did" in told
