"""The guidance packs of which things are proved."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.guidance.reading import read_guidance
from simulator.packs.reading import read_document

if TYPE_CHECKING:
    from simulator.guidance.guidance import Guidance

ROOT = Path(__file__).parents[2]
PACK = ROOT / "plugins" / "simulator_guidance_derbyshire_2016"
PAGE = ROOT / "docs" / "certificate.md"


def read_pack(folder: Path) -> Guidance:
    """A guidance pack, its form checked and its rules not."""
    return read_guidance([read_document(path) for path in sorted(folder.rglob("*.yaml"))])


@cache
def bundled() -> Guidance:
    """The guidance pack that comes with the program."""
    return read_pack(PACK)


def spoilt(folder: Path, *edits: tuple[str, str, str]) -> Path:
    """A copy of the bundled pack; in a file, the first of an old text (it is there) is the new one."""
    copy = shutil.copytree(PACK, folder / "spoilt", dirs_exist_ok=True)
    for file, old, new in edits:
        text = (copy / file).read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {file}"
        (copy / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return copy
