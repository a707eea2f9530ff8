"""Keys that were changed in Settings hold for learners and on the projector, too."""

from __future__ import annotations

import subprocess
import sys

from simulator.preferences.keeping import keep_preferences
from simulator.preferences.preferences import Preferences
from simulator.tui.screens.help import HelpScreen
from tests.tui.classroom import made
from tests.tui.classroom.attending import attending
from tests.tui.classroom.test_learner_joining import HEAVY
from tests.tui.classroom.test_projector import projecting


async def test_a_learner_has_the_changed_keys_and_not_the_usual_ones() -> None:
    keep_preferences(Preferences(keys={"lobby.quit": "b", "app.help": "f9"}))
    async with attending() as learner:
        assert "b Leave" in learner.text()
        await learner.press("q", "f1")
        assert learner.screens == ["Lobby"]
        await learner.press("f9")
        assert isinstance(learner.app.screen, HelpScreen)
        await learner.press("f9", "b")
        assert not learner.app.is_running


async def test_a_projector_has_the_changed_keys_and_not_the_usual_ones() -> None:
    keep_preferences(Preferences(keys={"projector.leave": "b"}))
    async with projecting(made.watching(made.gathering())) as wall:
        await wall.press("q")
        assert wall.app.is_running
        await wall.press("b")
        assert not wall.app.is_running


def test_the_list_of_all_keys_needs_no_store_no_pack_and_no_network() -> None:
    program = (
        "import sys; from simulator.tui.keys import all_actions; "
        "from simulator.tui.classroom.learner.app import LearnerApp; all_actions(LearnerApp); "
        f"print([name for name in {HEAVY} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
