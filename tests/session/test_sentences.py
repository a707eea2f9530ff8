"""A text taken apart into its sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.session.sentences import sentences


def parts(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "written",
    [
        ("One came.", "Two left!", "Who stayed?", "Nobody"),
        ("Mr. Ash and Dr. Elm came at 9 a.m. on Monday.", "They left."),
        ("They came at 3 p.m.", "Then they left."),
        ("It was kept, e.g. Monday's list, i.e. The first one.", "It was long."),
        ("J. R. Ash wrote it.", "Kim F. Elm read it."),
        ("It was given to A.", "She kept it."),
        ("See No. 5 and para. 7.", "No.", "Nobody did."),
        ("1. First thing.", "12. Last thing."),
        ("“It is lost.”", "(It was found.)", "It cost 3.50 in all… or so."),
        ("What?!", "It is gone..."),
        ("14:05", "A call came", "It was short."),
    ],
    ids=lambda written: written[0],
)
def test_a_sentence_ends_where_a_reader_would_end_it(written: tuple[str, ...]) -> None:
    joint = "\n" if written[0] == "14:05" else " "
    assert parts(joint.join(written)) == list(written)


def test_space_alone_holds_no_sentence() -> None:
    assert parts("") == parts(" \n\t ") == []


def test_space_around_belongs_to_no_sentence() -> None:
    assert parts("  One. \n\n Two  \n") == ["One.", "Two"]


@given(st.text(st.sampled_from(" \n.!?…\"')AaZ9é\t\u2003No"), max_size=60) | st.text())
def test_sentences_are_ordered_and_disjoint_and_hold_all_but_space(text: str) -> None:
    spans = sentences(text)
    ends = [0, *(at for span in spans for at in span), len(text)]
    assert ends == sorted(ends)
    assert all(start < end for start, end in spans)
    inside = {at for start, end in spans for at in range(start, end)}
    assert all(character.isspace() for at, character in enumerate(text) if at not in inside)
    assert all(part == part.strip() for part in parts(text))


@pytest.mark.parametrize("piece", [".", ". ", ".)", "\n", " ", ".\n ", "x"])
def test_a_long_text_of_anything_is_taken_apart(piece: str) -> None:
    text = piece * (65536 // len(piece))
    assert sum(end - start for start, end in sentences(text)) <= len(text)
