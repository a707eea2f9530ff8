"""The record, put together."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import timedelta
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest

from simulator.guidance.mistake_reading import Making, MistakeKind
from simulator.practice.figures import NO_FIGURES
from simulator.practice.progress import NO_PROGRESS, Progress
from simulator.practice.record import Taught, record_view
from simulator.practice.rows import paragraph_rows
from simulator.practice.syllabus import SubjectMatter, Syllabus
from simulator.session.record_view import RuleRowView
from simulator.session.texts_view import ParagraphView
from tests.practice.judged import DAY, QUESTIONS, drill, judged, of_test, played, some_cases, unread

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.practice.played import Played
    from simulator.session.guide import Guide
    from simulator.session.record_view import Mastery, RecordView

NOW = DAY + timedelta(days=1)
ACTING = "\x1b[2J"
ALIKE = Making("worth", (), (), (), (), alike=True, where=None, tempting=None)


def matter(rule: str, question: str, *paragraphs: str) -> SubjectMatter:
    called_for = (rule.split(".")[1],)
    return SubjectMatter(
        rule,
        question,
        question.title(),
        f"{rule}{ACTING}",
        called_for,
        paragraphs,
        alone=False,
        confusable=(),
    )


RULES = {
    one.rule: one
    for one in (
        matter("worth.high", "worth", "LP1", "LP2"),
        matter("worth.low", "worth", "LP2"),
        matter("owner.known", "owner", "LP3"),
    )
}
SYLLABUS = Syllabus(
    rules=RULES,
    titles={question: f"{question.title()}{ACTING}" for question in QUESTIONS},
    labels={
        name: {each: f"{each.title()}{ACTING}" for each in options} for name, options in QUESTIONS.items()
    },
    settling=("owner",),
    judging=("worth", "keep"),
    grading=("worth",),
)
GUIDE = SimpleNamespace(
    standing=f"Not in force.{ACTING}",
    paragraphs={
        key: ParagraphView(key, "LP", f"Section of {key}{ACTING}", "", ())
        for key in ("LP3", "LP2", "LP1", "LP9")
    },
)
MISTAKES = (
    MistakeKind("late", f"Too late.{ACTING}", ("LP3",), ()),
    MistakeKind("alike", "All alike.", ("LP2",), (ALIKE,)),
)
TAUGHT = Taught(cast("Guide", GUIDE), SYLLABUS, MISTAKES)


def recorded(*cases: Played, left_out: tuple[tuple[Played, str], ...] = ()) -> RecordView:
    progress: Progress = NO_PROGRESS
    for case in cases:
        progress = progress.after(case)
    return record_view(progress.figures, progress.memory, TAUGHT, f"quiet-owl{ACTING}", NOW, left_out)


def test_before_the_first_case_everything_is_new_and_the_rest_is_empty() -> None:
    found = recorded()
    assert (found.day, found.cases, found.decisions, found.skill, found.retention) == (
        "2024-05-02",
        0,
        0,
        0,
        None,
    )
    assert [(one.rule, one.mastery, one.retention, one.due) for one in found.rules] == [
        (rule, "new", None, None) for rule in RULES
    ]
    assert [(one.paragraph, one.mastery) for one in found.paragraphs] == [
        ("LP3", "new"),
        ("LP2", "new"),
        ("LP1", "new"),
    ]
    assert not any(
        (
            found.confusions,
            found.mistakes,
            found.calibration,
            found.confident_errors,
            found.tests,
            found.changes,
            found.last_cases,
        )
    )
    assert found.independence.index is None


def test_a_rule_has_its_reviews_its_retention_and_its_day() -> None:
    [one] = [row for row in recorded(played(judged(rule="worth.high"))).rules if row.reviews]
    assert (one.rule, one.reviews, one.right, one.mastery) == ("worth.high", 1, 1, "learning")
    assert one.retention is not None
    assert 0.5 < one.retention < 1
    assert one.due is not None
    assert one.due > "2024-05-01"
    assert one.difficulty is not None
    assert one.difficulty < 0


def test_a_rule_reviewed_while_no_clock_ran_has_no_day() -> None:
    assert all(row.due is None for row in recorded(played(judged(rule="worth.high"), at=None)).rules)


def test_a_paragraph_is_known_as_the_rules_that_rest_on_it_are() -> None:
    found = recorded(
        played(judged(rule="worth.high", decides=("LP1", "LP2")), judged("keep", decides=("LP9",)))
    )
    rows = {one.paragraph: one for one in found.paragraphs}
    assert [one.paragraph for one in found.paragraphs] == ["LP3", "LP2", "LP1", "LP9"]
    assert (rows["LP1"].mastery, rows["LP2"].mastery, rows["LP3"].mastery) == ("learning", "learning", "new")
    assert rows["LP1"].retention == rows["LP2"].retention == found.retention
    assert (rows["LP9"].right, rows["LP9"].mastery, rows["LP9"].retention) == (1, "new", None)


@pytest.mark.parametrize(
    ("of_rules", "of_paragraph"),
    [
        (("new", "new"), "new"),
        (("mastered", "mastered"), "mastered"),
        (("mastered", "new"), "learning"),
        (("mastered", "learning"), "learning"),
    ],
)
def test_a_paragraph_is_mastered_where_all_its_rules_are(
    of_rules: tuple[Mastery, ...], of_paragraph: str
) -> None:
    rules = [
        RuleRowView(f"r{number}", "", ("LP1",), 0, 0, mastery, None, None, None)
        for number, mastery in enumerate(of_rules)
    ]
    [row] = paragraph_rows(GUIDE.paragraphs, rules, NO_FIGURES.calibration)
    assert (row.paragraph, row.mastery) == ("LP1", of_paragraph)


def test_right_and_wrong_are_told_by_paragraph_whether_a_level_was_given_or_not() -> None:
    case = played(judged(sureness=3), judged(), judged(mark="mistake"), judged(mark="discuss"))
    [row] = [one for one in recorded(case).paragraphs if one.paragraph == "LP1"]
    assert (row.right, row.wrong) == (2, 1)


def test_confusion_is_told_of_questions_that_settle_and_of_those_that_grade() -> None:
    case = played(
        judged("worth"),
        judged("keep", called_for=("yes",), chosen=("no",)),
        judged("owner", called_for=("known",), chosen=("unknown",), mark="mistake"),
    )
    assert [one.question for one in recorded(case).confusions] == ["owner", "worth"]


def test_calibration_is_told_of_all_then_by_option_then_by_paragraph() -> None:
    case = played(
        judged("owner", called_for=("known",), sureness=2, decides=("LP2",)),
        judged("worth", sureness=3, decides=("LP3", "LP2")),
        judged("worth", called_for=("low",), decides=("LP1",)),
        judged("gone", sureness=3, decides=("LP7",)),
    )
    rows = recorded(case).calibration
    assert [(one.sort, one.name) for one in rows] == [
        ("all", ""),
        ("option", "worth.high"),
        ("option", "owner.known"),
        ("paragraph", "LP3"),
        ("paragraph", "LP2"),
    ]
    assert rows[1].label == "Worth\ufffd[2J: High\ufffd[2J"
    assert rows[0].surer_than_right == pytest.approx((0.735 + 0.9 + 0.9) / 3 - 1)


def test_a_confident_error_is_told_until_the_rule_goes_otherwise() -> None:
    wrong = played(judged(rule="worth.high", mark="mistake", sureness=3))
    [one] = recorded(wrong).confident_errors
    assert (one.rule, one.times, one.last) == ("worth.high", 1, "2024-05-01")
    unsure = played(judged(rule="worth.high", mark="mistake", sureness=1))
    assert recorded(wrong, unsure).confident_errors == ()
    assert recorded(wrong, played(judged(rule="worth.high"))).confident_errors == ()
    assert [one.times for one in recorded(wrong, unsure, wrong).confident_errors] == [2]


def test_the_latest_confident_error_comes_first() -> None:
    errors = [
        played(judged(rule=rule, mark="mistake", sureness=2), at=DAY + timedelta(hours=hours))
        for hours, rule in enumerate(("owner.known", "worth.low", "worth.high"))
    ]
    found = recorded(*errors).confident_errors
    assert [one.rule for one in found] == ["worth.high", "worth.low", "owner.known"]


def test_independence_names_the_paragraphs_behind_one_answer_for_all() -> None:
    pair = (judged(), judged(subject="B"))
    found = recorded(
        played(*pair, purpose=drill(1)), played(*pair, purpose=drill(2, changed="A"))
    ).independence
    assert (found.drills, found.compared, found.index, found.paragraphs) == (1, 1, 1.0, ("LP2",))


def test_a_test_says_how_difficult_it_was_by_the_rules_as_they_are_known_now() -> None:
    asked = played(judged(rule="worth.high"), purpose=of_test("before", 1, 1))
    before, later = recorded(asked), recorded(asked, played(judged(rule="worth.high", mark="mistake")))
    [one], [same] = before.tests, later.tests
    assert one.difficulty == before.rules[0].difficulty
    assert same.difficulty == later.rules[0].difficulty
    assert same.difficulty > one.difficulty


def test_what_is_left_out_is_listed_and_counts_nowhere() -> None:
    found = recorded(played(judged()), left_out=((played(judged(), session="s9"), "Somebody else played."),))
    assert (found.cases, found.decisions) == (1, 1)
    assert {one.session: one.left_out for one in found.last_cases} == {
        "s1": "",
        "s9": "Somebody else played.",
    }


def test_cases_that_could_not_be_judged_are_said_to_be_there() -> None:
    assert recorded(unread(), unread(), played(judged())).unread == 2


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))


def test_no_text_of_the_record_can_act_on_a_terminal() -> None:
    hostile = played(
        judged(
            rule="worth.high",
            mark="mistake",
            sureness=3,
            kinds=("late",),
            cites=(ACTING,),
            decides=(ACTING, "LP2"),
        ),
        judged("owner", called_for=(ACTING,), chosen=(ACTING,)),
        session=ACTING,
    )
    found = recorded(*some_cases(3, 60), hostile, left_out=((hostile, ACTING),))
    assert found.confusions
    assert found.mistakes
    assert found.independence.drills
    texts = list(_texts(found))
    assert len(texts) > 100
    assert not [text for text in texts if "\x1b" in text]


def test_a_record_of_any_history_can_be_put_together() -> None:
    for seed in range(30):
        found = recorded(*some_cases(seed, seed * 2))
        assert found.cases + found.unread == seed * 2
        assert all(0 <= one.low <= one.mark <= one.high <= 1 for one in found.tests)
