"""Hostile YAML in a case or in a manifest: told at its place, and no case beside it suffers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.authoring.packs import MANIFEST
from tests.hostile.yaml_texts import BROKEN, WORST

from .asking import findings, lint, play, squeezed

if TYPE_CHECKING:
    from pathlib import Path

EVERY = {**BROKEN, **WORST}
HALVES = (sorted(EVERY)[::2], sorted(EVERY)[1::2])


def written(path: Path, text: str | bytes) -> str:
    """A file with this text; its name."""
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(path)


@pytest.mark.parametrize("half", [0, 1])
def test_every_spoilt_case_is_found_and_the_sound_one_is_played(half: int, pack: Path) -> None:
    begins = [
        f"{written(pack / f'cases/spoilt-{number}.yaml', EVERY[name][0])}:{EVERY[name][1]}"
        for number, name in enumerate(HALVES[half])
    ]
    found = findings(lint(pack))
    assert [each for each in begins if not any(line.startswith(each) for line in found)] == []
    assert len(found) < 50 * len(begins)
    assert not any("first-case.yaml" in line for line in found)
    said = squeezed(play(pack, "1\n"))
    assert all("".join(each.split()) in said for each in begins)
    assert "Rafi'sauntrangbeforeschoolbegan" in said


@pytest.mark.parametrize("name", EVERY)
def test_a_spoilt_manifest_is_refused(name: str, pack: Path) -> None:
    text, says = EVERY[name]
    begins = f"{written(pack / MANIFEST, text)}:{says}"
    assert any(line.startswith(begins) for line in findings(lint(pack)))
    ran = play(pack)
    assert (ran.code, ran.stdout) == (1, b"")
    assert ran.lines[0].startswith(begins)


def test_a_tag_that_runs_code_runs_none(pack: Path, tmp_path: Path) -> None:
    mark = tmp_path / "run"
    tag = f"!!python/object/apply:os.system ['touch {mark}']"
    (pack / "cases/a.yaml").write_text(f"title: {tag}\n")
    [found] = findings(lint(pack))
    assert "tags (!!python/object/apply:os.system) are not read" in found
    play(pack)
    assert not mark.exists()
