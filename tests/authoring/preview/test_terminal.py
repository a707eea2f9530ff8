"""The preview in a real terminal: what is saved comes up by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.any_guidance.terminal import terminal
from tests.authoring.packs import CASE, MANIFEST, changed

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_saved_comes_up_and_what_is_broken_is_told(pack: Path) -> None:
    with terminal(("pack", "preview", str(pack)), {}) as screen:
        screen.wait_for("A call before registration")
        changed(pack, CASE, "A call before registration", "A call at noon")
        screen.wait_for("A call at noon")
        changed(pack, CASE, "format: written-case/1", "format: [")
        screen.wait_for("a flow list is broken here")
        assert "A call at noon" in screen.text
        changed(pack, CASE, "format: [", "format: written-case/1")
        changed(pack, MANIFEST, "This fictional case is about", "This invented case is about")
        screen.wait_for("This invented case is about")
        screen.press("q")
        assert screen.ended() == 0


def test_ctrl_c_ends_it(pack: Path) -> None:
    with terminal(("pack", "preview", str(pack)), {}) as screen:
        screen.wait_for("A call before registration")
        screen.press("\x03")
        assert screen.ended() == 130
