"""The words of what is about a record: `progress`, `doctor`, `salvage`, `verify`, `export` and `erase`."""

from __future__ import annotations

from argparse import ArgumentTypeError
from typing import TYPE_CHECKING

from simulator.cases.seeds import whole_number
from simulator.cli.progress_words import add_progress_command

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    Add = Callable[[str, str], argparse.ArgumentParser]

MOST_DAYS = 36_500
LEARNER = "a learner, by pseudonym or id (default: you)"


def add_record_commands(add: Add) -> None:
    """Adds the commands; `add` adds one by its name and summary."""
    add_progress_command(add)
    _add_format(add("doctor", "say what works here and what does not, and what to do about it"), "doctor/1")
    _add_salvage(add("salvage", "bring back what can be read of a damaged store, into a new one"))
    _add_verify(add("verify", "say whether a record is as it was written"))
    _add_export(add("export", "write out all of a learner's record, with what is needed to verify it"))
    _add_erase(
        add("erase", "wipe a learner's record, or what is older than some days, from store and backups")
    )


def _add_salvage(command: argparse.ArgumentParser) -> None:
    command.add_argument("store", metavar="STORE", help="the damaged file; it is only read")
    command.add_argument("--into", metavar="NEW", help="the file to make (default: a new name beside it)")
    command.add_argument(
        "--unproven",
        action="store_true",
        help="bring back also what can be read and nothing proves: it may be damaged in a letter",
    )
    _add_format(command, "salvage/1")


def _add_verify(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "file",
        nargs="?",
        metavar="FILE",
        help="an export (record/1) to verify in place of the store, which is not needed; - is standard input",
    )
    command.add_argument("--learner", metavar="NAME", help="only this one, by pseudonym or id (default: all)")
    command.add_argument(
        "--against", metavar="EXPORT", help="whether it goes on from this export: a cut tail shows only so"
    )
    _add_format(command, "verified/1")


def _add_export(command: argparse.ArgumentParser) -> None:
    command.add_argument("--learner", metavar="NAME", help=LEARNER)
    command.add_argument("--to", metavar="FILE", help="a new file for it (default: standard output)")
    command.add_argument("--list", action="store_true", help="instead: the learners of the store, one a line")
    command.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help="json: also --list (learners/1), and what --to has written (exported/1), as one JSON object",
    )


def _add_erase(command: argparse.ArgumentParser) -> None:
    command.add_argument("--learner", metavar="NAME", help=LEARNER)
    command.add_argument(
        "--older-than",
        type=_days,
        metavar="DAYS",
        help="instead: the sessions of every learner of which nothing happened for so many days",
    )
    command.add_argument(
        "--dry-run", action="store_true", help="only say what would be wiped, and what stays"
    )
    command.add_argument("--yes", action="store_true", help="do not ask first")
    _add_format(command, "erase/1")


def _add_format(command: argparse.ArgumentParser, name: str) -> None:
    command.add_argument(
        "--format", choices=("text", "json"), default="text", help=f"text, or one JSON object ({name})"
    )


def _days(text: str) -> int:
    days = whole_number(text)
    if days is None or not 1 <= days <= MOST_DAYS:
        raise ArgumentTypeError(f"'{text}' is no whole number of days from 1 to {MOST_DAYS}")
    return days
