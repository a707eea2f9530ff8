"""The words of plain mode that the pages name are in its help."""

from __future__ import annotations

import re

from simulator.plain import anywhere, asking_words, further, guidance, lobby, practising
from tests.docs.pages import page

HELP = "\n".join(
    (
        *asking_words.HELP,
        *further.HELP,
        *anywhere.HELP,
        *guidance.HELP,
        *lobby.HELP,
        *practising.HELP,
        lobby.FIRST_HELP,
    )
)
NAMED = re.compile(r"`([a-z]+(?: \d)?)`")


def words() -> list[str]:
    """What the section on plain mode says that can be typed."""
    [section] = [
        each for each in re.split(r"^## ", page("learner.md"), flags=re.MULTILINE) if "<!-- plain -->" in each
    ]
    return NAMED.findall(section)


def is_told(word: str) -> bool:
    """Whether a help names it before a colon; any number may stand for another."""
    pattern = re.sub(r"\d", r"\\d", rf"\b{word}\b")
    return re.search(rf"{pattern}(?:[^:.]|\.\.\.)*:", HELP) is not None or f"Type {word} " in HELP


def test_every_word_that_the_page_names_is_in_a_help_of_plain_mode() -> None:
    named = set(words()) - {"help"}
    assert len(named) > 25
    assert sorted(word for word in named if not is_told(word)) == []


def test_a_word_that_plain_mode_does_not_know_is_found_out() -> None:
    assert not is_told("jump")
    assert not is_told("redo 4")
