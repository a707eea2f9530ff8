"""What can be asked after the debrief, in plain text."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from simulator.errors.faults import UsageFault
from simulator.plain.lines import WIDTH
from simulator.plain.play import play_plain
from simulator.store.store import Store
from tests.plain.scripted import play
from tests.tui.lost_property import CASE, almost_finish, lost_property
from tests.tui.written import training_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.tui.written import WrittenGuide

PROMPT = "Type why, change or near and the number of a decision, or help; Enter ends."
TO_THE_DEBRIEF = ("1", "confirm")
STANDING = "Made up; for tests only."
BOOK = 12
"""The number of the only mistake: the book is on a shelf, and not in the safe."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    kept = Store(tmp_path / "sessions.sqlite")
    almost_finish(kept)
    yield kept
    kept.close()


def said_to(store: Store, *lines: str, guide: WrittenGuide | None = None) -> str:
    """What is said after the debrief to these lines, in one line."""
    said = play(training_of(guide or lost_property(), CASE, store), *TO_THE_DEBRIEF, *lines)
    return " ".join(said[said.index(PROMPT) :].replace(PROMPT, "").split())


def test_the_decisions_are_numbered_in_the_debrief(store: Store) -> None:
    said = play(training_of(lost_property(), CASE, store), *TO_THE_DEBRIEF)
    assert "\n1. The log. The case: [+] Right.\n" in said
    assert f"\n{BOOK}. Keeping. Book: [x] A mistake.\n" in said


@pytest.mark.parametrize("lines", [(), ("",), ("end",), ("END", "why 1")], ids=str)
def test_an_empty_line_end_or_the_end_of_the_input_ends_it_with_the_standing_line(
    store: Store, lines: tuple[str, ...]
) -> None:
    guide = lost_property()
    assert said_to(store, *lines, guide=guide) == STANDING
    assert guide.looked_up == []


def test_why_says_what_decides_and_then_why_the_others_do_not(store: Store) -> None:
    assert said_to(store, f"why {BOOK}").startswith(
        "12. Keeping. Book. keep.found decides (LP1): Book was found."
        " The other rules: keep.lost does not apply: Book is here."
    )


def test_change_says_what_would_have_made_it_right(store: Store) -> None:
    said = said_to(store, f"change {BOOK}")
    assert "Your answer “On a shelf” would have been right in 7 ways. Had Book been number 0," in said
    assert said.count("Had Book been number") == 5
    assert "And 2 more that are as small." in said


def test_change_says_where_nothing_would_have_made_it_right(store: Store) -> None:
    said = said_to(store, f"change {BOOK}", guide=replace(lost_property(), ways=0))
    assert "No change of what there is in this case would have made your answer “On a shelf” right." in said


def test_change_names_every_other_answer(store: Store) -> None:
    said = said_to(store, "change 2")
    assert "“In the bins” would have been called for in one way. Had The case been number 0" in said
    assert "No change of what there is in this case would call for “Nowhere”." in said
    assert "Your answer" not in said


def test_near_tells_each_case_once_with_every_change(store: Store) -> None:
    assert (
        "Case 1. X: weight 2. Y: weight 3. Called for there (X): In the safe. Had X weighed 5. Had X weighed 6."
        in said_to(store, f"near {BOOK}")
    )


def test_near_says_where_there_are_none(store: Store) -> None:
    assert "No cases one fact apart were found" in said_to(store, "near 1")


def test_a_number_alone_tells_that_decision_again(store: Store) -> None:
    said = said_to(store, str(BOOK))
    assert "12. Keeping. Book: [x] A mistake. You chose: On a shelf" in said
    assert "13." not in said


def test_help_names_every_command(store: Store) -> None:
    said = said_to(store, "help")
    for word in ("why 4", "change 4", "near 4", "4: ", "Enter or end"):
        assert word in said


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("why 99", "99 is no number of a decision: they run from 1 to 17. Or type help."),
        ("near 0", "0 is no number of a decision"),
        ("change ²", "² is no number of a decision"),
        ("why", "Type for example: why 1. Or type help."),
        ("why 1 2", "Type for example: why 1. Or type help."),
        ("gone", "gone is no number of a decision"),
        (f"WHY {BOOK}", "keep.found decides"),
    ],
)
def test_a_line_that_makes_no_sense_is_answered_with_a_sentence(
    store: Store, line: str, sentence: str
) -> None:
    assert sentence in said_to(store, line)


@pytest.mark.parametrize("word", ["why", "change", "near"])
def test_what_cannot_be_found_is_said_and_the_next_line_is_heard(store: Store, word: str) -> None:
    def fail() -> None:
        raise UsageFault("It was refused.")

    said = said_to(store, f"{word} 1", "help", guide=replace(lost_property(), while_explaining=fail))
    assert "It was refused." in said
    assert "hear number 4 again" in said


def test_no_line_is_wider_than_a_page_and_none_acts(store: Store) -> None:
    guide = lost_property()
    guide.words = {**guide.words, "B": "Book \x1b[2J \x9b31m " + "word " * 40}
    said = play(
        training_of(guide, CASE, store),
        *TO_THE_DEBRIEF,
        "why 12",
        "change 12",
        "12",
        "why \x1b]52;c;eA==\x07",
    )
    assert max(map(len, said.splitlines())) <= WIDTH
    assert not set(said) & {"\x1b", "\x9b", "\x07"}


def test_ctrl_c_after_the_debrief_ends_it_without_saying_that_one_left(store: Store) -> None:
    class Interrupted(io.StringIO):
        def readline(self, size: int = -1, /) -> str:  # type: ignore[override]
            line = super().readline(size)
            if not line:
                raise KeyboardInterrupt
            return line

    stdout = io.StringIO()
    typed = Interrupted("".join(f"{line}\n" for line in TO_THE_DEBRIEF))
    assert play_plain(training_of(lost_property(), CASE, store), typed, stdout) == 130
    assert PROMPT in stdout.getvalue()
    assert "You left" not in stdout.getvalue()
    assert store.unfinished() == []
