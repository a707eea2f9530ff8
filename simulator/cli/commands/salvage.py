"""`simulator salvage`: what can be read of a damaged store, in a new one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from simulator.cli.output import print_json, print_lines
from simulator.errors.faults import UsageFault

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from simulator.cli.parser import Asked

WHOLE, NOT_WHOLE = 0, 1


def run(asked: Asked) -> int:
    """Salvage it; 1 where something that was there could not be brought back, or may have been."""
    from simulator.store.place import SERVERS
    from simulator.store.salvaging import salvage

    if asked.store.startswith(SERVERS):
        raise UsageFault(
            "A store on a server is not salvaged here; have its database put back from a backup."
        )
    path = Path(asked.store)
    if not path.is_file():
        raise UsageFault(f"{path} is no file; name the file of a store.")
    into = None if asked.into is None else Path(asked.into)
    found = salvage(path, into, unproven=asked.unproven).as_data()
    if asked.format == "json":
        print_json(found)
    else:
        print_lines(_told(found))
    return WHOLE if found["whole"] else NOT_WHOLE


def _told(found: Mapping[str, Any]) -> Iterator[str]:
    for learner in found["learners"]:
        yield from _learner(learner)
    for session in found["sessions"]:
        yield from _session(session)
    for class_ in found["classes"]:
        left = f"; left out {_numbers(class_['left_out'])}" if class_["left_out"] else ""
        yield f"Class {class_['class']}: events {_numbers(class_['events'])}{_sources(class_)}{left}."
    for one in found["unproven"]:
        yield f"Session {one['session']}: events {_numbers(one['events'])} can be read, but nothing proves them."
    if found["unproven"] or any(each["left_out"] for each in found["classes"]):
        yield "What nothing proves may be damaged in a letter; --unproven brings it back as it can be read."
    for name in found["backups"]["unreadable"]:
        yield f"The backup {name} could not be read."
    yield "Everything came back." if found["whole"] else "Not everything came back, or it cannot be known."
    yield f"The new store is {found['into']}; {found['store']} is as it was."
    yield f"To go on with it, set SIMULATOR_STORE to {found['into']}, or put it in the place of the damaged file."


def _learner(learner: Mapping[str, Any]) -> Iterator[str]:
    name = learner["pseudonym"] or f"an erased learner ({learner['learner'][:8]})"
    yield (
        f"Record of {name}: {learner['chain_kept']} places as they were, {learner['chained_anew']} chained anew."
    )
    if learner["entries_lost"]:
        yield f"  Entries of its journal that are lost: {_numbers(learner['entries_lost'])}."
    if learner["lost_places"]:
        yield f"  {learner['lost_places']} places more are lost, and what stood there is not known."
    if not learner["end_known"]:
        yield "  How long it was cannot be known: what came after the last place is lost, if there was anything."


def _session(session: Mapping[str, Any]) -> Iterator[str]:
    back = _numbers(session["events"]) or "none"
    yield f"Session {session['session']}: events {back}{_sources(session)}."
    if session["lost"]:
        yield f"  Lost: {_numbers(session['lost'])}."
    if session["set_aside"]:
        yield f"  Left in the damaged file, for they go on from what is lost: {_numbers(session['set_aside'])}."
    if session["words_lost"]:
        yield f"  The words of these are lost: {', '.join(map(str, session['words_lost']))}."


def _sources(found: Mapping[str, Any]) -> str:
    told = [f"{count} from {name}" for name, count in found["from_backups"].items()]
    return f" ({', '.join(told)})" if told else ""


def _numbers(ranges: Sequence[Sequence[int]]) -> str:
    return ", ".join(str(first) if first == last else f"{first} to {last}" for first, last in ranges)
