"""`simulator generate`: cases, one JSON object a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.cases.seeds import whole_number
from simulator.cases.wanted.wants import Wanted, groups_of
from simulator.cli.output import print_json, tell
from simulator.cli.workshop import Workshop
from simulator.errors.faults import UsageFault
from simulator.packs.cache import keep_table, kept_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from simulator.cases.generating import Generator
    from simulator.cli.parser import Asked
    from simulator.guidance.guidance import Guidance


def run(asked: Asked) -> int:
    """Prints as many cases as were asked for, from the seed on, or those that cover a pack."""
    workshop = Workshop(strangers=asked.plugins, guidance=asked.guidance, pack=asked.pack)
    generator = workshop.generator()
    wanted = _wanted(asked, generator.guidance)
    if asked.cover:
        if wanted:
            raise UsageFault("--cover asks for everything at once; leave out what else is asked for.")
        for case in _cover(generator):
            print_json(case)
        return 0
    for case in generator.cases(asked.seed, asked.count, wanted):
        print_json(case)
    return 0


def _wanted(asked: Asked, guidance: Guidance) -> Wanted:
    expects = [_pair(each) for each in asked.expects or ()]
    counts: list[tuple[str, int]] = []
    for name, value in _further(asked.further or ()):
        if name in guidance.questions:
            expects.append((name, value))
        elif name in groups_of(guidance):
            counts.append((name, _number(name, value)))
        else:
            raise UsageFault(_unrecognized([f"--{name}", value]))
    return Wanted(
        tuple(asked.focus or ()), tuple(expects), tuple(asked.mistake or ()), tuple(counts), asked.difficulty
    )


def _further(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs of a name and a value in words like `--NAME VALUE` or `--NAME=VALUE`."""
    waiting = list(words)
    while waiting:
        name, equals, value = waiting.pop(0).partition("=")
        if not name.startswith("--") or (not equals and not waiting):
            raise UsageFault(_unrecognized(words))
        yield name.removeprefix("--"), value if equals else waiting.pop(0)


def _unrecognized(words: Sequence[str]) -> str:
    return f"unrecognized arguments: {' '.join(words)}; see `simulator generate --help`."


def _pair(text: str) -> tuple[str, str]:
    question, equals, option = text.partition("=")
    if not equals:
        raise UsageFault(f"--expects '{text}' names no option; write QUESTION=OPTION.")
    return question, option


def _number(group: str, text: str) -> int:
    number = whole_number(text)
    if number is None or number > 100:
        raise UsageFault(f"--{group} '{text}' is no whole number from 0 to 100.")
    return number


def _cover(generator: Generator) -> Iterator[dict[str, Any]]:
    """The cases of a cover, which is looked for once for the same pack, guidance and program."""
    from simulator.cases.wanted.covering import Cover, cover_of

    key = generator.key
    kept = kept_table("cover", key)
    cover = Cover.of_data(kept) if kept is not None else cover_of(generator)
    if kept is None:
        keep_table("cover", key, cover.as_data())
    for line in cover.told():
        tell(line)
    yield from cover.cases(generator)
