"""What makes a case hard is counted, and the level follows from the counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from simulator.cases.difficulty import Difficulty, difficulty_of

if TYPE_CHECKING:
    from simulator.cases.generating import Generator
    from simulator.rules.engine import Engine

REPORT: dict[str, Any] = {
    "format": "case-facts/1",
    "id": "two",
    "people": [
        {"id": "A", "age": 14, "home": "city", "acts": ["took_own", "shared_own"]},
        {"id": "B", "age": 15, "home": "county", "acts": ["kept_other"]},
    ],
    "factors": [{"kind": "bullying", "grade": "suspected", "by": "B", "against": ["A"]}],
}


def case_of(*pieces: dict[str, Any], narrative: list[dict[str, Any]] | None = None) -> dict[str, Any]:
    """A case of one phase with these pieces of evidence."""
    bears_on = {"kind": "bullying", "by": "B", "against": ["A"]}
    evidence = [{"id": f"e{number}", "bears_on": bears_on, **piece} for number, piece in enumerate(pieces)]
    phase = {"phase": "assessment", "facts": REPORT, "narrative": narrative or []}
    return {"id": "two", "phases": [phase], "evidence": evidence}


def piece(kind: str, *, first_hand: bool = False, of: str = "A") -> dict[str, Any]:
    """A piece of evidence that speaks for the matter."""
    return {"kind": kind, "whose": of, "first_hand": first_hand, "for": True, "independent_of": []}


@pytest.mark.parametrize(
    ("difficulty", "level"),
    [
        (Difficulty(deciding=3, flip=2, idle=0, border=False), "easy"),
        (Difficulty(deciding=3, flip=1, idle=0, border=False), "easy"),
        (Difficulty(deciding=15, flip=1, idle=0, border=False), "middle"),
        (Difficulty(deciding=3, flip=0, idle=8, border=True), "middle"),
        (Difficulty(deciding=15, flip=1, idle=8, border=True), "hard"),
    ],
)
def test_the_level_follows_from_the_points(difficulty: Difficulty, level: str) -> None:
    assert difficulty.level == level
    assert difficulty.as_data()["level"] == level


def test_facts_that_decide_nothing_are_not_counted(engine: Engine) -> None:
    case = case_of(piece("hearsay"))
    more = {**REPORT, "people": [{**person, "restorative": "given"} for person in REPORT["people"]]}
    same = {**case, "phases": [{**case["phases"][0], "facts": more}]}
    assert difficulty_of(engine, case).deciding == difficulty_of(engine, same).deciding > 0


def test_hearsay_alone_is_not_on_the_border_and_a_single_account_is(engine: Engine) -> None:
    assert not difficulty_of(engine, case_of(piece("hearsay"))).border
    assert difficulty_of(engine, case_of(piece("account", first_hand=True))).border


def test_blocks_that_tell_nothing_and_pieces_about_nothing_are_idle(engine: Engine) -> None:
    idle: dict[str, Any] = {"text": "The kettle was on.", "states": [], "evidence": [], "after": None}
    told = {"text": "A is 14.", "states": ["people[0].age"], "evidence": [], "after": None}
    case = case_of(piece("hearsay"), narrative=[idle, told])
    about_nothing = {
        **piece("hearsay"),
        "id": "x",
        "bears_on": {"kind": "force", "by": "B", "against": ["A"]},
    }
    assert difficulty_of(engine, case).idle == 1
    assert difficulty_of(engine, {**case, "evidence": [*case["evidence"], about_nothing]}).idle == 2


def test_every_level_is_common_among_generated_cases(engine: Engine, generator: Generator) -> None:
    levels = [difficulty_of(engine, case).level for case in generator.cases(0, 60)]
    assert all(levels.count(level) >= 6 for level in ("easy", "middle", "hard")), levels
