"""A pack that is read again and again while somebody writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.authoring.preview.reading import FIRST_SEED
from simulator.errors.faults import UsageFault
from simulator.packs.reading import read_yaml
from tests.authoring.packs import CASE, MANIFEST, changed, workshop
from tests.authoring.preview.conftest import reader_of

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.authoring.preview.reading import PackReader
    from simulator.model.document import Document

SECOND = "cases/second.yaml"


def copied(pack: Path, name: str = SECOND) -> Path:
    """A second case, which is the first one over again under another id."""
    text = (pack / CASE).read_text(encoding="utf-8")
    (pack / name).write_text(text.replace("case: first-case", "case: second"), encoding="utf-8")
    return pack / name


def installed(name: str) -> Path:
    """The folder of a pack that the program comes with."""
    return next(pack.folder for pack in workshop().found.packs if pack.name == name)


def test_the_first_case_of_a_pack_is_its_first_file(reader: PackReader) -> None:
    assert reader.first() == CASE


def test_a_pack_without_written_cases_begins_with_the_first_seed() -> None:
    assert reader_of(installed("core")).first() == FIRST_SEED


def test_a_pack_that_draws_on_another_makes_a_case_where_none_is_written(
    pack: Path, reader: PackReader
) -> None:
    (pack / CASE).unlink()
    assert reader.first() == FIRST_SEED


def test_a_pack_with_nothing_to_show_says_so(pack: Path, reader: PackReader) -> None:
    (pack / CASE).unlink()
    changed(pack, MANIFEST, "  draws_on: core\n", "")
    with pytest.raises(UsageFault, match="holds no written case"):
        reader.first()


def test_a_case_is_found_by_its_id_and_not_by_its_file(pack: Path, reader: PackReader) -> None:
    copied(pack)
    assert reader.file_of("second") == SECOND


def test_a_case_that_is_not_there_is_answered_with_one_that_is(reader: PackReader) -> None:
    with pytest.raises(UsageFault, match="first-case"):
        reader.file_of("first-cas")


def test_what_was_saved_is_read(pack: Path, reader: PackReader) -> None:
    before = reader.read(CASE).case
    changed(pack, CASE, "A call before registration", "A call after it")
    after = reader.read(CASE).case
    assert before is not None
    assert after is not None
    assert (before.title, after.title) == ("A call before registration", "A call after it")


def test_a_broken_file_is_told_with_its_place(pack: Path, reader: PackReader) -> None:
    changed(pack, CASE, "consensual: true", "consensual: tr: ue")
    preview = reader.read(CASE)
    assert preview.case is None
    [fault] = preview.faults
    assert str(fault).startswith(f"{pack / CASE}:15:")


def test_a_case_is_shown_whatever_is_wrong_with_another(pack: Path, reader: PackReader) -> None:
    copied(pack).write_text("[", encoding="utf-8")
    preview = reader.read(CASE)
    assert preview.case is not None
    assert [each.case for each in preview.cases] == ["first-case", "second"]


def test_a_fault_of_the_manifest_is_told(pack: Path, reader: PackReader) -> None:
    changed(pack, MANIFEST, "intensity: 1", "intensity: 9")
    assert [fault.place.file for fault in reader.read(CASE).faults] == [str(pack / MANIFEST)]


def test_an_edition_that_is_not_installed_is_told(pack: Path, reader: PackReader) -> None:
    changed(pack, MANIFEST, 'edition: "2016-07"', 'edition: "1999"')
    assert [fault.code for fault in reader.read(CASE).faults] == ["no-edition"]


def test_a_file_that_has_gone_is_a_fault_and_the_others_are_listed(pack: Path, reader: PackReader) -> None:
    copied(pack)
    (pack / CASE).unlink()
    preview = reader.read(CASE)
    assert [fault.code for fault in preview.faults] == ["no-file"]
    assert [each.file for each in preview.cases] == [SECOND]


def test_a_folder_that_has_gone_is_a_fault(pack: Path, reader: PackReader) -> None:
    pack.rename(pack.with_name("elsewhere"))
    assert [fault.code for fault in reader.read(CASE).faults] == ["no-folder"]


def test_only_what_has_changed_is_parsed_again(
    pack: Path, reader: PackReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed: list[str] = []

    def read_and_note(data: bytes, name: str) -> Document:
        parsed.append(name)
        return read_yaml(data, name)

    monkeypatch.setattr("simulator.authoring.preview.reading.read_yaml", read_and_note)
    copied(pack)
    reader.read(CASE)
    assert len(parsed) == 3
    parsed.clear()
    changed(pack, SECOND, "A call before registration", "Another call")
    reader.read(CASE)
    assert parsed == [str(pack / SECOND)]


def test_a_made_case_is_shown_with_its_key(reader: PackReader) -> None:
    case = reader.read(7).case
    assert case is not None
    assert any(passage.head == "States" for row in case.rows for passage in row.key)


def test_a_pack_of_a_guidance_has_no_cases() -> None:
    with pytest.raises(UsageFault, match="only those have cases"):
        reader_of(workshop().guidance_folder).read(CASE)


def test_an_unknown_guidance_is_told(pack: Path, reader: PackReader) -> None:
    changed(pack, MANIFEST, "guidance: derbyshire-2016", "guidance: nowhere")
    with pytest.raises(UsageFault, match="nowhere"):
        reader.read(CASE)
