"""The words of `simulator pack`: what authors of packs ask for."""

from __future__ import annotations

from argparse import ArgumentTypeError
from typing import TYPE_CHECKING, Any

from simulator.cases.seeds import whole_number

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    Command = Callable[[str], Callable[[Any], int]]

MOST_SEEDS = 100_000
SUMMARY = "make packs of cases: begin one, check it, look at it, measure it, publish it"


def add_pack_commands(commands: Any, common: argparse.ArgumentParser, command: Command) -> None:
    """Adds `pack` and its own commands; `command` gives what runs a module of commands."""
    pack = commands.add_parser("pack", help=SUMMARY, description=f"{SUMMARY[0].upper()}{SUMMARY[1:]}.")
    named = pack.add_subparsers(title="commands", metavar="COMMAND", required=True, parser_class=type(pack))

    def add(name: str, summary: str) -> argparse.ArgumentParser:
        added: argparse.ArgumentParser = named.add_parser(
            name, help=summary, description=summary[0].upper() + summary[1:] + ".", parents=[common]
        )
        added.set_defaults(run=command(f"pack_{name}"))
        return added

    _add_new(add("new", "begin a pack that can be played and added to at once"))
    _add_lint(add("lint", "check a pack: every fault at once, at its place"))
    _add_schema(add("schema", "show the JSON Schema that an editor checks a pack's files with"))
    _add_preview(add("preview", "show a case as a learner sees it, again whenever a file is saved"))
    _add_coverage(
        add(
            "coverage", "show what packs exercise of their guidance, and which faults of it they would notice"
        )
    )
    _add_build(add("build", "make the distribution of a pack: a wheel, with the SHA-256 of every file"))


def _add_lint(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "path", nargs="+", type=_word, metavar="PATH", help="a pack's folder or name, or one file of a pack"
    )
    command.add_argument(
        "--format",
        choices=("text", "json", "sarif", "github"),
        default="text",
        help="text, lint/1 as JSON, SARIF 2.1.0, or annotations of GitHub's",
    )
    command.add_argument("--strict", action="store_true", help="warnings fail as errors do")


def _add_new(command: argparse.ArgumentParser) -> None:
    command.add_argument("folder", metavar="FOLDER", help="the folder to make; its last part names the pack")
    command.add_argument("--title", help="the pack's title (default: its name)")
    _add_guidance(command)


def _add_schema(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "of",
        nargs="?",
        choices=("written-case", "scenario-pack", "case-facts", "guidance-pack"),
        default="written-case",
        metavar="FORMAT",
        help="written-case (default), scenario-pack, case-facts or guidance-pack",
    )
    command.add_argument(
        "--into", metavar="FOLDER", help="write a pack's schemas into this pack's folder instead"
    )
    _add_guidance(command)


def _add_preview(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "path", metavar="PATH", help="a pack's folder or name, or the file of one of its cases"
    )
    command.add_argument("--case", metavar="ID", help="the written case of this id (default: the first)")
    command.add_argument("--seed", metavar="SEED", help="the case that the pack makes of this seed")
    command.add_argument(
        "--key", action="store_true", help="show what decides and what is called for beside the text"
    )
    command.add_argument(
        "--once", action="store_true", help="lines of text, once (what is done without a terminal anyway)"
    )


def _add_coverage(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "path",
        nargs="*",
        metavar="PATH",
        help="packs' folders or names, measured together (default: all for the guidance)",
    )
    command.add_argument(
        "--seeds",
        type=_seeds,
        default=500,
        help="how many of the cases that a pack makes by seed are measured as well (default 500)",
    )
    command.add_argument("--all", action="store_true", help="list all that is missing, not the first")
    command.add_argument(
        "--format", choices=("text", "json"), default="text", help="text, or one JSON object"
    )
    _add_guidance(command)


def _seeds(text: str) -> int:
    count = whole_number(text)
    if count is None or count > MOST_SEEDS:
        raise ArgumentTypeError(f"'{text}' is no whole number from 0 to {MOST_SEEDS:,}")
    return count


def _add_build(command: argparse.ArgumentParser) -> None:
    command.add_argument("path", metavar="FOLDER", help="the pack's folder or name")
    command.add_argument(
        "--into", metavar="FOLDER", default="dist", help="where the wheel goes (default dist)"
    )


def _add_guidance(command: argparse.ArgumentParser) -> None:
    command.add_argument("--guidance", metavar="NAME", help="the guidance, where there are several")


def _word(text: str) -> str:
    if not text.strip():
        raise ArgumentTypeError("nothing is named; give a pack's folder or name")
    return text
