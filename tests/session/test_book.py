"""A guidance as a book: word for word, with its rules in words."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import pytest

from simulator.cli import exercising
from simulator.cli.main import main
from simulator.cli.workshop import Workshop
from simulator.model.conditions import (
    All,
    Always,
    AnyOf,
    Compare,
    Defined,
    FewerThan,
    Not,
    Some,
    SomeReferred,
    TheReferred,
    This,
)
from simulator.session.book import book_of
from simulator.session.when_told import WhenTeller
from tests.any_guidance.running import GUIDANCE as LIBRARY

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.guidance.guidance import Guidance
    from simulator.model.conditions import Condition


@cache
def installed() -> Guidance:
    return Workshop().engine().guidance


@cache
def library() -> Guidance:
    return Workshop(guidance=str(LIBRARY)).engine().guidance


def told(condition: Condition) -> str:
    return WhenTeller(library().world, "this claimant").told(condition)


def test_every_paragraph_is_there_in_order_and_word_for_word(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exercising, "SEEDS", 5)
    assert main(["guidance", "--format", "json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    book = book_of(installed())
    assert [(one.key, one.title, one.date) for one in book.documents] == [
        (one["key"], one["title"], one["date"]) for one in shown["documents"]
    ]
    assert [(one.paragraph, one.text, one.background, list(one.rules)) for one in book.paragraphs] == [
        (one["paragraph"], one["text"], one["background"], one["rules"]) for one in shown["paragraphs"]
    ]


@pytest.mark.parametrize("guidance", [installed, library])
def test_paragraphs_rules_and_what_is_beside_them_refer_to_what_is_there(
    guidance: Callable[[], Guidance],
) -> None:
    book = book_of(guidance())
    keys = {one.paragraph for one in book.paragraphs}
    for one in book.paragraphs:
        assert set(one.rules) <= set(book.rules)
        assert all(one.paragraph in book.rules[rule].paragraphs for rule in one.rules)
    beside = (book.notes, book.tensions, book.advice, tuple(book.rules.values()))
    assert all(set(each.paragraphs) <= keys for of_a_sort in beside for each in of_a_sort)


def test_a_silent_point_is_a_rule_with_its_silence() -> None:
    guidance = installed()
    silent = {rule.rule: rule.silence for rule in guidance.rules.values() if rule.silence is not None}
    assert {rule.rule: rule.silence for rule in book_of(guidance).silences} == silent
    assert silent


def test_what_is_called_for_is_told_first_and_with_its_why() -> None:
    rule = book_of(library()).rules["keeping.safe"]
    assert [verdict.verdict for verdict in rule.verdicts] == ["expected", "contrary", "contrary"]
    assert rule.verdicts[0].label == "In the office safe"
    assert rule.verdicts[0].why == "LP4 keeps valuables and whatever bears a name in the safe."
    assert rule.verdicts[0].paragraphs == ("LP4",)


def test_when_a_rule_decides_is_told_in_words() -> None:
    rules = book_of(library()).rules
    assert rules["keeping.safe"].when == "It decides where the thing is kept in the safe."
    assert rules["keeping.shelf"].when == "It decides where no other rule of this question applies."
    assert rules["entry.at-once"].when == "It is the only rule of this question."
    assert rules["disposal.valuable"].when.startswith(
        "The question is asked only where ninety days have gone by."
    )
    assert rules["claim.no-more-than-fair"].when.endswith("It yields to claim.strong and claim.outdone.")


def test_a_verdict_that_holds_in_some_circumstances_names_them() -> None:
    rule = book_of(library()).rules["disposal.other"]
    whens = [verdict.when for verdict in rule.verdicts if verdict.when]
    assert whens == ["where somebody has a strong sign", "otherwise"]


def test_no_id_stands_for_words_in_when_a_rule_decides() -> None:
    """A definition is told in its words, never by its name."""
    for guidance in (installed(), library()):
        names = {name for name in guidance.world.definitions if "_" in name}
        for rule in book_of(guidance).rules.values():
            said = " ".join([rule.when, *(verdict.when for verdict in rule.verdicts)])
            assert not {word.strip(".,;()") for word in said.split()} & names


def test_hostile_text_is_cleaned() -> None:
    guidance = installed()
    first = next(iter(guidance.paragraphs.values()))
    bad = replace(first, section="A\x1b[31m", text="B\u202eC")
    spoilt = replace(guidance, title="T\x07", paragraphs={**guidance.paragraphs, first.paragraph: bad})
    book = book_of(spoilt)
    assert (book.title, book.paragraphs[0].section, book.paragraphs[0].text) == (
        "T\ufffd",
        "A\ufffd[31m",
        "B\ufffdC",
    )


IS_STRONG = Compare("its", "weight", "equals", ("strong",))
OF_THIS = Compare("its", "points_to", "equals", (This(),))
KINDS = Compare("this", "state", "one_of", ("a", "b", "c"))


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (Always(), "always"),
        (Not(Always()), "never"),
        (KINDS, "state of this claimant is a, b or c"),
        (Not(KINDS), "state of this claimant is none of a, b or c"),
        (Not(Not(KINDS)), "state of this claimant is a, b or c"),
        (Compare("case", "days", "below", (90,)), "days is below 90"),
        (Not(Compare("case", "days", "at_least", (90,))), "days is below 90"),
        (Compare("case", "open_now", "equals", (True,)), "open now is true"),
        (Compare("this", "list", "empty", (True,)), "list of this claimant is empty"),
        (Not(Compare("this", "list", "empty", (True,))), "list of this claimant is not empty"),
        (Compare("this", "", "equals", ("key",)), "this claimant is key"),
        (Some("signs", IS_STRONG), "there is a sign whose weight is strong"),
        (Not(Some("signs", IS_STRONG)), "there is no sign whose weight is strong"),
        (Some("signs", IS_STRONG, another=True), "there is another sign whose weight is strong"),
        (
            Some("signs", All((IS_STRONG, Not(OF_THIS)))),
            "there is a sign whose weight is strong and whose points to is not this claimant",
        ),
        (
            Some("signs", AnyOf((IS_STRONG, OF_THIS))),
            "there is a sign whose weight is strong or whose points to is this claimant",
        ),
        (Some("signs", KINDS), "there is a sign of which state of this claimant is a, b or c"),
        (
            SomeReferred("this", "friends", "claimants", IS_STRONG),
            "among the friends of this claimant is one whose weight is strong",
        ),
        (
            Not(TheReferred("its", "owner", "claimants", IS_STRONG)),
            "it is not so that the owner of it is one whose weight is strong",
        ),
        (FewerThan(2, "signs", IS_STRONG), "there are fewer than 2 of signs whose weight is strong"),
        (Not(FewerThan(2, "signs", IS_STRONG)), "there are at least 2 of signs whose weight is strong"),
        (
            All(
                (
                    Defined("case", "overdue"),
                    AnyOf((Some("signs", IS_STRONG), Compare("case", "days", "below", (9,)))),
                )
            ),
            "ninety days have gone by; and (there is a sign whose weight is strong, or days is below 9)",
        ),
        (
            Not(All((Defined("case", "overdue"), Some("signs", IS_STRONG)))),
            "it is not so that ninety days have gone by, or there is no sign whose weight is strong",
        ),
    ],
)
def test_conditions_are_told_in_words(condition: Condition, words: str) -> None:
    assert told(condition) == words
