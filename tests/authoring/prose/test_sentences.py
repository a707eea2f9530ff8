"""Sentences that must be caught, by code, and sober ones that must pass: written without a look at the rules."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from simulator.packs.reading import read_document
from tests.authoring.prose.conftest import CAST, bundled

if TYPE_CHECKING:
    from collections.abc import Iterator

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


def test_every_rule_has_sentences_of_both_kinds() -> None:
    codes = {rule.code for rule in bundled().prose}
    assert {code for code, _ in CAUGHT} == codes
    assert {code for code, _ in PASSING} >= codes
    assert min(len(CAUGHT), len(PASSING)) >= FEWEST
