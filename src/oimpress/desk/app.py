"""The application: which address is which page."""

from __future__ import annotations

import mimetypes
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.routing import Route

from oimpress.desk import archive, digests, publish, release, taking
from oimpress.desk.calls import LANGUAGES, SPOKEN, DeskCall, OpenDesk, answered, go
from oimpress.desk.guard import Door
from oimpress.errors import ReadError
from oimpress.own_files import own_file
from oimpress.style import load_style

SHEETS = ("desk.css", "desk.js", "icon.svg", "account.css")
FACES = ("SourceSans3-Regular.ttf", "SourceSans3-Bold.ttf", "SourceSerif4-Regular.ttf", "SourceSerif4-Bold.ttf")


def application(desk: OpenDesk, port: int, token: str) -> Starlette:
    """The desk as an ASGI application; while it runs, so does the index of its archive."""

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        with desk.index:
            yield

    guard = Middleware(Door, port=port, token=token, read_only=desk.room.read_only)
    app = Starlette(routes=routes(), middleware=[guard], lifespan=lifespan)
    app.state.desk = desk
    return app


def routes() -> list[Route]:
    """Every page: those that show, and those that change something."""
    shown = {
        "/": archive.archive,
        "/release": release.release,
        "/publish": publish.publish,
        "/publish/job": publish.watch,
        "/preview/page": publish.preview,
        "/preview/web": publish.preview,
        "/preview/mail": publish.preview,
        "/preview/issue": digests.look,
        "/digest": digests.digests,
        "/made": publish.published,
        "/language": language,
        "/own/{name}": own,
    }
    done = {
        "/release/pin": release.pin,
        "/release/describe": release.describe,
        "/release/answer": release.answer,
        "/release/undo": release.take_back,
        "/publish/build": publish.build,
        "/digest/prepare": digests.prepare,
        "/digest/approve": digests.approved,
        "/digest/send": digests.send,
        "/digest/proof": digests.proof,
    }
    return [
        *(Route(path, answered(page), methods=["GET"]) for path, page in shown.items()),
        *(Route(path, answered(page), methods=["POST"]) for path, page in done.items()),
        Route("/files/{name}", taking.take, methods=["POST"]),
    ]


def own(call: DeskCall) -> Response:
    """One of our own files: looks, script, a typeface."""
    name = call.path.rpartition("/")[2]
    if name in FACES:
        data = load_style("oim").data(f"fonts/{name}")
    elif name in SHEETS:
        place = own_file("oimpress.publish") if name == "account.css" else own_file("oimpress.desk", "pages")
        data = place.joinpath(name).read_bytes()
    else:
        raise ReadError("{path}: no such page", path=call.path)
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return Response(data, media_type=kind, headers={"cache-control": "max-age=600"})


def language(call: DeskCall) -> Response:
    """Speak another language from now on."""
    chosen = call.ask("to")
    answer = go("/")
    if chosen in LANGUAGES:
        answer.set_cookie(SPOKEN, chosen, samesite="strict", httponly=True, max_age=31_536_000)
    return answer
