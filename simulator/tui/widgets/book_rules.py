"""The rules that rest on a paragraph: a list, and the one under the cursor whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Static
from textual.widgets.option_list import Option

from simulator.tui.keyed.lists import OptionList
from simulator.tui.keyed.scrolling import VerticalScroll
from simulator.tui.safety import shown
from simulator.tui.telling.rule import rule_told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.content import Content

    from simulator.session.book_view import RuleView

NONE = "No rule rests on this."
HOW = "Enter: cases in which this rule decides. Tab: to its text."


class BookRules(Vertical):
    """Tells for which rule cases are wanted."""

    HELP: ClassVar[str] = (
        "The rules that rest on the paragraph, each with the question that it decides. Up and Down move from rule to "
        "rule, Tab goes to the text of the rule, Enter shows the cases in which it decides."
    )

    @dataclass
    class Chosen(Message):
        """The cases in which `rule` decides are wanted."""

        rule: RuleView

    def __init__(self) -> None:
        super().__init__(id="rules")
        self._rules: Sequence[RuleView] = ()
        self._paragraph = ""

    def compose(self) -> ComposeResult:
        """The list above the rule."""
        yield OptionList(id="rule-list", markup=False, compact=True)
        yield Static(HOW, id="rules-said", markup=False)
        with VerticalScroll(id="rule"):
            yield Static(id="rule-told")

    def show(self, rules: Sequence[RuleView], paragraph: str) -> None:
        """List `rules`, with what rests on `paragraph` emphasised in each."""
        self._rules, self._paragraph = rules, paragraph
        listed = self.query_one("#rule-list", OptionList)
        listed.clear_options()
        listed.add_options(Option(_line(rule)) for rule in rules)
        listed.display = bool(rules)
        self.query_one("#rules-said", Static).update(HOW if rules else NONE)
        self.query_one("#rule-told", Static).update("")
        listed.highlighted = 0 if rules else None

    def take_focus(self) -> None:
        """The list has it."""
        self.query_one("#rule-list" if self._rules else "#rule").focus()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell the rule under the cursor."""
        event.stop()
        if event.option_index < len(self._rules):
            told = rule_told(self._rules[event.option_index], self._paragraph)
            self.query_one("#rule-told", Static).update(told)
            self.query_one("#rule").scroll_home(animate=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Ask for the cases in which it decides."""
        event.stop()
        self.post_message(self.Chosen(self._rules[event.option_index]))


def _line(rule: RuleView) -> Content:
    silent = " ○ silent" if rule.silence is not None else ""
    return shown(rule.question, "bold").append(shown(f"  {rule.rule}{silent}"))
