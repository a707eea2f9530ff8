"""Whether a record that a plugin yields is one that the program can use."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from simulator.errors.text import clean
from simulator.plugins.alone import BrokenPluginError
from simulator.plugins.api import API_VERSION
from simulator.scoring.scorer import Scorer

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_RECORDS = 100
LONGEST_SUMMARY = 200

NAME = re.compile(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*")
LONGEST_NAME = 40


def is_name(name: object) -> bool:
    """Whether `name` is a text of small letters, digits, and single hyphens or underscores between them."""
    return isinstance(name, str) and len(name) <= LONGEST_NAME and NAME.fullmatch(name) is not None


def checked_scorers(answers: Iterable[Iterable[object]]) -> tuple[Scorer, ...]:
    """The scorers in what a hook answered. Raises BrokenPluginError at the first that is no good."""
    scorers: dict[str, Scorer] = {}
    for record in islice((record for answer in answers for record in answer), MOST_RECORDS + 1):
        if len(scorers) == MOST_RECORDS:
            raise BrokenPluginError(f"it yields more than {MOST_RECORDS} scorers")
        scorer = _checked(record)
        if scorers.setdefault(scorer.name, scorer) is not scorer:
            raise BrokenPluginError(f"it yields two scorers named {scorer.name}")
    return tuple(scorers.values())


def _is_summary(text: object) -> bool:
    return isinstance(text, str) and 0 < len(text.strip()) <= LONGEST_SUMMARY and clean(text) == text


def _checked(record: object) -> Scorer:
    if type(record) is not Scorer:
        raise BrokenPluginError(f"it yields something that is no scorer ({clean(type(record).__name__)})")
    if not is_name(record.name):
        raise BrokenPluginError("a scorer's name is not of small letters, digits, hyphens and underscores")
    if not _is_summary(record.summary):
        raise BrokenPluginError(f"the summary of the scorer {record.name} is not one line of plain text")
    if type(record.api_version) is not int or record.api_version != API_VERSION:
        raise BrokenPluginError(f"the scorer {record.name} is not of api_version {API_VERSION}")
    if not callable(record.score):
        raise BrokenPluginError(f"the scorer {record.name} cannot be called")
    return record
