"""A pack of cases as strangers could send it: every text of it hostile, as far as the strict reader lets it in."""

from __future__ import annotations

from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from simulator.errors.text import first_acting
from tests.hostile_screens.payloads import PAYLOADS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SHIPPED = Path(__file__).parents[2] / "scenarios" / "simulator_scenarios_foundations"
CASE = "health-room"
SAID = ("title", "content_note", "text")
LET_IN = [
    payload
    for payload in PAYLOADS.values()
    if first_acting(payload) is None
    and not {"{", "\n"} & set(payload)
    and len(payload) < 500
    and payload.strip()
]


def pack_saying(texts: Sequence[str], folder: Path) -> Path:
    """A pack in `folder`, in which each text goes on with another of `texts`."""
    (folder / "cases").mkdir(parents=True)
    said = cycle(texts)
    for name in ("pack.yaml", f"cases/{CASE}.yaml"):
        document = yaml.safe_load((SHIPPED / name).read_text())
        document.pop("begins_with", None)
        text = yaml.safe_dump(_hostile(document, said), allow_unicode=True, sort_keys=False, width=10_000)
        (folder / name).write_text(text)
    return folder


def _hostile(data: Any, payloads: Iterator[str]) -> Any:
    if isinstance(data, list):
        return [_hostile(each, payloads) for each in data]
    if isinstance(data, dict):
        return {
            key: f"{value} {next(payloads)}"
            if key in SAID and isinstance(value, str)
            else _hostile(value, payloads)
            for key, value in data.items()
        }
    return data
