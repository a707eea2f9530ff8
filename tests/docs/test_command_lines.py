"""Every command line in README and docs is one that the program understands."""

from __future__ import annotations

import re
import shlex

import pytest

from simulator.cli.parser import read_words
from simulator.errors.faults import UsageFault
from tests.hostile.running import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = ("README.md", *(f"docs/{page.name}" for page in sorted((ROOT / "docs").glob("*.md"))))
SPAN = re.compile(r"`(?:[A-Z_]+=\S+ )?(simulator(?: [^`\n]+)?)`")
LINE = re.compile(r"^(?:.*\| )?(?:\.venv/bin/)?(simulator(?: .*)?)$", re.MULTILINE)
FENCED = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ONLY_NAMED = "required"
WITH_COMMANDS = {"pack", "class"}
"""A command that is named, and not given, leaves out what it needs."""


def command_lines(text: str) -> list[str]:
    in_blocks = [line for block in FENCED.findall(text) for line in LINE.findall(block)]
    return [*SPAN.findall(FENCED.sub("", text)), *in_blocks]


def refused(line: str) -> str:
    """Why the program does not understand a line; empty where it does."""
    _, *words = shlex.split(line, comments=True)
    try:
        read_words(words)
    except UsageFault as fault:
        is_name = words[0] in WITH_COMMANDS and len(words) <= 2
        return "" if is_name and ONLY_NAMED in str(fault) else f"{line}: {fault}"
    return ""


@pytest.mark.parametrize("name", PAGES)
def test_every_command_line_is_understood(name: str) -> None:
    lines = command_lines((ROOT / name).read_text(encoding="utf-8"))
    assert [fault for fault in map(refused, lines) if fault] == []


def test_the_pages_that_tell_of_commands_are_read() -> None:
    counted = {name: len(command_lines((ROOT / name).read_text(encoding="utf-8"))) for name in PAGES}
    assert counted["README.md"] >= 9
    assert counted["docs/facilitator.md"] >= 8
    assert counted["docs/author.md"] >= 8
    assert counted["docs/class.md"] >= 12
    assert counted["docs/network.md"] >= 4


def test_the_readme_says_where_the_command_lies_before_it_uses_it() -> None:
    said = re.search(r"lies in `(.+?)`: type `(.+?)`, or `\. (.+?)` once", README)
    assert said is not None
    folder, command, activate = said.groups()
    assert said.start() < README.index("`simulator host")
    bin_ = re.search(
        r"^BIN := \$\(VENV\)/(.+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert bin_ is not None
    assert folder == f".venv/{bin_[1]}"
    assert (command, activate) == (f"{folder}/simulator", f"{folder}/activate")


@pytest.mark.parametrize(
    "line",
    [
        "simulator play --loud",
        "simulator sing",
        "simulator generate --seed soon",
        "simulator pack nwe",
        "simulator host --wan",
    ],
)
def test_a_command_line_that_the_program_does_not_know_is_found_out(line: str) -> None:
    assert refused(line)
