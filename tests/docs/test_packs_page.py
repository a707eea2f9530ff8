"""docs/packs.md says what the packs say."""

from __future__ import annotations

from tests.docs.packs_page import PAGE, page


def test_the_page_of_packs_is_the_one_that_the_packs_make() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run `python -m tests.docs.packs_page`"
