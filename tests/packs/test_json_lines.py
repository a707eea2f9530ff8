"""A stream of JSON lines: one document a line, faults with the line's own number."""

from __future__ import annotations

import io

import pytest

from simulator.errors.faults import InputFault
from simulator.packs.json_reading import MOST_BYTES
from simulator.packs.reading import read_json_lines


def test_each_line_is_a_document() -> None:
    stream = io.BytesIO(b'{"a": 1}\n\n  \r\n[2]\r\n3')
    assert [document.data for document in read_json_lines(stream, "<stdin>")] == [{"a": 1}, [2], 3]


def test_places_count_lines_of_the_stream() -> None:
    documents = list(read_json_lines(io.BytesIO(b'{"a": 1}\n{"a": [1, 2]}\n'), "<stdin>"))
    assert str(documents[1].place(("a", 1))) == "<stdin>:2:11"


@pytest.mark.parametrize(
    ("line", "place"),
    [
        (b'{"a": NaN}', "<stdin>:3:7"),
        (b'{"a" 1}', "<stdin>:3:6"),
        (b'{"a": 1', "<stdin>:3:8"),
        (b'{"a": 1\r', "<stdin>:3:8"),
        (b'["a', "<stdin>:3:2"),
        (b'"\xff"', "<stdin>:3:2"),
        (b'"\x1b"', "<stdin>:3:2"),
    ],
)
def test_a_fault_has_the_number_of_its_line(line: bytes, place: str) -> None:
    documents = read_json_lines(io.BytesIO(b"1\n\n" + line + b"\n4\n"), "<stdin>")
    next(documents)
    with pytest.raises(InputFault) as caught:
        next(documents)
    assert str(caught.value.faults[0].place) == place
    assert [document.data for document in documents] == [4]


def test_a_line_too_long_ends_the_stream() -> None:
    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readline(self, size: int | None = -1) -> bytes:
            return b"x" * (size or 0)

    documents = read_json_lines(Endless(), "<stdin>")  # type: ignore[arg-type]
    with pytest.raises(InputFault, match=rf"<stdin>:1:1: this holds more than {MOST_BYTES >> 20} MiB"):
        next(documents)
    assert list(documents) == []


def test_an_empty_stream_holds_no_document() -> None:
    assert list(read_json_lines(io.BytesIO(b""), "<stdin>")) == []
