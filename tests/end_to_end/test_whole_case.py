"""One practice case with all that can be done in it, by keys: from its file to the welfare at its end, and saved."""

from __future__ import annotations

import asyncio
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

from simulator.store.store import Store
from simulator.tui.app import SimulatorApp
from simulator.tui.screens.case import CaseScreen
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.guidance import GuidanceScreen
from simulator.tui.screens.home import HomeScreen
from simulator.tui.telling.entries import Part
from simulator.tui.widgets.debrief_table import DebriefTable
from simulator.tui.widgets.decisions import Decisions
from simulator.tui.widgets.reading import Reading
from tests.end_to_end.by_keys import Keys
from tests.end_to_end.kept import bytes_in
from tests.end_to_end.officer import SHORT
from tests.report.reading import document, text_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from simulator.session.debrief_view import DebriefView
    from simulator.session.training import Training
    from simulator.session.view import SubjectView, View
    from simulator.tui.telling.entries import Entry

NOTE, WORDS = "ask who was told first", "since both families know"


class Whole:
    """A case that was played once, and all that was seen on the way."""

    def __init__(self, keys: Keys) -> None:
        self.keys = keys
        self.feedback: list[DebriefView] = []
        self.told: list[tuple[Entry, str]] = []

    async def play(self) -> None:
        """From the opening screen and back to it."""
        await self.keys.start_written(SHORT, "foundations")
        await self.mark_the_file()
        await self.change_a_mind()
        await self.give_reasons()
        while isinstance(self.keys.app.screen, CaseScreen):
            await self.decide_step()
            await self.confirm()
        await self.read_debrief()
        await self.save()
        await self.keys.press("q", "w")
        self.at_home = isinstance(self.keys.app.screen, HomeScreen)

    @property
    def view(self) -> View:
        screen = self.keys.app.screen
        assert isinstance(screen, CaseScreen)
        return screen.view

    @property
    def first(self) -> SubjectView:
        """What was answered about the first decision."""
        assert self.view.step is not None
        return self.view.step.questions[0].subjects[0]

    async def mark_the_file(self) -> None:
        """A highlight, a note, and a search."""
        await self.keys.press("down", "h", "down", "a")
        await self.keys.type(NOTE)
        await self.keys.press("ctrl+s")
        self.marks = [mark for block in self.view.phases[0].narrative for mark in block.annotations]
        await self.keys.press("slash")
        await self.keys.type("marcus")
        self.searched = self.keys.text
        await self.keys.press("enter")
        self.searched_on = self.keys.text
        await self.keys.press("escape")

    async def change_a_mind(self) -> None:
        """An answer, undone and done again."""
        await self.keys.press("n", "enter", "1")
        self.minds = [self.first.answered]
        for key in "ur":
            await self.keys.press(key)
            self.minds.append(self.first.answered)

    async def give_reasons(self) -> None:
        """In the frame, with a level of sureness and a paragraph; and the guidance at that paragraph."""
        await self.keys.press("w", "ctrl+t")
        await self.keys.type(WORDS)
        await self.keys.press("tab", "down", "space", "tab")
        await self.keys.type("record")
        await self.keys.press("enter", "space", "ctrl+s")
        self.reasons = self.first
        await self.keys.press("g")
        self.guidance = self.opened_guidance()
        await self.keys.press("q")

    def opened_guidance(self) -> str:
        """The page of the guidance that is open."""
        assert isinstance(self.keys.app.screen, GuidanceScreen)
        return self.keys.text

    async def decide_step(self) -> None:
        """The first option for everything that is open."""
        step = self.view.step
        assert step is not None
        still_open = sum(not subject.answered for each in step.questions for subject in each.subjects)
        for _ in range(still_open):
            await self.keys.press("n", "enter")
            cell = self.keys.app.screen_stack[-2].query_one(Decisions).cell
            assert cell is not None
            await self.keys.press(*(["space"] if cell.question.several else []), "enter")
        assert self.view.step is not None
        assert self.view.step.complete

    async def confirm(self) -> None:
        """The step; what is told after its phase is read."""
        last = self.view.step is not None and self.view.step.last
        assert self.view.feedback is None or len(self.view.feedback.phases) == len(self.feedback)
        await self.keys.press("c", *(["y"] if last else []))
        screen = self.keys.app.screen
        if isinstance(screen, DebriefScreen) and screen.interim:
            self.feedback.append(screen._debrief)
            await self.keys.press("q")
            assert self.view.undoes is None

    async def read_debrief(self) -> None:
        """Every row, all pages of the first mistake, and the guidance from there."""
        screen = self.keys.app.screen
        assert isinstance(screen, DebriefScreen)
        table = screen.query_one(DebriefTable)
        self.debrief = screen._debrief
        self.told.append((table.entry, self.explained()))
        while table.cursor_row < table.row_count - 1:
            await self.keys.press("n")
            self.told.append((table.entry, self.explained()))
        await self.keys.press("0", "m")
        self.pages = [self.explained()]
        for key in "23":
            await self.keys.press(key)
            self.pages.append(self.explained())
        await self.keys.press("1", "g")
        self.guidance_of_mistake = self.opened_guidance()
        await self.keys.press("q")

    def explained(self) -> str:
        """What the debrief tells of the row under the cursor."""
        reading = self.keys.app.screen.query_one("#explanation", Reading)
        return _folded(" ".join(strip.text for strip in reading._strips))

    async def save(self) -> None:
        """As a page without the learner's own words, and as Markdown with them."""
        await self.keys.press("s", "ctrl+u")
        await self.keys.type("saved.html")
        await self.keys.press("enter")
        await self.keys.press("s", "ctrl+u")
        await self.keys.type("saved.md")
        await self.keys.press("tab", "end", "space", "ctrl+s")


