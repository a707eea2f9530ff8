"""The two pages, and what goes with every answer so that a browser does nothing else with it."""

from __future__ import annotations

from functools import cache
from html import escape
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from aiohttp import web

from simulator.errors.text import clean
from simulator.hub.browser.assets import assets

if TYPE_CHECKING:
    from collections.abc import Mapping

TEMPLATES = Path(__file__).parent / "templates"
NOT_KEPT = "no-store"
ALWAYS = "public, immutable"
EXPIRES = "Thu, 31 Dec 2099 23:59:59 GMT"
"""Of what is kept always: when even that is over."""

_NOTHING_ELSE = "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
FORM = f"default-src 'none'; style-src 'self'; img-src data:; {_NOTHING_ELSE}"
TERMINAL = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
    f"connect-src 'self'; img-src 'self' data:; {_NOTHING_ELSE}"
)
"""xterm.js makes styles of its own while it runs, and nothing else that would have to be allowed."""


def headers(policy: str = FORM, kept: str = NOT_KEPT) -> Mapping[str, str]:
    """What goes with every answer.

    Within the class its pages tell each other their address: without it, browsers send forms with no origin.
    """
    return {
        "Content-Security-Policy": policy,
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": "camera=(), clipboard-read=(), geolocation=(), microphone=()",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": kept,
    }


def join_page(code: str = "", sentence: str = "") -> web.Response:
    """The form for the join code; `sentence` says why the last one was not taken."""
    wrong = f'<p class="wrong" id="wrong" role="alert">{escape(clean(sentence))}</p>' if sentence else ""
    described = "wrong about-code" if sentence else "about-code"
    said = {
        "code": escape(clean(code)),
        "wrong": wrong,
        "described": described,
        "invalid": str(bool(sentence)).lower(),
    }
    return _page("join.html", said, FORM, status=403 if sentence else 200)


def class_page() -> web.Response:
    """The terminal."""
    return _page("class.html", {}, TERMINAL)


def _page(name: str, said: dict[str, str], policy: str, status: int = 200) -> web.Response:
    text = _template(name).substitute(said, assets=f"/assets/{assets().sha256}")
    return web.Response(text=text, content_type="text/html", headers=headers(policy), status=status)


@cache
def _template(name: str) -> Template:
    return Template((TEMPLATES / name).read_text(encoding="utf-8"))
