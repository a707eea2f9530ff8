"""A part of a document has the places of the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.model.document import document_of
from simulator.packs.reading import read_json, read_yaml

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.model.document import Document

TEXT = '{"a": 1,\n "b": [{"c": 2},\n  {"d": {"e": 3}}]}'


@pytest.mark.parametrize("read", [read_json, read_yaml])
def test_a_part_has_its_data_and_the_places_of_the_whole(read: Callable[[str, str], Document]) -> None:
    part = read(TEXT, "f").part(("b", 1))
    assert part.data == {"d": {"e": 3}}
    assert str(part.place(())) == "f:3:3"
    assert str(part.place(("d", "e"))) == "f:3:15"
    assert str(part.place(("d", "e"), of_key=True)) == "f:3:10"
    assert str(part.place(("d", "no", "such"))) == "f:3:9"
    assert set(part.find()) == {(), ("d",), ("d", "e")}


def test_a_part_of_a_part_is_a_part() -> None:
    part = read_json(TEXT, "f").part(("b",)).part((1, "d"))
    assert (part.data, str(part.place(("e",)))) == ({"e": 3}, "f:3:15")


def test_what_is_not_there_is_no_part() -> None:
    with pytest.raises(KeyError):
        document_of({}).part(("a",))
