"""The words of the command line."""

from __future__ import annotations

import argparse
from importlib import import_module
from typing import TYPE_CHECKING, Any, NoReturn

from simulator.cases.seeds import SEED_RANGE, seed_in, whole_number
from simulator.cli.class_words import add_class_commands
from simulator.cli.pack_words import add_pack_commands
from simulator.cli.record_words import add_record_commands
from simulator.errors.faults import UsageFault

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SUMMARY = "A training simulator. Everything in it is fictional, and for training only."
MOST_CASES = 1_000_000


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

    _add_play(add("play", "train: work through a case (also without any command)"))
    _add_assess(add("assess", "give the verdict of every option of every question"))
    _add_score(add("score", "mark choices and explain every mistake"))
    _add_generate(add("generate", "make cases, one JSON object a line"))
    _add_guidance(add("guidance", "show the paragraphs of the guidance"))
    _add_prove(add("prove", "prove that the rules of a guidance decide every question exactly once"))
    add_record_commands(add)
    add_class_commands(add, commands, common, _command)
    add_pack_commands(commands, common, _command)
    _add_format(add("plugins", "list every plugin and pack, and whether it works"))
    return parser


def _add_play(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--plain", action="store_true", help="numbered lines of text, for screen readers and scripts"
    )
    _add_pack_name(command)
    command.add_argument("--seed", type=_seed, help="the case of this seed, only with --plain")
    command.add_argument(
        "--mode",
        choices=("practice", "assessment"),
        help="tell how it went after each phase (practice, the default) or at the end, only with --plain",
    )
    command.add_argument(
        "--case",
        type=_word,
        metavar="FILE-OR-ID",
        help="the case in this file (case/1), or with --pack its written case of this id; only with --plain",
    )
    _add_guidance_name(command)


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
    _add_guidance_name(command)


def _add_score(command: argparse.ArgumentParser) -> None:
    command.add_argument("facts", metavar="FACTS", help="case-facts/1 or case/1")
    command.add_argument("choices", metavar="CHOICES", help="choices/1")
    command.add_argument(
        "--endings", action="store_true", help="add what would change how the matter ends for each subject"
    )
    _add_format(command)
    _add_guidance_name(command)


def _add_generate(command: argparse.ArgumentParser) -> None:
    command.add_argument("--seed", type=_seed, default=1, help="of the first case (default 1)")
    command.add_argument("--count", type=_count, default=1, help="how many cases (default 1)")
    _add_pack_name(command)
    command.add_argument(
        "--cover",
        action="store_true",
        help="instead: a small set of cases in which every rule wins and all pairs of deciding facts meet",
    )
    command.add_argument(
        "--focus",
        type=_word,
        action="append",
        metavar="RULE-OR-PARAGRAPH",
        help="only cases that exercise it; may be repeated",
    )
    command.add_argument(
        "--expects",
        type=_word,
        action="append",
        metavar="QUESTION=OPTION",
        help="only cases in which that is expected of somebody; may be repeated, and --QUESTION OPTION is the same",
    )
    command.add_argument(
        "--mistake", type=_word, action="append", metavar="KIND", help="only cases that tempt to that kind"
    )
    command.add_argument("--difficulty", choices=("easy", "middle", "hard"), help="only cases that are so")
    command.epilog = (
        "--GROUP NUMBER, with a group of which the guidance asks: only cases with so many of them."
    )
    command.set_defaults(further=[])
    command.add_argument("--format", choices=("json",), default="json", help=argparse.SUPPRESS)
    _add_guidance_name(command)


def _add_guidance(command: argparse.ArgumentParser) -> None:
    command.add_argument("paragraph", nargs="?", metavar="PARAGRAPH", help="one paragraph only")
    _add_format(command)
    _add_guidance_name(command)


def _add_prove(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--near-misses",
        metavar="RULE",
        help="instead: pairs of cases that differ in one fact, of which this rule decides one",
    )
    _add_format(command)
    _add_guidance_name(command)


def _add_format(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--format", choices=("text", "json"), default="text", help="text, or one JSON object"
    )


def _add_guidance_name(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--guidance",
        type=_word,
        metavar="NAME",
        help="the guidance pack: a name or a folder, where there are several",
    )


def _add_pack_name(command: argparse.ArgumentParser) -> None:
    command.add_argument("--pack", type=_word, metavar="NAME", help="the scenario pack: a name or a folder")


def _seed(text: str) -> int:
    seed = seed_in(text)
    if seed is None:
        raise argparse.ArgumentTypeError(f"'{text}' is no seed; a seed is {SEED_RANGE}")
    return seed


def _count(text: str) -> int:
    count = whole_number(text)
    if count is None or not 1 <= count <= MOST_CASES:
        raise argparse.ArgumentTypeError(f"'{text}' is no whole number from 1 to {MOST_CASES}")
    return count


def _word(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError("nothing is named; leave the option out, or name something")
    return text


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object, **__: object) -> None:
        from importlib.metadata import PackageNotFoundError, version

        try:
            number = version("image-sharing-simulator")
        except PackageNotFoundError:
            number = "not installed"
        print(f"simulator {number}")
        parser.exit()
