"""Findings as workflow commands of GitHub's, read as its runner reads them."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.hostile.running import assert_safe, run_here

if TYPE_CHECKING:
    from pathlib import Path

_COMMAND = re.compile(r"::(?P<command>[a-z-]+)(?: (?P<properties>[^:\r\n]*))?::(?P<message>.*)")
_MEANT = {"%25": "%", "%0D": "\r", "%0A": "\n"}
_MEANT_IN_PROPERTIES = {**_MEANT, "%3A": ":", "%2C": ","}


@dataclass(frozen=True)
class Command:
    """One workflow command: `::COMMAND NAME=VALUE,NAME=VALUE::MESSAGE`."""

    command: str
    properties: dict[str, str]
    message: str


def commands_in(output: str) -> list[Command]:
    """The commands in what a step prints, each on a line of its own; every other line is an error here."""
    found = []
    for line in output.split("\n")[:-1]:
        match = _COMMAND.fullmatch(line)
        assert match, line
        pairs = (pair.partition("=") for pair in (match["properties"] or "").split(",") if pair)
        properties = {name: _meant(value, _MEANT_IN_PROPERTIES) for name, _, value in pairs}
        found.append(Command(match["command"], properties, _meant(match["message"], _MEANT)))
    return found


def _meant(text: str, of: dict[str, str]) -> str:
    return re.sub("|".join(of), lambda found: of[found[0]], text)


def test_every_finding_is_one_command_that_means_what_was_found(faulty_pack: Path) -> None:
    ran = run_here(["pack", "lint", "--format", "github", str(faulty_pack)])
    assert_safe(ran.stdout)
    commands = commands_in(ran.stdout.decode())
    found = json.loads(run_here(["pack", "lint", "--format", "json", str(faulty_pack)]).stdout)["findings"]
    assert [
        (each.command, each.properties["file"], each.properties["line"], each.properties["col"], each.message)
        for each in commands
    ] == [
        (
            each["severity"],
            f"{faulty_pack}/{each['file']}",
            str(each["line"]),
            str(each["column"]),
            f"{each['message']}; {each['fix']} [{each['code']}]",
        )
        for each in found
    ]
    assert all(each.properties.keys() == {"file", "line", "col"} for each in commands)


def test_hostile_names_and_words_are_told_and_begin_no_command_of_their_own(faulty_pack: Path) -> None:
    ran = run_here(["pack", "lint", "--format", "github", str(faulty_pack)])
    commands = commands_in(ran.stdout.decode())
    files = {each.properties["file"].rpartition("/")[2] for each in commands}
    assert {"a,b=c::d%25.yaml", "a\ufffdb::error::c.yaml", "line=1,col=2::e.yaml", "a\ufffd.yaml"} <= files
    assert any("`k::,%0A 0" in each.message for each in commands)
    assert {each.command for each in commands} <= {"error", "warning"}
    assert not any("we, 100% :: differ" in each.message for each in commands)
