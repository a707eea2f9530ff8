"""Lints and plays a pack that a stranger spoilt, and holds what is said against what every refusal must be."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from tests.hostile.running import assert_safe, run_here

if TYPE_CHECKING:
    from pathlib import Path

    from tests.hostile.running import Ran

SECONDS = 20.0
"""What no input may cost, on a slow machine that does other things as well."""

_FINDING = re.compile(r".*?:[1-9][0-9]*:[1-9][0-9]*: .+; .+ \[(error|warning): [a-z][a-z0-9-]*\]")


def lint(*paths: Path | str, form: str = "text") -> Ran:
    """What `pack lint` says of paths; it is safe to show, quick, and nothing is written."""
    return _told(["pack", "lint", "--format", form, *map(str, paths)], *paths)


def play(pack: Path | str, typed: str = "") -> Ran:
    """What plain mode says when it plays a pack, and these lines are typed."""
    return _told(["play", "--plain", "--pack", str(pack)], pack, typed=typed)


def play_all(typed: str = "") -> Ran:
    """What plain mode says when it plays any of the packs there are."""
    return _told(["play", "--plain"], typed=typed)


def findings(ran: Ran) -> list[str]:
    """What was found, line by line; the run was refused for it, and counts it."""
    *found, counted = ran.stdout.decode().splitlines()
    assert (ran.code, ran.stderr) == (1, b"")
    assert [line for line in found if not _FINDING.fullmatch(line)] == []
    assert re.search(r": \d+ (error|warning)s?", counted)
    return found


def squeezed(ran: Ran) -> str:
    """What was said, without the spaces and line ends that wrapping puts anywhere."""
    return "".join((ran.stdout + ran.stderr).decode().split())


def _told(words: list[str], *paths: Path | str, typed: str = "") -> Ran:
    before = [_tree(path) for path in paths]
    ran = run_here(words, typed.encode())
    said = (ran.stdout + ran.stderr).decode()
    assert_safe("".join(sorted(set(said))).encode())
    assert "Traceback" not in said
    assert ran.code in (0, 1, 2)
    assert ran.seconds < SECONDS
    assert [_tree(path) for path in paths] == before
    return ran


def _tree(path: Path | str) -> list[tuple[str, int, int]]:
    """Everything below a path that is a folder, by name, size and time."""
    found = []
    for above, folders, files in os.walk(path):
        for name in (*folders, *files):
            status = os.lstat(os.path.join(above, name))  # noqa: PTH118
            found.append((f"{above}/{name}", status.st_size, status.st_mtime_ns))
    return sorted(found)
