"""The words of `simulator progress`: what is due, what the record shows, and how it is corrected."""

from __future__ import annotations

from argparse import ArgumentTypeError
from typing import TYPE_CHECKING

from simulator.cases.seeds import whole_number
from simulator.preferences.preferences import MOST_MINUTES
from simulator.session.practising import MINUTES

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

AS_CHOSEN = "as last chosen"
"""Stands for the minutes that the person chose last, which are read only where they are needed."""


def add_progress_command(add: Callable[[str, str], argparse.ArgumentParser]) -> None:
    """Adds the command; `add` adds one by its name and summary."""
    command = add("progress", "show what is due today, and what your record shows; it begins nothing")
    command.add_argument(
        "--format",
        choices=("text", "json", "html", "csv"),
        default="text",
        help="text, one JSON object (progress/1), a page to print, or tables for a spreadsheet",
    )
    command.add_argument(
        "--folder", metavar="FOLDER", help="where the page or the tables are saved (default: where you are)"
    )
    command.add_argument(
        "--minutes",
        type=_minutes,
        default=AS_CHOSEN,
        metavar="N",
        help=f"plan for so long (default: {AS_CHOSEN}, or {MINUTES})",
    )
    _add_corrections(command)
    command.add_argument("--guidance", metavar="NAME", help="the guidance pack, where there are several")


def _add_corrections(command: argparse.ArgumentParser) -> None:
    first = command.add_mutually_exclusive_group()
    first.add_argument(
        "--leave-out", metavar="SESSION", help="first: a finished case counts in no figure any more"
    )
    first.add_argument(
        "--count-again", metavar="SESSION", help="first: a case that was left out counts again"
    )
    first.add_argument("--rebuild", action="store_true", help="first: work out every figure anew")
    command.add_argument("--reason", metavar="TEXT", help="why; it is kept with the correction")


def _minutes(text: str) -> int:
    if text == AS_CHOSEN:
        return _chosen()
    minutes = whole_number(text)
    if minutes is None or not 1 <= minutes <= MOST_MINUTES:
        raise ArgumentTypeError(f"'{text}' is no whole number from 1 to {MOST_MINUTES}")
    return minutes


def _chosen() -> int:
    from simulator.preferences.keeping import read_preferences

    return read_preferences().preferences.minutes or MINUTES
