"""Of endless broken inputs the first thousand faults are kept, and one more says how many there were besides."""

from __future__ import annotations

import io
import json
import sys

import pytest

from simulator.cli.inputs import MOST_FAULTS, Inputs
from simulator.cli.main import main
from simulator.cli.workshop import Workshop

GOOD = {"format": "case-facts/1", "id": "two", "people": [], "factors": []}


def given(monkeypatch: pytest.MonkeyPatch, lines: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines)))


@pytest.mark.parametrize("broken", [1, MOST_FAULTS - 1, MOST_FAULTS])
def test_a_thousand_faults_are_all_kept(monkeypatch: pytest.MonkeyPatch, broken: int) -> None:
    given(monkeypatch, b"{\n" * broken)
    inputs = Inputs(Workshop())
    assert list(inputs.each(["-"])) == []
    assert [fault.place.line for fault in inputs.faults] == list(range(1, broken + 1))


def test_of_more_the_rest_is_one_line_at_the_place_where_it_begins(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    given(monkeypatch, b"[\n" * 25_000)
    assert main(["assess", "-"]) == 1
    told = capsys.readouterr().err.splitlines()
    assert len(told) == MOST_FAULTS + 1
    assert told[-1] == (
        "<stdin>:1001:2: 24,000 more faults are not shown, of which this is the place of the first; "
        "mend those above first"
    )


def test_one_input_with_more_faults_than_are_kept_is_cut_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    people = [{"id": f"P{number}", "age": 14, "home": "city", "acts": ["told_only"]} for number in range(60)]
    factors = [{"kind": "force", "grade": "suspected", "by": "P1", "against": ["Z"] * 30} for _ in range(60)]
    given(monkeypatch, json.dumps(GOOD | {"people": people, "factors": factors}).encode())
    inputs = Inputs(Workshop())
    assert list(inputs.each(["-"])) == []
    assert len(inputs.faults) == MOST_FAULTS + 1
    assert " more faults are not shown" in inputs.faults[-1].what
