"""After the debrief: saving it, keeping one's words, hearing it again, and another case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from simulator.plain.starting import Asked
from simulator.store.store import Store
from tests.plain.scripted import play

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.session.training import Training

WHOLE = (
    "7", "why Ann lost it.", "1", "1", "confirm",
    *"2222222", "confirm", *"11111", "confirm", *"111", "confirm",
)  # fmt: skip
AT_THE_END = Asked(mode="assessment")


def rationales(training: Training) -> list[str]:
    """What is still kept of the reasons, of all sessions."""
    from tests.tui.test_same_events import all_sessions

    events: list[dict[str, Any]] = [
        event for session in all_sessions(training.store) for event in training.store.load(session)
    ]
    return [event["data"]["text"] for event in events if event["kind"] == "rationale_given"]


@pytest.mark.parametrize("suffix", ["html", "md"])
def test_the_debrief_is_saved_without_own_words(library: Training, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"page.{suffix}"
    said = play(library, *WHOLE, f"save {path}")
    assert "".join(f"Saved to {path}, without your own words.".split()) in "".join(said.split())
    assert "Keeping" in path.read_text("utf-8")
    assert "Ann lost it." not in path.read_text("utf-8")


def test_the_debrief_is_saved_with_own_words_for_who_says_so(library: Training, tmp_path: Path) -> None:
    path = tmp_path / "my page.html"
    said = play(library, WHOLE[0], "note 1 Bo found it.", *WHOLE[1:], f"save {path} with words")
    assert "with your own words." in " ".join(said.split())
    assert "Bo found it." in path.read_text("utf-8")


@pytest.mark.parametrize("line", ["save", "save with words"])
def test_saving_without_a_path_says_what_to_type(library: Training, line: str) -> None:
    assert "Type save and a path that ends in .html or .md" in play(library, *WHOLE, line)


@pytest.mark.parametrize("name", ["page.txt", "nowhere/page.html", "page"])
def test_where_it_cannot_be_saved_a_sentence_says_so_and_more_can_be_asked(
    library: Training, tmp_path: Path, name: str
) -> None:
    said = play(library, *WHOLE, f"save {tmp_path / name}", "summary")
    assert "Saved to" not in said
    assert list(tmp_path.glob("page*")) == []
    assert said.count("Type why, change or near") == 3


def test_own_words_are_wiped_when_the_debrief_is_closed(library: Training) -> None:
    play(library, *WHOLE, "")
    assert rationales(library) == [""]


def test_own_words_are_wiped_at_the_end_of_the_input_too(library: Training) -> None:
    play(library, *WHOLE)
    assert rationales(library) == [""]


def test_own_words_stay_for_who_keeps_them(library: Training) -> None:
    assert "Your words are kept." in play(library, *WHOLE, "keep", "")
    play(library)
    assert rationales(library) == ["Ann lost it."]


def test_own_words_of_a_case_that_was_left_stay_until_it_ends(library: Training) -> None:
    play(library, *WHOLE[:4], "leave")
    play(library)
    assert rationales(library) == ["Ann lost it."]


def test_words_that_cannot_be_kept_are_said_not_to_be(
    library: Training, monkeypatch: pytest.MonkeyPatch
) -> None:
    from simulator.store.faults import StoreFault

    def full(_store: Store, _session: str) -> None:
        raise StoreFault("The disk is full.")

    monkeypatch.setattr(Store, "keep_words", full)
    said = play(library, *WHOLE, "keep", "4", "")
    assert "The disk is full." in said
    assert "Your words are kept." not in said
    assert said.endswith("Made up; for tests only.\n")


def test_the_debrief_and_its_summary_can_be_heard_again(library: Training) -> None:
    said = play(library, *WHOLE, "debrief", asked=AT_THE_END)
    assert said.count("Debrief. The find.") == 2


def test_another_case_can_be_played(library: Training) -> None:
    said = play(library, *WHOLE, "another", "8")
    assert "seed 7)" in said
    assert "seed 8)" in said
    assert rationales(library) == [""]


def test_what_was_asked_for_on_the_command_line_is_played_once(library: Training) -> None:
    said = play(library, *WHOLE[1:], "another", "9", asked=Asked(pack="little", seed=7))
    assert said.count("seed 7)") == 1
    assert "seed 9)" in said


def test_a_pause_and_support_work_after_the_debrief(library: Training) -> None:
    said = play(library, *WHOLE, "support", "pause", "", "help")
    assert "Talk to the librarian." in said
    assert "Going on." in said
    assert "keep: keep your reasons and notes." in said
