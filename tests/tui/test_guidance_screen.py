"""Reading the guidance: documents, search, notes, rules, cases, and into playing one."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from textual.widgets import Input, OptionList

from simulator.cli.workshop import Workshop
from simulator.errors.faults import UsageFault
from simulator.session.book import book_of
from simulator.session.book_view import (
    AdviceView,
    BookParagraphView,
    BookView,
    NoteView,
    RuleView,
    SourceView,
    VerdictView,
)
from simulator.session.case_packs import CaseRef, CaseTitle
from simulator.session.texts_view import TensionView
from simulator.tui.screens.before_case import BeforeCase
from simulator.tui.screens.case import CaseScreen
from simulator.tui.screens.guidance import GuidanceScreen
from simulator.tui.screens.home import HomeScreen
from simulator.tui.wanting import GuidanceWanted
from simulator.tui.widgets.book import BookList
from simulator.tui.widgets.book_rules import BookRules
from simulator.tui.widgets.book_text import BookText
from tests.any_guidance.running import GUIDANCE as LIBRARY
from tests.tui.written import BAD, LITTLE

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from simulator.store.store import Store
    from tests.tui.conftest import Player, Playing

WRITTEN = replace(
    LITTLE,
    name="written",
    title="Written by hand",
    intensity=2,
    content_note="Somebody loses a ring. Nobody is hurt.",
    cases=(CaseTitle("c1", "A late find"),),
)
CASES = (CaseRef(WRITTEN, "c1", "A late find"), CaseRef(LITTLE, 12))


def verdict(label: str, kind: str, word: str, when: str = "") -> VerdictView:
    return VerdictView(label, kind, word, "stated in words", when, f"Because of {label.lower()}.", ("LP2",))


SAFE = RuleView(
    "keep.safe",
    "Keeping",
    "Where is it kept?",
    "It decides where the thing is a ring.",
    (
        verdict("In the safe", "expected", "called for", "where it is locked"),
        verdict("On a shelf", "contrary", "contrary"),
    ),
    None,
    ("LP2",),
)
SILENT = RuleView(
    "keep.unknown",
    "Keeping",
    "Where is it kept?",
    "It decides elsewhere.",
    (),
    "Nothing is said of umbrellas.",
    ("LP2",),
)
TEXTS = {
    "LP1": ("LP", "Finding", "Write it down at once."),
    "LP2": ("LP", "Keeping", "Lock it up. The café's things are kept apart – always."),
    "LP3": ("LP", "Keeping", "Give it back to whoever lost it."),
    "OF1": ("OF", "", "The office opens at nine."),
}
BOOK = BookView(
    "The library's procedure",
    "Made up; for tests only.",
    (SourceView("LP", "Lost property", "2020-01"), SourceView("OF", "Of the office", "undated")),
    tuple(
        BookParagraphView(
            key,
            document,
            section,
            text,
            "It says when." if key == "OF1" else None,
            ("keep.safe", "keep.unknown") if key == "LP2" else (),
        )
        for key, (document, section, text) in TEXTS.items()
    ),
    (NoteView("2021-05-06", "The safe is a new one.", ("LP2",)),),
    (TensionView(("LP2", "LP3"), "Lock up; give back.", "By the hour."),),
    (AdviceView("Be patient.", ("LP3",)),),
    {"keep.safe": SAFE, "keep.unknown": SILENT},
)


class Desk:
    """Finds `CASES` for LP2 and one of its rules, for others none; counts how often it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, name: str) -> Sequence[CaseRef]:
        self.asked.append(name)
        if name == "LP1":
            raise UsageFault("the cases are locked away.")
        return {"LP2": CASES, "keep.safe": CASES[:1]}.get(name, ())


@asynccontextmanager
async def reading(
    playing: Playing, at: str | None = None, book: BookView = BOOK, desk: Desk | None = None, **more: Any
) -> AsyncIterator[Player]:
    async with playing(
        packs=[WRITTEN, LITTLE], book=lambda: book, exercising=desk or Desk(), **more
    ) as player:
        player.app.screen.post_message(GuidanceWanted(at))
        await player.settle()
        assert isinstance(player.app.screen, GuidanceScreen)
        yield player


