"""docs/guidance-author.md: its files make the pack that it says, its commands run, and say what it says."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from simulator.guidance import condition_reading
from simulator.guidance.nodes import Node
from simulator.guidance.reading import read_guidance
from simulator.packs.reading import read_document, read_yaml
from simulator.rules.engine import Engine
from tests.any_guidance.running import GUIDANCE
from tests.hostile.running import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = (ROOT / "docs" / "guidance-author.md").read_text(encoding="utf-8")
_BLOCK = re.compile(r"(?:^`([\w./-]+)`[^\n]*:\n\n)?^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FAULT = re.compile(r"^\S+:\d+:\d+: ", re.MULTILINE)
_ROW = re.compile(r"^\| `(.+?)` \| (.+?) \| ", re.MULTILINE)


class Block(NamedTuple):
    """A fenced block: the file that it is, if it is one, its language and its text."""

    file: str
    language: str
    text: str


def blocks() -> list[Block]:
    """The blocks of the page, in order."""
    return [Block(*found.groups(default="")) for found in _BLOCK.finditer(PAGE)]


def run(text: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """The commands of a block, with the program on the path."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    return subprocess.run(
        ["sh", "-ec", text],
        cwd=folder,
        env={**os.environ, "PATH": path, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def lines_of(text: str) -> Iterator[re.Pattern[str]]:
    """Patterns of the lines that are shown; `…` stands for anything."""
    for line in text.splitlines():
        yield re.compile("^" + ".*".join(map(re.escape, line.split("…"))) + "$", re.MULTILINE)


def test_the_page_read_from_top_to_bottom_gives_a_pack_whose_proof_holds(tmp_path: Path) -> None:
    listed = blocks()
    for number, block in enumerate(listed):
        if block.file:
            path = tmp_path / block.file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.text, encoding="utf-8")
        elif block.language == "sh":
            following = listed[number + 1] if number + 1 < len(listed) else Block("", "", "")
            shown = following.text if (following.file, following.language) == ("", "text") else ""
            ran = run(block.text, tmp_path)
            assert ran.returncode == bool(_FAULT.search(shown)), ran.stdout
            missing = [line.pattern for line in lines_of(shown) if not line.search(ran.stdout)]
            assert missing == [], ran.stdout


def test_every_command_of_the_page_stands_in_a_block_that_is_run() -> None:
    commands = [line for block in blocks() if block.language == "sh" for line in block.text.splitlines()]
    assert {command.split()[0] for command in commands} == {"simulator", "sha256sum"}
    assert sum("simulator prove" in command for command in commands) == 2
    outside = _BLOCK.sub("", PAGE)
    assert not [line for line in outside.splitlines() if line.lstrip().startswith(("$ ", "simulator "))]


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(read_guidance([read_document(path) for path in sorted(GUIDANCE.rglob("*.yaml"))]))


ROWS = [(text, subject.strip("`")) for text, subject in _ROW.findall(PAGE)]


@pytest.mark.parametrize(("text", "subject"), ROWS, ids=[text[:40] for text, _ in ROWS])
def test_every_condition_of_the_table_is_one(engine: Engine, text: str, subject: str) -> None:
    document = read_yaml(f"when: {text}\n".encode(), "table")
    condition = Node(document, (), document.data)["when"]
    assert callable(engine.condition(condition, "case" if subject == "any" else subject))


def test_the_table_names_every_word_of_the_language() -> None:
    words = {word for head, beside in condition_reading._KEYS.items() for word in (head, *beside)}
    table = PAGE.partition("## Conditions")[2].partition("## What else")[0]
    assert {word for word in words if not re.search(rf"\b{word}\b[`:]", table)} == set()
