"""Sentences that must be caught, by code, and sober ones that must pass, beside the examples of the rules."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from simulator.packs.reading import read_document
from tests.authoring.prose.conftest import CAST, bundled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from simulator.authoring.prose.checking import ProseChecker

SENTENCES = sorted((Path(__file__).parent / "sentences").glob("*.yaml"))
FEWEST = 300


def said(kind: str) -> Iterator[tuple[str, str]]:
    """Every sentence of a kind, with the code of its file."""
    for path in SENTENCES:
        data: Any = read_document(path).data
        yield from ((path.stem, text) for text in data.get(kind, ()))


CAUGHT, PASSING = list(said("caught")), list(said("passing"))


def shown(each: tuple[str, str]) -> str:
    code, text = each
    return f"{code}: {text}".encode("ascii", "backslashreplace").decode()


@pytest.mark.parametrize("each", CAUGHT, ids=shown)
def test_a_sentence_is_caught(checker: ProseChecker, each: tuple[str, str]) -> None:
    code, text = each
    assert code in {remark.code for remark in checker.check(text, CAST)}


@pytest.mark.parametrize("each", PASSING, ids=shown)
def test_a_sober_sentence_passes(checker: ProseChecker, each: tuple[str, str]) -> None:
    assert checker.check(each[1], CAST) == []


HIDING: dict[str, Callable[[str], str]] = {
    "over many lines": lambda text: text.replace(" ", "\n"),
    "with spaces that do not break": lambda text: text.replace(" ", "\u00a0"),
    "with two spaces": lambda text: text.replace(" ", "  "),
    "in letters of another script": lambda text: text.translate(str.maketrans("aeopcxi", "аеорсхі")),
    "with characters without width": "\u200b".join,
    "with soft hyphens": "\u00ad".join,
    "with marks on every letter": lambda text: "".join(
        f"{each}\u0301" if each.isalpha() else each for each in text
    ),
    "in full-width letters": lambda text: "".join(
        chr(ord(each) + 0xFEE0) if each.isascii() and each.isalpha() else each for each in text
    ),
    "from right to left": lambda text: f"\u202e{text}\u202c",
}


@pytest.mark.parametrize("hidden", HIDING.values(), ids=HIDING.keys())
def test_no_sentence_is_hidden(checker: ProseChecker, hidden: Callable[[str], str]) -> None:
    missed = [
        (code, text)
        for code, text in CAUGHT
        if code != "strange-letter" and code not in {each.code for each in checker.check(hidden(text), CAST)}
    ]
    assert missed == []


def test_every_rule_has_sentences_of_both_kinds() -> None:
    codes = {rule.code for rule in bundled().prose}
    assert {code for code, _ in CAUGHT} == codes
    assert {code for code, _ in PASSING} >= codes
    assert min(len(CAUGHT), len(PASSING)) >= FEWEST
