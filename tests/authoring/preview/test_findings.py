"""The linter's findings, in short."""

from __future__ import annotations

import pytest

from simulator.authoring.lint.finding import Excused, Finding, Linted, Severity
from simulator.authoring.preview.findings import MOST, counted, with_findings
from simulator.authoring.preview.view import CaseView, Passage, Row


def found(severity: Severity = "error", line: int = 3) -> Finding:
    """A finding."""
    return Finding("cases/a.yaml", line, 5, "unlike", severity, "this is unlike that", "make it so")


def linted(*findings: Finding, excused: int = 0) -> Linted:
    """What a linter gives."""
    return Linted("a", ".", findings, (Excused(found(), "for a reason"),) * excused)


@pytest.mark.parametrize(
    ("result", "said"),
    [
        (linted(), "no findings"),
        (linted(found()), "1 error"),
        (linted(found(), found(line=4), found("warning")), "2 errors, 1 warning"),
        (linted(excused=2), "2 excused"),
    ],
)
def test_findings_are_counted_by_what_they_are(result: Linted, said: str) -> None:
    assert counted(result) == said


def test_the_first_findings_stand_at_the_head_of_the_key_and_the_others_are_counted() -> None:
    result = linted(*(found(line=line) for line in range(1, MOST + 3)))
    case = with_findings(CaseView("A", (Row((Passage("title", "A"),)),)), result)
    told = [passage.text for passage in case.rows[0].key]
    assert told[1] == "a.yaml:1:5: this is unlike that; make it so [unlike]"
    assert len(told) == 1 + MOST + 1
    assert told[-1].startswith("and 2 more")
