"""Lists, releases and moments for the tests of the digest."""

from __future__ import annotations

import hashlib
import socket
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from oimpress.digest import Candidate, MailingList, Workplace, candidate, mailing_list
from oimpress.model.nodes import Embargo, Para, Release, SourceRef, Text

BASE: dict[str, Any] = {
    "title": "Communiqués de l’OIM",
    "since": "2026-01-01",
    "period": "weekly",
    "day": "monday",
    "hour": "08:00",
    "time-zone": "Europe/Zurich",
    "from": "Service de presse <presse@oim.test>",
    "to": ["liste@oim.test"],
    "transport": {"kind": "maildir", "path": "box"},
}
MONDAY = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)  # 08:00 in Zurich, ISO week 48


def listed(**settings: Any) -> MailingList:
    """The list of ``BASE`` with some settings replaced; ``time_zone`` is the key ``time-zone``."""
    table = {**BASE, **{key.replace("_", "-"): value for key, value in settings.items()}}
    return mailing_list("presse", {key: value for key, value in table.items() if value is not None})


def made(
    name: str,
    published: str = "2026-11-20",
    words: str = "Un communiqué.",
    stamp: str = "",
    origin: str = "",
    until: str | None = None,
) -> Candidate:
    """A candidate of one paragraph; its stamp follows its words, its origin its name, ``until`` ends its embargo."""
    stamp = stamp or hashlib.sha256(words.encode()).hexdigest()
    release = Release(
        name,
        title=(Text(f"Titre {name}"),),
        published=published,
        embargo=None if until is None else Embargo("Sous embargo", until),
        body=(Para((Text(words),)),),
        source=SourceRef(origin or f"{name}.txt", stamp, "text/plain", "text"),
    )
    return candidate(release)


def place(root: Path, now: datetime = MONDAY, patience: float = 0.0) -> Workplace:
    """A workplace that does not sleep."""
    return Workplace(root, now, sleep=lambda seconds: None, patience=patience)


def free_port() -> int:
    """A port of loopback that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port
