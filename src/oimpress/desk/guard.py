"""The door of the desk: this machine, this address, whoever holds the token, and nothing that a page brings along."""

from __future__ import annotations

import secrets
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs, urlencode

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "oimpress-desk"
OURS = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'"
)
# A document of somebody's: it is shown in a frame of ours, runs nothing and asks for nothing.
THEIRS = (
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data: 'self'; font-src data:; form-action 'none'; "
    "frame-ancestors 'self'; base-uri 'none'"
)
HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}


class Door:
    """Passes on what comes from our own pages. ``port`` is where the desk listens, ``token`` what its address bears."""

    def __init__(self, app: ASGIApp, port: int, token: str, read_only: bool = False) -> None:
        self._app, self._port, self._token, self._read_only = app, port, token, read_only
        self._cookie = f"{COOKIE}-{port}"
        self._hosts = {f"127.0.0.1:{port}", f"localhost:{port}"}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def hardened(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.setdefault("content-security-policy", OURS)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        answer = self._refused(scope)
        await (answer or self._app)(scope, receive, hardened)

    def _refused(self, scope: Scope) -> Response | None:
        """The answer to what may not pass; None for what may."""
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        host = headers.get("host", "")
        if host not in self._hosts:
            return PlainTextResponse("This desk answers to its own address only.", 421)
        asked = parse_qs(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        if self._is_token((asked.pop("token", None) or [""])[0]):
            return self._welcome(scope["path"], urlencode(asked, doseq=True))
        if not self._is_token(self._held(headers.get("cookie", ""))):
            return PlainTextResponse("Open the desk by the address that `oimpress desk` shows, with its token.", 403)
        if scope["method"] in ("GET", "HEAD"):
            return None
        if headers.get("origin") != f"http://{host}":
            return PlainTextResponse("This came from another page and was not done.", 403)
        return PlainTextResponse("This desk is read-only.", 403) if self._read_only else None

    def _welcome(self, path: str, query: str) -> Response:
        """Keep the token in a cookie, and take it out of the address."""
        target = "/" + path.lstrip("/\\") + (f"?{query}" if query else "")
        answer = RedirectResponse(target, 303)
        answer.set_cookie(self._cookie, self._token, httponly=True, samesite="strict")
        return answer

    def _held(self, cookies: str) -> str:
        try:
            found = SimpleCookie(cookies).get(self._cookie)
        except CookieError:
            return ""
        return found.value if found else ""

    def _is_token(self, said: str) -> bool:
        return secrets.compare_digest(said.encode(), self._token.encode())
