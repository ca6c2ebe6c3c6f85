"""Serving the desk on this machine alone, under an address that only whoever started it knows."""

from __future__ import annotations

import secrets
import socket
import webbrowser
from collections.abc import Callable
from pathlib import Path

from oimpress.desk.app import application
from oimpress.desk.calls import OpenDesk
from oimpress.desk.index import Index
from oimpress.desk.jobs import Jobs
from oimpress.desk.previews import Previews
from oimpress.desk.workroom import Workroom
from oimpress.errors import UsageError

HOST = "127.0.0.1"


def serve(
    root: Path, who: str, lang: str, tell: Callable[[str], None], *, port: int = 0, read_only: bool = False, show: bool
) -> None:
    """Serve the folder ``root`` until interrupted; ``tell`` gets the address, which a browser opens with ``show``.

    Raises UsageError when the port is taken.
    """
    import uvicorn

    room = Workroom(root, who, read_only)
    with listening(port) as door:
        port = door.getsockname()[1]
        token = secrets.token_urlsafe(24)
        app = application(OpenDesk(room, Index(room), Jobs(), Previews(room), lang), port, token)
        address = f"http://{HOST}:{port}/?token={token}"
        tell(address)
        if show:
            webbrowser.open(address)
        config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, ws="none")
        uvicorn.Server(config).run(sockets=[door])


def listening(port: int) -> socket.socket:
    """A socket of this machine alone, on ``port`` or any that is free. Raises UsageError."""
    door = socket.socket()
    try:
        door.bind((HOST, port))
        door.listen()  # whoever opens the address at once waits for the desk instead of being turned away
    except OSError as error:
        door.close()
        raise UsageError(
            "--port {port}: cannot be used ({reason}); choose another, or leave it out",
            port=port,
            reason=error.strerror,
        ) from None
    return door
