"""What screens want of the app that more than one of them can want."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from textual.message import Message

if TYPE_CHECKING:
    from simulator.session.practising import Stage
    from simulator.session.record_view import RecordView


@dataclass
class GuidanceWanted(Message):
    """The learner wants to read the guidance, at `paragraph` if one is named."""

    paragraph: str | None = None


@dataclass
class SaveWanted(Message):
    """The learner wants the debrief that is open saved at `path`, which ends in .html or .md.

    `own_words` says whether their reasons and notes are to stand in it, `make_folder` whether a folder that is not
    there is to be made.
    """

    path: str
    own_words: bool
    make_folder: bool = False


@dataclass
class CaseWanted(Message):
    """The learner wants a case made: the next that is due, one for a rule, or the next of a drill or of a test."""

    sort: Literal["due", "rule", "drill", "test"]
    rule: str = ""
    stage: Stage | None = None
    minutes: int = 0


@dataclass
class DueWanted(Message):
    """The learner wants to see what is due."""


@dataclass
class RecordWanted(Message):
    """The learner wants to see their record."""


@dataclass
class RecordSaveWanted(Message):
    """The learner wants `record` saved in `folder`."""

    record: RecordView
    folder: str
