"""Children that are killed on their way through what is done to a store."""

from __future__ import annotations

import os
import signal
import time
from typing import TYPE_CHECKING

from sqlalchemy import Engine, event

if TYPE_CHECKING:
    from collections.abc import Callable


def killed_before(moment: int, do: Callable[[], object]) -> bool:
    """Whether a child that does `do` was killed, before its statement or commit number `moment`, or was done."""
    child = os.fork()
    if child:
        return _was_killed(child)
    moments = iter(range(1, moment))

    def count(*_: object) -> None:
        if next(moments, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)

    for name in ("before_cursor_execute", "commit"):
        event.listen(Engine, name, count)
    _do_and_end(do)
    return False


def killed_after(seconds: float, do: Callable[[], object]) -> bool:
    """Whether a child that does `do` was killed after `seconds`, or was done."""
    child = os.fork()
    if child:
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        return _was_killed(child)
    _do_and_end(do)
    return False


def _do_and_end(do: Callable[[], object]) -> None:
    try:
        do()
    except BaseException:
        os._exit(1)
    os._exit(0)


def _was_killed(child: int) -> bool:
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in (0, -signal.SIGKILL), code
    return code != 0
