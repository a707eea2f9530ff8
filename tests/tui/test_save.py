"""Saving the debrief: where to, in which format, with or without own words, and what is offered where it fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

import simulator.tui.saving
from simulator.session.commands import Annotate, Leave
from simulator.tui.keyed.lists import OptionList
from simulator.tui.screens.debrief import WIPED, DebriefScreen
from simulator.tui.screens.save import SaveScreen
from tests.tui.lost_property import CASE, almost_finish, lost_property
from tests.tui.written import training_of

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.store.store import Store
    from tests.tui.conftest import Player, Playing

NAME = "debrief-Three-things-on-a-bench-2026-01-05"
NOTE = "Because it rains."


@pytest.fixture(autouse=True)
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The person's documents, and somewhere else to be."""
    documents, elsewhere = tmp_path / "documents", tmp_path / "elsewhere"
    documents.mkdir()
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    monkeypatch.setattr(simulator.tui.saving, "user_documents_path", lambda: documents)
    return documents


@pytest.fixture(autouse=True)
def _almost_finished(store: Store) -> None:
    """A note in the file, and only the last yes missing."""
    almost_finish(store)
    [draft] = store.unfinished()
    runner = training_of(lost_property(), CASE, store).resume(draft.session)
    passage = runner.view.phases[0].narrative[0].passage
    runner.do(Annotate(passage, 0, 5, highlighted=False, note=NOTE))
    runner.do(Leave())


async def to_the_save_screen(player: Player) -> None:
    await player.press("enter", "c", "y", "s")
    assert isinstance(player.app.screen, SaveScreen)


def path(player: Player) -> str:
    return player.app.screen.query_one(Input).value


async def save_at(player: Player, where: Path | str) -> None:
    player.app.screen.query_one(Input).value = str(where)
    await player.press("enter")


