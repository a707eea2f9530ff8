"""A pasted text is text, whatever stands in it, and whatever pieces it comes in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual._xterm_parser import XTermParser
from textual.events import Key, Paste

from simulator.tui.pasting import BEGIN, END, Pasted, keep_pasted_text

HOSTILE = ["\x1b]52;c;aGk=\x07", "\x1b[A", "\x1b", "\x1b[200~x", "\x1b[20", "a\x1b[2Jq\x1b\x1b", "a\x00b"]


def read(*pieces: str) -> list[object]:
    keep_pasted_text()
    parser = XTermParser()
    return [event for piece in pieces for event in parser.feed(piece)]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_in_a_pasted_text_presses_a_key(text: str) -> None:
    events = read(f"{BEGIN}{text}{END}q")
    assert [event.text for event in events if isinstance(event, Paste)] == [
        text.translate({27: "\ufffd", 0: "\ufffd"})
    ]
    assert [event.key for event in events if isinstance(event, Key)] == ["q"]


def test_keys_before_and_after_are_keys_at_once() -> None:
    assert Pasted().told("\x1b") == "\x1b"
    events = read("a\x1b[A", "b", f"{BEGIN}\x1b", f"x{END}", "\x1b[B")
    assert [event.key for event in events if isinstance(event, Key)] == ["a", "up", "b", "down"]


PIECE = st.sampled_from([BEGIN, END, "\x1b", "\x1b[", "\x1b[20", "0~", "1~", "x", "\x1b]52;\x07"])


@given(st.lists(PIECE, max_size=12).map("".join), st.data())
def test_it_does_not_matter_in_what_pieces_it_comes(text: str, data: st.DataObject) -> None:
    text += BEGIN + END
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6)))
    pieces = [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    pasted = Pasted()
    assert "".join(map(pasted.told, pieces)) == Pasted().told(text)
