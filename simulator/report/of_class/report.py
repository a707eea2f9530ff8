"""The report of a class: every file of it, by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.report.of_class.pages import facilitators_page, public_page
from simulator.report.of_class.tables import tables

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.classroom.findings.findings import ClassFindings

PUBLIC = ("report.html", "votes.csv", "paragraphs.csv", "calibration.csv", "timeline.csv")
"""The files that name nobody, and tell no distribution of fewer than five votes."""


def class_report(findings: ClassFindings) -> Mapping[str, bytes]:
    """The content of every file; the same findings give the same bytes, whenever and wherever."""
    return {
        "report.html": public_page(findings).encode(),
        "for-the-facilitator.html": facilitators_page(findings).encode(),
        **tables(findings),
    }
