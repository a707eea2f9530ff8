"""The key to a case: what its blocks state and carry, what that amounts to, and what is called for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from simulator.authoring.preview.view import Passage
from simulator.authoring.preview.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from simulator.model.questions import Question
    from simulator.rules.decisions import Decision
    from simulator.rules.engine import Engine

Block = Mapping[str, Any]
Piece = Mapping[str, Any]

STATES, CARRIES = "States", "Carries"
DECIDES_NOTHING = "States nothing and carries nothing."
AS_EXPECTED = "as the author expects"


class Key:
    """What an author is told of one case; `expects` is what they think is called for, as they wrote it."""

    def __init__(self, engine: Engine, case: Mapping[str, Any], expects: Mapping[str, Any]) -> None:
        self._engine = engine
        self._expects = expects
        self._pieces: Mapping[str, Piece] = {piece["id"]: piece for piece in case["evidence"]}
        self._words = Wording(engine.guidance, case.get("names", {}))

    def of_block(self, block: Block, facts: Mapping[str, Any]) -> Iterator[Passage]:
        """What a block states, at the facts of its phase, and which evidence it carries."""
        states = block.get("states", ())
        for line in self._words.facts(facts, states):
            yield Passage("text", line, STATES)
        for name in block.get("evidence", ()):
            piece = self._pieces[name]
            about = f"{self._words.piece(piece)}; on {self._words.matter(piece['bears_on'])} ({name})"
            yield Passage("text", about, CARRIES)
        if not states and not block.get("evidence"):
            yield Passage("note", DECIDES_NOTHING)

    def of_evidence(self, told: Iterable[str], new: Iterable[str]) -> Iterator[Passage]:
        """The grade that all pieces `told` carry, and why: for each matter on which one of the `new` ones bears."""
        matters: dict[str, list[Piece]] = {}
        for name in told:
            piece = self._pieces[name]
            matters.setdefault(self._words.matter(piece["bears_on"]), []).append(piece)
        newly = {self._words.matter(self._pieces[name]["bears_on"]) for name in new}
        for matter, pieces in matters.items():
            if matter in newly and self._engine.guidance.evidence is not None:
                yield self._of_matter(matter, pieces)

    def _of_matter(self, matter: str, pieces: Sequence[Piece]) -> Passage:
        grade = self._words.grade(self._engine.grade(pieces))
        amounts = "; ".join(self._engine.reasons(pieces)) or "nothing speaks for it"
        names = ", ".join(str(piece["id"]) for piece in pieces)
        return Passage("text", f"{grade}: {amounts} [{names}]", matter[:1].upper() + matter[1:])

    def of_question(self, phase: str, question: Question, decisions: Iterable[Decision]) -> Iterator[Passage]:
        """What is called for of a question, by which rule and which paragraphs; subjects that go alike together."""
        yield Passage("label", f"{question.title} ({question.question})")
        expected = self._expects.get(phase, {}).get(question.question, {})
        told: dict[tuple[str, str], list[str]] = {}
        for decision in decisions:
            about = self._words.subject(question, decision.subject)
            thought = self._expected(question, decision, expected.get(decision.subject))
            told.setdefault((self._called_for(question, decision), thought), []).append(about)
        for (called_for, thought), subjects in told.items():
            yield Passage("text", called_for, ", ".join(subjects))
            if thought:
                yield Passage("note", thought)

    def _called_for(self, question: Question, decision: Decision) -> str:
        if decision.silence is not None:
            return f"the guidance is silent: {decision.silence} – {decision.rule}"
        called_for, open_too = decision.with_verdict("expected"), decision.with_verdict("acceptable")
        told = [self._labels(question, called_for) or "nothing"] if called_for or not open_too else []
        told += [f"within discretion: {self._labels(question, open_too)}"] if open_too else []
        cited = (
            paragraph
            for option in (*called_for, *open_too)
            for paragraph in decision.options[option].citations
        )
        return f"{'; '.join(told)} – {', '.join([decision.rule, *dict.fromkeys(cited)])}"

    def _expected(self, question: Question, decision: Decision, expected: Any) -> str:
        """What the author expects, if they say so."""
        options = [expected] if isinstance(expected, str) else expected or []
        if not options:
            return ""
        if set(options) == set(decision.with_verdict("expected")):
            return AS_EXPECTED
        return f"the author expects: {self._labels(question, options)}"

    def _labels(self, question: Question, options: Iterable[str]) -> str:
        return "; ".join(self._words.option(question, option) for option in options)