async def assert_sees(player: Player, told: str) -> None:
    """What is looked up takes its way over the desk."""
    for _ in range(10):
        if told in player.text():
            return
        await player.settle()
    raise AssertionError(f"{told!r} is not on the screen:\n{player.text()}")


def paragraph_read(player: Player) -> str:
    """The text that is told now."""
    return player.app.screen.query_one(BookText)._told.plain


@cache
def real(guidance: str | None = None) -> BookView:
    return book_of(Workshop(guidance=guidance).engine().guidance)


# Reading


async def test_documents_sections_and_paragraphs_are_listed_in_order(playing: Playing) -> None:
    async with reading(playing) as player:
        listed = [line[2:].rstrip() for line in player.text().splitlines()[1:]]
        assert listed[:8] == [
            "Lost property (2020-01)",
            "Finding",
            "  LP1  Write it down at once.",
            "Keeping",
            "  LP2  Lock it up. The café's things are kept apart – always.",
            "  LP3  Give it back to whoever lost it.",
            "Of the office (undated)",
            "  OF1  The office opens at nine.",
        ]
        assert "Made up; for tests only." in player.text()


async def test_enter_reads_and_escape_goes_back_to_the_list_and_then_closes(playing: Playing) -> None:
    async with reading(playing) as player:
        await player.press("down", "enter")
        assert "2021-05-06: The safe is a new one." in player.text()
        await player.press("escape")
        assert player.app.screen.query_one(BookList).has_focus
        await player.press("escape")
        assert isinstance(player.app.screen, HomeScreen)


async def test_a_paragraph_is_told_with_its_notes_tensions_silent_points_and_advice(playing: Playing) -> None:
    async with reading(playing, "LP2", size=(80, 60)) as player:
        text = player.text()
        for told in (
            "Lost property (2020-01)",
            "LP2  Keeping",
            "Lock it up. The café's things are kept apart – always.",
            "2021-05-06: The safe is a new one.",
            "Between LP2, LP3",
            "Settled here: By the hour.",
            "Keeping (keep.unknown)",
            "Nothing is said of umbrellas.",
        ):
            assert told in text
        await player.press("right_square_bracket")
        assert "Be patient." in player.text()
        await player.press("right_square_bracket")
        assert "No rule rests on it. It says when." in player.text()


async def test_it_opens_at_the_paragraph_that_is_named(playing: Playing) -> None:
    async with reading(playing, "LP3") as player:
        assert "Give it back to whoever lost it." in paragraph_read(player)
        await player.press("left_square_bracket")
        assert "Lock it up." in paragraph_read(player)


async def test_notes_tensions_silent_points_and_advice_have_pages_of_their_own(playing: Playing) -> None:
    async with reading(playing, "OF1", size=(120, 40)) as player:
        told = []
        for _ in range(4):
            await player.press("n")
            told.append(paragraph_read(player))
        assert ["The safe is a new one." in told[0], "By the hour." in told[1], "umbrellas" in told[2]] == [
            True
        ] * 3
        assert told[3].endswith("On LP3\nBe patient.")
        await player.press("n")
        assert paragraph_read(player) == told[3]


@pytest.mark.parametrize("guidance", [None, str(LIBRARY)])
async def test_every_paragraph_is_reached_by_one_key_and_shown_word_for_word(
    playing: Playing, guidance: str | None
) -> None:
    book = real(guidance)
    async with reading(playing, book.paragraphs[0].paragraph, book, size=(80, 32)) as player:
        for one in book.paragraphs:
            squeezed = player.squeezed("#text-told")
            assert "".join(one.text.split()) in squeezed
            assert "".join(f"{one.paragraph}{one.section}".split()) in squeezed
            await player.pilot.press("right_square_bracket")
            await player.pilot.pause()


# Searching


