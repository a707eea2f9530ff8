"""What a class got wrong, in words in which a facilitator would tell of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from simulator.classroom.class_view import WrongView
from simulator.classroom.findings.polled import last_ballots
from simulator.classroom.state import RuleTally
from simulator.errors.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from simulator.classroom.findings.polled import Ballot, Decision
    from simulator.classroom.state import Course
    from simulator.session.guide import Guide


class _Words(NamedTuple):
    title: str
    called_for: str
    paragraph: str
    section: str


def got_wrong(courses: Iterable[Course]) -> tuple[WrongView, ...]:
    """What was got wrong in the last votes of some cases, the most frequent first; see `told_wrong`."""
    return told_wrong(chain.from_iterable(map(tallied, courses)))


def tallied(course: Course) -> tuple[RuleTally, ...]:
    """How the last votes went on every decision of a case that counts in sums."""
    guide = course.begun.guide
    return tuple(_tally(guide, decision, ballot) for decision, ballot in last_ballots(guide, course))


def _tally(guide: Guide, decision: Decision, ballot: Ballot) -> RuleTally:
    paragraph = "".join(decision.paragraphs[:1])
    whole = guide.paragraphs.get(paragraph)
    return RuleTally(
        rule=decision.key.rule,
        title=clean(guide.asked(decision.at[1]).title),
        called_for=tuple(one.label for one in decision.key.options if one.verdict == "expected"),
        paragraph=clean(paragraph),
        section=whole.section if whole is not None else "",
        times=sum(cast.mark == "mistake" for cast in ballot),
        of=len(ballot),
    )


def told_wrong(tallies: Iterable[RuleTally]) -> tuple[WrongView, ...]:
    """What was got wrong, the most frequent first; rules that would be told in the same words are told together."""
    told: dict[_Words, list[tuple[str, Sequence[RuleTally]]]] = defaultdict(list)
    for rule, votes in _by_rule(tallies):
        told[_words([one for one in votes if one.times])].append((rule, votes))
    views = [
        WrongView(
            rules=tuple(sorted(rule for rule, _ in alike)),
            **words._asdict(),
            times=sum(one.times for _, votes in alike for one in votes),
            of=sum(one.of for _, votes in alike for one in votes),
        )
        for words, alike in told.items()
    ]
    return tuple(sorted(views, key=lambda one: (-one.times, one.of, one.title, one.rules)))


def _by_rule(tallies: Iterable[RuleTally]) -> Iterator[tuple[str, Sequence[RuleTally]]]:
    """The rules in which mistakes were made, with all votes on what they decide."""
    found: dict[str, list[RuleTally]] = defaultdict(list)
    for one in tallies:
        found[one.rule].append(one)
    return ((rule, votes) for rule, votes in found.items() if any(one.times for one in votes))


def _words(wrong: Sequence[RuleTally]) -> _Words:
    """What a rule is about, in all that was got wrong; of several paragraphs the one behind most mistakes."""
    behind: Counter[tuple[str, str]] = Counter()
    for one in wrong:
        behind[one.paragraph, one.section] += one.times
    [((paragraph, section), _)] = behind.most_common(1)
    return _Words(
        title=wrong[0].title,
        called_for=_alternatives({one.called_for for one in wrong}),
        paragraph=paragraph,
        section=section,
    )


def _alternatives(called_for: Iterable[tuple[str, ...]]) -> str:
    """All that was called for in one decision or another, so that no two sets of it read alike."""
    every = [_joined([f"“{label}”" for label in labels], "and") for labels in sorted(called_for) if labels]
    return "; or ".join(every) if any(" and " in one for one in every) else _joined(every, "or")


def _joined(words: Sequence[str], word: str) -> str:
    *before, last = words or [""]
    return f"{', '.join(before)} {word} {last}" if before else last
