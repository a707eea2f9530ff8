"""`simulator class`: what was held on this machine."""

from __future__ import annotations

import asyncio
import json
import os
import signal
from pathlib import Path

import jsonschema_rs
import pytest

from simulator.classroom import messages
from simulator.cli.main import main
from simulator.errors.faults import UsageFault

from .classes import conducting
from .test_keeper import hubs_of

SCHEMA = Path(messages.__file__).parent / "schemas" / "classes.json"


@pytest.fixture
def held() -> str:
    """A class that was held: its id."""

    async def hold() -> str:
        async with conducting() as facilitator:
            await facilitator.does("begin_case", pack="foundations", which="after-the-tour")
            await facilitator.does("end_class")
            return facilitator.keeper.ready.class_

    return asyncio.run(hold())


def test_without_any_it_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["class", "list"]) == 0
    assert "No class was held" in capsys.readouterr().out
    assert main(["class", "report", "latest"]) == 2


def test_it_is_listed_reported_twice_the_same_and_wiped(
    held: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["class", "list", "--format", "json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert jsonschema_rs.validator_for(json.loads(SCHEMA.read_text())).is_valid(answer)
    (listed,) = answer["classes"]
    assert (listed["class"], listed["over"]) == (held, True)

    reports = []
    for name, folder in (("latest", "a"), (held, "b")):
        (tmp_path / folder).mkdir()
        assert main(["class", "report", name, str(tmp_path / folder)]) == 0
        files = sorted(path for path in (tmp_path / folder).rglob("*") if path.is_file())
        reports.append({path.name: path.read_bytes() for path in files})
        assert set(capsys.readouterr().out.splitlines()) == set(map(str, files))
    assert reports[0] == reports[1]
    assert "report.html" in reports[0]

    assert main(["class", "erase", held]) == 0
    assert main(["class", "erase", held]) == 2
    assert "There is no class" in capsys.readouterr().err
    assert held.encode() not in (tmp_path / "store.sqlite").read_bytes()


async def test_a_class_is_not_wiped_while_its_console_is_open(capsys: pytest.CaptureFixture[str]) -> None:
    async with conducting() as facilitator:
        class_ = facilitator.keeper.ready.class_
        assert await asyncio.to_thread(main, ["class", "erase", class_]) == 2
        said = " ".join(capsys.readouterr().err.split())
        assert f"The class {class_} is running: a console is open with it. Close that console" in said
        await facilitator.does("begin_case", pack="foundations", which="after-the-tour")
    assert await asyncio.to_thread(main, ["class", "erase", class_]) == 0


async def test_a_hub_that_was_started_again_holds_its_class_too() -> None:
    async with conducting() as facilitator:
        class_ = facilitator.keeper.ready.class_
        (hub,) = hubs_of(os.getpid())
        os.kill(hub, signal.SIGKILL)
        await facilitator.does("begin_case", pack="foundations", which="after-the-tour")
        assert hubs_of(os.getpid()) != [hub]
        assert await asyncio.to_thread(main, ["class", "erase", class_]) == 2


async def test_two_consoles_do_not_run_the_same_class() -> None:
    async with conducting():
        with pytest.raises(UsageFault, match="is running: a console is open with it"):
            async with conducting(new=False):
                pass
