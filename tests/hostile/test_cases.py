"""A case at fault is refused in every phase of it; a good one with odd words is answered safely."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

import pytest

from .good import CASE, FACTS, crowd, factor, line_of, person
from .running import assert_refused, run_here
from .written import Written

if TYPE_CHECKING:
    from pathlib import Path

    from .written import Path as Place

UNLIKELY = [person(number, acts=["told_only", "kept_other"]) for number in range(500)]

SPOILT: dict[str, tuple[Place, object, str]] = {
    "a phase that there is not": (("phases", 0, "phase"), "trial", "'trial' is no phase of the guidance"),
    "a phase twice": (("phases", 1, "phase"), "report", "the phase 'report' stands twice"),
    "a question that there is not": (("phases", 0, "questions"), ["when"], "'when' is no question of"),
    "a question of another phase": (
        ("phases", 0, "questions"),
        ["response"],
        "'response' is no question of the phase report",
    ),
    "a choice that there is not": (
        ("phases", 1, "narrative", 0, "after"),
        "enquiries=x",
        "'enquiries=x' names no choice",
    ),
    "a choice without a question": (
        ("phases", 1, "narrative", 0, "after"),
        "=",
        "'=' may not stand here",
    ),
    "evidence that there is not": (
        ("phases", 0, "narrative", 0, "evidence"),
        ["e2"],
        "'e2' is no piece of evidence",
    ),
    "a key in the facts of the second phase": (
        ("phases", 1, "facts", "x"),
        1,
        "unknown key `x`",
    ),
    "a person of the second phase without an age": (
        ("phases", 1, "facts", "people", 1),
        {"id": "B", "acts": ["kept_other"]},
        "the key `age` is missing",
    ),
    "somebody named in the second phase who is nobody": (
        ("phases", 1, "facts", "factors", 0, "by"),
        "Z",
        "'Z' in by names nobody listed",
    ),
    "facts in markup": (("phases", 0, "facts", "id"), "[red]" * 100, "this text is too long"),
    "a name of 61 letters": (("names", "A"), "x" * 61, "this text is too long"),
    "a title of 201 letters": (("title",), "x" * 201, "this text is too long"),
    "21 phases": (("phases",), [{}] * 21, "this list has too many entries"),
    "501 pieces of evidence": (("evidence",), [{}] * 501, "this list has too many entries"),
    "500 impossible people": (("phases", 1, "facts", "people"), UNLIKELY, "nobody shared an image"),
}


def spoilt(path: Place, value: object) -> Any:
    """The case with that value there."""
    changed = deepcopy(CASE)
    inner: Any = changed
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    return changed


@pytest.mark.parametrize("name", SPOILT)
def test_it_is_refused_at_its_place_in_time(name: str, tmp_path: Path) -> None:
    path, value, says = SPOILT[name]
    written = Written(spoilt(path, value))
    file = tmp_path / "case.json"
    file.write_text(written.text)
    ran = run_here(["assess", str(file)])
    assert_refused(ran)
    assert any(line.startswith(f"{file}:{written.lines[path]}:") and says in line for line in ran.lines)


def test_all_phases_at_fault_are_told_in_time() -> None:
    facts = crowd(500, people=UNLIKELY, factors=[factor(number + 500) for number in range(500)])
    case = deepcopy(CASE)
    for phase in case["phases"]:
        phase["facts"] = facts
    assert_refused(run_here(["assess", "-"], line_of(case)), "<stdin>:1:")


def test_a_case_of_no_known_guidance_is_at_fault_and_spares_the_others() -> None:
    ran = run_here(["assess", "-"], line_of({**CASE, "guidance": "\n\t[b]x"}) + line_of(FACTS))
    assert len(ran.stdout.splitlines()) == 1
    assert_refused(ran._replace(stdout=b""), "<stdin>:1:")
