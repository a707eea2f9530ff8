"""A case that was found sound is not checked again, and any other is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from simulator.session.checked import MOST, once

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class Refused(Exception):
    """What the check says of an unsound case."""


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Mapping[str, Any]]:
    monkeypatch.setenv("SIMULATOR_CACHE", str(tmp_path))
    return []


def test_a_sound_case_is_checked_once(checks: list[Mapping[str, Any]]) -> None:
    once({"id": "a", "seed": 1}, "g", checks.append)
    once({"seed": 1, "id": "a"}, "g", checks.append)
    assert len(checks) == 1


@pytest.mark.parametrize(("case", "guidance"), [({"id": "b"}, "g"), ({"id": "a"}, "h")])
def test_another_case_or_guidance_is_checked(
    checks: list[Mapping[str, Any]], case: dict[str, Any], guidance: str
) -> None:
    once({"id": "a"}, "g", checks.append)
    once(case, guidance, checks.append)
    assert checks[1:] == [case]


def test_a_refused_case_is_checked_every_time(checks: list[Mapping[str, Any]]) -> None:
    def refuse(case: Mapping[str, Any]) -> None:
        checks.append(case)
        raise Refused

    for _ in range(2):
        with pytest.raises(Refused):
            once({"id": "a"}, "g", refuse)
    assert len(checks) == 2


@pytest.mark.parametrize("strange", [{"id": {1, 2}}, {"id": object()}, {(1, 2): "id"}])
def test_what_is_no_json_is_always_checked(checks: list[Mapping[str, Any]], strange: dict[Any, Any]) -> None:
    once(strange, "g", checks.append)
    once(strange, "g", checks.append)
    assert len(checks) == 2


def test_only_the_latest_cases_are_remembered(checks: list[Mapping[str, Any]]) -> None:
    for number in range(MOST + 1):
        once({"id": number}, "g", checks.append)
    once({"id": MOST}, "g", checks.append)
    assert len(checks) == MOST + 1
    once({"id": 0}, "g", checks.append)
    assert len(checks) == MOST + 2
