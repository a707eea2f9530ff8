"""Packs in which the linter finds something, with hostile names and words in it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tests.authoring.packs import CASE, MANIFEST, begun, changed

if TYPE_CHECKING:
    from pathlib import Path

HOSTILE_NAMES = [
    "a,b=c::d%25.yaml",
    "a\nb::error::c.yaml",
    "a\r\x1b[2J.yaml",
    "line=1,col=2::e.yaml",
    "é 数 😀 [b] 'q' \"r\" #?.yaml",
    "a\\b c.yaml",
    os.fsdecode(b"a\xff.yaml"),
]


def faulty(folder: Path) -> Path:
    """A pack with a finding of every sort: errors, one that is excused, and files with hostile names and keys."""
    begun(folder)
    changed(folder, CASE, "{A: code_21, B: code_21}", "{A: code_21, B: code_10}")
    changed(
        folder,
        CASE,
        "  outcome: {outcome",
        "  # lint: allow not-as-expected: we, 100% :: differ\n  outcome: {outcome",
    )
    changed(folder, MANIFEST, '  authors: ["Your name"]\n', "")
    for number, name in enumerate(HOSTILE_NAMES):
        head = f'format: written-case/1\ncase: c{number}\ntitle: "t{number}"\n'
        (folder / "cases" / name).write_text(f'{head}"k::,%0A {number}\\n::error::z": 1\n', encoding="utf-8")
    return folder
