"""What is done by a program of its own is the same as what would be done here, or is done here."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from simulator.cli import apart
from simulator.cli.apart import Given, made_apart, read_apart
from simulator.cli.training import training_of
from simulator.cli.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from simulator.session.training import Training

GIVEN = Given(strangers=False)


@pytest.fixture(scope="module")
def training(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Training]:
    folder: Path = tmp_path_factory.mktemp("apart")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SIMULATOR_CACHE", str(folder / "cache"))
        patch.setenv("SIMULATOR_STORE", str(folder / "sessions.sqlite"))
        made = training_of(Workshop(strangers=False), apart=GIVEN)
        yield made
        made.store.close()


def here(pack: str, which: int | str) -> object:
    return training_of(Workshop(strangers=False)).make(pack, which)


def test_a_case_made_apart_is_the_one_that_would_be_made_here(training: Training) -> None:
    pack = next(each for each in training.packs if not each.cases)
    assert training.make(pack.name, 7) == here(pack.name, 7)


def test_a_written_case_read_apart_is_the_one_that_would_be_read_here(training: Training) -> None:
    pack = next(each for each in training.packs if each.cases)
    assert training.make(pack.name, pack.cases[0].case) == here(pack.name, pack.cases[0].case)


def test_a_case_made_apart_is_begun_without_what_checks_cases(training: Training) -> None:
    pack = next(each for each in training.packs if each.cases)
    training.make(pack.name, pack.cases[0].case)
    code = (
        "import sys\n"
        "from simulator.cli.apart import Given\n"
        "from simulator.cli.training import training_of\n"
        "from simulator.cli.workshop import Workshop\n"
        "training = training_of(Workshop(strangers=False), apart=Given(strangers=False))\n"
        f"training.begin({pack.name!r}, {pack.cases[0].case!r}).view\n"
        "print(sorted({'jsonschema_rs', 'yaml', 'faker'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_case_of_another_state_of_the_pack_is_not_taken(training: Training) -> None:
    pack = next(each for each in training.packs if not each.cases)
    assert made_apart(GIVEN, pack.name, 7, "another") is None


def test_what_fails_apart_is_done_here(training: Training, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/no/such/program")
    pack = next(each for each in training.packs if each.cases)
    assert training.make(pack.name, pack.cases[0].case)["title"] == pack.cases[0].title


def test_packs_are_read_apart_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SIMULATOR_CACHE", str(tmp_path))
    ran: list[object] = []

    def run(wanted: object) -> bytes:
        ran.append(wanted)
        return b""

    monkeypatch.setattr(apart, "_run", run)
    read_apart(GIVEN)
    read_apart(GIVEN)
    read_apart(Given(strangers=True))
    assert len(ran) == 2
