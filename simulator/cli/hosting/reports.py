"""Where the report of a class is saved."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from simulator.classroom.class_events import Event
    from simulator.classroom.guide import ClassGuide
    from simulator.classroom.running import SaveReport


def save_report(folder: str = "") -> SaveReport:
    """Saves reports in `folder`, or in the person's documents."""

    def save(guide: ClassGuide, events: Iterable[Event]) -> Sequence[str]:
        from simulator.classroom.findings.finding import findings_of
        from simulator.report.of_class.saving import save_class_report

        saved = save_class_report(findings_of(guide, events), Path(folder) if folder else _documents())
        return [str(path) for path in saved]

    return save


def _documents() -> Path:
    from platformdirs import user_documents_path

    documents = user_documents_path()
    return documents if documents.is_dir() and os.access(documents, os.W_OK) else Path.home()
