"""One WebSocket of the hub: every end of it that the hub makes is told in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiohttp import WSCloseCode, WSMsgType, web

from simulator.classroom.messages import Bye, written

if TYPE_CHECKING:
    from simulator.hub.limits import Limits

_HARD = 4
"""So many times the longest message is read at all: only what is read can be refused and the line go on."""

_ENDS = {
    WSCloseCode.MESSAGE_TOO_BIG: "A message was far too long, and the hub has closed the line.",
    WSCloseCode.PROTOCOL_ERROR: "What came was no WebSocket message, and the hub has closed the line.",
    WSCloseCode.UNSUPPORTED_DATA: "What came was no WebSocket message, and the hub has closed the line.",
}


class HubSocket(web.WebSocketResponse):
    """Text goes both ways as bytes; deflating is left out, for it would cost every line more memory than it has."""

    def __init__(self, limits: Limits) -> None:
        super().__init__(
            timeout=limits.grace,
            heartbeat=limits.heartbeat,
            compress=False,
            max_msg_size=_HARD * limits.longest,
            writer_limit=0,
            decode_text=False,
        )

    async def send(self, message: bytes) -> None:
        """Send a message, and wait until the system has taken it; raises OSError when the line is broken."""
        await self.send_frame(message, WSMsgType.TEXT)

    async def close(self, *, code: int = WSCloseCode.OK, message: bytes = b"", drain: bool = True) -> bool:
        """As aiohttp does, which closes by itself for what breaks the protocol; then it is said first."""
        sentence = _ENDS.get(WSCloseCode(code)) if code in set(WSCloseCode) else None
        if sentence is not None and not self.closed:
            await self.send(written(Bye(sentence, final=True)))
        return await super().close(code=code, message=message, drain=drain)
