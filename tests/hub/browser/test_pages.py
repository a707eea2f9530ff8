"""The form, the terminal's page, and what they load."""

from __future__ import annotations

import asyncio
import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import html5lib
import pytest

from simulator.hub.browser.assets import assets
from simulator.hub.browser.limits import Limits
from tests.hub.browser.browsing import CODE, LONGEST, WRONG

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager
    from typing import Any

    from tests.hub.browser.browsing import Served

FETCHING = ("src", "href", "action", "srcset", "data", "poster", "formaction", "ping", "background")


def elements(page: str) -> list[Any]:
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return list(parser.parse(page).iter())


async def test_who_has_no_ticket_is_asked_for_the_code(served: Served) -> None:
    answer = await served.get("/?code=ab%22%3E%3Cb%3E")
    page = elements(await answer.text())
    assert answer.status == 200
    box = next(each for each in page if each.get("name") == "code")
    assert box.get("value") == 'ab"><b>'
    label = next(each for each in page if each.tag == "label")
    assert label.get("for") == box.get("id")
    assert page[0].get("lang") == "en-GB"


async def test_a_good_code_gives_a_cookie_and_leads_to_the_class(served: Served) -> None:
    answer = await served.post("/join", code=f" {CODE} ")
    assert (answer.status, answer.headers["Location"]) == (303, "/class")
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("seat=t-entry;")
    assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= set(cookie.split("; "))
    assert "Secure" not in cookie
    assert served.tries == [("127.0.0.1", CODE)]


async def test_behind_https_the_cookie_goes_over_https_only(
    serving: Callable[..., AbstractAsyncContextManager[Served]],
) -> None:
    async with serving(secure=True) as served:
        answer = await served.post("/join", code=CODE)
        assert "Secure" in answer.headers["Set-Cookie"].split("; ")


async def test_a_wrong_code_is_told_beside_the_box(served: Served) -> None:
    answer = await served.post("/join", code="WRONG-ONE")
    page = elements(await answer.text())
    assert answer.status == 403
    assert "Set-Cookie" not in answer.headers
    wrong = next(each for each in page if each.get("role") == "alert")
    assert wrong.text == WRONG
    box = next(each for each in page if each.get("name") == "code")
    assert wrong.get("id") in box.get("aria-describedby", "").split()
    assert (box.get("value"), box.get("aria-invalid")) == ("WRONG-ONE", "true")


async def test_a_form_that_never_comes_whole_is_not_waited_for(
    serving: Callable[..., AbstractAsyncContextManager[Served]],
) -> None:
    async with serving(Limits(form=0.05)) as served, asyncio.timeout(LONGEST):
        address = urlsplit(served.origin)
        reader, writer = await asyncio.open_connection(address.hostname, address.port)
        head = f"POST /join HTTP/1.1\r\nHost: {address.netloc}\r\nOrigin: {served.origin}\r\n"
        form = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 14\r\n\r\ncode="
        writer.write(f"{head}{form}".encode())
        assert (await reader.readline()).startswith(b"HTTP/1.1 403 ")
        await reader.readuntil(b"Write the join code")
        writer.transport.abort()
        assert not served.tries


@pytest.mark.parametrize("code", ["", "  ", "A" * 65, "A" * 5000])
async def test_what_can_be_no_code_is_not_tried(served: Served, code: str) -> None:
    answer = await served.post("/join", code=code)
    assert answer.status == 403
    assert "Write the join code" in await answer.text()
    assert not served.tries


@pytest.mark.parametrize("origin", ["https://example.org", "null", None])
@pytest.mark.parametrize("path", ["/join", "/leave"])
async def test_a_form_of_another_page_is_refused(served: Served, path: str, origin: str | None) -> None:
    answer = await served.post(path, origin, code=CODE)
    assert answer.status == 403
    assert "Set-Cookie" not in answer.headers
    assert not served.tries


@pytest.mark.parametrize("token", ["t-seated", "t-entry", "t-watching"])
async def test_a_ticket_leads_to_the_class_at_once(served: Served, token: str) -> None:
    answer = await served.get("/", token)
    assert (answer.status, answer.headers["Location"]) == (303, "/class")
    assert (await served.get("/class", token)).status == 200
    assert (await served.get("/alive", token)).status == 204