async def search(player: Player, words: str) -> None:
    """All of `words` typed at once."""
    await player.press("slash")
    player.app.screen.query_one(Input).value = words
    await player.settle()


async def test_what_is_typed_is_found_without_case_and_accents_and_marked(playing: Playing) -> None:
    async with reading(playing) as player:
        await player.press("slash", "C", "A", "F")
        assert "match 1 of 1" in player.text()
        await player.press("E", "apostrophe", "s")
        assert "match 1 of 1" in player.text()
        assert "The café's things" in paragraph_read(player)
        told = player.app.screen.query_one(BookText)._told
        assert [told.plain[span.start : span.end] for span in told.spans if "reverse" in str(span.style)] == [
            "café's"
        ]


async def test_keys_sections_and_notes_are_searched_as_well(playing: Playing) -> None:
    async with reading(playing) as player:
        for words, matches in (
            ("of1", 1),
            ("keeping", 2),
            ("a new one", 1),
            ("2021-05", 1),
            ("umbrellas", 1),
        ):
            await search(player, words)
            assert f"of {matches}" in player.text()
            await player.press("escape")


async def test_one_goes_from_match_to_match_and_round(playing: Playing) -> None:
    async with reading(playing, size=(120, 40)) as player:
        await search(player, "it")
        assert "match 1 of 3" in player.text()
        assert player.text().count("• LP") == 3
        await player.press("enter", "down")
        assert "match 3 of 3" in player.text()
        await player.press("up")
        assert "match 2 of 3" in player.text()
        await player.press("tab", "n", "n")
        assert "match 1 of 3" in player.text()
        await player.press("p")
        assert "match 3 of 3" in player.text()


async def test_escape_ends_the_search_where_one_is(playing: Playing) -> None:
    async with reading(playing, size=(120, 40)) as player:
        await search(player, "nine")
        await player.press("escape")
        assert "match" not in player.text()
        assert "•" not in player.text()
        assert "The office opens at nine." in paragraph_read(player)
        assert player.app.screen.query_one(BookText)._told.plain


async def test_what_stands_nowhere_is_said_to(playing: Playing) -> None:
    async with reading(playing, "LP2") as player:
        await search(player, "zebra")
        assert "no match" in player.text()
        assert "Lock it up." in paragraph_read(player)


async def test_a_match_below_the_fold_is_brought_into_sight(playing: Playing) -> None:
    long = replace(BOOK.paragraphs[0], text="Line after line of it. " * 200 + "At last: the zebra.")
    async with reading(playing, book=replace(BOOK, paragraphs=(long, *BOOK.paragraphs[1:]))) as player:
        await search(player, "zebra")
        assert "At last: the zebra." in " ".join(player.text().split())


# Rules


async def test_from_a_paragraph_to_its_rules(playing: Playing) -> None:
    async with reading(playing, "LP2", size=(80, 40)) as player:
        await player.press("2")
        text = player.text()
        for told in (
            "2 Rules (2)",
            "Keeping  keep.safe",
            "Keeping  keep.unknown ○ silent",
            "Where is it kept?",
            "It decides where the thing is a ring.",
            "✓ called for: In the safe, where it is locked",
            "Because of in the safe.",
            "✗ contrary: On a shelf",
            "Stated in words: LP2",
        ):
            assert told in text
        await player.press("down")
        assert "Nothing is said of umbrellas." in player.text()
        assert "not scored" in player.text()


async def test_a_paragraph_without_rules_says_so(playing: Playing) -> None:
    async with reading(playing, "LP3") as player:
        await player.press("2")
        assert "No rule rests on this." in player.text()


async def test_from_a_rule_to_the_cases_in_which_it_decides(playing: Playing) -> None:
    async with reading(playing, "LP2") as player:
        await player.press("2", "enter")
        await assert_sees(player, "1 case in which keep.safe decides “Keeping”.")
        assert "A new case" not in player.text()
        await player.press("3")
        await assert_sees(player, "2 cases that exercise LP2.")


# Cases


