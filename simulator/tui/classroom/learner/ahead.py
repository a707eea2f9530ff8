"""Everything that a learner's app comes to need, for a process that has it loaded once for many of them."""

from __future__ import annotations

import simulator.tui.classroom.learner.app
import simulator.tui.classroom.learner.class_case
import simulator.tui.classroom.learner.class_debrief
import simulator.tui.classroom.learner.class_desk
import simulator.tui.classroom.learner.farewell
import simulator.tui.classroom.learner.here
import simulator.tui.classroom.learner.join
import simulator.tui.classroom.learner.left_words
import simulator.tui.classroom.learner.pause_for_all
import simulator.tui.classroom.learner.results
import simulator.tui.classroom.learner.stepped_out
import simulator.tui.palette
import simulator.tui.screens.guidance
import simulator.tui.screens.help
import simulator.tui.screens.keys
import simulator.tui.screens.pause
import simulator.tui.screens.settings
import simulator.tui.screens.support
import simulator.tui.screens.too_small  # noqa: F401
