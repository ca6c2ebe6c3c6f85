"""A mail server for tests, and runs that send to it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from oimpress.digest import Ledger, send
from oimpress.digest.parcels import Parcel
from tests.digest.lists import MONDAY, free_port, listed, made, place

PARCEL = Parcel(
    "presse-1-048", b"Subject: x\r\nMessage-ID: <a@b.test>\r\n\r\n.\r\nFrom here\r\n", "p@oim.test", "l@oim.test"
)


@dataclass
class Office:
    """A server's memory and its next answers to DATA; ``lose`` answers get lost after the mail was taken."""

    answers: list[str] = field(default_factory=list)
    lose: int = 0
    slow: float = 0.0
    refused: tuple[str, ...] = ()
    taken: list[bytes] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self.refused:
            return "550 5.1.1 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        await asyncio.sleep(self.slow)
        if self.answers and not (answer := self.answers.pop(0)).startswith("250"):
            return answer
        assert isinstance(envelope.content, bytes)
        self.taken.append(envelope.content)
        self.recipients += envelope.rcpt_tos
        if self.lose:
            self.lose -= 1
            assert isinstance(server.transport, asyncio.Transport)
            server.transport.abort()
        return "250 OK"


@contextmanager
def serving(office: Office, **settings: Any) -> Iterator[int]:
    controller = Controller(office, hostname="127.0.0.1", port=free_port(), ready_timeout=10, **settings)
    controller.start()
    try:
        yield controller.port
    finally:
        controller.stop()


def run(ledger: Ledger, root: Path, port: int, minutes: int = 0, retry: bool = False, **settings: Any) -> Any:
    transport = {"kind": "smtp", "host": "127.0.0.1", "port": port, "security": "none", "timeout": 2}
    wanted = listed(transport=transport, **settings)
    return send(ledger, wanted, lambda: [made("a")], place(root, MONDAY + timedelta(minutes=minutes)), retry=retry)
