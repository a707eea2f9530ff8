"""`simulator host`: a class, and the facilitator's console."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.errors.faults import UsageFault
from simulator.errors.text import clean

if TYPE_CHECKING:
    from simulator.cli.hosting.keeper import HubKeeper
    from simulator.cli.parser import Asked

NO_TERMINAL = "the facilitator's console needs a terminal."
ALL_ADDRESSES = "0.0.0.0"
OPENING = "The class is being opened…"
OVER = "The class is over; `simulator class report latest` makes its report again."
KEPT = "The class is kept; `simulator host` goes on with it."


def run(asked: Asked) -> int:
    """Start the hub, show the console, and end the hub with it."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageFault(NO_TERMINAL)
    if asked.reports and not Path(asked.reports).expanduser().is_dir():
        raise UsageFault(
            f"there is no folder {clean(asked.reports)}; make it, or name another with --reports."
        )
    from simulator.classroom.codes import new_token
    from simulator.cli.hosting.keeper import HubKeeper
    from simulator.cli.hosting.wanted import Wanted

    print(OPENING, flush=True)
    facilitator = new_token()
    wanted = Wanted(
        facilitator=facilitator,
        address=ALL_ADDRESSES if asked.lan else "127.0.0.1",
        port=asked.port,
        public=asked.public or "",
        strangers=asked.plugins,
        guidance=asked.guidance,
        pack=asked.pack,
        new=asked.new,
        reports=str(Path(asked.reports).expanduser().absolute()) if asked.reports else "",
    )
    keeper = HubKeeper(wanted)
    with ExitStack() as until_the_end:
        until_the_end.callback(keeper.close)
        if asked.simulate:
            from simulator.cli.hosting.simulated import Simulated

            until_the_end.callback(Simulated(keeper.ready, facilitator, asked.simulate).close)
        return _console(keeper, facilitator)


def _console(keeper: HubKeeper, facilitator: str) -> int:
    from simulator.classroom.messages import FORMAT, Bye, Hello
    from simulator.line.web import WebLine
    from simulator.tui.classroom.console.app import ConsoleApp

    line = WebLine(f"127.0.0.1:{keeper.ready.port}", Hello(FORMAT, token=facilitator))
    app = ConsoleApp(line)
    keeper.when_it_fails(lambda why: app.post_message(app.Heard(Bye(why, final=True))))
    app.run()
    is_over = app.known is not None and app.known.console.room.stage == "over"
    print(OVER if is_over else KEPT)
    return app.return_code or 0
