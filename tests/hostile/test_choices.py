"""Choices at fault are refused, each fault at its place, none taking long."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from .good import CASE, CHOICES, FACTS, Facts, line_of
from .running import assert_refused, assert_wrong_usage, run_here

if TYPE_CHECKING:
    from pathlib import Path

ENTRY = CHOICES["choices"][0]


def chosen(*entries: object, **keys: object) -> Facts:
    """Choices of these entries, each a good one with other keys."""
    return {"format": "choices/1", "choices": [*entries], **keys}


SPOILT: dict[str, tuple[object, str]] = {
    "facts": (FACTS, "the key `choices` is missing"),
    "a case": (CASE, "the key `choices` is missing"),
    "a list": ([], "a list stands where a mapping is needed"),
    "null": (None, "null stands where a mapping is needed"),
    "another format": (chosen(format="choices/2"), "'choices/2' is not choices/1"),
    "an unknown key": (chosen(ENTRY, mark=1), "unknown key `mark`"),
    "a key in markup": (chosen({**ENTRY, "[b]x": 1}), "unknown key `[b]x`"),
    "no subject": (
        chosen({"question": "response", "chosen": ["full_investigation"]}),
        "`subject` is missing",
    ),
    "an unknown question": (chosen({**ENTRY, "question": "[red]why"}), "there is no question `[red]why`"),
    "a question of 60,000 letters": (chosen({**ENTRY, "question": "x" * 60_000}), "there is no question"),
    "an unknown subject": (chosen({**ENTRY, "subject": "Z"}), "not asked about `Z`"),
    "an unknown option": (chosen({**ENTRY, "chosen": ["both"]}), "has no option `both`"),
    "two options of one": (
        chosen({**ENTRY, "chosen": ["full_investigation", "no_investigation"]}),
        "takes one option",
    ),
    "no option": (chosen({**ENTRY, "chosen": []}), "this list has too few entries"),
    "an unknown paragraph": (chosen({**ENTRY, "cites": ["IG21", "IG99"]}), "there is no paragraph `IG99`"),
    "a question twice": (chosen(ENTRY, ENTRY), "a second time"),
    "a phase with facts alone": (chosen({**ENTRY, "phase": "report"}), "these facts have no phases"),
    "sureness beyond the scale": (chosen({**ENTRY, "confidence": 4}), "4 is more than 3"),
    "sureness by half": (chosen({**ENTRY, "confidence": 1.5}), "a whole number is needed"),
    "3,000 numbers": (chosen(*range(3_000)), "the number 0 stands where a mapping is needed"),
    "2,000 times one entry": (chosen(*[ENTRY] * 2_000), "a second time"),
    "2,000 unknown questions": (chosen(*[{**ENTRY, "question": "x" * 300}] * 2_000), "there is no question"),
    "19,000 unknown options": (
        chosen({**ENTRY, "chosen": [f"o{n}" for n in range(19_000)]}),
        "no option `o0`",
    ),
    "19,000 unknown paragraphs": (
        chosen({**ENTRY, "cites": [f"X{n}" for n in range(19_000)]}),
        "there is no paragraph `X0`",
    ),
}


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("good") / "facts.json"
    file.write_bytes(line_of(FACTS))
    return file


@pytest.mark.parametrize("name", SPOILT)
def test_they_are_refused_in_time(name: str, facts: Path, tmp_path: Path) -> None:
    data, says = SPOILT[name]
    file = tmp_path / "choices.json"
    file.write_text(json.dumps(data))
    ran = run_here(["score", str(facts), str(file)])
    assert_refused(ran)
    assert all(line.startswith(f"{file}:1:") for line in ran.lines)
    assert any(says in line for line in ran.lines)
    assert max(map(len, ran.lines)) < 2_000


def test_a_choice_on_a_case_names_its_phase(tmp_path: Path) -> None:
    case, file = tmp_path / "case.json", tmp_path / "choices.json"
    case.write_bytes(line_of(CASE))
    file.write_bytes(line_of(chosen(ENTRY, {**ENTRY, "phase": "trial"}, {**ENTRY, "phase": "report"})))
    ran = run_here(["score", str(case), str(file)])
    assert_refused(ran)
    assert [line.partition("; ")[0].split(": ", 1)[1] for line in ran.lines] == [
        "with a case, a choice names its `phase`",
        "this case has no phase `trial`",
        "`response` is not asked in the phase `report`",
    ]


@pytest.mark.parametrize("at_fault", ["facts", "choices"])
def test_either_file_may_be_at_fault(at_fault: str, facts: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("a: &b c\n")
    words = [str(broken), str(facts)] if at_fault == "facts" else [str(facts), str(broken)]
    assert_refused(run_here(["score", *words]), f"{broken}:1:4: anchors (&b) are not read")


@pytest.mark.parametrize("words", [["-", "c.json"], ["f.json", "-"], ["-", "-"]])
def test_standard_input_holds_neither(words: list[str]) -> None:
    assert_wrong_usage(run_here(["score", *words]), "score reads two files")
