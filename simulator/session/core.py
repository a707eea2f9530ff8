"""The pure core of a session: commands in, events out, and a view of what they add up to.

No input or output, no clock, no chance: the same events always give the same view.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from simulator.errors.text import clean_block
from simulator.session import commands, laws
from simulator.session.events import FORMAT, Event, Kind
from simulator.session.fold import folded
from simulator.session.judged import judged_at_end
from simulator.session.plan import plan_of
from simulator.session.showing import told_of, view_of
from simulator.session.state import Annotation, Key, State

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from simulator.session.debrief_view import DebriefView, ExplanationView, NearMissView
    from simulator.session.guide import Guide
    from simulator.session.view import View

Told: TypeAlias = tuple[tuple[str, ...], bool]
"""The phases of which something may be told, and whether the session is finished."""

Happening: TypeAlias = "tuple[Kind, Mapping[str, Any]]"
"""The kind of an event and its data."""


class Session:
    """A session under a guidance, empty or folded from events; itself it never changes."""

    def __init__(self, guide: Guide, state: State | None = None) -> None:
        self.guide = guide
        self.state = state
        self._told: tuple[Told, DebriefView] | None = None

    def after(self, events: Iterable[Event]) -> Session:
        """The session after `events` as well; raises InputFault at the first that cannot have happened."""
        state = self.state
        for event in events:
            state = folded(self.guide, state, event)
        after = Session(self.guide, state)
        after._told = self._told
        return after

    def apply(self, command: commands.Command) -> list[Event]:
        """What `command` makes happen, as payloads without `session` and `at`; this session stays as it is.

        Empty where the command changes nothing. Raises UsageFault, or InputFault for a case, with a
        sentence where it is refused.
        """
        length = self.state.length if self.state else 0
        return [
            {"format": FORMAT, "seq": seq, "kind": kind, "data": data}
            for seq, (kind, data) in enumerate(self._happening(command), start=length + 1)
        ]

    def view(self) -> View:
        """What a face may show; raises UsageFault before the case has begun."""
        return view_of(self.guide, self._begun, self._may_tell())

    def _may_tell(self) -> DebriefView | None:
        """What may be told; of confirmed phases it stays the same, and is made once."""
        state = self._begun
        phases = laws.told(state)
        if not phases:
            return None
        told = (phases, state.finished)
        if self._told is None or self._told[0] != told:
            self._told = (told, told_of(self.guide, state, phases))
        return self._told[1]

    def explanation(self, phase: str, question: str, subject: str) -> ExplanationView:
        """A decision explained further.

        Raises UsageFault before it may be told of (in practice once its phase is confirmed, in assessment once the
        session is finished), and where nothing such was decided.
        """
        chosen = laws.decided(self._begun, phase, question, subject)
        return self.guide.explain(self._begun.case, phase, question, subject, chosen)

    def near_misses(self, rule: str) -> Sequence[NearMissView]:
        """A few near misses of a rule; raises UsageFault before anything may be told of, or for no rule."""
        laws.told_something(self._begun)
        try:
            return self.guide.near_misses(rule)
        except KeyError:
            raise laws.refused(f"There is no rule {rule!r}.") from None

    @property
    def _begun(self) -> State:
        if self.state is None:
            raise laws.refused("There is no case yet; begin with one.")
        return self.state

    def _happening(self, command: commands.Command) -> list[Happening]:
        match command:
            case commands.Begin(case, mode, purpose):
                return self._begin(case, laws.mode_of(mode), purpose)
            case commands.Confirm():
                return self._confirm()
            case commands.Turn(step):
                return self._turn(laws.turning(self._begun, step))
            case commands.Undo():
                return [("undone", {"seq": laws.undoable(self._begun).seq})]
            case commands.Redo():
                return [("redone", {"seq": laws.redoable(self._begun).seq})]
            case commands.Leave():
                return [] if self._begun.left or self._ended else [("left", {})]
            case commands.Skip():
                return [] if self._ended else [("skipped", {})]
            case commands.Resume():
                return [] if self._begun.finished else [("resumed", {})]
            case commands.Annotate():
                return self._annotate(command)
            case _:
                return self._saying(laws.key_of(self._begun, command.question, command.subject), command)

    @property
    def _ended(self) -> bool:
        return self._begun.finished or self._begun.skipped

    def _annotate(self, command: commands.Annotate) -> list[Happening]:
        stretch, end = laws.stretch_of(self._begun, command.passage, command.start, command.end)
        note = laws.note_of(clean_block(command.note).strip())
        annotation = Annotation(end, command.highlighted, note)
        nothing = Annotation(end, highlighted=False, note="")
        if self._begun.said.annotations.get(stretch, nothing) == annotation:
            return []
        passage, start = stretch
        said = {"passage": passage, "start": start, "end": end}
        return [("annotated", {**said, "highlighted": command.highlighted, "note": note})]

    def _saying(self, key: Key, command: commands.Saying) -> list[Happening]:
        """What it changes to say something about `key`: nothing where it has been said already."""
        said = self._begun.given(*key)
        match command:
            case commands.Answer(chosen=chosen):
                return _answering(key, said.chosen, laws.chosen_of(self.guide.asked(key[1]), chosen))
            case commands.Rationale(text=text):
                text = laws.rationale_of(clean_block(text).strip())
                return [] if text == said.rationale else [_said("rationale_given", key, text=text)]
            case commands.Sureness(level=level):
                level = laws.sureness_of(level)
                return [] if level == said.sureness else [_said("sureness_given", key, level=level)]
            case commands.Cite(paragraphs=paragraphs):
                cites = laws.cites_of(self.guide, paragraphs)
                return [] if cites == said.cites else [_said("citations_given", key, paragraphs=list(cites))]

    def _begin(
        self, case: Mapping[str, Any], mode: commands.Mode, purpose: Mapping[str, Any] | None
    ) -> list[Happening]:
        if self.state is not None:
            raise laws.refused("The case has begun already.")
        self.guide.check(case)
        begun = {
            "case": case,
            "guidance": self.guide.name,
            "rules_sha256": self.guide.rules_sha256,
            "mode": mode,
        }
        if purpose is not None:
            begun["purpose"] = purpose
        return [("case_begun", begun), *self._opening(State(case, plan_of(case, self.guide, mode), 0), 0)]

    def _turn(self, step: int) -> list[Happening]:
        state = self._begun
        ends = step == len(state.plan.steps)
        if step == state.steps and not ends:
            return []
        phases = [phase.phase for phase in state.plan.phases]
        last = len(phases) - 1 if ends else phases.index(state.plan.steps[step].phase)
        unseen = [position for position in range(last + 1) if phases[position] not in state.seen]
        seen = [_seeing(state, position) for position in unseen]
        turned: Happening = ("turned", {"step": step})
        return [*seen, turned, *(self._opening(state, len(phases)) if ends else ())]

    def _confirm(self) -> list[Happening]:
        laws.confirmable(self._begun)
        step = laws.complete(self._begun, self.guide)
        confirmed: list[Happening] = [("step_confirmed", {"phase": step.phase, "step": step.step})]
        if step.number < step.count:
            return confirmed
        position = [phase.phase for phase in self._begun.plan.phases].index(step.phase)
        return [
            *confirmed,
            ("phase_confirmed", {"phase": step.phase}),
            *self._opening(self._begun, position + 1),
        ]

    def _opening(self, state: State, position: int) -> list[Happening]:
        """What happens when phase number `position` opens; phases that ask nothing are passed through."""
        opened = [_seeing(state, position)]
        if position == len(state.plan.phases):
            return [*opened, ("finished", judged_at_end(self.guide, state))]
        phase = state.plan.phases[position]
        if phase.steps:
            return opened
        return [*opened, ("phase_confirmed", {"phase": phase.phase}), *self._opening(state, position + 1)]


def _said(kind: Kind, key: Key, **data: Any) -> Happening:
    phase, question, subject = key
    return kind, {"phase": phase, "question": question, "subject": subject, **data}


def _answering(key: Key, before: tuple[str, ...], chosen: tuple[str, ...]) -> list[Happening]:
    if chosen == before:
        return []
    if not before:
        return [_said("answer_given", key, chosen=list(chosen))]
    return [_said("answer_changed", key, chosen=list(chosen), before=list(before))]


def _seeing(state: State, position: int) -> Happening:
    """The blocks that come to light with phase number `position`, or with the end of the case."""
    blocks = [
        block._asdict() for block in state.plan.opening(position, lambda *key: state.given(*key).chosen)
    ]
    ends = position == len(state.plan.phases)
    return "evidence_seen", {"phase": None if ends else state.plan.phases[position].phase, "blocks": blocks}
