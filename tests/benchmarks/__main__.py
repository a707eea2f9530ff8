"""`make bench`: every promise about speed, both sides measured in one run, alternately.

Prints for each the median and the range over the rounds, and the promised bound; and without a bound what is
lost. Nothing fails here: times are read by people.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.assessing import assess_rounds
from tests.benchmarks.browsers import browse
from tests.benchmarks.classroom import classroom
from tests.benchmarks.deciding import ratios
from tests.benchmarks.due import due_rounds
from tests.benchmarks.flipping import flip_times
from tests.benchmarks.generating import generate_rounds
from tests.benchmarks.keying import key_rounds
from tests.benchmarks.linting import lint_rounds
from tests.benchmarks.listing import list_rounds
from tests.benchmarks.opening import open_rounds
from tests.benchmarks.painting import paint_rounds
from tests.benchmarks.points import bundled_engine, write_points
from tests.benchmarks.proving import prove_round
from tests.benchmarks.remembering import memory_rounds
from tests.benchmarks.saving import EVENTS, save_rounds, verify_rounds
from tests.benchmarks.schedule import schedule
from tests.benchmarks.starting import start_rounds
from tests.benchmarks.telling import tell, tell_least

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LOST = {
    "named": "asked by names, looked up and checked",
    "told": "the whole trace, in sentences",
    "zen": "zen-engine, its fastest way",
    "zen-traced": "zen-engine with its trace",
    "zen-expression": "zen-engine's expressions alone, without engine or trace",
}


def paint(scratch: Path) -> None:
    """First paints on a terminal."""
    first, home = paint_rounds(scratch, rounds=15)
    tell("first frame with title and content note / an empty Textual app's first paint", first, 1.25)
    tell("home screen with its packs / an empty Textual app's first paint", home, 1.75)


def assess(scratch: Path) -> None:
    """Many fact files."""
    measured = assess_rounds(scratch, rounds=5)
    tell("assess of 1,000 fact files / PyYAML's C loader reading them, process time", measured, 2.5)


def generate(scratch: Path) -> None:
    """Many cases."""
    measured = generate_rounds(scratch, rounds=7)
    tell("generating 1,000 cases / PyYAML's C loader reading them back, process time", measured, 1.0)


def lint(scratch: Path) -> None:
    """A large pack, linted."""
    measured = lint_rounds(scratch, rounds=3)
    tell("linting 1,000 cases / PyYAML's C loader reading the same files, process time", measured, 5)


def list_(scratch: Path) -> None:
    """A large pack, listed by the terminal UI."""
    first, later = list_rounds(scratch, few=10, many=1_000, rounds=9)
    tell("from start to the list of a pack of 1,000 cases / of 10, the first time", [first])
    tell("from start to the list of a pack of 1,000 cases / of 10, later", later, 1.2)


def keys(scratch: Path) -> None:
    """Keys in a case and in a list of many."""
    for name, (first, last) in key_rounds(scratch, rounds=9).items():
        tell(f"a key {name}, to the first of its effect / in an app of one list or table", first, 1.3)
        tell(f"a key {name}, to the last of its effect / in an app of one list or table", last)


def open_(scratch: Path) -> None:
    """The debrief of a case of five."""
    for name, large in (("", False), (", with 64 KiB of text and 500 notes", True)):
        more = open_rounds(scratch, rounds=7, large=large)
        tell(
            f"opening the debrief of a five-child case{name} - opening an empty screen", more, 100, unit=" ms"
        )


def memory(scratch: Path) -> None:
    """The memory of a session that is played."""
    for name, measured in memory_rounds(scratch, rounds=3).items():
        tell(f"most memory: {name} / an empty Textual app", measured, 2)


def decide(scratch: Path) -> None:
    """One decision, beside a chain of `if` written by hand, and zen-engine."""
    engine = bundled_engine()
    for question in ("outcome", "role", "response"):
        path = scratch / f"{question}.json"
        print(f"{question}: {write_points(engine, question, path):,} points, answers equal at each of them")
        chain = f"  {question}, {{}} / the chain of ifs".format
        decided = ratios("decided", question, path, rounds=15)
        traced = ratios("traced", question, path, rounds=15)
        lost = {name: ratios(name, question, path, rounds=7) for name in LOST}
        tell(chain("one decision"), decided, 1.3)
        tell(chain("one decision with the whole trace, each made anew"), traced, 8)
        for name, words in LOST.items():
            tell(chain(words), lost[name])
        ours, with_trace = statistics.median(decided), statistics.median(traced)
        tell_least(f"  {question}, zen-engine / one decision", [each / ours for each in lost["zen"]], 20)
        beside = [each / with_trace for each in lost["zen"]]
        tell_least(f"  {question}, zen-engine without a trace / one decision with the whole trace", beside, 1)


def start(scratch: Path) -> None:
    """What is paid once for fast decisions."""
    for name, measured in start_rounds(scratch, rounds=5).items():
        tell(f"start to the first decision, {name} / the chain of ifs", measured)


def prove(_: Path) -> None:
    """The proof of the bundled rules."""
    rounds = [prove_round() for _ in range(5)]
    last = rounds[-1]
    print(f"proof of {last.points:,} points, {statistics.median(each.certificate for each in rounds):.1f} s")
    as_facts = "deciding facts for every point once (measured on some of them, times the points)"
    tell(
        f"  certificate with witnesses / {as_facts}", [each.certificate / each.as_facts for each in rounds], 1
    )
    tell(
        f"  proof alone, that one rule decides each point / {as_facts}",
        [each.exactness / each.as_facts for each in rounds],
    )
    tell(
        "  proof alone / going through its points one by one",
        [each.exactness / each.one_by_one for each in rounds],
    )
    print(f"  enumerating all {last.facts:.1e} facts as large as the witnesses of {last.question}: ", end="")
    print(f"{last.years:.0e} years at the measured pace, and so not done")


def flip(_: Path) -> None:
    """Flips, the one promise that is a time."""
    times = flip_times(cases=60)
    tell("all smallest flips for every mistake of a five-child case", times, 50, unit=" ms")


def save(scratch: Path) -> None:
    """Answers, each on the disk before the next."""
    saved = save_rounds(scratch, rounds=9)
    name = "saving an answer / BEGIN IMMEDIATE and COMMIT of the bare row"
    tell(name, [ours / theirs for ours, theirs in saved], 2.5)


def verify(scratch: Path) -> None:
    """A long record."""
    verified = verify_rounds(scratch, rounds=9)
    name = f"verifying {EVENTS:,} events / hashing the same bytes in a plain loop"
    tell(name, [ours / theirs for ours, theirs in verified], 4)


def due(scratch: Path) -> None:
    """What is due for somebody who has practised for years."""
    measured = due_rounds(scratch, few=1_000, many=100_000, rounds=9)
    tell("what is due and a case made for it, 100,000 decisions / 1,000", measured, 1.5)


BENCHMARKS: Mapping[str, Callable[[Path], None]] = {
    each.__name__.rstrip("_"): each
    for each in (
        *(paint, keys, open_, memory, assess, generate, lint, list_, decide, start, prove, flip),
        *(save, verify, due, schedule),
        *(classroom, browse),
    )
}


def main() -> None:
    """Runs the benchmarks named on the command line, or all."""
    unknown = set(sys.argv[1:]) - set(BENCHMARKS)
    if unknown:
        sys.exit(f"there is no benchmark {', '.join(sorted(unknown))}; there are {', '.join(BENCHMARKS)}")
    for name in sys.argv[1:] or BENCHMARKS:
        with tempfile.TemporaryDirectory() as folder:
            BENCHMARKS[name](Path(folder))


if __name__ == "__main__":
    main()
