"""The words of the command line."""

from __future__ import annotations

import argparse
from importlib import import_module
from typing import TYPE_CHECKING, Any, NoReturn

from simulator.cli.case_words import add_case_commands
from simulator.cli.class_words import add_class_commands
from simulator.cli.common_words import add_format
from simulator.cli.guidance_words import add_guidance_commands
from simulator.cli.pack_words import add_pack_commands
from simulator.cli.record_words import add_record_commands
from simulator.errors.faults import UsageFault

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SUMMARY = "A training simulator. Everything in it is fictional, and for training only."


class Asked(argparse.Namespace):
    """What was asked for; `run` does it. `further` are words that only a guidance can explain, where any may be."""

    run: Callable[[Asked], int]
    plugins: bool
    format: str
    further: list[str] | None


class _Parser(argparse.ArgumentParser):
    """Takes options by their whole names alone, and raises UsageFault for what it cannot read."""

    def __init__(self, **options: Any) -> None:
        super().__init__(allow_abbrev=False, **options)

    def error(self, message: str) -> NoReturn:
        raise UsageFault(f"{message}; see `{self.prog} --help`.")


def read_words(words: Sequence[str]) -> Asked:
    """What the words ask for. Raises UsageFault; `--help` and `--version` print and raise SystemExit."""
    parser = _parser()
    asked, further = parser.parse_known_args(
        list(words), namespace=Asked(run=_command("play"), **_nothing_said())
    )
    if further and asked.further is None:
        parser.error(f"unrecognized arguments: {' '.join(further)}")
    asked.further = further
    return asked


def _nothing_said() -> dict[str, Any]:
    return {
        "plugins": True,
        "format": "text",
        "plain": False,
        "seed": None,
        "case": None,
        "mode": None,
        "pack": None,
        "guidance": None,
        "further": None,
    }


def _command(name: str) -> Callable[[Asked], int]:
    """A command's own module is read only when it is called for."""

    def run(asked: Asked) -> int:
        result: int = import_module(f"simulator.cli.commands.{name}").run(asked)
        return result

    return run


def _parser() -> argparse.ArgumentParser:
    common = _Parser(add_help=False)
    common.add_argument(
        "--no-plugins",
        dest="plugins",
        action="store_false",
        default=argparse.SUPPRESS,
        help="leave out every plugin and pack that is not the program's own",
    )
    parser = _Parser(prog="simulator", description=SUMMARY, parents=[common])
    parser.add_argument("--version", action=_Version, nargs=0, help="show the version")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", parser_class=_Parser)

    def add(name: str, summary: str) -> argparse.ArgumentParser:
        command: argparse.ArgumentParser = commands.add_parser(
            name, help=summary, description=summary[0].upper() + summary[1:] + ".", parents=[common]
        )
        command.set_defaults(run=_command(name))
        return command

    add_case_commands(add)
    add_guidance_commands(add)
    add_record_commands(add)
    add_class_commands(add, commands, common, _command)
    add_pack_commands(commands, common, _command)
    add_format(add("plugins", "list every plugin and pack, and whether it works"))
    return parser


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object, **__: object) -> None:
        from importlib.metadata import PackageNotFoundError, version

        try:
            number = version("image-sharing-simulator")
        except PackageNotFoundError:
            number = "not installed"
        print(f"simulator {number}")
        parser.exit()
