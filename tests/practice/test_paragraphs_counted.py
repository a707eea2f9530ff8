"""The debrief of a case counts paragraphs as the record does that holds this case alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.practice.bundled import desk_at

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.mark.parametrize(
    "wrong", [lambda *_: False, lambda question, _: question == "outcome", lambda *_: True]
)
def test_paragraphs_count_the_same_decisions_in_the_debrief_and_in_the_record(
    wrong: Callable[[str, str], bool], tmp_path: Path
) -> None:
    for desk in desk_at(tmp_path):
        runner = desk.practice.begin_rule("outcome.harmed-only")
        desk.play(runner, wrong)
        assert runner.view.debrief is not None
        told = runner.view.debrief.summary.paragraphs
        kept = [one for one in desk.practice.record().paragraphs if one.right or one.wrong]
        assert told
        assert [(one.paragraph, one.right, one.wrong) for one in told] == [
            (one.paragraph, one.right, one.wrong) for one in kept
        ]
