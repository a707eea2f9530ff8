"""How a class voted on a question: a bar for each option and vote, told apart without colour."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from math import floor
from typing import TYPE_CHECKING

from textual.content import Content

from simulator.errors.text import clean
from simulator.tui.classroom.folding import NARROWEST, Block, below, folded, hanging, hung
from simulator.tui.classroom.verdict import SILENT
from simulator.tui.option_keys import option_keys
from simulator.tui.safety import shown
from simulator.tui.telling.bars import percent
from simulator.tui.telling.pieces import HEADING, MUTED
from simulator.tui.telling.rule import AS_MARKED
from simulator.tui.telling.signs import SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from simulator.classroom.poll_view import PollView, RoundView, SubjectVerdictView, VerdictView
    from simulator.session.debrief_view import RulingView
    from simulator.session.view import OptionView
    from simulator.tui.classroom.folding import Lines

TOO_FEW = "No votes are shown, because fewer than five have voted."
NO_VOTE = "Nobody has voted on this question yet."
OWN = "◆ yours"
NOBODY = "nobody: "
FILLS = "█▒▓"
"""What the bars of the first vote are made of, those of the second, and those of the third; then again."""
BESIDE = 60
"""Cells from which on the bars stand beside the options, and not below them."""
LONGEST = 100
"""Cells beyond which a longer bar says no more."""
MOST_AT_NOTHING = 8
"""Options nobody voted for, beyond which they are told in one line."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """Cells of each column; `label` is 0 where the bars stand below the options."""

    width: int
    label: int
    vote: int
    bar: int
    count: int
    percent: int

    @property
    def indent(self) -> int:
        return self.label + 2


@dataclass(frozen=True, slots=True)
class _Subject:
    """A subject, what the guidance says of it, and what the learner chose; all of it where it is to be shown."""

    subject: str
    label: str
    verdict: SubjectVerdictView | None
    chosen: Sequence[str]

    @property
    def silent(self) -> bool:
        return self.verdict is not None and self.verdict.silence is not None

    def verdict_on(self, option: str) -> RulingView | None:
        """What it says of an option, where it gives an answer."""
        rulings = self.verdict.options if self.verdict is not None and not self.silent else ()
        return next((ruling for ruling in rulings if ruling.option == option), None)


@dataclass(frozen=True, slots=True)
class _Row:
    """An option: what stands beside it, and how often it was voted for in each vote."""

    label: Content
    signs: tuple[Content, ...]
    tally: tuple[tuple[RoundView, int], ...]

    @property
    def wanted(self) -> bool:
        """Whether there is anything to be told of it."""
        return bool(self.signs) or any(count for _, count in self.tally)

    @property
    def whole(self) -> Content:
        """The label and the signs in a line."""
        return Content("  ").join([self.label, *self.signs])

    def named(self, width: int) -> Lines:
        """The same in lines; no sign is parted from its words."""
        if self.whole.cell_length <= width:
            return [self.whole]
        return [*hanging(self.label, width), *(each for sign in self.signs for each in hanging(sign, width))]


def votes_told(
    poll: PollView,
    width: int,
    *,
    key: VerdictView | None = None,
    own: Mapping[str, tuple[str, ...]] | None = None,
) -> Content:
    """The votes on every subject in lines of at most `width` cells, 24 at least.

    With `key` a sign stands at what is called for and at what is within discretion; with `own`, the options that a
    learner chose by subject, one at each of them.
    """
    blocks = vote_blocks(poll, width, key=key, own=own)
    return below([voted_told(poll, width), *(block.lines() for block in blocks)])


def voted_told(poll: PollView, width: int) -> Lines:
    """How many have voted, which also says what the bars of each vote are made of."""
    width = max(width, NARROWEST)
    if not any(each.subjects for each in poll.rounds):
        return folded(shown(TOO_FEW if poll.rounds else NO_VOTE, MUTED), width)
    if len(poll.rounds) == 1:
        [only] = poll.rounds
        return folded(shown(f"{only.voted} {'has' if only.voted == 1 else 'have'} voted."), width)
    told = [
        (
            shown(f"{_fill(each)} {ordinal(each.number)} vote: ", "bold"),
            shown(f"{each.voted} voted" if each.subjects else TOO_FEW),
        )
        for each in poll.rounds
    ]
    whole = Content("   ").join([head + text for head, text in told])
    if whole.cell_length <= width:
        return [whole]
    return [line for head, text in told for line in hung(head, text, width)]


def vote_blocks(
    poll: PollView,
    width: int,
    *,
    key: VerdictView | None = None,
    own: Mapping[str, tuple[str, ...]] | None = None,
) -> list[Block]:
    """The votes on each subject, a group of lines for each option; none where nothing is shown of them."""
    rounds = [each for each in poll.rounds if each.subjects]
    rulings = {each.subject: each for each in key.subjects} if key else {}
    told = [
        _Subject(subject, clean(label), rulings.get(subject), (own or {}).get(subject, ()))
        for subject, label in _subjects(rounds).items()
    ]
    rows = [list(_rows(poll.options, each, rounds)) for each in told]
    columns = _columns([row for each in rows for row in each], max(width, NARROWEST))
    return [_block(*each, columns) for each in zip(told, rows, strict=True)]


def _subjects(rounds: Iterable[RoundView]) -> dict[str, str]:
    return {votes.subject: votes.label for each in rounds for votes in each.subjects}


def _rows(options: Sequence[OptionView], about: _Subject, rounds: Sequence[RoundView]) -> Iterator[_Row]:
    votes = [(each, one.counts) for each in rounds for one in each.subjects if one.subject == about.subject]
    keys = option_keys([each.label for each in options])
    for at, (option, key) in enumerate(zip(options, keys, strict=True)):
        signs = (*_verdict(about.verdict_on(option.option)), *_own(option.option in about.chosen))
        label = shown(f"{key} ", MUTED) + shown(clean(option.label), "bold" if signs else "")
        yield _Row(
            label, signs, tuple((each, counts[at] if at < len(counts) else 0) for each, counts in votes)
        )


def _verdict(ruling: RulingView | None) -> Iterator[Content]:
    if ruling is not None and ruling.verdict in {"expected", "acceptable"}:
        sign = SIGNS[AS_MARKED[ruling.verdict]]
        yield shown(f"{sign.symbol} {clean(ruling.verdict_label)}", f"bold ${sign.colour}")


def _own(chosen: bool) -> Iterator[Content]:
    if chosen:
        yield shown(OWN, "bold $accent")


def _columns(rows: Sequence[_Row], width: int) -> _Columns:
    """As much for the bars as the labels leave."""
    tallies = [(each, count) for row in rows for each, count in row.tally]
    several = len({each.number for each, _ in tallies}) > 1
    vote = max(len(ordinal(each.number)) for each, _ in tallies) + 1 if several else 0
    count = max((len(str(count)) for _, count in tallies), default=1)
    share = max((len(percent(_share(each, count))) for each, count in tallies), default=2)
    longest = max((row.whole.cell_length for row in rows), default=0)
    label = min(longest, width * 9 // 20) if width >= BESIDE else 0
    bar = width - (label + 2) - vote - count - share - 3
    return _Columns(width, label, vote, max(min(bar, LONGEST), 1), count, share)


def _block(about: _Subject, rows: Sequence[_Row], columns: _Columns) -> Block:
    heading = shown(about.label, HEADING)
    if about.silent:
        sign = SIGNS["silent"]
        heading = heading + shown(f"  {sign.symbol} {SILENT}", f"${sign.colour}")
    nothing = [row for row in rows if not row.wanted]
    if len(nothing) <= MOST_AT_NOTHING:
        return Block(folded(heading, columns.width), [list(_row(row, columns)) for row in rows])
    groups = [list(_row(row, columns)) for row in rows if row.wanted]
    labels = Content("; ").join([row.label for row in nothing]).stylize(MUTED)
    return Block(folded(heading, columns.width), [*groups, hung(shown(NOBODY, MUTED), labels, columns.width)])


def _row(row: _Row, columns: _Columns) -> Iterator[Content]:
    bars = [_bar(each, count, columns) for each, count in row.tally]
    if not columns.label:
        yield from row.named(columns.width)
        yield from (bar.pad_left(columns.indent) for bar in bars)
        return
    for label, bar in zip_longest(row.named(columns.label), bars, fillvalue=Content("")):
        yield label.pad_right(columns.indent - label.cell_length) + bar if bar else label


def _bar(each: RoundView, count: int, columns: _Columns) -> Content:
    """A vote: which, the bar, how many and how much of all."""
    share = _share(each, count)
    filled = floor(share * columns.bar + 0.5)
    if 0 < share < 1:
        filled = min(max(filled, 1), max(columns.bar - 1, 1))
    vote = ordinal(each.number).ljust(columns.vote) if columns.vote else ""
    numbers = f" {count:>{columns.count}}  {percent(share):>{columns.percent}}"
    parts = [
        shown(vote, MUTED),
        shown(_fill(each) * filled, "$primary"),
        Content(" " * (columns.bar - filled)),
        shown(numbers, "bold" if count else MUTED),
    ]
    return Content("").join(parts)


def _share(each: RoundView, count: int) -> float:
    return min(count / each.voted, 1.0) if each.voted else 0.0


def _fill(each: RoundView) -> str:
    return FILLS[(each.number - 1) % len(FILLS)]


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd …"""
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
