"""What the desk tells the app: each message is what came of one piece of work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.session.book_view import BookView
    from simulator.session.case_packs import CasePack, CaseRef
    from simulator.session.drafts import Draft
    from simulator.session.record_view import RecordView
    from simulator.session.today_view import TodayView
    from simulator.session.view import CareView, View
    from simulator.tui.looking import Found, Sought, Trouble


@dataclass
class Offered(Message):
    """What there is to go on with or to start; `said` tells what has just happened.

    `skipped`: whether a case can be taken back that was skipped. `debriefed`: whether there is a debrief to
    read again. `at`: the session that was just left. `practised`: whether it can be told what is due.
    """

    standing: str
    care: CareView
    packs: Sequence[CasePack]
    drafts: Sequence[Draft]
    troubles: Sequence[str]
    said: str
    skipped: bool
    debriefed: bool
    at: str | None = None
    practised: bool = False


@dataclass
class Begun(Message):
    """A session was begun or gone on with."""

    view: View
    session: str


@dataclass
class Recorded(Message):
    """A command was carried out and is kept; `view` is the session after it.

    `troubles` says of everything left out meanwhile why.
    """

    view: View
    troubles: Sequence[str]


@dataclass
class Looked(Message):
    """Something was looked up, or it is said why it could not be."""

    sought: Sought
    found: Found


@dataclass
class WordsKept(Message):
    """The learner's own words are kept with the case that is open."""


@dataclass
class Proposed(Message):
    """A path at which the debrief that is open could be saved."""

    path: str


@dataclass
class Saved(Message):
    """The debrief is saved."""

    path: str


@dataclass
class NotSaved(Message):
    """The debrief is not saved; `sentence` says why.

    `path` is another one that can be offered, and `folder` one that could be made.
    """

    sentence: str
    path: str | None = None
    folder: str | None = None


@dataclass
class BookRead(Message):
    """The guidance is there to be read, at `paragraph` if one was named."""

    book: BookView
    paragraph: str | None


@dataclass
class CasesFound(Message):
    """The cases of a paragraph or rule, or why they could not be found."""

    name: str
    cases: Sequence[CaseRef] | Trouble


@dataclass
class DueTold(Message):
    """What is due, or why that could not be worked out."""

    today: TodayView | Trouble


@dataclass
class RecordTold(Message):
    """What the record shows, or why it could not be read or corrected; `said` tells what was just done to it."""

    record: RecordView | Trouble
    said: str = ""


@dataclass
class RecordSaved(Message):
    """The record is saved: a page, and tables in a folder."""

    page: str
    tables: str


@dataclass
class RecordNotSaved(Message):
    """The record is not saved; `sentence` says why."""

    sentence: str


@dataclass
class NotKept(Message):
    """What the person prefers could not be kept; `sentence` says why."""

    sentence: str


@dataclass
class KeysChecked(Message):
    """The keys of the person's own were looked at; `troubles` says which of them two actions have."""

    troubles: Sequence[str]


@dataclass
class PreferencesKept(Message):
    """What the person prefers is kept."""


@dataclass
class Failed(Message):
    """A piece of work did not succeed; `sentence` says what, for a person."""

    sentence: str
