"""A written case of the bundled packs, played with mistakes and kept in a store: both pages tell all of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import pytest

from simulator.cli.workshop import Workshop
from simulator.report.pages import html_page, markdown_page
from simulator.session.commands import Annotate, Answer, Cite, Confirm, Rationale, Sureness
from simulator.session.runner import Runner
from simulator.store.store import Store
from tests.session.lost_property import finished

from .reading import document, inline_of, text_of, tokens_of, told_by

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Any

    from simulator.report.decisions import Explanations
    from simulator.session.debrief_view import DebriefView, DecisionView
    from simulator.session.guide import Guide
    from simulator.session.view import StepView, View

REASON = "The first reason: what <was> *said*.\nThe second: see https://example.org."
NOTE = "Ask about this again."


class Finished(NamedTuple):
    """A session at its end."""

    view: View
    explanations: Explanations

    @property
    def debrief(self) -> DebriefView:
        assert self.view.debrief is not None
        return self.view.debrief

    def decisions(self) -> Iterator[tuple[str, DecisionView]]:
        """Every decision with the title of its question."""
        for phase in self.debrief.phases:
            for question in phase.questions:
                for decision in question.decisions:
                    yield question.title, decision


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Finished:
    workshop = Workshop(strangers=False)
    [pack] = [each for each in workshop.found.of_kind("scenario") if each.name == "each-child"]
    [case] = [each.case for each in pack.cases if each.case.endswith("five-on-the-register")]
    guide = workshop.guide(workshop.engine())
    store = Store(tmp_path_factory.mktemp("report") / "sessions.sqlite")
    runner = Runner.begin(guide, store, workshop.written(pack, case).data)
    play(runner, guide, workshop.written(pack, case).data)
    store.close()
    return Finished(runner.view, explained(runner))


def play(runner: Runner, guide: Guide, case: Mapping[str, Any]) -> None:
    """Every third answer is another than the one called for; some have reasons, one passage a note."""
    passage = runner.view.phases[0].narrative[0]
    runner.do(Annotate(passage.passage, 0, 10, True, NOTE))
    while (step := runner.view.step) is not None:
        for number, answer in enumerate(answers(guide, case, step)):
            runner.do(answer)
            key = answer.question, answer.subject
            runner.do(Sureness(*key, 1 + number % 3))
            if number % 5 == 0:
                runner.do(Rationale(*key, REASON))
                runner.do(Cite(*key, (runner.view.paragraphs[0].paragraph,)))
        runner.do(Confirm())


def answers(guide: Guide, case: Mapping[str, Any], step: StepView) -> Iterator[Answer]:
    called_for = {(one.question, one.subject): one.called_for for one in guide.due(case, step.phase)}
    for question in step.questions:
        for number, subject in enumerate(question.subjects):
            right = called_for[question.question, subject.subject]
            others = [each.option for each in question.options if each.option not in right]
            wrong = number % 3 == 1 or len(question.subjects) == 1
            chosen = (
                others[:1] if (wrong and others) or not right else right if question.several else right[:1]
            )
            yield Answer(question.question, subject.subject, tuple(chosen))


def explained(runner: Runner) -> Explanations:
    assert runner.view.debrief is not None
    keys = [
        (phase.phase, question.question, decision.subject)
        for phase in runner.view.debrief.phases
        for question in phase.questions
        for decision in question.decisions
    ]
    return {key: runner.explanation(*key) for key in keys}


def html_text(done: Finished) -> str:
    return text_of(document(html_page(done.view, done.explanations, own_words=True)))


def markdown_text(done: Finished) -> str:
    return told_by(tokens_of(markdown_page(done.view, done.explanations, own_words=True)))


FORMATS = pytest.mark.parametrize("told", [html_text, markdown_text])


@FORMATS
def test_every_decision_is_told_with_its_verdict(done: Finished, told: Callable[[Finished], str]) -> None:
    text = told(done)
    numbered = re.findall(r"(\d+)\. ([^\n]*): (?:[✓?✗↳○])\s+([a-z ]+)", text)
    words = {"right": "right", "acceptable": "acceptable", "discuss": "to discuss", "mistake": "mistake"} | {
        "follows": "follows",
        "silent": "not scored",
    }
    expected = [
        (str(number), decision.label, words[decision.mark])
        for number, (_, decision) in enumerate(done.decisions(), start=1)
    ]
    assert [(number, label.strip(), word.strip()) for number, label, word in numbered] == expected
    assert len(expected) > 40


@FORMATS
def test_all_that_is_known_of_a_decision_is_told(done: Finished, told: Callable[[Finished], str]) -> None:
    text = told(done)
    for title, decision in done.decisions():
        rulings = (*decision.chosen, *decision.called_for, *decision.also_open, *decision.others)
        whole = [done.debrief.paragraph(each.paragraph).text for each in decision.citations]
        said = [
            *(ruling.label for ruling in rulings),
            *(ruling.why for ruling in (*decision.chosen, *decision.called_for, *decision.others)),
            *(each.text for each in decision.tensions),
            *(each.quote for each in decision.citations),
            *decision.consequences,
            *decision.led_to,
            *(piece.text for matter in decision.evidence for piece in matter.pieces),
            *(block.text for block in decision.untold),
            decision.silence or "",
            decision.follows_from or "",
            decision.rationale,
        ]
        assert not [each for each in (title, *said, *whole) if each not in text], title


@FORMATS
def test_what_would_have_changed_a_mistake_is_told(done: Finished, told: Callable[[Finished], str]) -> None:
    text = told(done)
    sentences = [
        sentence
        for each in done.explanations.values()
        for flips in each.flips
        if flips.chosen
        for sentence in flips.sentences[:5]
    ]
    assert len(sentences) > 5
    assert not [sentence for sentence in sentences if sentence not in text]


@FORMATS
def test_the_summary_tells_how_it_ended_for_each(done: Finished, told: Callable[[Finished], str]) -> None:
    text = told(done)
    summary = done.debrief.summary
    assert len(summary.endings) == len(summary.subjects) == 5
    for ending in summary.endings:
        assert not [each for each in (ending.label, *ending.called_for, *ending.chosen) if each not in text]
    assert not [each for each in (*summary.well, *summary.badly) if each not in text]
    assert {"below 67%", "above 67%", "above 80%"} <= set(re.findall(r"(?:below|above) \d\d%", text))
    assert summary.caseload is not None
    assert summary.caseload.source in text


@FORMATS
def test_it_ends_on_what_was_done_for_each(done: Finished, told: Callable[[Finished], str]) -> None:
    text = told(done)
    last = text[text.rindex("What was done for everybody’s welfare") :]
    assert done.debrief.summary.welfare
    for welfare in done.debrief.summary.welfare:
        assert not [each for each in (welfare.label, *(done for done, _ in welfare.done)) if each not in last]


@FORMATS
def test_the_notes_of_the_learner_are_told(done: Finished, told: Callable[[Finished], str]) -> None:
    assert NOTE in told(done)
    assert REASON in told(done)


def test_nothing_in_the_markdown_is_a_link(done: Finished) -> None:
    tokens = tokens_of(markdown_page(done.view, done.explanations, own_words=True))
    kinds = {each.type for each in inline_of(tokens)}
    assert kinds <= {"text", "strong_open", "strong_close", "hardbreak", "code_inline"}


def test_a_guidance_that_has_no_more_than_it_must_is_told_too() -> None:
    view = finished().view()
    shown = [html_page(view, {}, own_words=True), markdown_page(view, {}, own_words=True)]
    assert all(view.title in page for page in shown)
    assert not [page for page in shown if "welfare" in page or "caseload" in page]
