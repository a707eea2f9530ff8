"""A case as lines of text."""

from __future__ import annotations

from simulator.authoring.preview.lines import WIDTH, text_lines
from simulator.authoring.preview.view import CaseView, Passage, Row

MARK = Passage("note", "After: looking")
CASE = CaseView(
    "A find",
    (
        Row((Passage("title", "A find"),), (Passage("text", "no findings", "Linter"),)),
        Row((Passage("heading", "The desk"),), shared=True),
        Row((MARK, Passage("text", "long " * 40)), (MARK, Passage("text", "much", "States"))),
        Row((), (Passage("label", "The evidence by then"),)),
    ),
)


def test_without_the_key_there_is_only_what_a_learner_sees() -> None:
    text = "\n".join(text_lines(CASE, key=False))
    assert "After: looking" in text
    assert "States" not in text
    assert not text.endswith("\n")


def test_the_key_is_indented_below_what_it_belongs_to_and_says_nothing_twice() -> None:
    lines = list(text_lines(CASE, key=True))
    assert lines[:3] == ["A find", "======", "    Linter: no findings"]
    assert "    States: much" in lines
    assert sum("After: looking" in line for line in lines) == 1


def test_every_line_fits() -> None:
    assert max(map(len, text_lines(CASE, key=True))) <= WIDTH


def test_what_acts_on_a_terminal_is_replaced() -> None:
    case = CaseView("x", (Row((Passage("text", "a\x1b[2Jb\N{RIGHT-TO-LEFT OVERRIDE}"),)),))
    assert list(text_lines(case, key=False)) == ["a\N{REPLACEMENT CHARACTER}[2Jb\N{REPLACEMENT CHARACTER}"]
