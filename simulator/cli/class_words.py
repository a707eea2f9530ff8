"""The words of `simulator host`, `join` and `class`: what a class is conducted and joined with."""

from __future__ import annotations

from argparse import ArgumentTypeError
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from simulator.cases.seeds import whole_number

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    Add = Callable[[str, str], argparse.ArgumentParser]
    Command = Callable[[str], Callable[[Any], int]]

PORT = 8765
MOST_SIMULATED = 300
SUMMARY = "the classes that were held on this machine: list them, make their reports, wipe them"


def add_class_commands(add: Add, commands: Any, common: argparse.ArgumentParser, command: Command) -> None:
    """Adds the commands of classes; `add` adds one by its name and summary."""
    host = add("host", "conduct a class: learners join it in terminals and browsers")
    _add_host(host)
    join = add("join", "join a class")
    join.add_argument("address", metavar="ADDRESS", help="as the facilitator shows it")
    join.add_argument("code", metavar="CODE", help="as the facilitator shows it")
    join.add_argument("--name", help="what you are called in the class (default: you are asked)")
    join.add_argument("--team", help="a team that decides together")
    join.add_argument(
        "--projector", action="store_true", help="show what everybody may see; CODE is the projector's"
    )
    _add_classes(commands, common, command)


def _add_host(host: argparse.ArgumentParser) -> None:
    host.add_argument("--port", type=_port, default=PORT, help=f"where learners connect (default {PORT})")
    host.add_argument("--lan", action="store_true", help="let other machines on the local network connect")
    host.add_argument(
        "--public",
        type=_public,
        metavar="URL",
        help="the address at which a proxy of yours serves it, such as https://class.example.org",
    )
    host.add_argument("--new", action="store_true", help="begin a new class, also where one was cut off")
    host.add_argument(
        "--simulate", type=_simulated, default=0, metavar="N", help="fill the class with N simulated learners"
    )
    host.add_argument("--reports", metavar="FOLDER", help="where reports are saved (default: your documents)")
    host.add_argument("--pack", metavar="NAME", help="only this scenario pack: a name or a folder")
    host.add_argument("--guidance", metavar="NAME", help="the guidance pack, where there are several")


def _add_classes(commands: Any, common: argparse.ArgumentParser, command: Command) -> None:
    classes = commands.add_parser("class", help=SUMMARY, description=f"{SUMMARY[0].upper()}{SUMMARY[1:]}.")
    named = classes.add_subparsers(
        title="commands", metavar="COMMAND", required=True, parser_class=type(classes)
    )

    def add(name: str, summary: str) -> argparse.ArgumentParser:
        added: argparse.ArgumentParser = named.add_parser(
            name, help=summary, description=summary[0].upper() + summary[1:] + ".", parents=[common]
        )
        added.set_defaults(run=command(f"class_{name}"))
        return added

    listed = add("list", "list the classes that were held on this machine")
    listed.add_argument("--format", choices=("text", "json"), default="text", help="text, or one JSON object")
    report = add("report", "make the report of a class, or make it again")
    report.add_argument("class_", metavar="CLASS", help="as `simulator class list` names it, or `latest`")
    report.add_argument("folder", metavar="FOLDER", nargs="?", default="", help="default: your documents")
    erase = add("erase", "wipe a class and everything that was said in it")
    erase.add_argument("class_", metavar="CLASS", help="as `simulator class list` names it")


def _public(text: str) -> str:
    parts = urlsplit(text.strip())
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path.strip("/") or parts.query:
        raise ArgumentTypeError(f"'{text}' is no such address; one looks like https://class.example.org")
    return text.strip().rstrip("/")


def _port(text: str) -> int:
    port = whole_number(text)
    if port is None or not 0 <= port <= 65535:
        raise ArgumentTypeError(f"'{text}' is no port; a port is a whole number from 0 to 65535")
    return port


def _simulated(text: str) -> int:
    number = whole_number(text)
    if number is None or not 0 <= number <= MOST_SIMULATED:
        raise ArgumentTypeError(f"'{text}' is no whole number from 0 to {MOST_SIMULATED}")
    return number
