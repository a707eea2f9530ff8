"""Consequences, welfare, a caseload, a frame, care and prompts: read as they stand, and none of them needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.guidance.reading import read_guidance
from simulator.model.texts import Care, Caseload, Frame, Prompt, Welfare
from simulator.packs.reading import read_document, read_yaml
from tests.guidance.broken import PACK, Edit, form_faults
from tests.guidance.broken_debrief import CONSEQUENCES

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.guidance.guidance import Guidance
    from simulator.model.document import Document

OPTIONAL = {f"{name}.yaml" for name in ("consequences", "welfare", "caseload", "frame", "care", "prompts")}
SECTIONS = b"""\
format: guidance-pack/1
consequences:
  notify: {chosen: {never: It would have been asked for.}}
  support:
    chosen: {nothing: Nothing would have been offered.}
    missed: {education_programme: It would have been offered late.}
welfare:
  - {question: parents, option: inform_and_hear, text: They were heard.}
  - {question: notify, option: now, text: The unit was told.}
caseload: {question: outcome, text: Half of them., source: A count, shares: {code_21: 0.5, code_10: 0}}
frame: {title: A model, steps: [{title: Look, asks: What is there?}, {title: Act, asks: What is done?}]}
care: {support: Ask somebody., disclosure: Stop.}
prompts:
  - {text: What now?}
  - {text: Why?, question: role}
  - {text: Says who?, question: outcome, when: silent}
"""


def without_the_sections() -> list[Document]:
    return [read_document(path) for path in sorted(PACK.rglob("*.yaml")) if path.name not in OPTIONAL]


@pytest.fixture(scope="module")
def guidance() -> Guidance:
    return read_guidance([*without_the_sections(), read_yaml(SECTIONS, "sections.yaml")])


def test_a_key_that_names_no_option_is_told_at_that_key_to_the_column(tmp_path: Path) -> None:
    [fault] = form_faults(tmp_path, Edit(CONSEQUENCES, "      after_outcome:", "      after_outcom:"))
    lines = (tmp_path / CONSEQUENCES).read_text("utf-8").splitlines()
    assert lines[fault.place.line - 1][fault.place.column - 1 :].startswith("after_outcom:")


def test_several_mistakes_of_several_sections_are_all_told(tmp_path: Path) -> None:
    edits = (
        Edit(CONSEQUENCES, "  notify:\n", "  notifi:\n"),
        Edit(CONSEQUENCES, "not_considered:", "not_thought_of:"),
        Edit("caseload.yaml", "question: outcome", "question: outcom"),
        Edit("welfare.yaml", "option: now", "option: soon"),
    )
    assert len(form_faults(tmp_path, *edits)) == len(edits)


def test_consequences_are_by_question_option_and_whether_it_was_chosen(guidance: Guidance) -> None:
    assert dict(guidance.consequences) == {
        ("notify", "never", True): "It would have been asked for.",
        ("support", "nothing", True): "Nothing would have been offered.",
        ("support", "education_programme", False): "It would have been offered late.",
    }


def test_welfare_keeps_the_order_of_the_pack(guidance: Guidance) -> None:
    assert guidance.welfare == (
        Welfare("parents", "inform_and_hear", "They were heard."),
        Welfare("notify", "now", "The unit was told."),
    )


def test_a_caseload_has_its_shares_and_where_they_come_from(guidance: Guidance) -> None:
    shares = {"code_21": 0.5, "code_10": 0.0}
    assert guidance.caseload == Caseload("outcome", "Half of them.", "A count", shares)


def test_a_frame_has_its_steps_in_order(guidance: Guidance) -> None:
    assert guidance.frame == Frame("A model", (("Look", "What is there?"), ("Act", "What is done?")))


def test_care_has_both_its_texts(guidance: Guidance) -> None:
    assert guidance.care == Care("Ask somebody.", "Stop.")


def test_a_prompt_is_for_every_case_for_a_question_or_for_how_it_went(guidance: Guidance) -> None:
    assert guidance.prompts == (
        Prompt("What now?"),
        Prompt("Why?", "role"),
        Prompt("Says who?", "outcome", "silent"),
    )


def test_a_pack_needs_none_of_these_sections() -> None:
    bare = read_guidance(without_the_sections())
    assert (dict(bare.consequences), bare.welfare, bare.prompts) == ({}, (), ())
    assert (bare.caseload, bare.frame, bare.care) == (None, None, None)


def test_parts_of_a_section_may_stand_in_several_files() -> None:
    more = (
        b"format: guidance-pack/1\n"
        b"consequences: {role: {chosen: {victim: It would have been put right.}}}\n"
        b"prompts: [{text: And then?}]\n"
    )
    texts = (read_yaml(SECTIONS, "sections.yaml"), read_yaml(more, "more.yaml"))
    guidance = read_guidance([*without_the_sections(), *texts])
    assert guidance.consequences["role", "victim", True] == "It would have been put right."
    assert [prompt.text for prompt in guidance.prompts] == ["What now?", "Why?", "Says who?", "And then?"]
