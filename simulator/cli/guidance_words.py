"""The words of what is about the guidance: `guidance` and `prove`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.cli.common_words import add_format, add_guidance_name

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    Add = Callable[[str, str], argparse.ArgumentParser]


def add_guidance_commands(add: Add) -> None:
    """Adds the commands; `add` adds one by its name and summary."""
    _add_guidance(add("guidance", "show the paragraphs of the guidance"))
    _add_prove(add("prove", "prove that the rules of a guidance decide every question exactly once"))


def _add_guidance(command: argparse.ArgumentParser) -> None:
    command.add_argument("paragraph", nargs="?", metavar="PARAGRAPH", help="one paragraph only")
    add_format(command)
    add_guidance_name(command)


def _add_prove(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--near-misses",
        metavar="RULE",
        help="instead: pairs of cases that differ in one fact, of which this rule decides one",
    )
    add_format(command)
    add_guidance_name(command)
