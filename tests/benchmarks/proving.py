"""The proof of the bundled rules beside going through the same points one by one, and through facts."""

from __future__ import annotations

from dataclasses import dataclass
from time import process_time
from typing import TYPE_CHECKING, Any

from simulator.guidance.rule_reading import dominators
from simulator.model.conditions import All, Always, AnyOf, Condition, Not
from simulator.model.document import document_of
from simulator.rules.certificate import prove
from simulator.rules.exactness import prove_question
from simulator.rules.inlining import inlined
from simulator.rules.space import Space
from tests.benchmarks.points import bundled_engine

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from simulator.guidance.guidance import Guidance
    from simulator.model.questions import Question
    from simulator.rules.engine import Engine

FACTS_TRIED = 300
SECONDS_OF_A_YEAR = 365.25 * 24 * 3600


@dataclass(frozen=True)
class Proof:
    """What one round measured, in seconds of processor time.

    `exactness` is the proof that one rule decides at each of the points, `one_by_one` the same by deciding each
    by itself, `certificate` all that `simulator prove` shows, `as_facts` what it would take to read facts for
    each point and decide them. `facts` are those that it would take to enumerate a question, `years` how long.
    """

    points: int
    exactness: float
    one_by_one: float
    certificate: float
    as_facts: float
    question: str
    facts: int
    years: float


def prove_round() -> Proof:
    """Proves the bundled rules, enumerates the same points, and measures how fast facts are gone through."""
    engine = bundled_engine()
    guidance = engine.guidance
    started = process_time()
    found = [prove_question(guidance, engine.compiled, each) for each in guidance.questions.values()]
    proved = process_time()
    counts = [_one_by_one(engine, each) for each in guidance.questions.values()]
    enumerated = process_time()
    certificate = prove(guidance)
    certified = process_time()
    assert counts == [each.points for each in found]
    assert certificate.holds
    largest = max(certificate.questions, key=lambda each: each.enumerated)
    pace = _seconds_of_facts(engine, largest.question, list(certificate.witnesses.values()))
    return Proof(
        points=sum(counts),
        exactness=proved - started,
        one_by_one=enumerated - proved,
        certificate=certified - enumerated,
        as_facts=sum(counts) * pace,
        question=largest.question,
        facts=largest.enumerated,
        years=largest.enumerated * pace / SECONDS_OF_A_YEAR,
    )


def _one_by_one(engine: Engine, question: Question) -> int:
    """Decides every point of a question's space by itself; how many there are.

    Raises AssertionError at a point where not exactly one rule decides.
    """
    guidance = engine.guidance
    space = Space(guidance, engine.compiled, question)
    asked, winners = _compiled(guidance, question, space)
    count = 0
    for region in space.regions():
        fixed = tuple(region.truths[each] for each in space.predicates.fixed)
        for mask in region.masks:
            if asked(fixed, mask):
                count += 1
                assert winners(fixed, mask) == 1, (question.question, region, mask)
    return count


def _compiled(
    guidance: Guidance, question: Question, space: Space
) -> tuple[Callable[[tuple[bool, ...], int], bool], Callable[[tuple[bool, ...], int], int]]:
    """Of a point, the truths of its region and its mask: whether it is asked about, and how many rules win."""
    leaves = {each: f"fixed[{number}]" for number, each in enumerate(space.predicates.fixed)}
    leaves |= {each: f"mask >> {bit} & 1" for bit, each in enumerate(space.predicates.statements)}
    rules = {rule.rule: rule for rule in guidance.rules_of(question.question)}
    texts = {
        name: _text(inlined(guidance.world, rule.when), leaves)
        for name, rule in rules.items()
        if rule.when is not None
    }
    places = {name: f"applies[{place}]" for place, name in enumerate(texts)}
    wins = [
        " and ".join([places[name], *(f"not {places[over]}" for over in dominators(guidance.rules, name))])
        for name in texts
    ]
    rest = ["not any(applies)"] if len(texts) < len(rules) else []
    applies = "".join(f"bool{text}, " for text in texts.values())
    asked = _text(inlined(guidance.world, question.asked_when or Always()), leaves)
    made: dict[str, Any] = {}
    exec(
        f"def asked(fixed, mask):\n    return {asked}\n"
        f"def winners(fixed, mask):\n    applies = ({applies})\n"
        f"    return {' + '.join(f'({each})' for each in (*wins, *rest))}\n",
        made,
    )
    return made["asked"], made["winners"]


def _text(condition: Condition, leaves: Mapping[Condition, str]) -> str:
    """A condition in terms of the parts of a point, in brackets."""
    match condition:
        case Always():
            return "(True)"
        case All(parts):
            return f"({' and '.join(_text(part, leaves) for part in parts)})"
        case AnyOf(parts):
            return f"({' or '.join(_text(part, leaves) for part in parts)})"
        case Not(part):
            return f"(not {_text(part, leaves)})"
        case _:
            return f"({leaves[condition]})"


def _seconds_of_facts(engine: Engine, question: str, witnesses: Sequence[Any]) -> float:
    """Seconds that it takes to read some facts and decide a question of them, for one set of facts."""
    given = [document_of(witnesses[number % len(witnesses)]) for number in range(FACTS_TRIED)]
    started = process_time()
    for document in given:
        facts = engine.read_facts(document)
        for subject in engine.subjects(question, facts):
            engine.decide(question, subject, facts)
    return (process_time() - started) / FACTS_TRIED
