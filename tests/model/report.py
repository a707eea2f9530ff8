"""The questions on the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .answer import Answer
from .notation import cell, cells

if TYPE_CHECKING:
    from .words import Case

CRIME_REPORT = cells(
    "record_now: E(s) IG10 IG17 | record_after_enquiries: C(i) IG10 IG17 | do_not_record: C(s) IG10"
)
CLASSIFICATION = cells("ho_086_02: E(s) IG11 | other_class: C(i) IG11")
VICTIM = cells("regina: E(s) IG11 | child: C(s) IG11")
ENQUIRIES = cells(
    "police_systems: E(s) IG17 | social_care_systems: E(s) IG17"
    " | device_examination: D(i) IG17 | none: C(s) IG17"
)
HOME, NO_HOME = cell("E(i) IG17"), cell("D(i) IG17")


def answers(case: Case) -> list[Answer]:
    """The five decisions on the report."""
    homes = {child.home for child in case.children}
    contact = {
        "first_contact_team": HOME if "city" in homes else NO_HOME,
        "call_derbyshire": HOME if "county" in homes else NO_HOME,
    }
    return [
        Answer("crime_report", "case", "any", CRIME_REPORT),
        Answer("classification", "case", "any", CLASSIFICATION),
        Answer("victim", "case", "any", VICTIM),
        Answer("enquiries", "case", "any", ENQUIRIES),
        Answer("social_care_contact", "case", "any", contact),
    ]
