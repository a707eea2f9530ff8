"""Codes that people read out and type, and tokens that programs keep."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.classroom.codes import ALPHABET, fingerprint, new_code, new_token, read_code, same

codes = st.text(ALPHABET, min_size=8, max_size=8).map(lambda text: f"{text[:4]}-{text[4:]}")


def test_the_alphabet_has_32_letters_that_are_not_taken_for_each_other() -> None:
    assert len(set(ALPHABET)) == 32
    assert not set(ALPHABET) & set("ILOU")


def test_a_new_code_is_two_groups_of_four_letters() -> None:
    many = [new_code() for _ in range(500)]
    assert all(re.fullmatch(f"[{ALPHABET}]{{4}}-[{ALPHABET}]{{4}}", code) for code in many)


def test_every_letter_of_a_code_is_drawn_from_the_whole_alphabet() -> None:
    many = [new_code().replace("-", "") for _ in range(2000)]
    assert [{code[place] for code in many} for place in range(8)] == [set(ALPHABET)] * 8


def test_new_codes_and_tokens_are_all_different() -> None:
    assert len({new_code() for _ in range(500)}) == len({new_token() for _ in range(500)}) == 500


@given(codes)
def test_a_code_is_read_however_it_is_typed(code: str) -> None:
    assert read_code(code) == code
    assert read_code(code.lower()) == code
    assert read_code(code.replace("-", "")) == code
    assert read_code(f"\t{code.replace('-', ' ')}\n") == code
    assert read_code(" ".join(code)) == code
    assert read_code(code.replace("-", "\N{EN DASH}")) == code
    assert read_code(code.replace("0", "o").replace("1", "l")) == code
    assert read_code(code.replace("0", "O").replace("1", "I")) == code


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "ABCD-EFG",
        "ABCD-EFGHJ",
        "ABCD-EFGU",
        "ABCD-EFG!",
        "ABCD_EFGH",
        "ABCD-EFGÅ",
        "ABCDEF\N{LATIN SMALL LETTER SHARP S}",
        "ABCD-EFG\N{LATIN SMALL LETTER DOTLESS I}",
        "ABCD-EFG\N{FULLWIDTH LATIN CAPITAL LETTER A}",
        "ABCD-EFG\x00",
        "ABCD-EFG\ud800",
    ],
)
def test_what_is_no_code_is_read_as_none(text: str) -> None:
    assert read_code(text) == ""


def test_a_long_text_is_no_code() -> None:
    assert read_code("A" * 100_000) == ""


@given(st.text() | st.text(f"{ALPHABET}oOiIlLuU -", min_size=7, max_size=11))
def test_what_is_read_is_a_code_or_nothing(text: str) -> None:
    read = read_code(text)
    assert read == "" or re.fullmatch(f"[{ALPHABET}]{{4}}-[{ALPHABET}]{{4}}", read)
    assert read_code(read) == read


def test_a_token_has_128_bits_and_goes_into_an_address_as_it_is() -> None:
    assert re.fullmatch(r"[A-Za-z0-9_-]{22}", new_token())


def test_a_fingerprint_is_the_sha_256_of_the_token() -> None:
    assert fingerprint("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


@given(st.text(st.characters()), st.text(st.characters()))
def test_two_secrets_are_the_same_only_where_they_are_equal(one: str, other: str) -> None:
    assert same(one, other) is (one == other)
    assert same(one, "".join(one))
    assert (fingerprint(one) == fingerprint(other)) is (one == other)


def test_secrets_that_no_network_could_carry_are_compared_all_the_same() -> None:
    assert same("\ud800é", "\ud800é")
    assert not same("\ud800", "\ud801")
    assert fingerprint("\ud800") != fingerprint("\ud801")
