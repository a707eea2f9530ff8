"""The case file: walked by sentences, searched, highlighted and noted."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.widgets import TextArea

from simulator.errors.text import clean_block
from simulator.session.commands import LONGEST_NOTE
from simulator.session.texts_view import AnnotationView
from simulator.tui.file_layout import FileLayout, Line
from simulator.tui.file_pieces import Piece
from simulator.tui.screens.note import NoteScreen
from simulator.tui.screens.notes import NotesScreen
from simulator.tui.stretches import Stretches, found, highlighted
from simulator.tui.telling.own_words import NO_NAMES
from simulator.tui.widgets.file_text import FileText
from simulator.tui.wrapping import drawn, wrapped
from tests.tui.lost_property import CASE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.store.store import Store
    from tests.tui.conftest import Player, Playing

TEXT = "A reader came at nine. Mr Ash took the umbrella (grey). The ring lay there.\n\nNobody asked. The book was open."
START = ("enter", "enter", "enter")


def case_of(text: str = TEXT) -> dict[str, Any]:
    case = deepcopy(CASE)
    case["phases"][0]["narrative"][0]["text"] = text
    return case


def file_of(player: Player) -> FileText:
    return player.app.screen.query_one(FileText)


def pointed(player: Player) -> str:
    passage = file_of(player).passage
    assert passage is not None
    return passage.text


def annotated(store: Store) -> list[Mapping[str, Any]]:
    [draft] = store.unfinished()
    return [event["data"] for event in store.load(draft.session) if event["kind"] == "annotated"]


@given(
    st.text(st.characters(codec="utf-8") | st.sampled_from(" \n\tae漢🙂"), max_size=80), st.integers(4, 30)
)
def test_a_folded_text_holds_every_character_and_fits(text: str, width: int) -> None:
    text = clean_block(text)
    lines = [text[start:end] for start, end in wrapped(text, width)]
    assert "".join(lines) == text.replace("\n", "")
    assert all(cell_len(drawn(line).rstrip(" ")) <= width for line in lines if line.strip(" \t"))


def test_a_word_that_is_wider_than_a_line_is_cut() -> None:
    assert [end - start for start, end in wrapped("x" * 10_000, 60)] == [60] * 166 + [40]


def test_words_are_not_cut_where_there_is_room_for_them() -> None:
    text = "one two three"
    assert [text[start:end] for start, end in wrapped(text, 8)] == ["one two ", "three"]


def test_every_sentence_knows_its_lines() -> None:
    layout = FileLayout([Piece("phase", "Heading"), Piece("told", TEXT, "p")], 30)
    for sentence in layout.sentences:
        first, last = layout.span_of(sentence)
        told = "".join(TEXT[line.start : line.end] for line in layout.lines[first : last + 1])
        assert TEXT[sentence.start : sentence.end] in told


def test_highlights_that_overlap_are_one() -> None:
    marks = (
        AnnotationView(0, 6, True, ""),
        AnnotationView(4, 9, True, ""),
        AnnotationView(12, 14, False, "no"),
    )
    assert highlighted([Piece("told", "x" * 20, "p", marks)]).all == ((0, 0, 9),)


def test_what_is_sought_is_plain_text_in_any_case() -> None:
    pieces = [Piece("told", "A (Grey) one, and a (grey) one."), Piece("told", "Nothing here.")]
    assert [stretch.start for stretch in found(pieces, "(GREY)").all] == [2, 20]
    assert found(pieces, ".*").all == ()
    assert found(pieces, "").all == ()


def test_only_what_touches_a_line_is_on_it() -> None:
    stretches = Stretches(found([Piece("told", "abab abab")], "ab").all)
    assert list(stretches.on(Line(0, 2, 7))) == [1, 2]
    assert list(stretches.on(Line(1, 0, 9))) == []


async def test_the_arrow_keys_and_j_and_k_go_by_sentences(playing: Playing) -> None:
    async with playing(case=case_of()) as player:
        await player.press(*START)
        seen = [pointed(player)]
        for key in ("down", "j", "down", "up", "k"):
            await player.press(key)
            seen.append(pointed(player))
        assert seen[:4] == [
            "A reader came at nine.",
            "Mr Ash took the umbrella (grey).",
            "The ring lay there.",
            "Nobody asked.",
        ]
        assert seen[4:] == [seen[2], seen[1]]


async def test_the_cursor_stays_in_sight_to_the_end_and_back(playing: Playing) -> None:
    text = "\n\n".join(f"Sentence number {number} of the report." for number in range(200))
    async with playing(case=case_of(text)) as player:
        await player.press(*START, "end")
        assert "Sentence number 199 of the report." in player.text()
        await player.press("pageup", "pageup")
        assert pointed(player) in player.text()
        for _ in range(30):
            await player.press("up")
        assert pointed(player) in player.text()
        await player.press("home")
        assert pointed(player) == "Sentence number 0 of the report."
        assert CASE["title"] in player.text()


async def test_a_sentence_is_highlighted_and_no_longer_with_a_mark_that_needs_no_colour(
    playing: Playing, store: Store
) -> None:
    async with playing(case=case_of()) as player:
        await player.press(*START, "down", "h")
        assert "Highlighted." in player.text()
        assert "■ A reader came at nine. Mr Ash" in player.text()
        start = TEXT.index("Mr Ash")
        [said] = annotated(store)
        assert (said["start"], said["end"]) == (start, start + len("Mr Ash took the umbrella (grey)."))
        assert said["highlighted"]
        await player.press("h")
        assert "■" not in player.text()
        assert "Taken away." in player.text()


async def test_a_note_is_written_shown_under_its_passage_and_taken_away(
    playing: Playing, store: Store
) -> None:
    async with playing(case=case_of()) as player:
        await player.press(*START, "a")
        assert isinstance(player.app.screen, NoteScreen)
        assert NO_NAMES in player.text()
        await player.press("w", "h", "y", "question_mark", "ctrl+s")
        assert "✎ “A reader came at nine.” – why?" in player.text()
        assert annotated(store)[-1]["note"] == "why?"
        await player.press("a", *("backspace",) * 4, "ctrl+s")
        assert "✎" not in player.text()


async def test_going_back_from_a_note_keeps_nothing(playing: Playing, store: Store) -> None:
    async with playing(case=case_of()) as player:
        await player.press(*START, "a", "x", "escape")
        assert annotated(store) == []


async def test_a_note_that_is_too_long_is_told_so(playing: Playing, store: Store) -> None:
    async with playing(case=case_of()) as player:
        await player.press(*START, "a")
        player.app.screen.query_one(TextArea).text = "x" * (LONGEST_NOTE + 1)
        await player.press("ctrl+s")
        assert f"There is room for {LONGEST_NOTE} characters" in player.text()
        assert annotated(store) == []


async def test_a_note_keeps_its_highlight(playing: Playing, store: Store) -> None:
    async with playing(case=case_of()) as player:
        await player.press(*START, "h", "a", "x", "ctrl+s", "h")
        assert [(said["highlighted"], said["note"]) for said in annotated(store)] == [
            (True, ""),
            (True, "x"),
            (False, "x"),
        ]


async def test_highlights_and_notes_are_listed_to_go_to(playing: Playing) -> None:
    async with playing(case=case_of()) as player:
        await player.press(*START, "l")
        assert "You have highlighted and noted nothing yet" in player.text()
        await player.press("h", "down", "down", "a", "x", "ctrl+s", "home", "l")
        assert isinstance(player.app.screen, NotesScreen)
        assert "Your highlights and notes: 2" in player.text()
        assert "■  “A reader came at nine.”" in player.text()
        await player.press("down", "enter")
        assert pointed(player) == "The ring lay there."


async def test_searching_goes_along_with_typing_and_counts(playing: Playing) -> None:
    async with playing(case=case_of()) as player:
        await player.press(*START, "slash", "t", "h", "e")
        assert "match 1 of 4" in player.text()
        await player.press("enter")
        assert "match 2 of 4" in player.text()
        assert "» A reader" in player.text()
        await player.press("down", "down", "down")
        assert "match 1 of 4" in player.text()
        await player.press("up")
        assert "match 4 of 4" in player.text()
        await player.press("z")
        assert "no match" in player.text()


async def test_after_the_search_the_cursor_is_where_it_led(playing: Playing) -> None:
    async with playing(case=case_of()) as player:
        await player.press(*START, "slash", "R", "I", "N", "G", "escape")
        assert pointed(player) == "The ring lay there."
        assert file_of(player).has_focus
        assert "»" not in player.text()


async def test_the_search_opens_from_the_decisions(playing: Playing) -> None:
    async with playing(case=case_of()) as player:
        await player.start()
        await player.press("slash", "n", "o", "b")
        assert "match 1 of 1" in player.text()


async def test_what_was_decided_can_be_read_but_not_noted(playing: Playing, store: Store) -> None:
    async with playing(case=case_of()) as player:
        await player.press("down", *START, "f", "enter", "1", "down", "enter", "1", "enter", "c", "y", "home")
        while not pointed(player).startswith("What you decided"):
            await player.press("down")
        await player.press("h")
        assert "Only the case's own text can be highlighted or noted." in player.text()
        assert annotated(store) == []


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_a_click_puts_the_cursor_on_a_sentence(playing: Playing, size: tuple[int, int]) -> None:
    async with playing(case=case_of("One is here. Two is there."), size=size) as player:
        await player.press(*START)
        row = next(at for at, line in enumerate(player.text().splitlines()) if "One is here" in line)
        await player.pilot.click(offset=(20, row))
        await player.settle()
        assert pointed(player) == "Two is there."


async def test_a_large_text_with_many_notes_is_drawn_line_by_line(playing: Playing, store: Store) -> None:
    text = ("A reader came to the desk at nine. " * 1900)[:65_536]
    async with playing(case=case_of(text)) as player:
        await player.press(*START, "h", "end", "h", "l")
        assert "Your highlights and notes: 2" in player.text()
        await player.press("escape")
        file = file_of(player)
        assert file.virtual_size.height > 800
        assert not list(file.query("*"))
