"""A session under the bundled guidance, from its questions to its debrief."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from simulator.errors.faults import InputFault
from simulator.session.commands import Answer, Begin, Cite, Confirm, Rationale
from simulator.session.core import Session
from simulator.session.showing import GOES_ON

from .two_friends import CASE, engine, facts, guide

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.session.debrief_view import DebriefView, DecisionView
    from simulator.session.view import StepView


def step_of(session: Session) -> StepView:
    step = session.view().step
    assert step is not None
    return step


def begun() -> Session:
    session = Session(guide())
    return session.after(session.apply(Begin(CASE)))


@cache
def called_for(phase: str) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """What may be chosen rightly: what is called for, else anything that is open."""
    due = guide().due(CASE, phase)
    return {(one.question, one.subject): one.called_for for one in due}


def answered(session: Session, chosen: Mapping[tuple[str, str], tuple[str, ...]]) -> Session:
    """The current step answered rightly but for `chosen`, and confirmed."""
    step = step_of(session)
    for question in step.questions:
        for subject in question.subjects:
            key = question.question, subject.subject
            right = called_for(step.phase)[key] or (question.options[0].option,)
            made = chosen.get(key, right if question.several else right[:1])
            session = session.after(session.apply(Answer(*key, made)))
    return session.after(session.apply(Confirm()))


def debriefed(**chosen: str) -> DebriefView:
    """The debrief of a session answered rightly but for `question__subject=option`."""
    keys = {tuple(key.split("__")): (option,) for key, option in chosen.items()}
    session = begun()
    while session.view().step is not None:
        session = answered(session, {(key[0], key[1]): made for key, made in keys.items()})
    debrief = session.view().debrief
    assert debrief is not None
    return debrief


def decision(debrief: DebriefView, phase: int, question: str, subject: str) -> DecisionView:
    asked = next(one for one in debrief.phases[phase].questions if one.question == question)
    return next(one for one in asked.decisions if one.subject == subject)


def test_the_steps_are_those_of_the_guidance() -> None:
    steps = []
    session = begun()
    while session.view().step is not None:
        steps.append((step_of(session).phase, step_of(session).step, len(step_of(session).questions)))
        session = answered(session, {})
    assert steps == [
        ("report", "report", 5),
        ("assessment", "factors", 2),
        ("assessment", "decisions", 10),
        ("outcome", "outcome", 3),
    ]


def test_subjects_are_called_by_name_or_by_the_guidances_words() -> None:
    session = answered(begun(), {})
    grades, whose = step_of(session).questions
    assert [subject.label for subject in grades.subjects][:2] == [
        "Involvement of an adult",
        "Onward forwarding without informed and true consent",
    ]
    assert [subject.label for subject in whose.subjects] == ["Amira", "Leo"]


def test_a_check_that_was_not_asked_for_is_said_to_have_been_made() -> None:
    session = answered(begun(), {("enquiries", "case"): ("social_care_systems",)})
    assert [(block.text, block.note) for block in session.view().phases[1].narrative] == [
        (
            "Leo had the image on Thursday.",
            f"{GOES_ON} Intelligence research on police systems: this had not been asked for. "
            "It was made before the case went on.",
        ),
        ("Social care had no entry.", None),
    ]


def test_an_answer_called_for_is_right_and_explained_in_the_guidances_words() -> None:
    found = decision(debriefed(), 0, "crime_report", "case")
    assert (found.mark, found.label, found.follows_from, found.silence) == ("right", "The case", None, None)
    assert [(one.label, one.verdict_label, one.basis) for one in found.chosen] == [
        ("Record it now", "called for", "stated")
    ]
    assert {citation.paragraph for citation in found.citations} >= {"IG10", "IG17"}


def test_every_quotation_is_part_of_a_paragraph_that_is_shown_whole() -> None:
    debrief = debriefed(response__case="no_investigation", outcome__B="code_21")
    citations = [
        citation
        for phase in debrief.phases
        for question in phase.questions
        for one in question.decisions
        for citation in one.citations
    ]
    assert len(citations) > 20
    for citation in citations:
        assert citation.quote in debrief.paragraph(citation.paragraph).text


def test_a_wrong_answer_is_a_mistake_and_what_was_called_for_stands_beside_it() -> None:
    found = decision(debriefed(response__case="no_investigation"), 1, "response", "case")
    assert (found.mark, found.chosen[0].verdict) == ("mistake", "contrary")
    assert [one.label for one in found.called_for] == ["A full investigation"]
    assert found.chosen[0].why
    assert found.called_for[0].why


def test_what_follows_from_a_misjudged_factor_is_told_as_that() -> None:
    debrief = debriefed(
        factor_grade__onward_forwarding="no_realistic_likelihood", response__case="no_investigation"
    )
    assert decision(debrief, 1, "factor_grade", "onward_forwarding").mark == "mistake"
    follows = decision(debrief, 1, "response", "case")
    assert follows.mark == "follows"
    assert follows.follows_from == (
        "This follows from your answer to “Grade of the factor” "
        "(Onward forwarding without informed and true consent) and costs nothing more."
    )


def test_missed_options_of_several_are_named() -> None:
    found = decision(debriefed(enquiries__case="police_systems"), 0, "enquiries", "case")
    assert (found.mark, found.missed) == ("mistake", ("Research on social care systems",))


def test_a_departure_with_reasons_and_a_paragraph_is_discussed() -> None:
    session = begun()
    while (step := session.view().step) is not None:
        if step.step == "decisions":
            for command in (
                Rationale("offences", "case", "On its merits."),
                Cite("offences", "case", ("IG2",)),
            ):
                session = session.after(session.apply(command))
        session = answered(session, {("offences", "case"): ("section_1_only",)})
    debrief = session.view().debrief
    assert debrief is not None
    found = decision(debrief, 1, "offences", "case")
    assert (found.mark, found.chosen[0].excused, found.rationale, found.cites) == (
        "discuss",
        True,
        "On its merits.",
        ("IG2",),
    )


def test_tensions_stand_with_the_decisions_that_they_settle() -> None:
    settled = decision(debriefed(), 2, "outcome", "B").tensions
    assert ("IG21", "PS1.8") in [tension.paragraphs for tension in settled]
    assert decision(debriefed(), 0, "crime_report", "case").tensions == ()


def test_a_cited_paragraph_brings_its_dated_notes() -> None:
    notes = debriefed().paragraph("PS1.8").notes
    assert any(note.startswith("2013-04-08: Reprimands were abolished") for note in notes)


def finished(**chosen: str) -> Session:
    """A finished session, answered rightly but for `question__subject=option`."""
    session = begun()
    made = {(key.partition("__")[0], key.partition("__")[2]): (option,) for key, option in chosen.items()}
    while session.view().step is not None:
        session = answered(session, made)
    return session


def test_a_mistake_is_explained_by_what_would_have_made_it_right_in_first_names() -> None:
    explained = finished(outcome__B="code_10").explanation("outcome", "outcome", "B")
    chosen = explained.flips[0]
    assert (chosen.option, chosen.chosen) == ("code_10", True)
    assert any("Leo" in sentence for sentence in chosen.sentences)
    assert not any(each.chosen for each in explained.flips[1:])


def test_what_nothing_would_have_made_right_has_no_sentences() -> None:
    explained = finished(notify__A="never").explanation("assessment", "notify", "A")
    assert [each.sentences for each in explained.flips if each.chosen] == [()]


def test_the_trace_names_the_rule_that_decides_first_and_every_other_once() -> None:
    explained = finished().explanation("outcome", "outcome", "B")
    rules = {rule.rule for rule in engine().guidance.rules_of("outcome")}
    assert explained.trace[0].startswith(f"{explained.rule} decides (")
    assert {line.partition(" ")[0] for line in explained.trace} == rules
    assert len(explained.trace) == len(rules)
    assert "Leo" in " ".join(explained.trace)


def test_near_misses_tell_a_case_what_is_called_for_there_and_one_change() -> None:
    near = finished().near_misses("outcome.no-investigation")[0]
    assert near.facts[0].startswith("A: age")
    assert near.called_for == "21 – not in the public interest to investigate"
    assert near.sentence.startswith("Had ")


def test_all_answered_rightly_gives_every_point() -> None:
    [score] = debriefed().scores
    assert score.points == score.possible > 10


def test_the_debrief_ends_on_the_cases_last_blocks() -> None:
    assert [block.text for block in debriefed().closing] == ["Leo was cautioned."]


SILENT: dict[str, Any] = {
    **CASE,
    "phases": [
        {**CASE["phases"][1], "narrative": [], "facts": facts(factors=[], consensual=False)},
    ],
}


def test_a_silent_decision_tells_why_and_is_not_scored() -> None:
    session = Session(guide())
    session = session.after(session.apply(Begin(SILENT)))
    while (step := session.view().step) is not None:
        for question in step.questions:
            for subject in question.subjects:
                option = question.options[-1].option
                session = session.after(session.apply(Answer(question.question, subject.subject, (option,))))
        session = session.after(session.apply(Confirm()))
    debrief = session.view().debrief
    assert debrief is not None
    found = decision(debrief, 0, "response", "case")
    assert found.mark == "silent"
    assert found.silence
    assert found.also_open


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"format": "case/2"}, "case/1"),
        ({"guidance": "another"}, "another"),
        ({"phases": []}, r"too few|phases"),
    ],
)
def test_what_is_no_case_of_this_guidance_is_refused(changes: dict[str, Any], sentence: str) -> None:
    with pytest.raises(InputFault, match=sentence):
        Session(guide()).apply(Begin({**CASE, **changes}))