async def play(training: Training) -> Whole:
    """A whole case in a terminal of 120 columns."""
    app = SimulatorApp(lambda: training)
    async with app.run_test(size=(120, 40)) as pilot:
        whole = Whole(Keys(pilot))
        await whole.play()
    assert app.desk is not None
    app.desk.close()
    return whole


@pytest.fixture(scope="module")
def folder(place: Path) -> Path:
    return place / "whole"


@pytest.fixture(scope="module")
def whole(training: Training, folder: Path) -> Whole:
    (folder / "store").mkdir(parents=True)
    with pytest.MonkeyPatch.context() as patch, closing(Store(folder / "store" / "s.sqlite")) as store:
        patch.chdir(folder)
        return asyncio.run(play(replace(training, store=store)))


def test_a_highlight_a_note_and_a_search_are_in_the_file(whole: Whole) -> None:
    highlight, note = whole.marks
    assert (highlight.highlighted, highlight.note) == (True, "")
    assert (note.highlighted, note.note) == (False, NOTE)
    assert "match 1 of " in whole.searched
    assert "match 2 of " in whole.searched_on


def test_an_answer_can_be_undone_and_done_again(whole: Whole) -> None:
    assert whole.minds == [True, False, True]


def test_reasons_have_the_frame_own_words_a_sureness_and_a_paragraph(whole: Whole) -> None:
    assert whole.reasons.answered
    assert WORDS in whole.reasons.rationale.splitlines()
    assert whole.reasons.rationale.count("\n") >= 6  # a heading for each of the six steps
    assert whole.reasons.sureness is not None
    assert len(whole.reasons.cites) == 1


def test_the_guidance_opens_at_the_paragraph_that_was_named(whole: Whole) -> None:
    assert whole.reasons.cites[0] in whole.guidance


def test_feedback_grows_by_each_phase(whole: Whole) -> None:
    assert [len(feedback.phases) for feedback in whole.feedback] == [1, 2]
    assert len(whole.debrief.phases) == 3


def test_every_decision_is_told_and_the_welfare_last(whole: Whole) -> None:
    entries = [entry for entry, _ in whole.told]
    assert (entries[0], entries[-1]) == (Part.SUMMARY, Part.WELFARE)
    decisions = [
        decision
        for phase in whole.debrief.phases
        for question in phase.questions
        for decision in question.decisions
    ]
    told = "\n".join(text for _, text in whole.told)
    missing = [
        ruling.why for decision in decisions for ruling in decision.chosen if _folded(ruling.why) not in told
    ]
    assert not missing
    last = whole.told[-1][1]
    done = [sentence for welfare in whole.debrief.summary.welfare for sentence, _ in welfare.done]
    assert done
    assert all(_folded(sentence) in last for sentence in done)


def test_a_mistake_has_three_pages_and_its_paragraph_is_one_key_away(whole: Whole) -> None:
    assert len(set(whole.pages)) == 3
    [mistake] = {text for entry, text in whole.told if text == whole.pages[0]}
    cited = [
        decision.citations[0].paragraph
        for phase in whole.debrief.phases
        for question in phase.questions
        for decision in question.decisions
        if decision.mark not in {"right", "acceptable"}
    ]
    assert cited[0] in mistake
    assert cited[0] in whole.guidance_of_mistake


def test_the_saved_page_holds_the_whole_debrief_and_not_the_learners_words(
    whole: Whole, folder: Path
) -> None:
    saved = text_of(document((folder / "saved.html").read_text(encoding="utf-8")))
    assert all(sentence in saved for sentence in every_why(whole.debrief))
    assert WORDS not in saved
    assert NOTE not in saved


def test_the_saved_markdown_holds_the_learners_words_where_they_were_ticked(
    whole: Whole, folder: Path
) -> None:
    tokens = MarkdownIt().parse((folder / "saved.md").read_text(encoding="utf-8"))
    assert [token.tag for token in tokens if token.type == "heading_open"].count("h1") == 1
    text = " ".join(
        child.content for token in tokens for child in token.children or () if child.type == "text"
    )
    assert WORDS in text


def test_the_learners_words_are_wiped_when_the_debrief_is_left(whole: Whole, folder: Path) -> None:
    assert whole.at_home
    left = bytes_in(folder / "store")
    assert b"crime_report" in left
    assert WORDS.encode() not in left
    assert NOTE.encode() not in left


def every_why(debrief: DebriefView) -> Sequence[str]:
    """Why of every option that was chosen."""
    return [
        ruling.why
        for phase in debrief.phases
        for question in phase.questions
        for decision in question.decisions
        for ruling in decision.chosen
    ]


def _folded(text: str) -> str:
    return " ".join(text.split())
