"""Every rule has its page, and the page says what the rule says."""

from __future__ import annotations

from tests.authoring.prose.conftest import bundled
from tests.authoring.prose.pages import FOLDER, pages


def test_the_pages_are_those_that_the_rules_make() -> None:
    for name, text in pages(bundled()).items():
        written = (FOLDER / name).read_text(encoding="utf-8")
        assert written == text, f"{name}: run `python -m tests.authoring.prose.pages`"


def test_every_rule_says_why_and_gives_examples_of_both_sorts() -> None:
    for rule in bundled().prose:
        assert len(" ".join(rule.why).split()) >= 40, rule.code
        assert len(rule.catches) >= 4, rule.code
        assert len(rule.passes) >= 2, rule.code
        assert "Let pass" in " ".join(rule.why), rule.code
