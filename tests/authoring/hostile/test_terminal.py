"""The terminal program with spoilt packs among the others: what is left out is told, the rest is played."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

from tests.authoring.packs import CASE, MANIFEST, changed
from tests.end_to_end.officer import ESCAPE, TO, offered
from tests.end_to_end.terminal import Terminal

MARKUP = "[@click=app.bell]x[/nope] {0}%s"


def test_spoilt_packs_are_left_out_and_the_others_can_be_chosen(pack: Path, settings: Path) -> None:
    changed(pack, MANIFEST, 'title: "A pack to try"', f'title: "{MARKUP}"')
    (pack / "cases/a.yaml").symlink_to("/dev/zero")
    os.mkfifo(pack / "cases/b.yaml")
    (pack / "cases/c\x1b]0;taken\x07\n.yaml").write_text("a: [")
    later = Path(shutil.copytree(pack, pack.parent / "later", ignore=shutil.ignore_patterns("?.yaml")))
    changed(later, MANIFEST, "name: tried", "name: later")
    changed(later, MANIFEST, 'edition: "2016-07"', 'edition: "2099-01"')
    named = json.dumps([str(pack), str(later), "/dev/zero", "/nowhere"])
    settings.write_text(f"format: settings/1\npacks: {named}\n")

    with Terminal(pack.parent / "store.sqlite", pack.parent / "cache", columns=120, rows=60) as terminal:
        assert "later is left out" in terminal.wait(offered)
        packs = terminal.press(TO["practice"], lambda screen: MARKUP in screen)
        assert "Foundations" in packs or "foundations" in packs.lower()
        terminal.press(ESCAPE, offered)
        assert terminal.quit("q") == 0
        assert b"\x1b]0;taken" not in terminal.sent
        assert not any("Traceback" in screen for screen in terminal.seen)
        assert (pack / CASE).exists()
