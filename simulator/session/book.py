"""A guidance as a book to read: its paragraphs, what is noted beside them, and its rules in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.errors.text import clean, clean_block
from simulator.session.book_view import (
    AdviceView,
    BookParagraphView,
    BookView,
    NoteView,
    RuleView,
    SourceView,
    VerdictView,
)
from simulator.session.debrief import BASIS_WORDS, VERDICT_WORDS
from simulator.session.texts_view import TensionView
from simulator.session.when_told import WhenTeller

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from simulator.guidance.guidance import Guidance
    from simulator.model.questions import Branch, Question, Rule
    from simulator.model.texts import Paragraph

ORDER = tuple(VERDICT_WORDS)


def book_of(guidance: Guidance) -> BookView:
    """All of a guidance that is there to be read."""
    return BookView(
        title=clean(guidance.title),
        standing=clean(guidance.standing),
        documents=tuple(
            SourceView(clean(each.key), clean(each.title), clean(each.date)) for each in guidance.documents
        ),
        paragraphs=tuple(_in_order(guidance)),
        notes=tuple(
            NoteView(clean(each.date), clean_block(each.text), each.paragraphs) for each in guidance.notes
        ),
        tensions=tuple(
            TensionView(each.paragraphs, clean_block(each.text), clean_block(each.settled))
            for each in guidance.tensions
        ),
        advice=tuple(AdviceView(clean_block(each.text), each.cites) for each in guidance.advice),
        rules={name: _rule(guidance, rule) for name, rule in guidance.rules.items()},
    )


def _in_order(guidance: Guidance) -> Iterator[BookParagraphView]:
    """Document by document."""
    citing: dict[str, list[str]] = {}
    for rule in guidance.rules.values():
        for key in _cited(rule):
            citing.setdefault(key, []).append(rule.rule)
    for document in guidance.documents:
        for paragraph in guidance.paragraphs.values():
            if paragraph.document == document.key:
                yield _paragraph(paragraph, citing.get(paragraph.paragraph, ()))


def _paragraph(one: Paragraph, rules: Iterable[str]) -> BookParagraphView:
    return BookParagraphView(
        paragraph=clean(one.paragraph),
        document=clean(one.document),
        section=clean(one.section),
        text=clean_block(one.text),
        background=clean_block(one.background) if one.background is not None else None,
        rules=tuple(rules),
    )


def _rule(guidance: Guidance, rule: Rule) -> RuleView:
    question = guidance.questions[rule.question]
    teller = WhenTeller(guidance.world, _whom(guidance, question))
    verdicts = [
        _verdict(question.label(option), branch, number > 0, teller)
        for option, cell in rule.options.items()
        for number, branch in enumerate(cell)
    ]
    return RuleView(
        rule=clean(rule.rule),
        question=clean(question.title),
        asks=clean_block(question.asks),
        when=clean_block(_when(guidance, rule, teller)),
        verdicts=tuple(sorted(verdicts, key=lambda each: ORDER.index(each.verdict))),
        silence=clean_block(rule.silence) if rule.silence is not None else None,
        paragraphs=tuple(_cited(rule)),
    )


def _whom(guidance: Guidance, question: Question) -> str:
    subjects = question.subjects
    if subjects.kind == "elements":
        return f"this {guidance.world.entities[subjects.entity].one}"
    return "this one" if subjects.kind == "values" else "the case"


def _when(guidance: Guidance, rule: Rule, teller: WhenTeller) -> str:
    """When a rule decides, in sentences."""
    asked = guidance.questions[rule.question].asked_when
    only = f"The question is asked only where {teller.told(asked)}. " if asked is not None else ""
    if rule.when is not None:
        to = f" It yields to {_listed(rule.yields_to)}." if rule.yields_to else ""
        return f"{only}It decides where {teller.told(rule.when)}.{to}"
    if len(guidance.rules_of(rule.question)) == 1:
        return f"{only}It is the only rule of this question."
    return f"{only}It decides where no other rule of this question applies."


def _verdict(label: str, branch: Branch, later: bool, teller: WhenTeller) -> VerdictView:
    ruling = branch.ruling
    when = f"where {teller.told(branch.when)}" if branch.when is not None else "otherwise" if later else ""
    return VerdictView(
        label=clean(label),
        verdict=ruling.verdict,
        verdict_label=VERDICT_WORDS[ruling.verdict],
        basis_label=BASIS_WORDS[ruling.basis],
        when=clean_block(when),
        why=clean_block(ruling.why),
        paragraphs=ruling.citations,
    )


def _cited(rule: Rule) -> list[str]:
    """The paragraphs that any ruling of a rule cites, each once."""
    cited = (key for cell in rule.options.values() for branch in cell for key in branch.ruling.citations)
    return list(dict.fromkeys(cited))


def _listed(names: tuple[str, ...]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
