"""TLS by a reverse proxy: nginx as the docs configure it, and a browser and a terminal's line behind it."""

from __future__ import annotations

import asyncio
import re
import socket
import ssl
import subprocess
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from simulator.classroom.messages import FORMAT, Hello, Seated
from simulator.line.web import WebLine
from tests.hosting.classes import LONGEST, conducting

from .browsing import Tab, browser

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from simulator.classroom.line import Lost
    from simulator.classroom.messages import FromHub

PAGE = Path(__file__).parents[2] / "docs" / "network.md"
WRAPPED = """
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
{server}
}}
"""


def documented() -> str:
    """The one block of nginx's configuration in the docs."""
    (block,) = re.findall(r"```nginx\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    return str(block)


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("certificate")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost",
         "-keyout", str(folder / "class.key"), "-out", str(folder / "class.crt")],
        check=True, capture_output=True,
    )  # fmt: skip
    return folder


@asynccontextmanager
async def proxied(nginx: str, folder: Path, certificate: Path, tls: int, hub: int) -> AsyncIterator[None]:
    replaced = {
        "class.example.org": "localhost",
        "/etc/ssl/class.crt": str(certificate / "class.crt"),
        "/etc/ssl/class.key": str(certificate / "class.key"),
        "listen 443 ssl;": f"listen 127.0.0.1:{tls} ssl;",
        "http://127.0.0.1:8765": f"http://127.0.0.1:{hub}",
    }
    server = documented()
    for word, other in replaced.items():
        assert word in server, f"the configuration in the docs does not name {word}"
        server = server.replace(word, other)
    (folder / "nginx.conf").write_text(WRAPPED.format(folder=folder, server=server), encoding="utf-8")
    process = await asyncio.create_subprocess_exec(
        nginx, "-p", str(folder), "-c", str(folder / "nginx.conf"), stderr=asyncio.subprocess.DEVNULL
    )
    try:
        async with asyncio.timeout(LONGEST):
            while not await _listens(tls):
                await asyncio.sleep(0.05)
        yield
    finally:
        process.terminate()
        await process.wait()


async def _listens(port: int) -> bool:
    try:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return False
    writer.close()
    await writer.wait_closed()
    return True


async def test_a_browser_and_a_terminal_join_through_nginx(
    chromium: str, nginx: str, certificate: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIMULATOR_STORE", str(tmp_path / "store.sqlite"))
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate / "class.crt"))
    assert ssl.get_default_verify_paths().cafile == str(certificate / "class.crt")
    tls = free_port()
    public = f"https://localhost:{tls}"
    async with (
        conducting(public) as facilitator,
        proxied(nginx, tmp_path, certificate, tls, facilitator.port),
        browser(chromium, insecure=True) as context,
    ):
        assert facilitator.keeper.ready.addresses[0] == public
        tab = Tab(await context.new_page())
        await tab.joins(f"{public}/", facilitator.code)
        await tab.sees("You join as")
        (cookie,) = await context.cookies()
        assert (cookie["secure"], cookie["httpOnly"], cookie["sameSite"]) == (True, True, "Strict")
        await tab.press("Enter")
        await tab.sees("The facilitator will begin")

        heard: asyncio.Queue[FromHub | Lost] = asyncio.Queue()
        line = WebLine(public, Hello(FORMAT, code=facilitator.code))
        talking = asyncio.create_task(line.talk(heard.put_nowait))
        assert isinstance(await asyncio.wait_for(heard.get(), LONGEST), Seated)
        await facilitator.sees(lambda console: len(console.people) == 2)
        await line.close()
        await talking


async def test_a_page_of_another_origin_is_turned_away_behind_the_proxy(
    nginx: str, certificate: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import aiohttp

    monkeypatch.setenv("SIMULATOR_STORE", str(tmp_path / "store.sqlite"))
    tls = free_port()
    async with (
        conducting(f"https://localhost:{tls}") as facilitator,
        proxied(nginx, tmp_path, certificate, tls, facilitator.port),
        aiohttp.ClientSession() as session,
    ):
        address = f"https://localhost:{tls}/join"
        foreign = {"Origin": "https://elsewhere.example.org"}
        async with session.post(
            address, data={"code": facilitator.code}, headers=foreign, ssl=False
        ) as answer:
            assert answer.status == 403
