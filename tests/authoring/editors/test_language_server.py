"""What an author sees in an editor: a new pack opens without a mark, mistakes are marked where they stand,
words are offered and explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.authoring.packs import CASE, MANIFEST, begun

from .language_server import Editor

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pack as `pack new` makes it, in a folder whose name an address has to escape."""
    return begun(tmp_path_factory.mktemp("my packs é") / "tried")


@pytest.fixture(scope="module")
def editor(pack: Path) -> Iterator[Editor]:
    """An editor in which the pack is open."""
    with Editor(pack) as opened:
        yield opened


def spoilt(file: Path, old: str, new: str) -> tuple[str, int, int]:
    """The file's text with a change in it, and the line and column of the change, counted from 0."""
    text = file.read_text(encoding="utf-8")
    before, found, after = text.partition(old)
    assert found
    return before + new + after, before.count("\n"), len(before) - before.rfind("\n") - 1


@pytest.mark.parametrize("name", [CASE, MANIFEST])
def test_a_new_file_opens_without_a_mark(name: str, pack: Path, editor: Editor) -> None:
    assert editor.shows(pack / name, (pack / name).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "says"),
    [
        (CASE, "title: ", "tilte: 1\ntitle: ", "tilte"),
        (CASE, "kept_other]", "kept_them]", "kept_other"),
        (CASE, "hearsay, whose", "rumour, whose", "hearsay"),
        (CASE, "age: 14", "age: fourteen", "integer"),
        (CASE, "after: enquiries=police_systems", "after: enquiries=nobody", "enquiries=police_systems"),
        (CASE, "phase: outcome", "phase: trial", "outcome"),
        (CASE, "code_21, B", "code_99, B", "code_21"),
        (MANIFEST, "  intensity: 1", "  intensity: 9", "3"),
        (MANIFEST, "  minutes: 12", "  minute: 12", "minute"),
        (MANIFEST, "scenario-pack/1", "scenario-pack/2", "scenario-pack/1"),
    ],
)
def test_a_mistake_is_marked_on_its_line(
    name: str, old: str, new: str, says: str, pack: Path, editor: Editor
) -> None:
    text, line, _ = spoilt(pack / name, old, new)
    marks = editor.shows(pack / name, text)
    assert any(mark["range"]["start"]["line"] == line and says in mark["message"] for mark in marks), marks


@pytest.mark.parametrize(
    ("name", "old", "new", "offered"),
    [
        (CASE, "acts: [kept_other]", "acts: [", {"kept_other", "took_own", "reported"}),
        (CASE, "kind: hearsay, whose", "kind: , whose", {"hearsay", "account", "record", "answer"}),
        (CASE, "phase: outcome", "phase: ", {"report", "assessment", "outcome"}),
        (CASE, "after: enquiries=police_systems", "after: ", {"enquiries=police_systems"}),
        (CASE, "{A: code_21, B: code_21}", "{A: , B: code_21}", {"code_21", "code_10", "not_yet"}),
        (MANIFEST, "  draws_on: core\n", "  \n", {"draws_on"}),
    ],
)
def test_words_are_offered(
    name: str, old: str, new: str, offered: set[str], pack: Path, editor: Editor
) -> None:
    text, line, column = spoilt(pack / name, old, new)
    cut = min((new.find(end) for end in (", ", "\n") if end in new), default=len(new))
    at = new.index("{A: ") + 4 if new.startswith("{A: ") else cut
    editor.shows(pack / name, text)
    assert offered <= set(editor.completes(line, column + at))


@pytest.mark.parametrize(
    ("name", "word", "says"),
    [
        (CASE, "names:", "first name of everybody"),
        (CASE, "independent_of:", "pieces that it does not rest on"),
        (CASE, "states:", "the facts that it tells"),
        (CASE, "expects:", "what the author expects"),
        (MANIFEST, "objectives:", "able to do afterwards"),
        (MANIFEST, "today:", "done differently today"),
    ],
)
def test_a_key_is_explained(name: str, word: str, says: str, pack: Path, editor: Editor) -> None:
    text, line, column = spoilt(pack / name, word, word)
    editor.shows(pack / name, text)
    assert says in editor.explains(line, column + 1)
