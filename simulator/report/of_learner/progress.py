"""What is due and what the record shows, for other programs: `progress/1`, plain JSON data."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from simulator.errors.text import clean_block

if TYPE_CHECKING:
    from simulator.session.record_view import RecordView
    from simulator.session.today_view import TodayView

FORMAT = "progress/1"


def progress_data(today: TodayView, record: RecordView) -> dict[str, Any]:
    """Both views under the names of their fields, every text in them cleaned."""
    data: dict[str, Any] = _cleaned({"today": asdict(today), "record": asdict(record)})
    return {"format": FORMAT, **data}


def _cleaned(data: Any) -> Any:
    if isinstance(data, str):
        return clean_block(data)
    if isinstance(data, dict):
        return {key: _cleaned(value) for key, value in data.items()}
    return [_cleaned(each) for each in data] if isinstance(data, (list, tuple)) else data
