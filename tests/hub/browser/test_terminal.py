"""A terminal in a browser: what gets through, and what does not."""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING

import aiohttp
import pytest

from simulator.hub.browser.limits import Limits
from simulator.hub.browser.nursery import Nursery
from tests.hub.browser.browsing import SLY, Browser, family, until

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager

    from tests.hub.browser.browsing import Served

    Serving = Callable[..., AbstractAsyncContextManager[Served]]


@pytest.mark.parametrize("state", ["seated", "entry", "watching"])
async def test_a_browser_is_drawn_for_as_who_it_is(served: Served, state: str) -> None:
    async with served.browser(f"t-{state}") as browser:
        await browser.see(f"I am t-{state}, {state}, of {served.origin}.")
        await browser.see("100 by 30")
        await browser.say("stdin", "é–😀")
        await browser.see("typed é–😀")


@pytest.mark.parametrize(
    ("token", "origin"),
    [("", ""), ("stranger", ""), ("t-seated", "https://example.org"), ("t-seated", "null")],
)
async def test_without_a_ticket_or_from_another_page_there_is_no_terminal(
    served: Served, token: str, origin: str
) -> None:
    with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
        async with served.browser(token, origin=origin):
            pass
    assert refused.value.status == 403
    assert isinstance(served.starter, Nursery)
    assert not served.starter.process


@pytest.mark.parametrize("query", ["?width=10000000&height=10000000", "?width=1e400&height=9999.5"])
async def test_ten_million_rows_are_two_hundred(served: Served, query: str) -> None:
    async with served.browser(query=query) as browser:
        await browser.see("500 by 200")


@pytest.mark.parametrize("query", ["", "?width=&height=x", "?width=NaN&height=null"])
async def test_what_is_no_size_is_the_usual_one(served: Served, query: str) -> None:
    async with served.browser(query=query) as browser:
        await browser.see("80 by 24")


async def test_a_later_size_is_kept_within_limits_too(served: Served) -> None:
    async with served.browser() as browser:
        await browser.see("100 by 30")
        await browser.say("resize", {"width": 10_000_000, "height": 10_000_000})
        await browser.see("500 by 200")
        await browser.say("resize", {"width": -3, "height": 0.5})
        await browser.see("20 by 5")


async def test_of_many_sizes_the_last_counts(served: Served) -> None:
    async with served.browser() as browser:
        await browser.see("100 by 30")
        for width in range(101, 150):
            await browser.say("resize", {"width": width, "height": 40})
        await browser.see("149 by 40")
        assert browser.shown.count(b" by 40") < 40


async def test_no_size_comes_in_among_the_keys(served: Served) -> None:
    async with served.browser() as browser:
        await browser.see("100 by 30")
        for piece in (
            "\x1b[48;9999;9999;1;1t",
            "\x1b[4",
            "8;9998;9998;1;1t",
            "\x1b[48;;;9997;9997;1;1t",
            "end",
        ):
            await browser.say("stdin", piece)
        await browser.see("end")
        for size in (b"9999 by", b"9998 by", b"9997 by"):
            assert size not in browser.shown


async def test_nothing_typed_is_not_the_end_of_typing(served: Served) -> None:
    async with served.browser() as browser:
        await browser.see("100 by 30")
        await browser.say("stdin", "")
        await browser.say("stdin", "more")
        await browser.see("typed more")


async def test_a_ping_is_answered_and_attention_is_told(served: Served) -> None:
    async with served.browser() as browser:
        await browser.say("focus")
        await browser.say("blur", None)
        await browser.say("ping", "17")
        assert await browser.hear() == [["pong", "17"]]


async def test_what_is_not_understood_is_dropped_and_at_last_cut_off(served: Served) -> None:
    async with served.browser() as browser:
        for sent in ["nonsense", "[]", '["quit"]'] * 6:
            await browser.socket.send_str(sent)
        await browser.socket.send_bytes(b'["stdin", "bytes"]')
        await browser.say("stdin", "fine")
        await browser.see("typed fine")
        await browser.socket.send_str("nonsense")
        assert await browser.end() == 4006
        assert browser.reason == "This window sent what could not be understood, and was closed."


async def test_a_message_that_is_too_long_ends_it(served: Served) -> None:
    async with served.browser() as browser:
        await browser.see("100 by 30")
        await browser.say("stdin", "a" * 65_536)
        assert await browser.end() == 1009


