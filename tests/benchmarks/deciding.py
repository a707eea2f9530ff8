"""One decision by each of the peers beside the same decision by the chain of `if`, on the same facts.

Each peer runs in a process of its own (`python -m tests.benchmarks.deciding PEER QUESTION POINTS`). There its
answers are first compared with the chain's at every point. Then each round goes through the points in small
groups, and each group through the chain, the peer and the chain again. A round gives the time of the peer
divided by the mean of the two times of the chain.

Time is processor time, so that what else the machine does counts as little as it can. What the peers are given
is made before: the facts in memory for the engine and the chain, a flat mapping of truths for zen-engine.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING, Any, NamedTuple

from simulator.rules.tracing import Tracer
from tests.benchmarks.chains import CHAINS, verdicts
from tests.benchmarks.points import bundled_engine, read_points

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from simulator.rules.decisions import Decision, Ruled
    from simulator.rules.engine import Engine

GROUP = 64
CHAIN_REPEATS = 16


class Peer(NamedTuple):
    """How a peer decides: what is called, its input at each point, and the verdicts in what it gives."""

    call: Callable[..., Any]
    given: Sequence[tuple[Any, ...]]
    verdicts: Callable[[Any], Mapping[str, str]]
    repeats: int = CHAIN_REPEATS


def _ruled(ruled: Ruled) -> Mapping[str, str]:
    return {option: ruling.verdict for option, ruling in ruled.options.items()}


def decided(engine: Engine, question: str, points: Sequence[Any]) -> Peer:
    """The engine, called as one that decides often calls it."""
    return Peer(engine.decider(question), [(case, this) for case, this, _, _ in points], _ruled)


def traced(engine: Engine, question: str, points: Sequence[Any]) -> Peer:
    """The engine with the whole trace: of every rule whether it applies, of every predicate whether it holds.

    All of it is worked out at every call and nothing is kept between calls. What is not included is the making
    of sentences, which `told` adds.
    """
    given = [(case, this) for case, this, _, _ in points]
    return Peer(engine.tracer(question), given, lambda traced: _ruled(traced[0]))


def named(engine: Engine, question: str, points: Sequence[Any]) -> Peer:
    """The engine asked by the names of a question and a subject, which it looks up and checks."""
    given = [(question, name, facts) for _, _, facts, name in points]
    return Peer(engine.decide, given, lambda decision: _ruled(decision.ruled), 4)


def told(engine: Engine, question: str, points: Sequence[Any]) -> Peer:
    """The engine with the whole trace in sentences, as `assess --why` prints it."""

    def tell(facts: Any, name: str) -> tuple[Decision | None, Any]:
        decision = engine.decide(question, name, facts)
        return decision, Tracer(engine, facts).trace(decision) if decision is not None else None

    given = [(facts, name) for _, _, facts, name in points]
    return Peer(tell, given, lambda made: _ruled(made[0].ruled), 1)


def zen(engine: Engine, question: str, points: Sequence[Any], *, trace: bool = False) -> Peer:
    """zen-engine, in the fastest way found."""
    from tests.benchmarks.jdm import caller, truths

    given = [(truths(question, case, this),) for case, this, _, _ in points]
    return Peer(caller(question, trace=trace), given, lambda letters: verdicts(question, letters), 1)


def zen_traced(engine: Engine, question: str, points: Sequence[Any]) -> Peer:
    """zen-engine with its trace."""
    return zen(engine, question, points, trace=True)


def zen_expression(engine: Engine, question: str, points: Sequence[Any]) -> Peer:
    """A compiled expression of zen-engine's language alone: no engine, no decision model, no trace."""
    from tests.benchmarks.jdm import expression_caller, truths

    given = [(truths(question, case, this),) for case, this, _, _ in points]
    return Peer(expression_caller(question), given, lambda letters: verdicts(question, letters), 2)


PEERS: Mapping[str, Callable[[Engine, str, Sequence[Any]], Peer]] = {
    "decided": decided,
    "traced": traced,
    "named": named,
    "told": told,
    "zen": zen,
    "zen-traced": zen_traced,
    "zen-expression": zen_expression,
}


def ratios(peer: str, question: str, points: Path, rounds: int) -> list[float]:
    """The ratio of each round, from a fresh process."""
    command = [sys.executable, "-m", "tests.benchmarks.deciding", peer, question, str(points), str(rounds)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: list[float] = json.loads(done.stdout)
    return found


def _compare(peer: Peer, question: str, points: Sequence[Any]) -> None:
    """Raises AssertionError where the peer and the chain do not agree."""
    chain = CHAINS[question]
    for (case, this, facts, name), given in zip(points, peer.given, strict=True):
        answer = peer.verdicts(peer.call(*given))
        if answer != chain(case, this):
            raise AssertionError(f"{question} of {name} at {facts.data}: {answer}, not {chain(case, this)}")


def _round(peer: Peer, question: str, pairs: Sequence[tuple[Any, Any]]) -> float:
    chain, beside, own = CHAINS[question], 0.0, 0.0
    for start in range(0, len(pairs), GROUP):
        asked, given = pairs[start : start + GROUP], peer.given[start : start + GROUP]
        beside += _time(chain, asked, CHAIN_REPEATS)
        own += _time(peer.call, given, peer.repeats)
        beside += _time(chain, asked, CHAIN_REPEATS)
    return 2 * own / beside


def _time(call: Callable[..., Any], inputs: Sequence[tuple[Any, ...]], repeats: int) -> float:
    """Seconds for going through the inputs once."""
    started = process_time()
    for _ in range(repeats):
        for given in inputs:
            call(*given)
    return (process_time() - started) / repeats


def main() -> None:
    """Prints the ratios of one peer as a JSON list."""
    name, question, path, rounds = sys.argv[1:]
    engine = bundled_engine()
    points = read_points(engine, question, Path(path))
    peer = PEERS[name](engine, question, points)
    _compare(peer, question, points)
    pairs = [(case, this) for case, this, _, _ in points]
    _round(peer, question, pairs)
    print(json.dumps([_round(peer, question, pairs) for _ in range(int(rounds))]))


if __name__ == "__main__":
    main()
