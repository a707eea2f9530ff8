"""A line is excused with a written reason, which is listed; an excuse without one, or for nothing, is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.authoring.packs import CASE, changed, codes, linted

if TYPE_CHECKING:
    from pathlib import Path

WRONG = ("outcome: {outcome: {A: code_21, B: code_21}}", "outcome: {outcome: {A: code_21, B: code_10}}")


def spoilt(pack: Path, above: str = "", beside: str = "") -> Path:
    """The pack with a wrong expectation, a comment above its line and one beside it."""
    old, new = WRONG
    return changed(pack, CASE, f"  {old}", f"{above}  {new}{beside}")


def test_a_reason_above_the_line_excuses_it_and_is_listed(pack: Path) -> None:
    found = linted(spoilt(pack, above="  # lint: allow not-as-expected: our force differs\n"))
    assert found.findings == ()
    assert [(each.finding.code, each.reason) for each in found.excused] == [
        ("not-as-expected", "our force differs")
    ]


def test_a_reason_on_the_line_itself_excuses_it(pack: Path) -> None:
    found = linted(spoilt(pack, beside="  # lint: allow not-as-expected: our force differs"))
    assert found.findings == ()
    assert len(found.excused) == 1


@pytest.mark.parametrize(
    ("excuse", "code"),
    [
        pytest.param("unstated-fact: our force differs", "excuse-unused", id="of another code"),
        pytest.param("not-as-expected:", "excuse-incomplete", id="without a reason"),
    ],
)
def test_an_excuse_that_does_not_hold_excuses_nothing(excuse: str, code: str, pack: Path) -> None:
    found = codes(spoilt(pack, above=f"  # lint: allow {excuse}\n"))
    assert sorted(found) == [code, "not-as-expected"]


def test_an_excuse_for_nothing_is_found(pack: Path) -> None:
    changed(pack, CASE, "names: {", "# lint: allow same-name: they are twins\nnames: {")
    [finding] = linted(pack).findings
    assert finding.code == "excuse-unused"


def test_what_is_found_in_a_folded_text_is_excused_above_the_text(pack: Path) -> None:
    old = "      - text: >-\n          Rafi's aunt rang before school began,"
    spoilt = f"{old} from Sheffield,"
    changed(pack, CASE, old, spoilt)
    [code] = set(codes(pack))
    changed(pack, CASE, spoilt, f"      # lint: allow {code}: a real town, for this test\n{spoilt}")
    found = linted(pack)
    assert found.findings == ()
    assert len(found.excused) >= 1
