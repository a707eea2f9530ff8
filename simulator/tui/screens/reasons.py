"""Reasons for one decision: in own words, the paragraphs relied on, and how sure one is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from simulator.errors.text import clean
from simulator.session.commands import LONGEST_RATIONALE, SURENESS
from simulator.tui.frame import framed, is_framed, own_words
from simulator.tui.keyed.buttons import Button
from simulator.tui.keyed.inputs import Input
from simulator.tui.keyed.lists import OptionList
from simulator.tui.keyed.screens import ModalScreen
from simulator.tui.keyed.scrolling import VerticalScroll
from simulator.tui.keyed.texts import TextArea
from simulator.tui.layout import BREAKPOINTS
from simulator.tui.safety import shown
from simulator.tui.searching import holds, sought
from simulator.tui.telling.asked import SURE
from simulator.tui.telling.own_words import NO_NAMES, REASONS_KEPT, WIPED, too_long
from simulator.tui.widgets.footer import Footer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.events import Key

    from simulator.session.texts_view import ParagraphView
    from simulator.session.view import FrameView
    from simulator.tui.grid import Cell

HOW_SURE = "How sure are you? Space chooses."
RELIED_ON = "Relied on: "
NONE_FOUND = "No paragraph holds all these words."
FRAMED_ALREADY = "The frame stands in your text already."
HINT = "Tab goes on, Space ticks, Ctrl+S keeps, Esc goes back."
DRAFT = "As you left it, not kept yet. Ctrl+S keeps, Esc goes back."


@dataclass(frozen=True, slots=True)
class Reasons:
    """What a learner says about one decision; `kept` where it is to be saved."""

    rationale: str
    cites: tuple[str, ...]
    sureness: int | None
    kept: bool


def reasons_of(cell: Cell) -> Reasons:
    """What is saved of them."""
    return Reasons(cell.subject.rationale, cell.subject.cites, cell.subject.sureness, kept=False)


class Ticks(OptionList):
    """Options that Space and Enter tick."""

    SIGNED_WITHOUT_FOCUS = False
    HELP: ClassVar[str] = "Up and Down move; Space or Enter chooses what the cursor is on, or takes it back."

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,enter", "select", "Tick", id="reasons.tick", tooltip="Choose this, or take it back"),
    ]


class Seek(Input):
    """A line in which paragraphs are sought; from it Down goes to those found."""

    HELP: ClassVar[str] = "Type words or a number to find a paragraph. Enter or Down goes to those found."

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "submit", "To the list", id="reasons.down", tooltip="Go to the paragraphs found"),
    ]

    def on_key(self, event: Key) -> None:
        """Who ticks before anything is sought wants the list."""
        if event.key == "space" and not self.value:
            event.prevent_default()
            self.app.call_later(self.action_submit)


class ReasonsScreen(ModalScreen[Reasons | None]):
    """Answers with the reasons as they are then; None where nothing is to change.

    `draft` is what was typed before and not kept.
    """

    CSS_PATH = "reasons.tcss"
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", "Keep", id="reasons.keep", tooltip="Keep these reasons", priority=True),
        Binding(
            "ctrl+t", "frame", "Frame", id="reasons.frame", tooltip="Write in the headings", priority=True
        ),
        Binding(
            "escape", "back", "Back", id="reasons.back", tooltip="Go back; nothing is saved", priority=True
        ),
    ]
    HELP: ClassVar[str] = (
        "Say in your own words why you decide so. Name the paragraphs you rely on: type to search them, "
        "Space ticks the one under the cursor. Say how sure you are. All of it is optional. "
        "Tab goes from one part to the next, Ctrl+T writes headings into your text where the guidance has some, "
        "Ctrl+S keeps, Escape goes back; what you typed is then there again until you leave the case."
    )

    def __init__(
        self,
        cell: Cell,
        paragraphs: Sequence[ParagraphView],
        frame: FrameView | None = None,
        draft: Reasons | None = None,
        *,
        in_class: bool = False,
    ) -> None:
        super().__init__()
        self._cell = cell
        self._becomes = REASONS_KEPT if in_class else WIPED
        self._paragraphs = paragraphs
        self._listed = list(paragraphs)
        self._frame = frame
        self._hint = DRAFT if draft else HINT
        self._begun = draft or reasons_of(cell)
        self._cites = set(self._begun.cites)
        self._sureness = self._begun.sureness

    def compose(self) -> ComposeResult:
        """Own words and sureness on one side, the paragraphs on the other, and buttons."""
        title = f"Why: {self._cell.question.title} – {self._cell.subject.label}"
        with Vertical(id="dialog"):
            yield Static(shown(title, "bold $accent"), id="dialog-title")
            yield Static(f"{NO_NAMES} {self._becomes}", id="no-names", markup=False)
            with Container(id="parts"):
                yield from self._own()
                yield from self._relied_on()
            yield Static(self._hint, id="hint", markup=False)
            yield from self._buttons()
        yield Footer(compact=True)

    def _own(self) -> ComposeResult:
        with Vertical(id="own"):
            yield TextArea(self._begun.rationale, id="rationale", compact=True)
            yield Static(HOW_SURE, id="how-sure", markup=False)
            yield Ticks(*(Option(self._level(level)) for level in SURENESS), id="sureness", compact=True)

    def _relied_on(self) -> ComposeResult:
        with Vertical(id="named"):
            yield Static(self._named(), id="named-line")
            yield Seek(id="seek", compact=True, placeholder="type words or a number: which do you rely on?")
            yield Ticks(
                *(Option(self._paragraph(one)) for one in self._paragraphs), id="relied-on", compact=True
            )
            with VerticalScroll(id="paragraph"):
                yield Static(_whole(self._paragraphs[0]) if self._paragraphs else "", id="paragraph-text")

    def _buttons(self) -> ComposeResult:
        with Horizontal(id="buttons"):
            yield Button("Keep", id="keep", variant="primary", compact=True)
            if self._frame is not None:
                yield Button(shown(f"{self._frame.title} (Ctrl+T)"), id="frame", compact=True)
            yield Button("Back", id="back", compact=True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """There is no frame to write in where the guidance has none."""
        return action != "frame" or self._frame is not None

    def on_mount(self) -> None:
        """Go on where the text ends."""
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)

    def on_descendant_focus(self) -> None:
        """The part that has the focus has the room."""
        self.set_class(self.query_one(TextArea).has_focus, "-writing")

    def _level(self, level: int) -> Content:
        chosen = level == self._sureness
        return shown(
            f"({'•' if chosen else ' '}) {SURE[SURENESS.index(level)]}", "bold $accent" if chosen else ""
        )

    def _named(self) -> Content:
        named = [one.paragraph for one in self._paragraphs if one.paragraph in self._cites]
        count = shown(f"{len(self._listed)} of {len(self._paragraphs)} listed. ", "$text-muted")
        said = shown(", ".join(named), "bold $accent") if named else shown("none yet")
        return Content("").join([count, shown(RELIED_ON), said])

    def _paragraph(self, paragraph: ParagraphView) -> Content:
        """One line; the paragraph itself is below the list, while the cursor is on it."""
        ticked = paragraph.paragraph in self._cites
        style = "bold $accent" if ticked else "bold"
        head = shown(f"[{'x' if ticked else ' '}] {paragraph.paragraph}  ", style)
        return head.append(shown(clean(paragraph.text)))

    def on_input_changed(self, event: Input.Changed) -> None:
        """List the paragraphs that hold all that is typed."""
        event.stop()
        words = [sought(word) for word in event.value.split()]
        self._listed = [one for one in self._paragraphs if _holds(one, words)]
        listed = self.query_one("#relied-on", Ticks)
        listed.clear_options()
        listed.add_options(Option(self._paragraph(one)) for one in self._listed)
        self.query_one("#named-line", Static).update(self._named())
        if self._listed:
            listed.highlighted = 0
        else:
            self.query_one("#paragraph-text", Static).update(NONE_FOUND)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to what was found."""
        event.stop()
        if self._listed:
            self.query_one("#relied-on", Ticks).focus()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the paragraph under the cursor whole."""
        event.stop()
        if event.option_list.id == "relied-on" and event.option_index < len(self._listed):
            self.query_one("#paragraph-text", Static).update(_whole(self._listed[event.option_index]))
            self.query_one("#paragraph").scroll_home(animate=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Tick a paragraph or untick it, or say how sure."""
        event.stop()
        options, number = event.option_list, event.option_index
        if options.id == "sureness":
            self._sureness = SURENESS[number]
            for index, level in enumerate(SURENESS):
                options.replace_option_prompt_at_index(index, self._level(level))
        else:
            paragraph = self._listed[number]
            self._cites ^= {paragraph.paragraph}
            options.replace_option_prompt_at_index(number, self._paragraph(paragraph))
            self.query_one("#named-line", Static).update(self._named())

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """The buttons do what the keys do."""
        event.stop()
        match event.button.id:
            case "keep":
                self.action_keep()
            case "frame":
                self.action_frame()
            case _:
                self.action_back()

    def action_frame(self) -> None:
        """Write the headings into the text, those that it has not yet."""
        area = self.query_one(TextArea)
        area.focus()
        if self._frame is None:
            return
        if is_framed(area.text, self._frame):
            self._say(FRAMED_ALREADY)
            return
        area.text = framed(area.text, self._frame)
        area.move_cursor((1, 0))

    def _say(self, sentence: str) -> None:
        self.query_one("#hint", Static).update(shown(sentence, "bold $error"))

    def action_keep(self) -> None:
        """Keep what is there."""
        text = own_words(self.query_one(TextArea).text, self._frame)
        if len(text) > LONGEST_RATIONALE:
            self._say(too_long(len(text), LONGEST_RATIONALE))
            return
        self.dismiss(self._given(text, kept=True))

    @property
    def typed(self) -> Reasons:
        """What is there, and not kept."""
        return self._given(self.query_one(TextArea).text, kept=False)

    def action_back(self) -> None:
        """Save nothing."""
        self.dismiss(self.typed)

    def _given(self, text: str, *, kept: bool) -> Reasons:
        cites = tuple(one.paragraph for one in self._paragraphs if one.paragraph in self._cites)
        return Reasons(text, cites, self._sureness, kept)


def _holds(paragraph: ParagraphView, words: Sequence[str]) -> bool:
    text = f"{paragraph.paragraph} {paragraph.section} {paragraph.text}"
    return all(holds(text, word) for word in words)


def _whole(paragraph: ParagraphView) -> Content:
    head = shown(f"{paragraph.paragraph}. {paragraph.section}.", "bold")
    notes = [shown(f"Note, {note}", "italic $text-muted") for note in paragraph.notes]
    return Content("\n").join([head, shown(paragraph.text), *notes])
