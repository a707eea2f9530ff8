"""Why a finished case was played, as the event with which it began says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, get_args

from simulator.session.practising import STAGES, Stage

if TYPE_CHECKING:
    from collections.abc import Mapping

CHOSEN: Final = "of your own choice"


@dataclass(frozen=True, slots=True)
class PlaceInDrill:
    """Case `number` of a drill; from the second on facts of the subject `changed` alone differ from the first."""

    drill: str
    number: int
    changed: str


@dataclass(frozen=True, slots=True)
class PlaceInTest:
    """Case `number` of the `of` cases of a test; `unequal` where none was found that is as difficult as the others."""

    test: str
    stage: Stage
    number: int
    of: int
    unequal: bool = False


def place_in_drill(purpose: Mapping[str, Any]) -> PlaceInDrill | None:
    """Which case of a drill it is; None where it is none, or does not say which."""
    drill, number = purpose.get("drill"), _number(purpose.get("number"))
    changed = purpose.get("changed", "")
    if purpose.get("sort") != "drill" or not (isinstance(drill, str) and number and isinstance(changed, str)):
        return None
    return PlaceInDrill(drill, number, changed)


def place_in_test(purpose: Mapping[str, Any]) -> PlaceInTest | None:
    """Which case of a test it is; None where it is none, or does not say which."""
    test, number, of = purpose.get("test"), _number(purpose.get("number")), _number(purpose.get("of"))
    stage = next((one for one in get_args(Stage) if one == purpose.get("stage")), None)
    if purpose.get("sort") != "test" or not (isinstance(test, str) and number and of and stage):
        return None
    return PlaceInTest(test, stage, number, of, purpose.get("unequal") is True)


def told(purpose: Mapping[str, Any]) -> str:
    """Why it was played, in a few words."""
    if test := place_in_test(purpose):
        unequal = ", not as difficult as the others" if test.unequal else ""
        return f"test {STAGES[test.stage]}, case {test.number} of {test.of}{unequal}"
    if drill := place_in_drill(purpose):
        return f"drill, case {drill.number}"
    return {"due": "for what was due", "rule": "for one rule"}.get(str(purpose.get("sort")), CHOSEN)


def _number(value: object) -> int | None:
    return value if isinstance(value, int) and value is not True and 0 < value < 1000 else None