async def test_from_a_paragraph_to_its_cases(playing: Playing) -> None:
    async with reading(playing, "LP2") as player:
        await player.press("3")
        await assert_sees(player, "3 Cases (2)")
        text = player.text()
        assert "A late find  Written by hand, about 25 min, intensity 2 of 3" in text
        assert "A new case made for it  A little pack, about 25 min" in text


async def test_cases_are_looked_for_once_and_only_when_they_are_wanted(playing: Playing) -> None:
    desk = Desk()
    async with reading(playing, "LP2", desk=desk) as player:
        await player.press("n", "p")
        assert desk.asked == []
        await player.press("3", "1", "3")
        assert desk.asked == ["LP2"]


async def test_cases_that_cannot_be_found_are_a_sentence(playing: Playing) -> None:
    async with reading(playing, "LP1") as player:
        await player.press("3")
        await assert_sees(player, "! the cases are locked away.")
        await player.press("n")
        await assert_sees(player, "2 cases that exercise LP2.")


async def test_a_paragraph_that_no_case_exercises_says_so(playing: Playing) -> None:
    async with reading(playing, "LP3") as player:
        await player.press("3")
        await assert_sees(player, "No cases that exercise LP3.")


@pytest.mark.parametrize(("keys", "which"), [((), "written.c1"), (("down",), 12)])
async def test_into_playing_a_case_past_its_content_note(
    playing: Playing, store: Store, keys: tuple[str, ...], which: object
) -> None:
    async with reading(playing, "LP2") as player:
        await player.press("3")
        await assert_sees(player, "2 cases")
        await player.press(*keys, "enter")
        assert isinstance(player.app.screen, BeforeCase)
        assert ("Somebody loses a ring." in player.text()) == (not keys)
        await player.press("enter")
        assert isinstance(player.app.screen, CaseScreen)
        assert player.app.screen.view.mode == "practice"
        [draft] = store.unfinished()
        case = store.load(draft.session)[0]["data"]["case"]
        assert which in (case["id"], case.get("seed"))


async def test_back_from_the_content_note_plays_nothing(playing: Playing, store: Store) -> None:
    async with reading(playing, "LP2") as player:
        await player.press("3")
        await assert_sees(player, "2 cases")
        await player.press("enter", "escape")
        assert isinstance(player.app.screen, GuidanceScreen)
        assert not store.unfinished()


async def test_a_case_that_cannot_be_made_is_a_sentence_on_the_opening_screen(playing: Playing) -> None:
    bad = (CaseRef(WRITTEN, BAD, "A bad one"),)
    async with playing(packs=[WRITTEN], book=lambda: BOOK, exercising=lambda _: bad) as player:
        player.app.screen.post_message(GuidanceWanted("LP2"))
        await player.settle()
        await player.press("3")
        await assert_sees(player, "1 case that")
        await player.press("enter", "enter")
        assert isinstance(player.app.screen, HomeScreen)
        await assert_sees(player, "this is no case")


async def test_while_a_case_is_open_none_is_played(playing: Playing, store: Store) -> None:
    async with playing(packs=[WRITTEN], book=lambda: BOOK, exercising=Desk()) as player:
        player.app._desk.begin("written", "c1", "practice")
        await player.settle()
        assert isinstance(player.app.screen, CaseScreen)
        player.app.screen.post_message(GuidanceWanted("LP2"))
        await player.settle()
        await player.press("3")
        await assert_sees(player, "2 cases")
        await player.press("enter")
        assert isinstance(player.app.screen, GuidanceScreen)
        assert "! A case is open." in player.text()
        await player.press("q")
        assert isinstance(player.app.screen, CaseScreen)
        assert len(store.unfinished()) == 1


async def test_asking_twice_opens_it_once(playing: Playing) -> None:
    async with reading(playing) as player:
        player.app.post_message(GuidanceWanted("LP2"))
        await player.settle()
        await player.press("escape")
        assert isinstance(player.app.screen, HomeScreen)


