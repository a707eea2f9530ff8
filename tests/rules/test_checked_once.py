"""A pack is checked once, and again when it or the program that checked it has changed."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import simulator.rules.checking
from simulator.cli.workshop import Workshop
from simulator.errors.faults import InputFault
from simulator.packs import cache

if TYPE_CHECKING:
    from simulator.guidance.guidance import Guidance

PACK = Path(__file__).parents[1] / "any_guidance" / "library_guidance"
YIELDS = "    yields_to: [claim.rivals]\n"


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the made-up pack, and a cache of its own."""
    monkeypatch.setenv("SIMULATOR_CACHE", str(tmp_path / "cache"))
    return shutil.copytree(PACK, tmp_path / "pack")


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The guidances that were checked."""
    checked: list[str] = []
    check_rules = simulator.rules.checking.check_rules

    def checking(guidance: Guidance) -> str:
        checked.append(guidance.name)
        return check_rules(guidance)

    monkeypatch.setattr("simulator.rules.checking.check_rules", checking)
    return checked


def test_a_pack_that_was_found_good_is_not_checked_at_the_next_start(pack: Path, checks: list[str]) -> None:
    sources = [Workshop(guidance=str(pack)).engine().compiled.source for _ in range(3)]
    assert checks == ["library-2023"]
    assert len(set(sources)) == 1


def test_an_edited_pack_is_checked_again(pack: Path, checks: list[str]) -> None:
    Workshop(guidance=str(pack)).engine()
    rules = pack / "rules" / "claims.yaml"
    rules.write_text(rules.read_text("utf-8").replace(YIELDS, "", 1), "utf-8")
    with pytest.raises(InputFault, match=r"claim\."):
        Workshop(guidance=str(pack)).engine()
    assert len(checks) == 2


def test_a_pack_found_at_fault_is_checked_until_it_is_mended(pack: Path, checks: list[str]) -> None:
    rules = pack / "rules" / "claims.yaml"
    right = rules.read_text("utf-8")
    rules.write_text(right.replace(YIELDS, "", 1), "utf-8")
    for _ in range(2):
        with pytest.raises(InputFault):
            Workshop(guidance=str(pack)).engine()
    rules.write_text(right, "utf-8")
    Workshop(guidance=str(pack)).engine()
    assert len(checks) == 3


def test_another_program_checks_again(pack: Path, checks: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    Workshop(guidance=str(pack)).engine()
    monkeypatch.setattr(cache, "_program", lambda: "another")
    Workshop(guidance=str(pack)).engine()
    assert len(checks) == 2


def test_an_edit_of_any_file_makes_it_another_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "program"
    for name in ("packs/cache.py", "rules/source.py", "rules/schemas/proof.json"):
        (program / name).parent.mkdir(parents=True, exist_ok=True)
        (program / name).write_text("before", "utf-8")
    monkeypatch.setattr(cache, "__file__", str(program / "packs" / "cache.py"))
    cache._program.cache_clear()
    names = [cache._program.__wrapped__()]
    for name in ("rules/source.py", "rules/schemas/proof.json"):
        (program / name).write_text("after it", "utf-8")
        names.append(cache._program.__wrapped__())
    cache._program.cache_clear()
    assert len(set(names)) == 3
