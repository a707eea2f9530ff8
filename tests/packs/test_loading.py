"""A pack's documents come from its files once, and from the cache after that."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.errors.faults import InputFault
from simulator.packs import contents
from simulator.packs.finding import pack_in
from simulator.packs.loading import load_pack

from .installing import pack_text, write

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.packs.pack import Pack


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    write(tmp_path / "mine" / "b.yaml", pack_text("mine"))
    write(tmp_path / "mine" / "a" / "c.yaml", "format: scenario-pack/1\nitems: [1, 2.5, null, true, é]\n")
    return pack_in(tmp_path / "mine")


def refuse(*_: object) -> object:
    raise AssertionError("a file was read again")


def test_all_documents_are_loaded_in_the_order_of_their_paths(pack: Pack) -> None:
    documents = load_pack(pack)
    assert [document.name for document in documents] == [
        str(pack.folder / "a" / "c.yaml"),
        str(pack.folder / "b.yaml"),
    ]
    assert documents[0].data == {"format": "scenario-pack/1", "items": [1, 2.5, None, True, "é"]}


def test_a_second_load_parses_nothing(pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load_pack(pack)
    monkeypatch.setattr(contents, "read_yaml", refuse)
    assert load_pack(pack) == first


def test_a_document_from_the_cache_knows_its_places(pack: Pack) -> None:
    load_pack(pack)
    document = load_pack(pack)[0]
    assert str(document.place(("items", 4))) == f"{pack.folder / 'a' / 'c.yaml'}:2:29"


def test_a_document_from_the_cache_survives_the_loss_of_its_file(pack: Pack) -> None:
    document = load_pack(pack)[0]
    (pack.folder / "a" / "c.yaml").unlink()
    assert str(document.place(("items", 4))) == f"{pack.folder / 'a' / 'c.yaml'}:1:1"


def test_a_pack_that_changed_since_it_was_found_is_refused(pack: Pack) -> None:
    write(pack.folder / "b.yaml", pack_text("mine", version="2"))
    with pytest.raises(InputFault, match="this pack has changed since it was found; start again"):
        load_pack(pack)


def test_an_edited_pack_is_not_read_from_the_cache(pack: Pack) -> None:
    write(pack.folder / "b.yaml", pack_text("mine", version="2"))
    assert pack_in(pack.folder).version == "2"


def test_faults_of_all_files_are_told_together(tmp_path: Path) -> None:
    write(tmp_path / "mine" / "a.yaml", "a: NO\nb: ~")
    write(tmp_path / "mine" / "b.yaml", "c: 1e3")
    with pytest.raises(InputFault) as caught:
        pack_in(tmp_path / "mine")
    assert [str(fault.place).rpartition("/")[2] for fault in caught.value.faults] == [
        "a.yaml:1:4",
        "a.yaml:2:4",
        "b.yaml:1:4",
    ]