async def test_what_comes_faster_than_the_pace_waits_and_is_not_lost(serving: Serving) -> None:
    async with serving(Limits(messages=4)) as served, served.browser() as browser:
        began = asyncio.get_running_loop().time()
        for number in range(8):
            await browser.say("ping", str(number))
        assert await browser.hear(8) == [["pong", str(number)] for number in range(8)]
        assert asyncio.get_running_loop().time() - began >= 0.9  # four at once, and four more in a second


async def test_a_screen_that_quits_says_so(served: Served) -> None:
    async with served.browser() as browser:
        await browser.see("100 by 30")
        await browser.say("stdin", "~")
        assert await browser.end() == 4001
        assert browser.reason == "This screen of the class is closed."


async def test_no_address_is_opened_and_no_file_sent(serving: Serving) -> None:
    async with serving(module=SLY) as served, served.browser("t-seated.opens") as browser:
        assert await browser.end() == 4001
        assert browser.shown == b"shown"
        assert browser.told == []


@pytest.mark.parametrize(
    ("does", "code", "shown"),
    [
        ("nothing", 4002, b""),
        ("lies", 4002, b""),
        ("dies", 4002, b"showncut off"),
        ("chatter", 4001, b"shown"),
    ],
)
async def test_a_screen_that_fails_is_told_of(serving: Serving, does: str, code: int, shown: bytes) -> None:
    async with serving(module=SLY) as served, served.browser(f"t-seated.{does}") as browser:
        assert await browser.end() == code
        assert shown.startswith(browser.shown)
        assert bool(browser.shown) == bool(shown)


async def test_a_browser_that_takes_nothing_holds_its_screen_up(serving: Serving) -> None:
    async with serving(module=SLY) as served:
        async with served.browser("t-seated.floods"):  # its client reads ahead only as much as a buffer holds
            nursery = served.starter
            assert isinstance(nursery, Nursery)
            await until(lambda: nursery.process != 0 and bool(family(nursery.process)))
            [screen] = family(nursery.process)
            written = await _at_rest(screen)
        assert 0 < written < 32 * 1024 * 1024


async def _at_rest(process: int) -> int:
    """Bytes that a process has written when it writes no more."""
    written, same = -1, 0
    while same < 25:
        await asyncio.sleep(0.02)
        with open(f"/proc/{process}/io", encoding="ascii") as lines:  # noqa: PTH123
            now = next(int(line.split()[1]) for line in lines if line.startswith("wchar"))
        same = same + 1 if now == written else 0
        written = now
    return written


async def test_there_are_only_so_many_screens(serving: Serving) -> None:
    async with serving(Limits(screens=2)) as served:
        async with served.browser("t-seated.1") as one, served.browser("t-seated.2") as two:
            await one.see("100 by 30")
            await two.see("100 by 30")
            async with served.browser("t-seated.3") as third:
                assert await third.end() == 4004
                assert third.reason.startswith("As many browsers as the class can carry are here.")
        await _comes_in(served, "t-seated.3")


async def test_a_token_has_only_so_many_windows(serving: Serving) -> None:
    async with serving(Limits(of_one=1)) as served:
        async with served.browser("t-seated.1") as one:
            await one.see("100 by 30")
            async with served.browser("t-seated.1") as again:
                assert await again.end() == 4005
                assert again.reason.startswith("This seat is open in too many windows.")
            await _comes_in(served, "t-seated.2")
        await _comes_in(served, "t-seated.1")


async def _comes_in(served: Served, token: str) -> None:
    """Tries until there is room, as what was there has gone or is about to."""
    async with asyncio.timeout(30):
        while True:
            async with served.browser(token) as browser:
                if not await _was_refused(browser):
                    return


async def _was_refused(browser: Browser) -> bool:
    message = await browser.socket.receive()
    return message.type is not aiohttp.WSMsgType.BINARY


async def test_a_token_that_keeps_coming_back_has_to_wait(serving: Serving) -> None:
    async with serving(Limits(of_one=2, starts=2)) as served:
        began = asyncio.get_running_loop().time()
        for _ in range(4):
            await _comes_in(served, "t-seated")
        assert asyncio.get_running_loop().time() - began >= 0.9  # two at once, and two more in a second


async def test_what_people_prefer_is_theirs_and_never_the_hosts(served: Served) -> None:
    kept = []
    for token in ("t-seated.1", "t-seated.2", "t-seated.1"):
        async with served.browser(token, "?width=250&height=30") as browser:
            await browser.see(" process ")
            kept.append(browser.shown.partition(b"kept in ")[2].split()[0].decode())
    assert kept[0] == kept[2] != kept[1]
    assert os.environ["SIMULATOR_PREFERENCES"] not in kept
    await served.gate.close()
    assert not os.path.exists(os.path.dirname(kept[0]))  # noqa: PTH110, PTH120
