"""The votes of a class and what the guidance says, in each way that they can be laid out, the roomiest first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.content import Content

from simulator.tui.classroom.folding import Block
from simulator.tui.classroom.projector.table import vote_tables
from simulator.tui.classroom.verdict import paragraph_blocks, verdict_block
from simulator.tui.classroom.votes import vote_blocks

if TYPE_CHECKING:
    from simulator.classroom.poll_view import PollView, SubjectVerdictView, VerdictView


def vote_ways(poll: PollView, measure: int) -> list[list[Block]]:
    """The votes with bars for each subject, and as tables; one way without blocks where nothing is shown of them."""
    return [vote_blocks(poll, measure), *([table] for table in vote_tables(poll, measure))]


def told_ways(
    poll: PollView | None, verdict: VerdictView | None, measure: int, readable: int
) -> list[list[Block]]:
    """The same with the verdict below the votes on each subject, or below all; its texts have `readable` cells."""
    if verdict is None:
        return vote_ways(poll, measure) if poll is not None else [[]]
    paragraphs = paragraph_blocks(verdict, readable)
    alike = [verdict_block(each, readable) for each in _alike(verdict)]
    bars = vote_blocks(poll, measure, key=verdict) if poll is not None else []
    if poll is None or not bars:
        return [[*alike, *paragraphs]]
    apart = [*_each_below_its_votes(poll, bars, verdict, readable), *paragraphs]
    tables = vote_tables(poll, measure, key=verdict)
    return [apart, *([table, *alike, *paragraphs] for table in tables)]


def _each_below_its_votes(
    poll: PollView, bars: list[Block], verdict: VerdictView, readable: int
) -> list[Block]:
    subjects = dict.fromkeys(votes.subject for each in poll.rounds for votes in each.subjects)
    voted = dict(zip(subjects, bars, strict=True))
    told = {each.subject: verdict_block(each, readable) for each in verdict.subjects}
    return [_below(voted[subject], block) if subject in voted else block for subject, block in told.items()]


def _below(votes: Block, verdict: Block) -> Block:
    first, *others = verdict.groups
    return Block(votes.heading, [*votes.groups, [Content(""), *first], *others])


def _alike(verdict: VerdictView) -> list[SubjectVerdictView]:
    """What it says, with the subjects together of which it says the same."""
    found: dict[object, list[SubjectVerdictView]] = {}
    for each in verdict.subjects:
        found.setdefault((each.options, each.silence, each.citations), []).append(each)
    return [replace(same[0], label="; ".join(each.label for each in same)) for same in found.values()]
