"""A second guidance, written in YAML alone, taken through the program: a library's lost property."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from tests.any_guidance.due import QUESTIONS
from tests.any_guidance.running import CASES, GUIDANCE, HERE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.any_guidance.running import Library

UMBRELLA: dict[str, Any] = {
    "format": "case-facts/1",
    "id": "umbrella",
    "days": 95,
    "claimants": [{"id": "A", "told": ["described_it", "said_where"]}, {"id": "B", "told": ["described_it"]}],
    "signs": [{"kind": "receipt", "grade": "strong", "points_to": "A", "speaks_against": ["B"]}],
}
SECOND_SIGN = {"kind": "name_inside", "grade": "strong", "points_to": "B"}


def with_a_rival() -> dict[str, Any]:
    """The umbrella, with a strong sign for either claimant."""
    return {**UMBRELLA, "signs": [*UMBRELLA["signs"], SECOND_SIGN]}


def verdicts(answer: dict[str, Any], question: str, subject: str) -> dict[str, str]:
    """The verdict of every option of one decision."""
    [decision] = [
        each for each in answer["decisions"] if (each["question"], each["subject"]) == (question, subject)
    ]
    return {option: ruling["verdict"] for option, ruling in decision["options"].items()}


# The packs themselves


def test_the_packs_are_yaml_and_texts_to_begin_with_and_nothing_else() -> None:
    files = [path for folder in (GUIDANCE, CASES) for path in folder.rglob("*") if path.is_file()]
    assert {path.suffix for path in files} == {".yaml", ".txt"}
    assert {path.parts[-2] for path in files if path.suffix == ".txt"} == {"starter", "cases"}


def test_every_paragraph_is_the_procedures_own_word_for_word() -> None:
    source = HERE / "lost_property_procedure.md"
    declared = yaml.safe_load((GUIDANCE / "procedure.yaml").read_text())
    [document] = declared["documents"]
    assert document["sha256"] == hashlib.sha256(source.read_bytes()).hexdigest()
    numbered = re.findall(r"^(\d+)\. (.*(?:\n +.*)*)", source.read_text(), re.MULTILINE)
    assert {each["paragraph"]: each["text"] for each in declared["paragraphs"]} == {
        f"LP{number}": " ".join(text.split()) for number, text in numbered
    }


# assess


def test_every_question_that_is_asked_is_answered_for_everybody_it_is_asked_of(library: Library) -> None:
    [answer] = library.assess(UMBRELLA)
    asked = [(each["question"], each["subject"]) for each in answer["decisions"]]
    assert answer["guidance"] == "library-2023"
    assert {question for question, _ in asked} == set(QUESTIONS)
    assert [subject for question, subject in asked if question == "claim"] == ["A", "B"]
    assert len([subject for question, subject in asked if question == "sign_weight"]) == 5
    assert [subject for question, subject in asked if question == "book"] == ["A"]


def test_the_rules_of_the_pack_decide(library: Library) -> None:
    [answer] = library.assess(UMBRELLA)
    assert verdicts(answer, "claim", "A") == {
        "hand_over": "expected",
        "keep_a_week": "departure",
        "refuse": "contrary",
    }
    assert verdicts(answer, "claim", "B")["refuse"] == "expected"
    assert verdicts(answer, "disposal", "case") == {
        "police_station": "departure",
        "charity_shop": "expected",
        "kept_on": "acceptable",
    }


def test_what_follows_from_facts_is_worked_out(library: Library) -> None:
    opened = {**UMBRELLA, "signs": [], "claimants": [{"id": "A", "told": ["described_it", "opened_it"]}]}
    fell_through = {
        **UMBRELLA,
        "signs": [{"kind": "receipt", "grade": "fair", "points_to": "A", "check": "fell_through"}],
    }
    first, second = library.assess(opened, fell_through)
    assert verdicts(first, "sign_weight", "opens_it")["strong"] == "expected"
    assert verdicts(first, "own_signs", "A")["opens_it"] == "expected"
    assert verdicts(second, "claim", "A")["refuse"] == "expected"


def test_a_question_is_asked_only_where_its_condition_holds(library: Library) -> None:
    [answer] = library.assess({**UMBRELLA, "days": 89, "signs": []})
    assert not {"book", "disposal"} & {each["question"] for each in answer["decisions"]}


def test_where_the_procedure_is_silent_the_answer_says_why(library: Library) -> None:
    [answer] = library.assess(with_a_rival())
    silent = [each for each in answer["decisions"] if each["silent"]]
    assert [(each["question"], each["subject"]) for each in silent] == [("claim", "A"), ("claim", "B")]
    assert "where two have one" in silent[0]["silence"]


def test_the_trace_tells_why_and_why_not_in_the_packs_own_words(library: Library) -> None:
    facts = library.written("facts.json", UMBRELLA)
    said = " ".join(library.said("assess", "--why", "--format", "text", facts, *library.guidance).split())
    assert "claim.outdone" in said
    assert "has a rival with a strong sign" in said


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"claimants": [{"id": "A", "told": ["opened_it"]}]}, "opened_it without described_it; both, since"),
        ({"thing": "valuable"}, "identity is missing; add identity: shown, not_shown"),
        ({"thing": "food"}, "food that was kept overnight; 0, since food is thrown away"),
        ({"claimants": [{"id": "nobody", "told": ["said_where"]}]}, "neither 'case' nor 'nobody'"),
        ({"people": []}, "`people`"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_facts_that_cannot_be_are_refused_in_the_packs_own_words(
    library: Library, change: dict[str, Any], said: str
) -> None:
    facts = library.written("facts.json", {**UMBRELLA, "signs": [], **change})
    done = library.run("assess", facts, *library.guidance)
    assert (done.code, done.stdout) == (1, "")
    assert re.match(re.escape(facts) + r":\d+:\d+: .+; .+", done.stderr)
    assert said in done.stderr


# score


def test_choices_are_marked_and_a_mistake_is_explained_by_an_exact_quotation(library: Library) -> None:
    scored = library.score(
        UMBRELLA,
        {"question": "claim", "subject": "A", "chosen": ["hand_over"]},
        {"question": "claim", "subject": "B", "chosen": ["hand_over"]},
    )
    points = {each["name"]: (each["points"], each["possible"]) for each in scored["scorers"]}
    assert points["guidance"] == (0.5, 1.0)
    [mistake] = scored["mistakes"]
    assert (mistake["subject"], mistake["rule"], mistake["expected"]) == ("B", "claim.outdone", ["refuse"])
    quotation = {"paragraph": "LP12", "quote": "if there is none for anybody else"}
    assert mistake["citations"] == [quotation]


def test_an_answer_that_is_right_on_the_learners_own_reading_of_the_signs_follows_from_it(
    library: Library,
) -> None:
    scored = library.score(
        UMBRELLA,
        {"question": "sign_weight", "subject": "receipt", "chosen": ["doubtful"]},
        {"question": "claim", "subject": "A", "chosen": ["keep_a_week"]},
    )
    follows = {each["question"]: each["follows_from"] for each in scored["mistakes"]}
    assert follows == {
        "sign_weight": None,
        "claim": {"question": "sign_weight", "subject": "receipt"},
    }


def test_a_silent_decision_is_told_and_not_scored(library: Library) -> None:
    scored = library.score(with_a_rival(), {"question": "claim", "subject": "A", "chosen": ["hand_over"]})
    assert [each["possible"] for each in scored["scorers"]] == [0] * len(scored["scorers"])
    assert [each["chosen"] for each in scored["silent"]] == ["hand_over"]
    assert scored["mistakes"] == []


def test_nothing_excludes_every_other_option(library: Library) -> None:
    both = {"question": "asking", "subject": "case", "chosen": ["nothing", "description"]}
    facts = library.written("facts.json", UMBRELLA)
    choices = library.written("choices.json", {"format": "choices/1", "choices": [both]})
    done = library.run("score", facts, choices, *library.guidance)
    assert done.code == 1
    assert "`nothing`" in done.stderr


# flips


def test_a_mistake_is_told_with_what_would_have_made_it_right_in_the_packs_own_words(
    library: Library,
) -> None:
    scored = library.score(UMBRELLA, {"question": "claim", "subject": "B", "chosen": ["hand_over"]})
    [mistake] = scored["mistakes"]
    assert mistake["flips"]
    for flip in mistake["flips"]:
        assert re.fullmatch(r"Had .+, “Hand the thing over” would have been right \(LP\d+\)\.", flip["text"])
        changed = after(UMBRELLA, flip["changes"])
        [answer] = library.assess(changed)
        claims = {
            each["subject"]: each["options"] for each in answer["decisions"] if each["question"] == "claim"
        }
        assert claims["B"]["hand_over"]["verdict"] == "expected"
        assert flip["paragraph"] == claims["B"]["hand_over"]["citations"][0]


def after(facts: dict[str, Any], changes: list[dict[str, Any]]) -> dict[str, Any]:
    """Facts after changes."""
    changed: dict[str, Any] = json.loads(json.dumps(facts))
    for change in changes:
        path = re.fullmatch(r"(?:(\w+)\[(\d+)\])?\.?(\w+)?", change["fact"])
        assert path is not None
        entity, place, field = path.groups()
        if field is None:
            del changed[entity][int(place)]
        else:
            (changed[entity][int(place)] if entity else changed)[field] = change["to"]
    return changed


def test_what_would_change_each_claim_and_the_near_misses_of_a_rule_are_told(library: Library) -> None:
    facts = library.written("facts.json", UMBRELLA)
    choices = {
        "format": "choices/1",
        "choices": [{"question": "claim", "subject": "A", "chosen": ["refuse"]}],
    }
    written = library.written("choices.json", choices)
    [scored] = library.objects("score", facts, written, "--endings", "--format", "json", *library.guidance)
    assert {each["question"] for each in scored["endings"]} == {"claim"}
    assert {each["subject"] for each in scored["endings"]} == {"A", "B"}
    [near] = library.objects("prove", "--near-misses", "claim.strong", "--format", "json", *library.guidance)
    assert near["rule"] == "claim.strong"
    for pair in near["pairs"]:
        one, other = library.assess(pair["one"]["facts"], pair["other"]["facts"])
        assert one != other
        assert after(pair["one"]["facts"], [pair["change"]]) == pair["other"]["facts"]


# prove


def test_the_proof_holds_and_every_witness_is_decided_by_its_rule(library: Library) -> None:
    [proof] = library.objects("prove", "--format", "json", *library.guidance)
    assert proof["holds"]
    assert [each["rule"] for each in proof["silent"]] == ["claim.rivals"]
    assert [each["paragraphs"] for each in proof["tensions"]] == [["LP11", "LP12"]]
    answers = library.assess(*proof["witnesses"].values())
    for rule, answer in zip(proof["witnesses"], answers, strict=True):
        won = {ruling["rule"] for each in answer["decisions"] for ruling in each["options"].values()}
        assert rule in won


@pytest.mark.parametrize(
    ("file", "text", "instead", "said"),
    [
        ("claims.yaml", "    yields_to: [claim.rivals]\n", "", "claim.outdone and claim.rivals both apply"),
        (
            "desk.yaml",
            "entry.at-once\n    when: otherwise",
            "entry.at-once\n    when: food",
            "no rule decides entry",
        ),
        ("signs.yaml", "yields_to: [sign_weight.fair]", "yields_to: [sign_weight.strong]", "both apply"),
    ],
    ids=["an order dropped", "a case left out", "an order changed"],
)
def test_a_rule_that_is_spoilt_is_found_and_shown_at_its_place(
    library: Library, tmp_path: Path, file: str, text: str, instead: str, said: str
) -> None:
    spoilt = shutil.copytree(GUIDANCE, tmp_path / "spoilt")
    before = (spoilt / "rules" / file).read_text()
    assert text in before
    (spoilt / "rules" / file).write_text(before.replace(text, instead))
    done = library.run("prove", "--guidance", str(spoilt))
    assert done.code == 1
    assert said in done.stdout + done.stderr


# generate


def test_the_same_seed_gives_the_same_bytes_and_cases_that_can_be_answered(library: Library) -> None:
    words = ("generate", "--seed", "1", "--count", "25", *library.guidance, *library.pack)
    made = library.said(*words)
    assert made == library.said(*words)
    cases = [json.loads(line) for line in made.splitlines()]
    assert [case["seed"] for case in cases] == list(range(1, 26))
    assert {case["guidance"] for case in cases} == {"library-2023"}
    answers = library.assess(*cases)
    assert [answer["phase"] for answer in answers] == ["desk", "claims"] * 25


def test_a_focus_gives_a_case_that_exercises_it(library: Library) -> None:
    for focus in ("claim.rivals", "LP16"):
        [case] = library.objects("generate", "--focus", focus, *library.guidance, *library.pack)
        assert focus in case["exercises"]["rules"] + case["exercises"]["paragraphs"]


def test_the_evidence_of_a_case_carries_the_grades_of_its_signs(library: Library) -> None:
    cases = library.objects("generate", "--seed", "1", "--count", "25", *library.guidance, *library.pack)
    for case in cases:
        told = {(each["bears_on"]["kind"], each["bears_on"]["points_to"]) for each in case["evidence"]}
        signs = case["phases"][-1]["facts"]["signs"]
        assert {(sign["kind"], sign["points_to"]) for sign in signs} <= told


# guidance


def test_a_paragraph_is_shown_with_its_notes_tension_and_rules(library: Library) -> None:
    said = " ".join(library.said("guidance", "LP12", *library.guidance).split())
    assert "Tension (LP11, LP12)" in said
    assert "Cited by claim.strong" in said
    assert "Made up. No such library is meant to exist; for training only." in said
    assert "Note, 2024-02: The police station has moved" in library.said(
        "guidance", "LP16", *library.guidance
    )


def test_all_paragraphs_are_given_as_data(library: Library) -> None:
    [shown] = library.objects("guidance", "--format", "json", *library.guidance)
    assert [each["paragraph"] for each in shown["paragraphs"]] == [f"LP{number}" for number in range(1, 18)]
    assert [each["paragraph"] for each in shown["paragraphs"] if each["background"]] == ["LP1"]
