"""Questions with keys for simulated learners, some by hand, many by hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st

from simulator.classroom.poll_view import SubjectVerdictView, VerdictView
from simulator.classroom.simulated.acting import Place
from simulator.classroom.simulated.key import Key
from simulator.session.debrief_view import CitationView, RulingView
from simulator.session.texts_view import ParagraphView
from simulator.session.view import OptionView, QuestionView, StepView, SubjectView

VERDICTS = ("expected", "acceptable", "departure", "contrary")


def subject_verdict(subject: str, verdicts: tuple[str, ...], *cites: str) -> SubjectVerdictView:
    """Options are called o1, o2 …"""
    options = tuple(
        RulingView(f"o{number}", "An option", verdict, verdict, "stated", "stated", "Why.", excused=False)
        for number, verdict in enumerate(verdicts, 1)
    )
    citations = tuple(CitationView(cite, "Words") for cite in cites)
    return SubjectVerdictView(subject, subject, options, None, citations)


def verdict_of(*subjects: SubjectVerdictView, phase: str = "first", question: str = "q") -> VerdictView:
    cited = dict.fromkeys(one.paragraph for subject in subjects for one in subject.citations)
    paragraphs = tuple(ParagraphView(key, "Guidance", "A section", "Its text.", ()) for key in cited)
    return VerdictView(phase, question, "A question", subjects, paragraphs)


def question_of(verdict: VerdictView, *, several: bool = False, excluding: str | None = None) -> QuestionView:
    options = tuple(OptionView(one.option, one.label) for one in verdict.subjects[0].options)
    subjects = tuple(SubjectView(one.subject, one.label, (), (), "", None, ()) for one in verdict.subjects)
    return QuestionView(verdict.question, "A question", "What?", several, excluding, options, subjects)


def place_of(*questions: QuestionView, phase: str = "first", round: int = 1) -> Place:
    return Place(1, "a-case", StepView(phase, "step", "A step", 1, 1, questions), round)


@st.composite
def asked(draw: st.DrawFn) -> tuple[QuestionView, VerdictView, Key]:
    """Any question with any key; where one option excludes the others, it is called for alone."""
    several = draw(st.booleans())
    excluding = "o1" if several and draw(st.booleans()) else None
    options = draw(st.integers(2, 6))
    subjects = []
    for number in range(draw(st.integers(1, 4))):
        verdicts = draw(st.lists(st.sampled_from(VERDICTS), min_size=options, max_size=options))
        if excluding and verdicts[0] == "expected":
            verdicts[1:] = ["contrary"] * (options - 1)
        subjects.append(subject_verdict(f"s{number}", tuple(verdicts), f"P{number}"))
    verdict = verdict_of(*subjects)
    return question_of(verdict, several=several, excluding=excluding), verdict, Key([verdict])
