"""What screens want of the app that more than one of them can want."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message


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
