"""A case in rows: what a learner sees, and the key to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.authoring.packs import CASE, changed

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.authoring.preview.reading import PackReader
    from simulator.authoring.preview.view import Passage, Row


def rows_of(reader: PackReader) -> list[Row]:
    """The rows of the new pack's case."""
    case = reader.read(CASE).case
    assert case is not None
    return list(case.rows)


def said(passages: tuple[Passage, ...]) -> list[str]:
    """Passages as lines."""
    return [f"{passage.head}: {passage.text}" if passage.head else passage.text for passage in passages]


def row_with(rows: list[Row], words: str) -> Row:
    """The first row in whose text these words stand."""
    return next(row for row in rows if any(words in line for line in said(row.text)))


def test_the_title_comes_first_and_the_content_note_with_it(reader: PackReader) -> None:
    first = rows_of(reader)[0]
    assert [passage.kind for passage in first.text] == ["title", "note"]
    assert said(first.text)[0] == "A call before registration"


def test_the_phases_follow_one_another_under_their_titles(reader: PackReader) -> None:
    shared = [said(row.text) for row in rows_of(reader) if row.shared]
    assert shared == [["The report"], ["The assessment"], ["The outcome"]]


def test_a_block_is_keyed_with_the_facts_it_states_by_name_and_in_words(reader: PackReader) -> None:
    row = row_with(rows_of(reader), "He also told her")
    assert "States: Elin (B): home county; acts kept an image of somebody else." in said(row.key)


def test_a_fact_that_is_left_out_is_stated_as_it_is_by_default(reader: PackReader) -> None:
    row = row_with(rows_of(reader), "looked for both on our systems")
    assert "States: Rafi (A): previous none." in said(row.key)


def test_a_block_is_keyed_with_the_evidence_it_carries(reader: PackReader) -> None:
    row = row_with(rows_of(reader), "A neighbour had said")
    assert said(row.key) == ["Carries: hearsay, a neighbour; on bullying, by Elin, against Rafi (talk)"]


def test_a_block_that_matters_to_nobody_says_so(reader: PackReader) -> None:
    row = row_with(rows_of(reader), "pastoral lead")
    assert [passage.kind for passage in row.key] == ["note"]


def test_what_only_a_check_brings_is_marked(reader: PackReader) -> None:
    row = row_with(rows_of(reader), "looked for both on our systems")
    assert said(row.text)[0] == "After: Intelligence research on police systems"
    assert said(row_with(rows_of(reader), "I saw Rafi").text)[0].startswith("I saw Rafi")


def test_blocks_after_the_same_check_are_marked_once(pack: Path, reader: PackReader) -> None:
    changed(pack, CASE, "after: enquiries=social_care_systems", "after: enquiries=police_systems")
    marks = [line for row in rows_of(reader) for line in said(row.text) if line.startswith("After: ")]
    assert marks == ["After: Intelligence research on police systems"]


def test_the_evidence_is_added_up_at_the_end_of_each_phase_that_tells_any(reader: PackReader) -> None:
    summed = [said(row.key)[1:] for row in rows_of(reader) if said(row.key)[:1] == ["The evidence by then"]]
    assert [len(lines) for lines in summed] == [1, 1]
    assert "Suspected (suspected): hearsay or a sign points to it [talk]" in summed[0][0]
    assert "something independent answers it" in summed[1][0]
    assert summed[1][0].endswith("[talk, asked, seen]")


def test_a_question_is_keyed_with_what_is_called_for_its_rule_and_its_paragraphs(reader: PackReader) -> None:
    row = row_with(rows_of(reader), "When is the crime recorded?")
    assert said(row.key) == [
        "Crime report (crime_report)",
        "The case: Record it now (record_now) – crime_report.taking-the-report, IG10, IG17",
    ]


def test_subjects_for_whom_the_same_is_called_for_stand_together(reader: PackReader) -> None:
    row = row_with(rows_of(reader), "Which outcome code")
    assert said(row.text)[-1] == "Rafi, Elin"
    assert row.key[1].head == "Rafi (A), Elin (B)"
    assert said(row.key)[2:] == ["as the author expects"]


def test_what_the_author_expects_otherwise_is_told_beside_it(pack: Path, reader: PackReader) -> None:
    changed(pack, CASE, "{case: no_investigation}", "{case: full_investigation}")
    key = said(row_with(rows_of(reader), "What is done?").key)
    assert key[-1] == "the author expects: A full investigation (full_investigation)"


def test_an_expected_option_that_is_none_stands_as_it_was_written(pack: Path, reader: PackReader) -> None:
    changed(pack, CASE, "{case: no_investigation}", "{case: nonsense}")
    assert said(row_with(rows_of(reader), "What is done?").key)[-1] == "the author expects: nonsense"


def test_what_there_is_to_discuss_comes_last(pack: Path, reader: PackReader) -> None:
    changed(pack, CASE, "expects:", 'discuss: ["Who was heard?"]\nexpects:')
    heading, question = rows_of(reader)[-2:]
    assert (said(heading.text), said(question.text)) == (["To discuss"], ["Who was heard?"])


def test_a_text_without_its_key_is_recognised_by_how_it_begins(reader: PackReader) -> None:
    row = row_with(rows_of(reader), "A neighbour had said")
    assert row.opening == "“A neighbour had said to the aunt, over the…”"
