"""The words of a debrief, and what is said of them."""

from __future__ import annotations

from simulator.session.debrief import BASIS_WORDS, VERDICT_WORDS
from simulator.session.legend import MEANINGS


def test_every_word_for_a_verdict_and_its_basis_is_explained_and_silence_last() -> None:
    assert [word for word, _ in MEANINGS] == [*VERDICT_WORDS.values(), *BASIS_WORDS.values(), "silent"]


def test_every_meaning_is_one_short_line() -> None:
    assert not [meaning for _, meaning in MEANINGS if len(meaning) > 90 or meaning.endswith(".")]
