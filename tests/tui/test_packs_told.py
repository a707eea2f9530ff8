"""What is said of a pack before it is chosen."""

from __future__ import annotations

import pytest

from simulator.session.case_packs import CasePack, CaseTitle
from simulator.tui.telling.packs import length_of


@pytest.mark.parametrize(
    ("cases", "makes", "said"),
    [
        (2, True, "2 written cases and new cases made by the program; one takes about 25 minutes."),
        (1, False, "1 written case; one takes about 25 minutes."),
        (0, True, "New cases made by the program; one takes about 25 minutes."),
    ],
)
def test_the_cases_of_a_pack_are_counted_in_plain_words(cases: int, makes: bool, said: str) -> None:
    written = tuple(CaseTitle(f"c{number}", "A find") for number in range(cases))
    pack = CasePack("little", "Little", "Nobody is hurt.", 25, cases=written, makes=makes)
    assert length_of(pack) == said
