"""Runs the commands of `record_words` as the command line does, in this process."""

from __future__ import annotations

import argparse
from importlib import import_module
from typing import TYPE_CHECKING

from simulator.cli.parser import Asked
from simulator.cli.record_words import add_record_commands

if TYPE_CHECKING:
    from collections.abc import Callable


def run(*words: str) -> int:
    """The exit code; raises what the command raises."""
    parser = argparse.ArgumentParser()
    commands = parser.add_subparsers(required=True)

    def command(name: str) -> Callable[[Asked], int]:
        found: Callable[[Asked], int] = import_module(f"simulator.cli.commands.{name}").run
        return found

    def add(name: str, summary: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=summary)
        added.set_defaults(run=command(name))
        return added

    add_record_commands(add)
    asked = parser.parse_args(words, namespace=Asked(plugins=True))
    return asked.run(asked)