@pytest.mark.parametrize("token", ["", "stranger", "x" * 65])
async def test_without_a_ticket_there_is_no_class(served: Served, token: str) -> None:
    answer = await served.get("/class", token)
    assert (answer.status, answer.headers["Location"]) == (303, "/")
    assert (await served.get("/alive", token)).status == 401
    assert (await served.get("/", token)).status == 200


async def test_who_leaves_keeps_no_cookie(served: Served) -> None:
    answer = await served.post("/leave")
    assert (answer.status, answer.headers["Location"]) == (303, "/")
    assert answer.headers["Set-Cookie"].startswith('seat="";')
    assert "Max-Age=0" in answer.headers["Set-Cookie"]


@pytest.mark.parametrize("path", ["/", "/class", "/alive", "/assets/other/class.js"])
async def test_every_answer_tells_browsers_to_do_nothing_else_with_it(served: Served, path: str) -> None:
    answer = await served.get(path, "t-seated" if path == "/class" else "")
    policy = answer.headers["Content-Security-Policy"]
    directives = dict(each.strip().partition(" ")[::2] for each in policy.split(";"))
    assert directives["default-src"] == "'none'"
    assert directives["frame-ancestors"] == directives["base-uri"] == "'none'"
    assert directives["form-action"] == "'self'"
    assert "unsafe-eval" not in policy
    assert "unsafe-inline" not in directives.get("script-src", "")
    assert not re.search(r"https?:|wss?:|\*", policy)
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", ["/", "/class"])
async def test_the_pages_load_nothing_from_elsewhere(served: Served, path: str) -> None:
    page = elements(await (await served.get(path, "t-seated" if path == "/class" else "")).text())
    named = [value for each in page for name in FETCHING if (value := each.get(name))]
    assert named
    for address in named:
        parts = urlsplit(address)
        assert not parts.netloc, address
        assert parts.scheme in ("", "data"), address
        if parts.path.startswith("/assets/"):
            assert (await served.get(address)).status == 200, address
    assert not any(each.tag in ("style", "base", "iframe", "object", "embed") for each in page)
    assert not any(each.tag == "script" and (each.text or not each.get("src")) for each in page)
    assert not any(name.startswith("on") or name == "style" for each in page for name in each.attrib)


def test_the_styles_and_scripts_load_nothing_from_elsewhere() -> None:
    for name, asset in assets().named.items():
        if name.endswith(".ttf"):
            continue
        text = re.sub(r"/\*.*?\*/", "", asset.body.decode(), flags=re.DOTALL)
        assert "@import" not in text
        assert not re.search(r"https?://", text), name
        if name.endswith(".css"):
            for address in re.findall(r"url\(\"?([^)\"]*)", text):
                assert address in assets().named, f"{name}: {address}"


async def test_what_is_loaded_can_be_kept_for_ever(served: Served) -> None:
    for name, asset in assets().named.items():
        answer = await served.get(f"/assets/{assets().sha256}/{name}")
        assert answer.status == 200
        assert "immutable" in answer.headers["Cache-Control"]
        assert parsedate_to_datetime(answer.headers["Expires"]) > datetime.now(UTC) + timedelta(days=365)
        assert answer.headers["Content-Type"] == asset.kind
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert await answer.read() == asset.body  # whether it was sent compressed or not


@pytest.mark.parametrize(
    "path", ["{}/nothing.js", "{}/..%2fgate.py", "{}/../gate.py", "0/class.js", "{}/", "{}/js/textual.js"]
)
async def test_nothing_else_can_be_loaded(served: Served, path: str) -> None:
    assert (await served.get("/assets/" + path.format(assets().sha256))).status == 404


async def test_a_form_of_another_kind_is_no_form(served: Served) -> None:
    headers = {"Origin": served.origin, "Content-Type": "multipart/form-data; boundary=x"}
    answer = await served.session.post(f"{served.origin}/join", data=b"--x\r\nfoo", headers=headers)
    assert answer.status == 403
    assert "Write the join code" in await answer.text()
    assert not served.tries
