"""Saving a learner's record: as a page, or as a folder of tables."""

from __future__ import annotations

import re
from contextlib import suppress
from itertools import count
from typing import TYPE_CHECKING

from simulator.report.faults import TakenFault
from simulator.report.new import save_new

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from simulator.session.record_view import RecordView

LONGEST_LEARNER = 40
"""Characters of a pseudonym in the name of a file."""


def save_record(view: RecordView, folder: Path) -> tuple[Path, ...]:
    """Save the record in `folder` as a page and as tables; returns where each file lies. Raises ReportFault."""
    return (save_page(view, folder), *save_tables(view, folder))


def save_page(view: RecordView, folder: Path) -> Path:
    """Save the record as one HTML file in `folder`; returns where it lies.

    It is called after the day and the learner, and numbered where that name is taken by something else; where this very
    record is there already, it is left as it is. Raises ReportFault with a sentence, and changes nothing then.
    """
    from simulator.report.of_learner.pages import record_page

    return _saved(record_page(view).encode(), folder, record_name(view), ".html")


def save_tables(view: RecordView, folder: Path) -> tuple[Path, ...]:
    """Save the record as tables in a new folder inside `folder`, in the same way; returns where each table lies.

    The new folder can be read by its owner alone.
    """
    from simulator.report.of_learner.tables import record_tables

    tables = record_tables(view)
    saved = _saved(tables, folder, record_name(view), "")
    return tuple(saved / name for name in tables)


def record_name(view: RecordView) -> str:
    """`record-DAY-LEARNER`, of letters, digits and dashes that every system takes in a name."""
    parts = (re.sub(r"[^0-9A-Za-z]+", "-", text).strip("-") for text in (view.day[:10], view.learner))
    return "-".join(filter(None, ("record", *(part[:LONGEST_LEARNER].strip("-") for part in parts))))


def _saved(content: bytes | Mapping[str, bytes], folder: Path, name: str, suffix: str) -> Path:
    names = (name if number == 1 else f"{name}-{number}" for number in count(1))
    return next(filter(None, (_tried(content, folder / f"{each}{suffix}") for each in names)))


def _tried(content: bytes | Mapping[str, bytes], path: Path) -> Path | None:
    """Where it lies by now; None where something else is at `path`, which stays as it is."""
    try:
        return save_new(content, path)
    except TakenFault as taken:
        return taken.path if _holds(taken.path, content) else None


def _holds(path: Path, content: bytes | Mapping[str, bytes]) -> bool:
    """Whether this very content is there."""
    with suppress(OSError):  # what cannot be read is another's
        if isinstance(content, bytes):
            return path.read_bytes() == content
        return all((path / name).read_bytes() == each for name, each in content.items())
    return False
