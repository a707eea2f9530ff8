"""`simulator progress`: what is due today, and what the record shows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from simulator.cli.output import print_json, print_lines, tell, wrapped
from simulator.cli.records import learner_of, store_there
from simulator.cli.training import training_of
from simulator.cli.workshop import Workshop
from simulator.errors.faults import UsageFault
from simulator.errors.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.cli.parser import Asked
    from simulator.session.practising import Practising

NOT_PLANNED = "nothing is scheduled here, so there is no record to show."
NO_FOLDER = "--folder goes with --format html or --format csv."
NO_CORRECTION = "--reason goes with --leave-out or --count-again."
NO_REASON = "a correction needs a reason; say why with --reason."


def run(asked: Asked) -> int:
    """Correct the record where that was asked for, and show it; nothing is begun. Raises UsageFault, InputFault."""
    _check(asked)
    _check_learner()
    training = training_of(Workshop(strangers=asked.plugins, guidance=asked.guidance))
    if training.practice is None:
        raise UsageFault(NOT_PLANNED)
    _correct(asked, training.practice)
    _show(asked, training.practice)
    return 0


def _check(asked: Asked) -> None:
    """Refuse words that do not go together, before anything is read or changed."""
    corrects = asked.leave_out is not None or asked.count_again is not None
    if corrects and not (asked.reason or "").strip():
        raise UsageFault(NO_REASON)
    if asked.reason is not None and not corrects:
        raise UsageFault(NO_CORRECTION)
    if asked.folder is not None and asked.format not in ("html", "csv"):
        raise UsageFault(NO_FOLDER)


def _check_learner() -> None:
    """Refuse a learner who is named and has no record: one is made by a case, not by looking."""
    from simulator.store.place import learner_named

    if learner_named() is not None:
        with store_there() as store:
            learner_of(store, None)


def _correct(asked: Asked, practice: Practising) -> None:
    """What was done is told beside the output, which may be for a program."""
    if asked.leave_out is not None:
        practice.leave_out(asked.leave_out, asked.reason)
        tell(f"Left out: {clean(asked.leave_out)} counts in no figure any more.")
    elif asked.count_again is not None:
        practice.count_again(asked.count_again, asked.reason)
        tell(f"{clean(asked.count_again)} counts again.")
    elif asked.rebuild:
        practice.rebuild()
        tell("Every figure was worked out anew.")


def _show(asked: Asked, practice: Practising) -> None:
    if asked.format == "json":
        from simulator.report.of_learner.progress import progress_data

        print_json(progress_data(practice.today(asked.minutes), practice.record()))
    elif asked.format == "text":
        print_lines(_told(practice, asked.minutes))
    else:
        print_lines(str(path) for path in _saved(asked, practice))


def _told(practice: Practising, minutes: int) -> Iterator[str]:
    from simulator.plain.record import record_of
    from simulator.plain.today import today_of

    for line in today_of(practice.today(minutes)):
        yield from wrapped(line)
    for line in record_of(practice.record()):
        yield from wrapped(line)


def _saved(asked: Asked, practice: Practising) -> tuple[Path, ...]:
    from simulator.report.of_learner.saving import save_page, save_tables

    folder = Path(asked.folder or ".")
    if asked.format == "html":
        return (save_page(practice.record(), folder),)
    return save_tables(practice.record(), folder)
