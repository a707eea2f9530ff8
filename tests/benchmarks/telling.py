"""The lines that a benchmark prints: each a median, its range, and the bound that was promised, if any."""

from __future__ import annotations

import statistics
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def tell(name: str, measured: Sequence[float], most: float | None = None, *, unit: str = "") -> None:
    """One line: what was measured in each round, and the bound that its median is to keep below."""
    kept = "" if most is None else _kept(statistics.median(measured) <= most, f"at most {most:g}{unit}")
    _print(name, measured, unit, kept)


def tell_least(name: str, measured: Sequence[float], least: float) -> None:
    """One line: what was measured in each round, and the bound that its median is to reach."""
    _print(name, measured, "", _kept(statistics.median(measured) >= least, f"at least {least:g}"))


def _kept(kept: bool, bound: str) -> str:
    return f", {'within' if kept else 'BEYOND'} the bound: {bound}"


def _print(name: str, measured: Sequence[float], unit: str, kept: str) -> None:
    middle = f"{_number(statistics.median(measured))}{unit}"
    span = f"{_number(min(measured))} to {_number(max(measured))} in {len(measured)} rounds"
    print(f"{name}: {middle} ({span}){kept}", flush=True)


def _number(value: float) -> str:
    return f"{value:.2f}" if value < 100 else f"{value:,.0f}"
