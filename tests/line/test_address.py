"""Addresses as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.errors.faults import UsageFault
from simulator.line.address import read_address


@pytest.mark.parametrize(
    ("written", "url", "shown"),
    [
        ("10.0.0.7", "ws://10.0.0.7:8765/line", "10.0.0.7:8765"),
        (" trainer ", "ws://trainer:8765/line", "trainer:8765"),
        ("trainer:9000", "ws://trainer:9000/line", "trainer:9000"),
        ("[::1]", "ws://[::1]:8765/line", "[::1]:8765"),
        ("[2001:db8::1]:80", "ws://[2001:db8::1]:80/line", "[2001:db8::1]:80"),
        ("http://10.0.0.7:8765", "ws://10.0.0.7:8765/line", "10.0.0.7:8765"),
        ("http://10.0.0.7", "ws://10.0.0.7:8765/line", "10.0.0.7:8765"),
        ("ws://10.0.0.7:1/line", "ws://10.0.0.7:1/line", "10.0.0.7:1"),
        ("https://class.example.org", "wss://class.example.org/line", "class.example.org"),
        ("HTTPS://class.example.org/", "wss://class.example.org/line", "class.example.org"),
        ("wss://class.example.org:8443", "wss://class.example.org:8443/line", "class.example.org:8443"),
        (
            "https://class.example.org/join?code=ABCD-EFGH#top",
            "wss://class.example.org/line",
            "class.example.org",
        ),
    ],
)
def test_an_address_is_read_as_it_is_written(written: str, url: str, shown: str) -> None:
    address = read_address(written)
    assert (address.url, str(address)) == (url, shown)


@pytest.mark.parametrize(
    "written",
    ["", " ", "ftp://trainer", "trainer:0", "trainer:65536", "trainer:port", "kim@trainer", "kim:pass@trainer", "::1",
     "[::1", "trainer trainer", "://trainer", "http://", "\x1b[2J", "trainer:8765:1", "ABCD-EFGH ABCD"],
)  # fmt: skip
def test_what_is_no_address_is_said_in_a_sentence(written: str) -> None:
    with pytest.raises(UsageFault, match="is no address of a hub") as why:
        read_address(written)
    assert "\x1b" not in str(why.value)


@given(st.text())
def test_any_text_is_an_address_or_is_not(text: str) -> None:
    try:
        said = read_address(text).url
    except UsageFault as fault:
        said = str(fault)
    assert "\n" not in said
