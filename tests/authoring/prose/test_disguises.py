"""A word is found however it is written, and where it stands in the text as it was given."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.authoring.prose.checking import ProseChecker

DISGUISED = {
    "in capitals": "SEXTING",
    "with a Cyrillic letter": "s\u0435xting",
    "with two scripts": "\u0455e\u0445ting",
    "with a Greek letter": "sext\u03b9ng",
    "full-width": "\uff53\uff45\uff58\uff54\uff49\uff4e\uff47",
    "in mathematical letters": "\U0001d42c\U0001d41e\U0001d431\U0001d42d\U0001d422\U0001d427\U0001d420",
    "with a character without width": "sex\u200bting",
    "with a soft hyphen": "sex\u00adting",
    "with a combining mark": "se\u0301xting",
    "with an accent": "séxting",
    "with a hyphen": "sex-ting",
    "broken over a line": "sex-\nting",
    "with a hyphen that does not break": "sex\u2011ting",
    "letter by letter": "s e x t i n g",
    "with stops": "s.e.x.t.i.n.g",
    "with figures": "s3xt1ng",
    "with a possessive": "sexting\u2019s",
}


@pytest.mark.parametrize("word", DISGUISED.values(), ids=DISGUISED.keys())
def test_a_disguised_word_is_found(codes: Callable[[str], set[str]], word: str) -> None:
    assert "sexting" in codes(f"They call it {word} here.")


@pytest.mark.parametrize("word", DISGUISED.values(), ids=DISGUISED.keys())
def test_a_remark_points_at_the_word_as_it_stands(checker: ProseChecker, word: str) -> None:
    text = f"“Été” – they call it {word} here."
    remark = next(each for each in checker.check(text) if each.code == "sexting")
    assert text[remark.start : remark.end].removesuffix("\u2019s") == word.removesuffix("\u2019s")


@pytest.mark.parametrize("between", [" ", "\n", "-", "  ", " - ", "\u00a0", "\n\t", "\u2013"])
def test_a_phrase_is_found_over_whatever_stands_between_its_words(
    codes: Callable[[str], set[str]], between: str
) -> None:
    assert "banned-term" in codes(f"He spoke of child{between}pornography.")


@pytest.mark.parametrize(
    "marks", ['""', "“”", "„“", "«»", "‹›", "‘’", "''", "＂＂", "❝❞"], ids=lambda marks: marks[0]
)
def test_a_message_is_found_in_any_quotation_marks(codes: Callable[[str], set[str]], marks: str) -> None:
    assert "quoted-message" in codes(f"Leo wrote to her {marks[0]}send me one{marks[1]} that day.")


@pytest.mark.parametrize(
    "number",
    [
        "07700900123",
        "07700 900123",
        "07700-900-123",
        "07700.900.123",
        "(07700) 900 123",
        "+44 7700 900123",
        "+44 (0)7700 900123",
        "0044 7700 900123",
        "0 7 7 0 0 9 0 0 1 2 3",
        "oh seven seven double oh, nine double oh, one two three",
        "zero seven seven zero zero nine zero zero one two three",
        "０７７００ ９００１２３",
    ],
)
def test_a_telephone_number_is_found_in_any_form(codes: Callable[[str], set[str]], number: str) -> None:
    assert "telephone" in codes(f"The form has {number} on it.")


@pytest.mark.parametrize(
    "date",
    [
        "dob 3/4/2002",
        "DOB: 03-04-2002",
        "d.o.b. 3.4.02",
        "born on 3 April 2002",
        "born 3rd April",
        "born in April 2002",
        "3rd of April 2002",
        "April 3rd, 2002",
        "2002-04-03",
        "the third of April two thousand and two",
    ],
)
def test_a_date_of_birth_is_found_in_any_form(codes: Callable[[str], set[str]], date: str) -> None:
    assert "birth-date" in codes(f"The card says {date} and no more.")


@pytest.mark.parametrize(
    "text",
    [
        "A\u200bmira was seen.",
        "\u202eevil\u202c",
        "so\xadber",
        "The image\u2060was sent.",
        "\ufeffLeo was heard.",
        "Leo was heard\u2028and went home.",
        "L\u0435\u200co",
        "He left\u200d.",
    ],
    ids=ascii,
)
def test_a_character_that_cannot_be_seen_is_found(codes: Callable[[str], set[str]], text: str) -> None:
    assert "strange-letter" in codes(text)
