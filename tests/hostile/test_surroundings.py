"""Not installed, no home, a cache that cannot be written or holds garbage: the work is done, or a sentence told."""

from __future__ import annotations

import json
import os
import shutil
import site
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .good import FACTS, line_of
from .running import ROOT, assert_safe, assert_wrong_usage, run_alone

if TYPE_CHECKING:
    from .running import Ran

GOOD = line_of(FACTS)


def assert_answered(ran: Ran) -> None:
    assert (ran.code, ran.stderr) == (0, b"")
    assert_safe(ran.stdout)
    assert json.loads(ran.stdout)["case"] == "two"


def assert_listed(ran: Ran) -> None:
    assert (ran.code, ran.stderr) == (0, b"")
    assert_safe(ran.stdout)
    (line,) = [line for line in ran.stdout.splitlines() if line.startswith(b"derbyshire-2016")]
    assert line.endswith(b"active")


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment with everything that the program needs, in which it is not installed itself."""
    folder = tmp_path_factory.mktemp("bare")
    for packages in map(Path, site.getsitepackages()):
        for each in packages.iterdir():
            ours = "simulator" in each.name.lower() or each.suffix == ".pth"
            if not ours and not (folder / each.name).exists():
                (folder / each.name).symlink_to(each)
    return {"PYTHONPATH": f"{ROOT}:{folder}"}


def test_a_checkout_that_is_not_installed_says_so(bare: dict[str, str]) -> None:
    ran = run_alone(["plugins"], env=bare, python=["-S"])
    assert (ran.code, ran.stderr) == (0, b"")
    assert_safe(ran.stdout)
    assert b"the program is not installed" in ran.stdout
    assert b"pip install ." in ran.stdout


@pytest.mark.parametrize(
    "words", [["assess", "-"], ["generate"], ["guidance"], ["score", "a.yaml", "b.yaml"]]
)
def test_a_checkout_that_is_not_installed_can_do_nothing(words: list[str], bare: dict[str, str]) -> None:
    ran = run_alone(words, GOOD, env=bare, python=["-S"])
    if words[0] == "score":
        assert ran.code in (1, 2)
        assert_safe(ran.stderr)
    else:
        assert_wrong_usage(ran, "the program is not installed")


def test_its_version_is_that_it_is_not_installed(bare: dict[str, str]) -> None:
    ran = run_alone(["--version"], env=bare, python=["-S"])
    assert (ran.code, ran.stdout, ran.stderr) == (0, b"simulator not installed\n", b"")


@pytest.mark.parametrize(
    "cache", ["/dev/null", "/dev/null/x", "/proc/nothing", "/proc/self/mem", "x\n\x1b[2J"]
)
def test_a_cache_that_can_hardly_be_one_hides_no_pack(cache: str, tmp_path: Path) -> None:
    assert_listed(run_alone(["plugins"], env={"SIMULATOR_CACHE": cache}, cwd=tmp_path))


@pytest.mark.parametrize("home", ["", "/dev/null", "/proc/nothing", "/nowhere/at/all"])
def test_a_home_that_is_none_hides_no_pack(home: str, tmp_path: Path) -> None:
    env = dict.fromkeys(("HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"), home) | {"SIMULATOR_CACHE": ""}
    assert_listed(run_alone(["plugins"], env=env, cwd=tmp_path))


def _with_checksum(body: bytes) -> bytes:
    return f"{zlib.crc32(body):08x}".encode() + b"\n" + body


GARBAGE: dict[str, bytes] = {
    "nothing": b"",
    "noughts": b"\0" * 1_000,
    "no checksum": b"{}",
    "a wrong checksum": b"00000000\n{}",
    "broken JSON": _with_checksum(b"{"),
    "100,000 levels": _with_checksum(b"[" * 100_000),
    "a list": _with_checksum(b"[]"),
    "an empty mapping": _with_checksum(b"{}"),
    "a number of 5,000 digits": _with_checksum(b"9" * 5_000),
    "bytes that are no text": _with_checksum(b'"\xff"'),
    "true": _with_checksum(b"true"),
}


@pytest.fixture(scope="module")
def filled_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache as the program left it."""
    cache = tmp_path_factory.mktemp("cache")
    shutil.copytree(os.environ["SIMULATOR_CACHE"], cache, dirs_exist_ok=True)
    assert list(cache.glob("*.json"))
    return cache


@pytest.mark.parametrize("name", GARBAGE)
def test_garbage_in_the_cache_is_passed_over(name: str, filled_cache: Path) -> None:
    for file in filled_cache.glob("*.json"):
        file.write_bytes(GARBAGE[name])
    assert_listed(run_alone(["plugins"], env={"SIMULATOR_CACHE": str(filled_cache)}))


def test_a_cache_of_garbage_alone_keeps_no_facts_from_their_answer(filled_cache: Path) -> None:
    for file in filled_cache.glob("*.json"):
        file.write_bytes(b"garbage")
    assert_answered(run_alone(["assess", "-"], GOOD, env={"SIMULATOR_CACHE": str(filled_cache)}))


def test_folders_in_place_of_the_cache_s_files_are_passed_over(filled_cache: Path) -> None:
    for file in filled_cache.glob("*.json"):
        file.unlink()
        file.mkdir()
    assert_listed(run_alone(["plugins"], env={"SIMULATOR_CACHE": str(filled_cache)}))
