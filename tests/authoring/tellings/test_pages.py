"""Every code that the linter can find has a page of why, and the examples on the pages are found and let pass."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.authoring.lint_codes import all_codes, codes_in
from tests.authoring.packs import changed, codes, workshop

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(__file__).parents[3] / "docs" / "lint"
INDEX = FOLDER / "structure.md"
PARTS = ("## What it catches", "## What would be right", "## When to excuse it")
BLOCK = re.compile(r"```yaml\n(.*?)\n?```", re.DOTALL)
IN_A_NEW_PACK = re.compile(r"In `([\w./-]+)` of a new pack:")


def index() -> dict[str, str]:
    """The page of every code of form, facts and packs."""
    found: dict[str, str] = {}
    for first, second in re.findall(
        r"^\| \[([\w-]+)\]\([\w-]+\.md\) \| (.*) \|$", INDEX.read_text("utf-8"), re.M
    ):
        several = re.fullmatch(r"[a-z]+(-[a-z]+)*(, [a-z]+(-[a-z]+)*)*", second)
        found |= dict.fromkeys(second.split(", ") if several else [first], first)
    return found


def tried() -> Iterator[tuple[str, str, str, str]]:
    """The pages whose example is of a new pack: page, file, what is wrong and what would be right."""
    for page in sorted(set(index().values())):
        text = (FOLDER / f"{page}.md").read_text(encoding="utf-8")
        catches, right = text.partition(PARTS[0])[2].split(PARTS[1])
        file = IN_A_NEW_PACK.search(catches)
        if file is not None:
            yield page, file[1], BLOCK.findall(catches)[0], BLOCK.findall(right)[0]


TRIED = list(tried())


def test_every_code_has_a_page() -> None:
    of_prose = {rule.code for rule in workshop().engine().guidance.prose}
    assert all_codes() - of_prose - index().keys() == set()


def test_every_code_with_a_page_can_be_found() -> None:
    assert index().keys() - all_codes() == set()


def test_codes_are_gathered_however_they_are_given() -> None:
    source = 'A = "a-a"\nf(code=A)\nfault(1, "b-b")\nf(code="c" if x else "d")\ndef g():\n    return 1, "what", "e-e"\n'
    assert codes_in(source + 'Finding(f, 1, 2, "f-f", "error")\n') == {"a-a", "b-b", "c", "d", "e-e", "f-f"}


@pytest.mark.parametrize("page", sorted(set(index().values())))
def test_a_page_says_what_why_and_when(page: str) -> None:
    text = (FOLDER / f"{page}.md").read_text(encoding="utf-8")
    assert text.startswith(f"# {page}: ")
    assert [line for line in text.splitlines() if line.startswith("## ")] == list(PARTS)
    why = text.partition(PARTS[0])[0]
    assert "\n> " in why
    assert len(why.split()) > 25


@pytest.mark.parametrize(("page", "file", "wrong", "right"), TRIED, ids=[each[0] for each in TRIED])
def test_the_example_of_a_page_is_found(page: str, file: str, wrong: str, right: str, pack: Path) -> None:
    assert codes(pack) == []
    found = codes(changed(pack, file, right, wrong))
    assert found
    assert {index().get(code) for code in found} & {page}


def test_most_pages_have_an_example_that_is_tried() -> None:
    assert len(TRIED) >= 20
