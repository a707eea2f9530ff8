"""The words of what is about cases: `play`, `assess`, `score` and `generate`."""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentTypeError
from typing import TYPE_CHECKING

from simulator.cases.seeds import SEED_RANGE, seed_in, whole_number
from simulator.cli.common_words import add_format, add_guidance_name, add_pack_name, word

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    Add = Callable[[str, str], argparse.ArgumentParser]

MOST_CASES = 1_000_000


def add_case_commands(add: Add) -> None:
    """Adds the commands; `add` adds one by its name and summary."""
    _add_play(add("play", "train: work through a case (also without any command)"))
    _add_assess(add("assess", "give the verdict of every option of every question"))
    _add_score(add("score", "mark choices and explain every mistake"))
    _add_generate(add("generate", "make cases, one JSON object a line"))


def _add_play(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--plain", action="store_true", help="numbered lines of text, for screen readers and scripts"
    )
    add_pack_name(command)
    command.add_argument("--seed", type=_seed, help="the case of this seed, only with --plain")
    command.add_argument(
        "--mode",
        choices=("practice", "assessment"),
        help="tell how it went after each phase (practice, the default) or at the end, only with --plain",
    )
    command.add_argument(
        "--case",
        type=word,
        metavar="FILE-OR-ID",
        help="the case in this file (case/1), or with --pack its written case of this id; only with --plain",
    )
    add_guidance_name(command)


def _add_assess(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "facts",
        nargs="+",
        metavar="FACTS",
        help="case-facts/1 or case/1 in YAML or JSON; - is JSON lines on standard input",
    )
    command.add_argument(
        "--format", choices=("json", "text"), default="json", help="one JSON object a line, or text"
    )
    command.add_argument(
        "--why", action="store_true", help="add the trace: what made each rule win, and what kept the others"
    )
    add_guidance_name(command)


def _add_score(command: argparse.ArgumentParser) -> None:
    command.add_argument("facts", metavar="FACTS", help="case-facts/1 or case/1")
    command.add_argument("choices", metavar="CHOICES", help="choices/1")
    command.add_argument(
        "--endings", action="store_true", help="add what would change how the matter ends for each subject"
    )
    add_format(command)
    add_guidance_name(command)


def _add_generate(command: argparse.ArgumentParser) -> None:
    command.add_argument("--seed", type=_seed, default=1, help="of the first case (default 1)")
    command.add_argument("--count", type=_count, default=1, help="how many cases (default 1)")
    add_pack_name(command)
    command.add_argument(
        "--cover",
        action="store_true",
        help="instead: a small set of cases in which every rule wins and all pairs of deciding facts meet",
    )
    command.add_argument(
        "--focus",
        type=word,
        action="append",
        metavar="RULE-OR-PARAGRAPH",
        help="only cases that exercise it; may be repeated",
    )
    command.add_argument(
        "--expects",
        type=word,
        action="append",
        metavar="QUESTION=OPTION",
        help="only cases in which that is expected of somebody; may be repeated, and --QUESTION OPTION is the same",
    )
    command.add_argument(
        "--mistake", type=word, action="append", metavar="KIND", help="only cases that tempt to that kind"
    )
    command.add_argument("--difficulty", choices=("easy", "middle", "hard"), help="only cases that are so")
    command.epilog = (
        "--GROUP NUMBER, with a group of which the guidance asks: only cases with so many of them."
    )
    command.set_defaults(further=[])
    command.add_argument("--format", choices=("json",), default="json", help=SUPPRESS)
    add_guidance_name(command)


def _seed(text: str) -> int:
    seed = seed_in(text)
    if seed is None:
        raise ArgumentTypeError(f"'{text}' is no seed; a seed is {SEED_RANGE}")
    return seed


def _count(text: str) -> int:
    count = whole_number(text)
    if count is None or not 1 <= count <= MOST_CASES:
        raise ArgumentTypeError(f"'{text}' is no whole number from 1 to {MOST_CASES}")
    return count
