"""The page in the docs says what is so."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from simulator.rules.certificate_text import certificate_lines
from simulator.rules.mutants.every import mutants
from tests.proof.packs import PAGE, bundled
from tests.proof.page import MUTANTS, SECOND, page
from tests.proof.tally import WAYS

if TYPE_CHECKING:
    from simulator.rules.certificate import Certificate

RENEW = "write it anew with: make certificate"


def parts() -> list[str]:
    """The certificate, what stands of seeded faults, and what stands of the second proof."""
    certified, _, rest = PAGE.read_text(encoding="utf-8").partition(MUTANTS)
    seeded, _, second = rest.partition(SECOND)
    return [certified, seeded, second]


def rows(part: str) -> list[list[str]]:
    """The rows of a table, without its head."""
    lines = [line for line in part.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[1:]]


def test_the_page_holds_the_certificate_that_the_program_prints(certificate: Certificate) -> None:
    assert parts()[0] == "\n".join(certificate_lines(certificate)) + "\n\n", RENEW


def test_the_page_counts_the_mutants_that_the_operators_make() -> None:
    made = Counter(mutant.operator for mutant in mutants(bundled()))
    counted = {name: int(total.replace(",", "")) for name, total, *_ in rows(parts()[1])}
    assert counted == {**made, "together": made.total()}, RENEW


def test_every_row_of_the_page_adds_up_and_nothing_survives() -> None:
    for name, total, *counts in rows(parts()[1]):
        numbers = [int(count.replace(",", "")) for count in counts]
        assert len(numbers) == len(WAYS)
        assert sum(numbers) == int(total.replace(",", "")), name
        assert numbers[-1] == 0, name
    assert "Survivors: none." in parts()[1]


def test_the_page_says_that_z3_found_nothing_undecided_nothing_twice_and_every_branch() -> None:
    rules = str(len(bundled().rules))
    for _, undecided, twice, shown, _, not_shown in rows(parts()[2]):
        assert (undecided, twice, shown, not_shown) == ("0", "0", rules, "0"), RENEW
    assert len(rows(parts()[2])) == 2


@pytest.mark.soak
def test_the_whole_page_is_what_is_found_anew() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(bundled()), RENEW
