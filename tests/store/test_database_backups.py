"""Backups of a store on a server, by the server's own programs."""

from __future__ import annotations

import os
import subprocess
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from simulator.store import database_backups
from simulator.store.database_backups import back_up_database, renew_backups
from simulator.store.faults import StoreFault
from simulator.store.store import Store
from tests.postgres.binaries import binaries
from tests.postgres.server import Database, postgres, postgres_server
from tests.store.stores import event

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

__all__ = ["postgres", "postgres_server"]
PASSWORD = "pa55 w'o\\rd"
ADDRESS = "postgresql://ann:pa55%20w%27o%5Crd@127.0.0.1:1/store"

SAYS_THE_PASSWORD = f"cat >&2 <<'END'\nno room for {PASSWORD}\nEND\nexit 1"


@pytest.fixture
def programs(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where programs of the server's version are."""
    return f"{binaries(tmp_path_factory.mktemp('server'))}{os.pathsep}{os.environ['PATH']}"


def a_program(folder: Path, name: str, script: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(f"#!/bin/sh\n{script}\n")
    (folder / name).chmod(0o755)


def test_a_store_is_dumped_and_the_newest_ten_are_kept(
    postgres: Database, tmp_path: Path, programs: str
) -> None:
    with closing(Store(postgres.address)) as store:
        store.append("s", [event(1)])
    made = [back_up_database(postgres.address, tmp_path / "dumps", programs) for _ in range(11)]
    assert sorted(made[1:]) == sorted((tmp_path / "dumps").iterdir())
    assert made[0].name.startswith("store-000001-")
    assert renew_backups(postgres.address, tmp_path / "dumps", programs) == 10
    assert [one.name[:12] for one in (tmp_path / "dumps").iterdir()] == ["store-000012"]


def test_an_empty_database_is_no_store(postgres: Database, tmp_path: Path, programs: str) -> None:
    with pytest.raises(StoreFault, match="holds no learners"):
        back_up_database(postgres.address, tmp_path, programs)
    assert list(tmp_path.iterdir()) == []


def test_a_server_that_is_not_there_is_a_sentence_without_the_password(tmp_path: Path, programs: str) -> None:
    with pytest.raises(StoreFault, match=r"No backup of postgresql://ann@127\.0\.0\.1:1/store") as refused:
        back_up_database(ADDRESS, tmp_path, programs)
    assert "pa55" not in str(refused.value)
    assert "There is no earlier one." in str(refused.value)


def test_a_program_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(StoreFault, match="the program pg_dump is not there; install"):
        back_up_database(ADDRESS, tmp_path, str(tmp_path / "none"))


def test_the_password_is_in_no_argument(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[Sequence[str], Mapping[str, str]]] = []
    run = subprocess.run

    def noted(command: Sequence[str], *, env: Mapping[str, str], **options: object) -> object:
        seen.append((command, env))
        return run(command, env=env, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(database_backups.subprocess, "run", noted)  # type: ignore[attr-defined]
    for name in ("pg_dump", "pg_restore"):
        a_program(tmp_path / "bin", name, "exit 0")
    with pytest.raises(StoreFault):
        back_up_database(ADDRESS, tmp_path / "dumps", str(tmp_path / "bin"))
    [dump, restore] = seen
    assert "pa55" not in repr((dump[0], restore))
    assert dump[1]["PGPASSWORD"] == PASSWORD
    assert "dbname='store'" in repr(dump[0])


@pytest.mark.parametrize(
    ("dump", "restore", "said"),
    [
        (SAYS_THE_PASSWORD, "exit 0", "no room for …"),
        ("exit 7", "exit 0", "it ended with 7"),
        ("exit 0", "echo not an archive >&2; exit 1", "not an archive"),
        ("exit 0", "echo nothing", "holds no learners"),
    ],
)
def test_what_fails_leaves_the_earlier_ones(tmp_path: Path, dump: str, restore: str, said: str) -> None:
    folder = tmp_path / "dumps"
    folder.mkdir()
    earlier = folder / "store-000001-20260101T000000Z-0123456789abcdef.dump"
    earlier.write_bytes(b"earlier")
    a_program(tmp_path / "bin", "pg_dump", dump)
    a_program(tmp_path / "bin", "pg_restore", restore)
    for back_up in (back_up_database, renew_backups):
        with pytest.raises(StoreFault) as refused:
            back_up(ADDRESS, folder, str(tmp_path / "bin"))
        assert said in str(refused.value)
        assert "pa55" not in str(refused.value)
        assert "The earlier one is still there." in str(refused.value)
        assert list(folder.iterdir()) == [earlier]
