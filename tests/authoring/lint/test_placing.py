"""A word is found in its file, whatever YAML does to the lines around it."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from simulator.authoring.lint.placing import place_in
from simulator.packs.reading import read_yaml

WORDS = st.lists(st.text("abcdefé", min_size=1, max_size=9), min_size=1, max_size=40)


def placed(source: str, word: str) -> str:
    """What stands in the source at the place of the first of such words in the text."""
    document = read_yaml(source, "x.yaml")
    text = document.part(("text",)).data
    assert isinstance(text, str)
    begins = document.place(("text",))
    line, column = place_in(source.splitlines(), begins.line, begins.column, text, text.index(word))
    return source.splitlines()[line - 1][column - 1 :][: len(word)]


@pytest.mark.parametrize(
    ("source", "word"),
    [
        pytest.param("text: >-\n    one two\n    three four\n\n    five\n", "four", id="a folded block"),
        pytest.param("a: 1\ntext: |\n  one\n  two three\n", "three", id="a block whose lines are kept"),
        pytest.param('text: "one \\"two\\"\n  three \\\\ four"\n', "four", id="double quotes with escapes"),
        pytest.param("text: 'one it''s two\n   three'\n", "three", id="single quotes"),
        pytest.param("text: one two\n  three four\n", "four", id="plain text"),
    ],
)
def test_a_word_is_found_over_several_lines(source: str, word: str) -> None:
    assert placed(source, word) == word


@given(WORDS, st.sampled_from([None, '"', "'", ">", "|"]), st.integers(20, 60))
def test_wherever_yaml_puts_a_text_its_last_word_is_found(
    words: list[str], style: str | None, width: int
) -> None:
    words = [*words, "zzz"]
    source = yaml.dump({"text": " ".join(words)}, default_style=style, width=width, allow_unicode=True)
    source = source.replace('"text":', "text:").replace("'text':", "text:").replace("!!str ", "")
    if not source.startswith("text:"):
        source = yaml.dump({"text": " ".join(words)}, width=width, allow_unicode=True)
    assert placed(source, "zzz") == "zzz"
