"""docs/author.md: its case is made from nothing, every command in it runs, and says what the page says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.docs.pages import blocks_of, followed, outside, page

if TYPE_CHECKING:
    from pathlib import Path

PAGE = page("author.md")
COMMANDS = ("new", "lint", "preview", "coverage", "schema", "build")


def test_the_guide_read_from_top_to_bottom_gives_a_pack_without_faults(tmp_path: Path) -> None:
    for ran in followed(PAGE, tmp_path):
        assert ran.code == 0, f"{ran.commands}{ran.said}"
        assert ran.missing == [], f"{ran.commands}{ran.said}"
    assert list((tmp_path / "dist").glob("*.whl"))
    assert (tmp_path / "harbour-cases" / "cases" / "slipway.yaml").is_file()


def test_every_command_of_authors_is_run_in_the_guide() -> None:
    run = "".join(block.text for block in blocks_of(PAGE) if block.language == "sh")
    spoken = run + outside(PAGE)
    assert [name for name in COMMANDS if f"simulator pack {name}" not in spoken] == []
    assert [name for name in COMMANDS if name != "schema" and f"simulator pack {name}" not in run] == []


def test_no_command_stands_on_a_line_of_its_own_without_being_run() -> None:
    assert not [line for line in outside(PAGE).splitlines() if line.lstrip().startswith(("$ ", "simulator "))]
