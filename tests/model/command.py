"""The command line, as a script calls it."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from .notation import Facts


def assess(*arguments: str, given: str = "", folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    """`simulator assess` in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "simulator", "assess", *arguments],
        input=given,
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=120,
        cwd=folder,
    )


def lines_of(many: Iterable[Facts]) -> str:
    """Facts as standard input wants them: JSON objects, one a line."""
    return "".join(json.dumps(facts) + "\n" for facts in many)


def assessments(output: str) -> list[dict[str, Any]]:
    """The objects of an output, one a line; a key that stands twice in one is an error."""
    return [json.loads(line, object_pairs_hook=_once) for line in output.splitlines()]


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    assert len(found) == len(pairs), f"a key stands twice in {[key for key, _ in pairs]}"
    return found
