"""Saving the report of a class as a new folder."""

from __future__ import annotations

import re
from contextlib import suppress
from itertools import count
from typing import TYPE_CHECKING

from simulator.report.faults import TakenFault
from simulator.report.new import save_new
from simulator.report.of_class.report import class_report

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from simulator.classroom.findings.findings import ClassFindings

LONGEST_ID = 40
"""Characters of a class's id in the name of its folder."""


def save_class_report(findings: ClassFindings, folder: Path) -> tuple[Path, ...]:
    """Save the report in a new folder inside `folder`, and return where its files lie.

    The new folder is called after the day and the class, and numbered where that name is taken by another report;
    where this very report is there already, it is left as it is. It can be read by its owner alone. It appears whole or
    not at all. Raises ReportFault with a sentence, and changes nothing then.
    """
    report = class_report(findings)
    name = folder_name(findings)
    names = (name if number == 1 else f"{name}-{number}" for number in count(1))
    saved = next(filter(None, (_saved(report, folder / each) for each in names)))
    return tuple(saved / file for file in report)


def folder_name(findings: ClassFindings) -> str:
    """`class-DAY-ID`, of letters, digits and dashes that every system takes in the name of a folder."""
    day = findings.began[:10] if findings.began else ""
    id_ = re.sub(r"[^0-9A-Za-z]+", "-", findings.class_)[:LONGEST_ID].strip("-")
    return "-".join(filter(None, ("class", day, id_)))


def _saved(report: Mapping[str, bytes], path: Path) -> Path | None:
    """Where the report lies by now; None where something else is at `path`, which stays as it is."""
    try:
        return save_new(report, path)
    except TakenFault as taken:
        return taken.path if _holds(taken.path, report) else None


def _holds(path: Path, report: Mapping[str, bytes]) -> bool:
    """Whether this very report is there."""
    with suppress(OSError):  # what cannot be read is another's
        return all((path / name).read_bytes() == each for name, each in report.items())
    return False
