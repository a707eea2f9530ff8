"""docs/class.md and docs/network.md say of a class what the program does."""

from __future__ import annotations

import ast
import re
from datetime import timedelta
from pathlib import Path

import pytest

from simulator.classroom.laws import MOST_PEOPLE
from simulator.classroom.poll_view import FEWEST
from simulator.cli.class_words import PORT
from simulator.cli.hosting.hub_program import CUT_OFF
from simulator.cli.hosting.seats import MOST as MOST_SEATS
from simulator.hub.browser.limits import Limits as BrowserLimits
from simulator.hub.limits import Limits
from simulator.report.of_class.report import PUBLIC, class_report
from tests.docs.pages import blocks_of, outside, page
from tests.hostile.running import ROOT
from tests.report.of_class.hostile import small

CLASS, NETWORK = page("class.md"), page("network.md")
HUB, BROWSERS = Limits(), BrowserLimits()
SHOWN = re.compile(r"(?<!\*)\*([^*\n]+)\*(?!\*)|“([^”]+)”")
"""What the pages show of the program's own words: in italics, or quoted."""
FILE = re.compile(r"`([a-z-]+\.(?:html|csv))`")


def said_by_the_program() -> str:
    """Every text in the program's source, its line breaks as spaces."""
    texts = (
        node.value
        for path in sorted((ROOT / "simulator").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
    return "\n".join(" ".join(text.split()) for text in texts)


def words_shown(text: str) -> list[str]:
    return [" ".join((one or other).split()) for one, other in SHOWN.findall(outside(text))]


def test_the_words_that_the_pages_show_are_the_program_s() -> None:
    said = said_by_the_program()
    shown = words_shown(CLASS) + words_shown(NETWORK)
    assert len(shown) > 6
    assert [words for words in shown if words not in said] == []


def test_words_that_the_program_does_not_say_are_found_out() -> None:
    assert words_shown("Choose *A case for nobody*.") == ["A case for nobody"]
    assert "A case for nobody" not in said_by_the_program()


NUMBERS = {
    "Where fewer than five have voted, no votes are shown.": FEWEST == 5,
    "no vote of fewer than five is told": FEWEST == 5,
    "for twelve hours after it was last used": timedelta(hours=12) == CUT_OFF,
    "one port, 8765,": PORT == 8765,
    "After five wrong codes an address has to wait until a minute": (HUB.tries, HUB.tries_within) == (5, 60),
    "has room for 500 people and 400 lines,": (MOST_PEOPLE, HUB.connections) == (500, 400),
    "150 of them browsers": BROWSERS.screens == 150,
    "One person may have 4 lines": (HUB.of_person, BROWSERS.of_one) == (4, 4),
    "those of the last 20 classes are kept": MOST_SEATS == 20,
}
"""What the pages say in numbers, and whether it holds."""


@pytest.mark.parametrize("sentence", NUMBERS)
def test_what_the_pages_say_in_numbers_holds(sentence: str) -> None:
    assert sentence in " ".join((CLASS + NETWORK + page("learner.md")).split())
    assert NUMBERS[sentence]


def test_every_file_of_the_report_is_told_and_for_whom() -> None:
    [section] = [
        each for each in re.split(r"^## ", CLASS, flags=re.MULTILINE) if each.startswith("The report")
    ]
    rows = [row for row in section.splitlines() if row.startswith("| `")]
    private = {name for row in rows if "you alone" in row for name in FILE.findall(row)}
    assert set(FILE.findall(section)) == set(class_report(small()))
    assert private == set(class_report(small())) - set(PUBLIC)


def test_there_is_one_configuration_of_nginx_and_it_lets_both_web_sockets_through() -> None:
    [nginx] = [block.text for block in blocks_of(NETWORK) if block.language == "nginx"]
    [sockets] = [part for part in nginx.split("location ") if "$http_upgrade" in part]
    assert sockets.startswith("~ ^/(line|terminal)$ {")
    assert nginx.count("proxy_set_header Host $host;") == nginx.count("proxy_pass ") == 2
    assert nginx.count("proxy_set_header X-Forwarded-For $remote_addr;") == 2


LINK = re.compile(r"\]\(([^)\s:]+)\)")


def anchors(text: str) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", text, flags=re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize(
    "name", ["README.md", *sorted(f"docs/{each.name}" for each in (ROOT / "docs").glob("*.md"))]
)
def test_every_link_within_the_docs_leads_somewhere(name: str) -> None:
    file = ROOT / name
    for link in LINK.findall(outside(file.read_text(encoding="utf-8"))):
        path, _, anchor = link.partition("#")
        there = file.parent / path if path else file
        assert there.exists(), link
        assert not anchor or anchor in anchors(there.read_text(encoding="utf-8")), link


def test_every_picture_is_shown_on_a_page() -> None:
    pages = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    shown = {Path(link).name for each in pages for link in LINK.findall(each.read_text(encoding="utf-8"))}
    assert {each.name for each in (ROOT / "docs" / "pictures").glob("*.svg")} <= shown
