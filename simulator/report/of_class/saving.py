"""Saving the report of a class as a new folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.report.numbered import keep_in, name_of
from simulator.report.of_class.report import class_report

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.classroom.findings.findings import ClassFindings


def save_class_report(findings: ClassFindings, folder: Path) -> tuple[Path, ...]:
    """Save the report in a new folder inside `folder`, and return where its files lie.

    The new folder is called after the day and the class, and kept as `keep_in` has it. It can be read by its owner
    alone. It appears whole or not at all. Raises ReportFault with a sentence, and changes nothing then.
    """
    report = class_report(findings)
    saved = keep_in(folder, folder_name(findings), report)
    return tuple(saved / file for file in report)


def folder_name(findings: ClassFindings) -> str:
    """`class-DAY-ID`."""
    return name_of("class", findings.began[:10] if findings.began else "", findings.class_)
