"""A name for the file that any system takes."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.report.naming import LONGEST, suggested_name

from .payloads import PAYLOADS
from .reading import numbered

DAY = date(2026, 1, 31)
VIEW, _ = numbered()


def named(title: str) -> str:
    return suggested_name(replace(VIEW, title=title), DAY)


def test_the_name_tells_the_case_and_the_day() -> None:
    assert named("Five days at Oxlode") == "debrief-Five-days-at-Oxlode-2026-01-31.html"


def test_the_suffix_can_be_the_other() -> None:
    assert suggested_name(VIEW, DAY, ".md").endswith("-2026-01-31.md")


@pytest.mark.parametrize(
    "title", ["CON", "nul", "../../etc/passwd", "", "...", "C:\\x", "a\0b\nc", *PAYLOADS.values()]
)
def test_no_title_makes_a_name_that_is_not_safe(title: str) -> None:
    assert_safe_name(named(title))


@given(st.text())
def test_any_title_makes_a_safe_name(title: str) -> None:
    assert_safe_name(named(title))


def assert_safe_name(name: str) -> None:
    assert len(name) <= LONGEST
    assert len(name.encode()) <= 255
    assert re.fullmatch(r"debrief-([^\W_]+-)*2026-01-31\.html", name), name
