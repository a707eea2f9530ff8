"""The case's text as far as it has come to light, with what was decided on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from simulator.tui.safety import shown

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from simulator.session.view import BlockView, PhaseView, StepView, SubjectView, View

DECIDED = "What you decided"


class CaseFile(VerticalScroll):
    """A section for each phase; it scrolls to the start of a phase that has newly come to light."""

    def __init__(self) -> None:
        super().__init__(id="file")
        self._title = Static(id="file-title")
        self._sections: list[Static] = []
        self._texts: list[Content] = []
        self._unread = False

    def compose(self) -> ComposeResult:
        """The title; sections follow as they come to light."""
        yield self._title

    async def show(self, view: View) -> bool:
        """Show the text of `view`; whether a phase has come to light since the last time."""
        self._title.update(shown(view.title))
        texts = [_section(phase) for phase in view.phases if phase.narrative]
        opened = len(texts) > len(self._sections)
        for number, text in enumerate(texts):
            await self._set(number, text)
        self._unread = self._unread or (opened and len(texts) > 1)
        return opened

    def take_focus(self) -> None:
        """Take the focus, and go to what has newly come to light."""
        self.focus()
        self.call_after_refresh(self._to_unread)

    def on_resize(self) -> None:
        """A file that comes to the front is laid out now."""
        self.call_after_refresh(self._to_unread)

    def _to_unread(self) -> None:
        if self._unread and self._sections[-1].region.height:
            self.scroll_to_widget(self._sections[-1], top=True, animate=False)
            self._unread = False

    async def _set(self, number: int, text: Content) -> None:
        if number < len(self._sections):
            if self._texts[number] != text:
                self._sections[number].update(text)
                self._texts[number] = text
            return
        section = Static(text, classes="section")
        self._sections.append(section)
        self._texts.append(text)
        await self.mount(section)


def _section(phase: PhaseView) -> Content:
    parts = [shown(phase.title, "bold $primary"), *(_block(block) for block in phase.narrative)]
    parts.extend(_decided(step) for step in phase.committed)
    return Content("\n\n").join(parts)


def _block(block: BlockView) -> Content:
    if block.note is None:
        return shown(block.text)
    return Content("\n").join([shown(block.note, "italic $text-muted"), shown(block.text)])


def _decided(step: StepView) -> Content:
    lines = [shown(f"{DECIDED}: {step.title}", "bold $text-muted")]
    for question in step.questions:
        said = ". ".join(f"{subject.label}: {_chosen(subject)}" for subject in question.subjects)
        if len(question.subjects) == 1:
            said = _chosen(question.subjects[0])
        lines.append(shown(f"{question.title} – {said}", "$text-muted"))
    return Content("\n").join(lines)


def _chosen(subject: SubjectView) -> str:
    return "; ".join(subject.chosen_labels)
