"""What is saved again lies where it was; what is another's is never written over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.report.faults import ReportFault
from simulator.report.numbered import LONGEST, keep_in, name_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

CONTENTS = [b"one", {"a.csv": b"one", "b.csv": b"two"}]


@pytest.mark.parametrize("content", CONTENTS, ids=["file", "folder"])
def test_the_same_is_kept_once_and_another_has_a_number(
    tmp_path: Path, content: bytes | Mapping[str, bytes]
) -> None:
    other = b"other" if isinstance(content, bytes) else {**content, "b.csv": b"other"}
    places = [keep_in(tmp_path, "it", each, ".x") for each in (content, other, content, other)]
    assert [place.name for place in places] == ["it.x", "it-2.x", "it.x", "it-2.x"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["it-2.x", "it.x"]


def test_a_folder_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(ReportFault, match="There is no folder"):
        keep_in(tmp_path / "missing", "it", b"one")


@given(st.lists(st.text(max_size=60), max_size=4))
def test_a_name_is_of_letters_digits_and_dashes_and_short(parts: list[str]) -> None:
    name = name_of("it", *parts)
    assert name.startswith("it")
    assert all(letter.isascii() and (letter.isalnum() or letter == "-") for letter in name)
    assert not name.endswith("-")
    assert len(name) <= 2 + len(parts) * (LONGEST + 1)
