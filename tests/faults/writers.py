"""Many processes that write in one store at once: `python -m tests.faults.writers STORE PROCESSES EACH`.

It says a line of JSON for each process: how many answers were acknowledged, the longest that one took in seconds,
and what it was refused with.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

from simulator.store.faults import StoreFault
from simulator.store.store import Store
from tests.store.stores import event


def main(path: str, processes: str, each: str) -> None:
    ready, go = os.pipe()
    children = []
    for number in range(int(processes)):
        child = os.fork()
        if not child:
            os.close(go)
            os.read(ready, 1)  # it ends once all are there
            os.write(1, (json.dumps(write(Path(path), f"s{number}", int(each))) + "\n").encode())
            os._exit(0)
        children.append(child)
    os.close(go)
    codes = [os.waitpid(child, 0)[1] for child in children]
    sys.exit(max(codes))


def write(path: Path, session: str, each: int) -> dict[str, object]:
    """Answer `each` times in `session`."""
    done, longest = 0, 0.0
    try:
        store = Store(path)
        for number in range(1, each + 1):
            begun = time.perf_counter()
            store.append(session, [event(number, text=f"{session} {number}")])
            longest = max(longest, time.perf_counter() - begun)
            done = number
        store.close()
    except StoreFault as fault:
        return {"session": session, "done": done, "longest": longest, "refused": str(fault)}
    return {"session": session, "done": done, "longest": longest, "refused": ""}


if __name__ == "__main__":
    main(*sys.argv[1:])
