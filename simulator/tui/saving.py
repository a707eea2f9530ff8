"""Saving the debrief that is open: where it could go, and what can be offered where it could not."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import date
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from platformdirs import user_documents_path

from simulator.errors.faults import UsageFault
from simulator.errors.text import clean
from simulator.report.faults import ReportFault
from simulator.report.naming import suggested_name
from simulator.report.saving import SUFFIXES, save_debrief
from simulator.tui.messages import NotSaved, Saved

if TYPE_CHECKING:
    from simulator.report.decisions import Explanations
    from simulator.session.debrief_view import ExplanationView
    from simulator.session.view import View
    from simulator.tui.wanting import SaveWanted


class Debriefed(Protocol):
    """A session that is finished."""

    @property
    def view(self) -> View:
        """What may be shown of it."""

    def explanation(self, phase: str, question: str, subject: str) -> ExplanationView:
        """A decision explained further; raises UsageFault."""


NOWHERE = "Write where the debrief is to be saved: a path that ends in .html or .md."


def proposed(view: View, moment: str) -> str:
    """A path in the person's documents, or in their home folder, at which there is nothing yet.

    `moment` is in ISO 8601.
    """
    return str(_free(folder_to_save_in() / suggested_name(view, date.fromisoformat(moment[:10]))))


def folder_to_save_in() -> Path:
    """The person's documents where they can be written in, else their home folder."""
    documents = user_documents_path()
    return documents if documents.is_dir() and os.access(documents, os.W_OK) else Path.home()


def _free(path: Path) -> Path:
    """`path`, or else the first like it with a number at which there is nothing."""
    numbered = (path.with_stem(f"{path.stem}-{number}") for number in count(2))
    return next(each for each in numbered if not _taken(each)) if _taken(path) else path


def _taken(path: Path) -> bool:
    return os.path.lexists(path)


def save(debriefed: Debriefed, wanted: SaveWanted) -> Saved | NotSaved:
    """Save the debrief of a finished session; where that cannot be, why, and what could be done."""
    if not wanted.path.strip():
        return NotSaved(NOWHERE)
    try:
        path = Path(wanted.path.strip()).expanduser().absolute()
        if path.suffix.lower() in SUFFIXES and not _taken(path.parent):
            if not wanted.make_folder:
                return NotSaved(clean(f"There is no folder {path.parent}."), folder=str(path.parent))
            path.parent.mkdir(parents=True)
        return Saved(str(save_debrief(debriefed.view, _explanations(debriefed), path, wanted.own_words)))
    except ReportFault as fault:
        return NotSaved(str(fault), path=_instead(path))
    except (OSError, RuntimeError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        return NotSaved(clean(f"{wanted.path} cannot be used ({reason}); choose another place."))


def _instead(path: Path) -> str | None:
    """Another path that could be meant."""
    if path.suffix.lower() not in SUFFIXES:
        return str(_free(path.with_name(f"{path.name}{SUFFIXES[0]}"))) if path.name else None
    return str(_free(path)) if _taken(path) else None


def _explanations(debriefed: Debriefed) -> Explanations:
    """What would have changed each decision, as far as it is found."""
    found = {}
    debrief = debriefed.view.debrief
    for phase in debrief.phases if debrief else ():
        for question in phase.questions:
            for decision in question.decisions:
                key = phase.phase, question.question, decision.subject
                with suppress(UsageFault):
                    found[key] = debriefed.explanation(*key)
    return found
