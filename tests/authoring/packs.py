"""Packs to try authoring on: begun as an author begins them, and spoilt in one place."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from simulator.authoring.lint.linting import lint
from simulator.authoring.making.beginning import begin_pack
from simulator.cli.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.authoring.lint.finding import Linted

CASE = "cases/first-case.yaml"
MANIFEST = "pack.yaml"


@cache
def workshop() -> Workshop:
    """The installed packs, for all tests of this room."""
    return Workshop(strangers=False)


def begun(folder: Path) -> Path:
    """A new pack in a folder that is not there yet."""
    begin_pack(folder, "A pack to try", workshop().engine(), workshop().guidance_folder)
    return folder


def changed(folder: Path, file: str, old: str, new: str) -> Path:
    """The pack with a text in one of its files replaced, which must stand there."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {file}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


def linted(path: Path) -> Linted:
    """What the linter finds."""
    return lint(path, workshop().engine, lambda: workshop().first_names, workshop().stocked)


def codes(path: Path) -> list[str]:
    """The codes of what the linter finds, in the order of their places."""
    return [finding.code for finding in linted(path).findings]
