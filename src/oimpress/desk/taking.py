"""Taking in files that somebody drops on the page: under their own names, and never over another file."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from oimpress.desk.calls import call_of
from oimpress.desk.workroom import OWN, Workroom
from oimpress.errors import OimpressError, UsageError, WriteError
from oimpress.i18n import phrases
from oimpress.publish.files import make_folder
from oimpress.sources import MOST, endings, is_source
from oimpress.visible import legible


async def take(request: Request) -> Response:
    """Store the body of the request as a new source."""
    call = call_of(request, b"")
    name = str(request.path_params["name"])
    try:
        target = _target(call.room, name)
        await run_in_threadpool(make_folder, call.room.root / OWN)
        with NamedTemporaryFile(dir=call.room.root / OWN) as part:
            size = 0
            async for piece in request.stream():
                size += len(piece)
                if size > MOST:
                    raise WriteError("{path}: the file has more than {most} MB", path=name, most=MOST // 1_000_000)
                await run_in_threadpool(part.write, piece)
            part.flush()
            _placed(Path(part.name), target, name)
    except OimpressError as error:
        return PlainTextResponse(error.text(phrases(call.lang)), 422)
    return Response(status_code=201)


def _target(room: Workroom, name: str) -> Path:
    """Where a file of this name goes: the first folder of sources. Raises UsageError for a name that is none."""
    if Path(name).name != name or legible(name) != name or not is_source(Path(name), endings()):
        raise UsageError("{path}: not read; its name should end in {endings}", path=name, endings=", ".join(endings()))
    places = ((room.root / each).resolve() for each in room.config.sources)
    folder = next((place for place in places if place.is_dir() and place.is_relative_to(room.root)), room.root)
    return folder / name


def _placed(part: Path, target: Path, name: str) -> None:
    """Raises WriteError where a file is there already."""
    try:
        os.link(part, target)
        target.chmod(0o644)
    except FileExistsError:
        raise WriteError("{path}: is there already; give the new one another name", path=name) from None
    except OSError as error:
        raise WriteError(
            "{path}: cannot be written ({reason}); check the folder and its rights", path=name, reason=error.strerror
        ) from None
