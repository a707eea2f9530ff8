"""What was answered to whom: the same message of the same person is done once, however often it is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from simulator.hub.connections import Connection

REMEMBERED: Final = 256
"""Answers of each person."""


class Ledger:
    """Numbers of messages, the answers to them, and the lines that wait for one."""

    def __init__(self) -> None:
        self._waiting: dict[tuple[str, int], list[Connection]] = {}
        self._answered: dict[str, dict[int, bytes]] = {}

    def is_new(self, line: Connection, person: str, number: int) -> bool:
        """Whether a message is to be done; if not, its line gets the answer that was given, or will be."""
        answer = self._answered.get(person, {}).get(number)
        if answer is not None:
            line.answer(answer)
            return False
        waiting = self._waiting.get((person, number))
        if waiting is None:
            self._waiting[person, number] = [line]
        elif line not in waiting:
            waiting.append(line)
        return waiting is None

    def answer(self, person: str, number: int, answer: bytes, *, remember: bool = True) -> None:
        """Answer all that wait; what is not remembered is done again when it is sent again."""
        if remember:
            answers = self._answered.setdefault(person, {})
            answers[number] = answer
            if len(answers) > REMEMBERED:
                del answers[next(iter(answers))]
        for line in self._waiting.pop((person, number), ()):
            line.answer(answer)
