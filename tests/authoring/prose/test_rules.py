"""Every rule catches what it says that it catches, and lets pass what it says that it lets pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.authoring.prose.conftest import CAST, bundled

if TYPE_CHECKING:
    from simulator.authoring.prose.checking import ProseChecker

CATCHES = [(rule.code, text) for rule in bundled().prose for text in rule.catches]
PASSES = [(rule.code, text) for rule in bundled().prose for text in rule.passes]


@pytest.mark.parametrize(("code", "text"), CATCHES, ids=[f"{code}: {text}" for code, text in CATCHES])
def test_a_rule_catches(checker: ProseChecker, code: str, text: str) -> None:
    assert code in {remark.code for remark in checker.check(text, CAST)}


@pytest.mark.parametrize(("code", "text"), PASSES, ids=[f"{code}: {text}" for code, text in PASSES])
def test_every_rule_lets_pass(checker: ProseChecker, code: str, text: str) -> None:
    assert checker.check(text, CAST) == [], code


def test_a_remark_says_what_is_wrong_and_what_would_be_right(checker: ProseChecker) -> None:
    [remark] = checker.check("She sent it on Snapchat.", CAST)
    assert remark.message == "'Snapchat' is the name of a platform"
    assert remark.fix.startswith("say 'a messaging app'")


def test_remarks_stand_in_the_order_of_the_text(checker: ProseChecker) -> None:
    remarks = checker.check("The offender rang 07700 900123 from Nottingham.", CAST)
    assert [remark.code for remark in remarks] == ["label-of-a-child", "telephone", "real-place"]
    assert [remark.start for remark in remarks] == sorted(remark.start for remark in remarks)


def test_one_rule_speaks_once_of_the_same_words(checker: ProseChecker) -> None:
    remarks = checker.check("They met near Burton upon Trent.", CAST)
    assert [remark.code for remark in remarks] == ["real-place"]
