"""Nothing is ever sent anywhere: whole runs without a network, and nothing in them that so much as tries."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.hostile.running import ROOT

if TYPE_CHECKING:
    from pathlib import Path

WATCHED = """
import os, sys
def watch(event, arguments):
    if event.startswith("socket.") and event not in ("socket.__new__", "socket.gethostname"):
        os.write(2, f"TRIED {event} {arguments}\\n".encode())
sys.addaudithook(watch)
"""
RUN = WATCHED + "from simulator.cli.main import run\nrun(sys.argv[1:])\n"
CASE = "1\n1\n1\nconfirm\n" * 60 + "leave\n"
COMMANDS = (
    (["play", "--plain", "--no-plugins", "--pack", "core", "--seed", "7"], CASE),
    (["progress"], ""),
    (["progress", "--format", "json"], ""),
    (["export"], ""),
    (["verify"], ""),
    (["doctor"], ""),
    (["generate", "--seed", "3"], ""),
    (["erase", "--yes"], ""),
)


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    places = {
        "SIMULATOR_STORE": "s.sqlite",
        "SIMULATOR_PREFERENCES": "p.json",
        "SIMULATOR_SETTINGS": "s.yaml",
    }
    return {**os.environ, **{name: str(tmp_path / place) for name, place in places.items()}}


def without_network(*command: str) -> list[str]:
    """The command where it has no network but a loopback that is down, if the system allows that."""
    unshare = shutil.which("unshare")
    apart = [unshare, "--map-root-user", "--net"] if unshare else []
    tried = subprocess.run([*apart, "true"], capture_output=True, check=False)
    return [*(apart if tried.returncode == 0 else []), *command]


def test_a_learner_plays_reads_the_record_and_erases_it_without_a_network(
    environment: dict[str, str],
) -> None:
    for words, said in COMMANDS:
        done = subprocess.run(
            without_network(sys.executable, "-c", RUN, *words),
            input=said,
            capture_output=True,
            text=True,
            cwd=ROOT,
            env=environment,
            timeout=120,
            check=False,
        )
        assert "TRIED" not in done.stderr, (words, done.stderr)
        assert done.returncode in (0, 1), (words, done.stderr)
        assert "Traceback" not in done.stderr, (words, done.stderr)


def test_what_tries_is_found_out() -> None:
    tries = WATCHED + "import socket\nsocket.socket().connect_ex(('127.0.0.1', 9))\n"
    done = subprocess.run(
        without_network(sys.executable, "-c", tries), capture_output=True, text=True, check=True
    )
    assert "TRIED socket.connect" in done.stderr
