"""Quotations of the guidance, labels of options, a pack's own names and placeholders are exempt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.authoring.prose.checking import ProseChecker
from tests.authoring.prose.conftest import CAST, bundled

if TYPE_CHECKING:
    from collections.abc import Callable


def test_every_paragraph_may_be_quoted(checker: ProseChecker) -> None:
    for paragraph, written in bundled().paragraphs.items():
        text = " ".join(written.text.replace('"', "").replace("“", "").replace("”", "").split())
        if len(text.split()) >= 4:
            assert checker.check(f"{paragraph} says: “{text}”") == [], paragraph


def test_every_label_of_an_option_may_be_quoted(checker: ProseChecker) -> None:
    for question in bundled().questions.values():
        for option in question.options:
            assert checker.check(f'It was answered with "{option.label}".') == [], option.option


def test_words_of_the_guidance_are_no_quotation_without_quotation_marks(
    codes: Callable[[str], set[str]],
) -> None:
    assert "sexting" in codes("IG7 says that it should not be termed sexting.")


def test_two_words_of_the_guidance_in_quotation_marks_are_no_quotation(
    codes: Callable[[str], set[str]],
) -> None:
    assert "body-or-act" in codes('He spoke of "indecent images" that day.')
    assert codes('IG7 speaks of "indecent images" in its first line.') == set()


def test_a_message_is_no_quotation_because_one_stands_beside_it(codes: Callable[[str], set[str]]) -> None:
    text = 'IG7 says that it "should not be termed \'sexting\'". Leo wrote: "send me one".'
    assert codes(text) == {"quoted-message"}


def test_a_packs_own_names_are_no_real_places(checker: ProseChecker) -> None:
    alone = ProseChecker(bundled())
    named = ProseChecker(bundled(), own_names=["Matlock Vale Academy"])
    text = "She is at Matlock Vale Academy."
    assert [remark.code for remark in alone.check(text)] == ["real-place"]
    assert named.check(text) == []
    assert [remark.code for remark in named.check("She is in Matlock.")] == ["real-place"]


def test_a_name_of_the_cast_is_no_real_place(checker: ProseChecker) -> None:
    assert checker.check("The message went to Chelsea and to Paris.", ["Chelsea", "Paris"]) == []
    assert checker.check("He trusts in Paris.", ["Paris"]) == []


@pytest.mark.parametrize(
    "text",
    [
        "{this} took an image of {this.reflexive} on {week.sent} and sent it to {to}, by {app}.",
        "{week.sent}: image taken by {this} of {this.reflexive}, sent the same evening to {to}.",
        "{this} kept {from}'s image, sent in exchange.",
        "{Reporter.subject} has seen no image. {Tutor} sat in at {school}.",
    ],
)
def test_a_placeholder_stands_for_a_name(checker: ProseChecker, text: str) -> None:
    assert checker.check(text) == []


def test_what_stands_about_a_placeholder_is_checked(codes: Callable[[str], set[str]]) -> None:
    assert codes("{this} sent a naked image to {to}.") == {"image-described", "body-or-act"}
    assert codes('{this} wrote: "send me one".') == {"quoted-message"}
    assert codes("{this} put {this.reflexive} at risk.") == {"blame"}


def test_a_surname_is_looked_for_in_prose_and_not_in_a_title() -> None:
    text = "What Amira Told The Nurse"
    checker = ProseChecker(bundled())
    assert [remark.code for remark in checker.check(text, CAST)] == ["surname"]
    assert checker.check(text, CAST, of="title") == []


@pytest.mark.parametrize(
    ("text", "code", "kinds"),
    [
        ("Is it sexting, and who says so?", "sexting", ["discussion", "manifest"]),
        ("Was bullying suspected or believed?", "grade-in-words", ["discussion", "manifest"]),
        ("Who is a suspect, and who a witness?", "label-of-a-child", ["discussion", "manifest"]),
        ("The force is that of Derbyshire.", "real-place", ["manifest"]),
    ],
)
def test_what_a_learner_decides_may_be_named_where_it_is_discussed(
    checker: ProseChecker, text: str, code: str, kinds: list[str]
) -> None:
    assert code in {remark.code for remark in checker.check(text, CAST)}
    for kind in ("discussion", "manifest"):
        found = {remark.code for remark in checker.check(text, CAST, of=kind)}
        assert (code in found) == (kind not in kinds)


def test_a_street_after_a_first_name_is_no_surname(checker: ProseChecker) -> None:
    named = ProseChecker(bundled(), own_names=["The Hollow"])
    assert checker.check("Leo Tansy Row, county.", CAST) == []
    assert named.check("Leo The Hollow, county.", CAST) == []
    assert [remark.code for remark in checker.check("Leo Hollow, county.", CAST)] == ["surname"]


def test_a_term_is_allowed_where_the_facts_allow_it(checker: ProseChecker) -> None:
    text = "The school calls it sexting."
    asked: list[tuple[str, str]] = []

    def allowed(question: str, option: str) -> bool:
        asked.append((question, option))
        return True

    assert checker.check(text, CAST, allowed=allowed) == []
    assert asked == [("label", "sexting")]
    assert [remark.code for remark in checker.check(text, CAST, allowed=lambda *_: False)] == ["sexting"]
    assert [remark.code for remark in checker.check(text, CAST)] == ["sexting"]
