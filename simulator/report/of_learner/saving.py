"""Saving a learner's record: as a page, or as a folder of tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.report.numbered import keep_in, name_of

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.session.record_view import RecordView


def save_record(view: RecordView, folder: Path) -> tuple[Path, ...]:
    """Save the record in `folder` as a page and as tables; returns where each file lies. Raises ReportFault."""
    return (save_page(view, folder), *save_tables(view, folder))


def save_page(view: RecordView, folder: Path) -> Path:
    """Save the record as one HTML file in `folder`, named and kept as `keep_in` has it; returns where it lies."""
    from simulator.report.of_learner.pages import record_page

    return keep_in(folder, record_name(view), record_page(view).encode(), ".html")


def save_tables(view: RecordView, folder: Path) -> tuple[Path, ...]:
    """Save the record as tables in a new folder inside `folder`, in the same way; returns where each table lies.

    The new folder can be read by its owner alone.
    """
    from simulator.report.of_learner.tables import record_tables

    tables = record_tables(view)
    saved = keep_in(folder, record_name(view), tables)
    return tuple(saved / name for name in tables)


def record_name(view: RecordView) -> str:
    """`record-DAY-LEARNER`."""
    return name_of("record", view.day[:10], view.learner)