def files(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def squeezed(text: str) -> str:
    """The text without white space and frames, however it is wrapped."""
    return "".join(text.replace("│", "").split())


async def test_a_name_of_the_title_and_the_day_is_offered_in_the_documents(
    playing: Playing, documents: Path
) -> None:
    async with playing() as player:
        await to_the_save_screen(player)
        assert path(player) == str(documents / f"{NAME}.html")


async def test_without_documents_the_home_folder_is_offered(
    playing: Playing, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(simulator.tui.saving, "user_documents_path", lambda: tmp_path / "nowhere")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    async with playing() as player:
        await to_the_save_screen(player)
        assert path(player) == str(tmp_path / f"{NAME}.html")


async def test_a_name_that_is_taken_is_not_offered(playing: Playing, documents: Path) -> None:
    (documents / f"{NAME}.html").touch()
    (documents / f"{NAME}-2.html").touch()
    async with playing() as player:
        await to_the_save_screen(player)
        assert path(player) == str(documents / f"{NAME}-3.html")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_enter_saves_a_page_and_says_where(
    playing: Playing, documents: Path, size: tuple[int, int]
) -> None:
    async with playing(size=size) as player:
        await to_the_save_screen(player)
        await player.press("enter")
        assert isinstance(player.app.screen, DebriefScreen)
        assert squeezed(f"Saved: {documents / NAME}.html") in squeezed(player.text())
        assert WIPED in player.text()
    assert (documents / f"{NAME}.html").read_text("utf-8").startswith("<!DOCTYPE html>")


async def test_choosing_markdown_changes_the_end_of_the_name(playing: Playing, documents: Path) -> None:
    async with playing() as player:
        await to_the_save_screen(player)
        await player.press("tab", "down", "space")
        assert path(player) == str(documents / f"{NAME}.md")
        assert "( ) One page of HTML" in player.text()
        assert "(•) Markdown" in player.text()
        await player.press("ctrl+s")
    assert files(documents) == [f"{NAME}.md"]


async def test_the_end_of_the_name_chooses_the_format(playing: Playing) -> None:
    async with playing() as player:
        await to_the_save_screen(player)
        player.app.screen.query_one(Input).value = "notes.MD"
        await player.settle()
        assert "(•) Markdown" in player.text()


@pytest.mark.parametrize(
    ("before", "keys", "there"),
    [
        ((), (), False),
        ((), ("tab", "end", "space"), True),
        (("k",), (), True),
        (("k",), ("tab", "end", "enter"), False),
    ],
    ids=["usually", "ticked", "kept", "kept and unticked"],
)
async def test_own_words_are_saved_where_they_are_ticked(
    playing: Playing, documents: Path, before: tuple[str, ...], keys: tuple[str, ...], there: bool
) -> None:
    async with playing() as player:
        await player.press("enter", "c", "y", *before, "s", *keys, "ctrl+s")
    [saved] = documents.iterdir()
    assert (NOTE in saved.read_text("utf-8")) is there


async def test_who_wrote_nothing_has_nothing_to_tick(playing: Playing, store: Store) -> None:
    for draft in store.unfinished():
        store.discard(draft.session)
    almost_finish(store)
    async with playing() as player:
        await to_the_save_screen(player)
        assert player.app.screen.query_one(OptionList).option_count == 2


async def test_escape_saves_nothing(playing: Playing, documents: Path) -> None:
    async with playing() as player:
        await to_the_save_screen(player)
        await player.press("escape")
        assert isinstance(player.app.screen, DebriefScreen)
        assert "Saved" not in player.text()
    assert files(documents) == []


async def test_nothing_is_written_over_and_another_name_is_offered(playing: Playing, documents: Path) -> None:
    taken = documents / "mine.html"
    taken.write_text("Precious.")
    async with playing() as player:
        await to_the_save_screen(player)
        await save_at(player, taken)
        assert "is there already" in " ".join(player.text().replace("│", "").split())
        assert path(player) == str(documents / "mine-2.html")
        await player.press("enter")
        assert isinstance(player.app.screen, DebriefScreen)
    assert taken.read_text() == "Precious."
    assert files(documents) == ["mine-2.html", "mine.html"]


async def test_a_folder_that_is_not_there_is_made_only_after_a_second_enter(
    playing: Playing, documents: Path
) -> None:
    async with playing() as player:
        await to_the_save_screen(player)
        await save_at(player, documents / "new" / "deep" / "mine.md")
        assert "There is no folder" in player.text()
        assert files(documents) == []
        await player.press("enter")
        assert isinstance(player.app.screen, DebriefScreen)
    assert files(documents / "new" / "deep") == ["mine.md"]


async def test_a_folder_that_was_offered_is_not_made_for_another_path(
    playing: Playing, documents: Path
) -> None:
    async with playing() as player:
        await to_the_save_screen(player)
        await save_at(player, documents / "new" / "mine.md")
        await save_at(player, documents / "other" / "mine.md")
        assert "There is no folder" in player.text()
    assert files(documents) == []


@pytest.mark.parametrize(
    ("where", "sentence"),
    [
        ("", "Write where the debrief is to be saved"),
        ("mine.pdf", "ends neither in .html nor in .md"),
        ("/proc/self/status/mine.html", "choose"),
        ("~nobody-of-this-name/mine.html", "choose another"),
        ("x" * 300 + ".html", "too long"),
    ],
)
async def test_what_cannot_be_is_said_in_a_sentence_and_can_be_tried_again(
    playing: Playing, documents: Path, where: str, sentence: str
) -> None:
    async with playing(size=(120, 40)) as player:
        await to_the_save_screen(player)
        player.app.screen.query_one(Input).value = where
        await player.press("enter")
        assert squeezed(sentence) in squeezed(player.text())
        assert isinstance(player.app.screen, SaveScreen)
        await save_at(player, documents / "mine.html")
        assert isinstance(player.app.screen, DebriefScreen)
    assert files(documents) == ["mine.html"]


async def test_an_ending_that_is_none_is_mended(playing: Playing, documents: Path) -> None:
    async with playing() as player:
        await to_the_save_screen(player)
        await save_at(player, documents / "mine.pdf")
        assert path(player) == str(documents / "mine.pdf.html")


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        pytest.param(OSError(5, "Input/output error"), "Input/output error", id="a disk that fails"),
        pytest.param(
            RuntimeError("no [b]template[/b]"), "no [b]template[/b]", id="a report that cannot be made"
        ),
    ],
)
async def test_what_went_wrong_is_said(
    error: Exception, reason: str, playing: Playing, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(simulator.tui.saving, "save_debrief", fail)
    async with playing(size=(120, 40)) as player:
        await to_the_save_screen(player)
        await player.press("enter")
        told = squeezed(f"cannot be used ({reason}); choose another place.")
        assert isinstance(player.app.screen, SaveScreen)
        assert told in player.squeezed("SaveScreen #said")