async def test_a_guidance_that_cannot_be_read_is_a_sentence(playing: Playing) -> None:
    def broken() -> BookView:
        raise UsageFault("the guidance is gone.")

    async with playing(book=broken) as player:
        player.app.screen.post_message(GuidanceWanted())
        await player.settle()
        assert "! the guidance is gone." in player.text()


async def test_an_empty_guidance_is_said_to_be_empty(playing: Playing) -> None:
    async with reading(playing, book=BookView()) as player:
        await player.press("n", "p", "1", "2", "3", "slash", "a", "enter", "escape")
        assert "This guidance has nothing to read." in player.text()


# How it is laid out


async def test_a_wide_terminal_shows_list_text_rules_and_cases_together(playing: Playing) -> None:
    async with reading(playing, "LP2", size=(200, 60)) as player:
        assert "Press 3 to look for cases." in player.text()
        await player.press("3")
        await assert_sees(player, "2 cases")
        text = player.text()
        for told in (
            "  LP3  Give it back",
            "The safe is a new one.",
            "It decides where",
            "A late find  Written",
        ):
            assert told in text


async def test_the_large_layout_has_one_pane(playing: Playing) -> None:
    async with playing(size=(120, 40), book=lambda: BOOK) as player:
        player.app.add_class("-large")
        player.app.screen.post_message(GuidanceWanted())
        await player.settle()
        assert not player.app.screen.query_one(BookText).region
        await player.press("enter")
        assert not player.app.screen.query_one(BookList).region
        assert player.app.screen.query_one(BookText).region


async def test_tabs_can_be_clicked(playing: Playing) -> None:
    async with reading(playing, "LP2", size=(120, 40)) as player:
        await player.click(player.app.screen.query_one("BookPages"), (11, 0))
        assert player.app.screen.query_one(BookRules).region
        assert player.app.screen.query_one("#rule-list").has_focus


async def test_long_guidances_are_listed_to_their_end(playing: Playing) -> None:
    many = tuple(replace(BOOK.paragraphs[2], paragraph=f"LP{number}") for number in range(1, 501))
    async with reading(playing, "LP400", book=replace(BOOK, paragraphs=many, rules={})) as player:
        assert "LP400" in paragraph_read(player)
        await player.press("escape", "end")
        assert player.app.screen.query_one(OptionList).option_count > 500


HOSTILE = (
    "[@click=app.quit]x[/]",
    "[/nope]",
    "\x1b]0;t\x07",
    "a\u202eb\u200bc",
    "A" * 10_000,
    "e" + "\u0301" * 80,
)


@pytest.mark.parametrize("payload", HOSTILE)
async def test_hostile_text_is_shown_and_does_nothing(playing: Playing, payload: str) -> None:
    hostile = replace(
        BOOK,
        title=payload,
        documents=(SourceView("LP", payload, payload), *BOOK.documents[1:]),
        paragraphs=tuple(replace(one, section=payload, text=payload) for one in BOOK.paragraphs),
        notes=(NoteView(payload, payload, ("LP2",)),),
        rules={
            "keep.safe": replace(SAFE, question=payload, asks=payload, when=payload),
            "keep.unknown": replace(SILENT, silence=payload),
        },
    )
    pack = replace(WRITTEN, title=payload, content_note=payload)
    cases = (CaseRef(pack, "c1", payload),)
    async with playing(packs=[pack], book=lambda: hostile, exercising=lambda _: cases) as player:
        player.app.screen.post_message(GuidanceWanted("LP2"))
        await player.settle()
        for key in ("1", "2", "3", "enter"):
            await player.press(key)
            if key == "3":
                await assert_sees(player, "1 case that")
            assert not {"\x1b", "\u202e", "\u200b", "\x07"} & set(player.text())
        assert isinstance(player.app.screen, BeforeCase)
        if payload.startswith("["):
            assert payload in player.text()


def test_every_binding_has_an_id_and_a_tooltip() -> None:
    for screen in (GuidanceScreen, BeforeCase):
        for binding in screen.BINDINGS:
            assert binding.id, binding  # type: ignore[union-attr]
            assert binding.tooltip, binding  # type: ignore[union-attr]
