"""Somebody's document, for a frame in which it can do nothing."""

from __future__ import annotations

from starlette.responses import HTMLResponse, Response

from oimpress.desk.guard import THEIRS


def framed(page: str) -> Response:
    """``page``, which runs nothing and asks for nothing."""
    return HTMLResponse(page, headers={"content-security-policy": THEIRS})
