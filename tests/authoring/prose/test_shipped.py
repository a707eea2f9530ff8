"""What ships raises no remark."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from simulator.authoring.prose.checking import ProseChecker
from simulator.cli.workshop import Workshop
from simulator.packs.reading import read_document
from tests.authoring.prose.conftest import bundled

SCENARIOS = Path(__file__).parents[3] / "scenarios"
WRITTEN = sorted(SCENARIOS.glob("*/cases/*.yaml"))


def stock() -> dict[str, Any]:
    """The lists of the pack that the bundled generator draws on."""
    document = read_document(SCENARIOS / "simulator_scenarios_core" / "lists.yaml")
    lists: dict[str, Any] = document.data["lists"]  # type: ignore[index]
    return lists


@pytest.fixture(scope="module")
def shipped() -> ProseChecker:
    lists = stock()
    own = [name for key in ("schools", "streets", "officers", "investigators") for name in lists[key]]
    return ProseChecker(bundled(), own_names=own)


def wrong(checker: ProseChecker, texts: list[str], cast: list[str]) -> list[tuple[str, str]]:
    """What is wrong in a case's texts, where the facts allow every term."""
    return [
        (remark.code, text[max(remark.start - 40, 0) : remark.end + 20])
        for text in texts
        for remark in checker.check(text, cast, allowed=lambda *_: True)
    ]


def test_no_generated_case_raises_a_remark(shipped: ProseChecker) -> None:
    generator = Workshop().generator()
    for seed in range(200):
        case = generator.case(seed)
        texts = [block["text"] for phase in case["phases"] for block in phase["narrative"]]
        assert wrong(shipped, texts, list(case["names"].values())) == [], seed


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: f"{path.parts[-3]}: {path.stem}")
def test_no_written_case_raises_a_remark(shipped: ProseChecker, path: Path) -> None:
    case: Any = read_document(path).data
    texts = [block["text"] for phase in case["phases"] for block in phase["narrative"]]
    assert wrong(shipped, texts, list(case["names"].values())) == []
