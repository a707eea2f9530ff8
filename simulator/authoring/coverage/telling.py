"""What cases cover, in lines of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.authoring.coverage.exercised import can_be_cited, can_be_expected
from simulator.rules.facts_words import facts_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from simulator.authoring.coverage.adequacy import Missing
    from simulator.authoring.coverage.coverage import Coverage, MissingPair
    from simulator.authoring.coverage.keeping import Made

MOST_TOLD = 10


def coverage_lines(coverage: Coverage, *, everything: bool = False) -> Iterator[str]:
    """The lines; of what is missing a few, or everything."""
    most = None if everything else MOST_TOLD
    for pack in coverage.packs:
        yield f"{pack.pack} {pack.version}: {pack.written} written, {pack.generated} generated"
    yield ""
    yield from _rules(coverage, most)
    yield from _paragraphs(coverage)
    yield from _options(coverage)
    yield from _pairs(coverage, most)
    yield from _mutants(coverage, most)


def _rules(coverage: Coverage, most: int | None) -> Iterator[str]:
    missing = coverage.missing_rules
    yield _share(
        "Rules that win", len(coverage.exercised.rules) - len(missing), len(coverage.exercised.rules)
    )
    for name, facts in list(missing.items())[:most]:
        yield f"  {name} wins in no case{_reachable(facts)}"
        yield from _example(coverage, facts)
    yield from _rest(len(missing), most)


def _paragraphs(coverage: Coverage) -> Iterator[str]:
    guidance = coverage.known.engine.guidance
    cited = [name for name in coverage.exercised.paragraphs if can_be_cited(guidance, name)]
    missing = [name for name in coverage.exercised.missing_paragraphs if name in cited]
    yield _share("Paragraphs cited where a rule wins", len(cited) - len(missing), len(cited))
    if missing:
        yield f"  cited in no case: {', '.join(missing)}"
    background = len(coverage.exercised.paragraphs) - len(cited)
    yield f"  cited by no rule at all: {background}"


def _options(coverage: Coverage) -> Iterator[str]:
    guidance = coverage.known.engine.guidance
    expected = [option for option in coverage.exercised.options if can_be_expected(guidance, option)]
    missing = [option for option in coverage.exercised.missing_options if option in expected]
    yield _share("Options expected of somebody", len(expected) - len(missing), len(expected))
    yield from (f"  {question}={option} is expected of nobody" for question, option in missing)
    never = len(coverage.exercised.options) - len(expected)
    yield f"  expected by no rule at all: {never}"


def _pairs(coverage: Coverage, most: int | None) -> Iterator[str]:
    possible = [each for each in coverage.missing_pairs if each.facts is not None]
    met = sum(map(bool, coverage.pairs_met))
    yield _share("Pairs of facts that meet", met, met + len(possible))
    yield from (f"  {_pair(each)}" for each in possible[:most])
    yield from _rest(len(possible), most)
    never = len(coverage.missing_pairs) - len(possible)
    yield f"  for which no facts were found: {never}"


def _pair(missed: MissingPair) -> str:
    one, other, way = missed.pair
    told = [f"{each.of}.{each.field}: {each.value}" for each in (one, other)]
    return f"{' with '.join(told)} ({way})"


def _mutants(coverage: Coverage, most: int | None) -> Iterator[str]:
    found = coverage.adequacy
    yield _share(
        "Adequacy: faults in the rules that are detected", len(found.detected), _detectable(coverage)
    )
    yield (
        f"  left out of {len(found.mutants):,}: {len(found.of('refused')):,} that no reader of rules takes, "
        f"{len(found.of('alike')):,} that change no answer, {len(found.of('open')):,} of which nothing is shown"
    )
    for operator, (detectable, detected) in found.by_operator().items():
        if detected < detectable:
            yield f"  {operator}: {detected:,} of {detectable:,}"
    for aim in coverage.aims:
        yield ""
        yield from _aim(coverage, aim, most)
    told = sum(len(aim.mutants) for aim in coverage.aims)
    if len(found.undetected) > told:
        yield ""
        yield f"{len(found.undetected) - told:,} more are detected by no case; --all tells them."


def _detectable(coverage: Coverage) -> int:
    return len(coverage.adequacy.of("detectable"))


def _aim(coverage: Coverage, aim: Missing, most: int | None) -> Iterator[str]:
    yield f"A case with these facts would detect {len(aim.mutants)} more:"
    yield from _example(coverage, aim.facts)
    for number in aim.mutants[:most]:
        mutant = coverage.adequacy.mutants[number]
        yield f"  {mutant.operator}: {mutant.place}"
    yield from _rest(len(aim.mutants), most)


def _example(coverage: Coverage, facts: Made) -> Iterator[str]:
    if facts is not None:
        guidance = coverage.known.engine.guidance
        yield from (f"    {line}" for line in facts_lines(guidance.world, facts, guidance.change_words))


def _reachable(facts: Made) -> str:
    return (
        ", but would with these facts:" if facts is not None else ", and no facts were found at which it does"
    )


def _share(what: str, number: int, of: int) -> str:
    percent = f" ({_percent(number, of)})" if of else ""
    return f"{what}: {number:,} of {of:,}{percent}"


def _percent(number: int, of: int) -> str:
    """Rounded down: 100 % is all."""
    return f"{1000 * number // of / 10} %"


def _rest(number: int, most: int | None) -> Sequence[str]:
    return [f"  and {number - most:,} more; --all tells them"] if most is not None and number > most else []
