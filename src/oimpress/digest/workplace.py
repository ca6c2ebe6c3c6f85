"""Where a list works, and the mails that it made there."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import field
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from oimpress.digest.ledger import Issue
from oimpress.digest.lists import MailingList
from oimpress.errors import OimpressError
from oimpress.notices import Notice
from oimpress.records import record


@record
class Workplace:
    """Where a list works. ``root`` is the folder that the configuration's paths start from; ``now`` is aware.

    ``sleep`` waits between tries; tests hand in one that does not.
    """

    root: Path
    now: datetime
    styles: Path | None = None
    sleep: Callable[[float], None] = time.sleep
    patience: float = 0.0

    def stored(self, wanted: MailingList, issue: Issue) -> Path:
        """Where the issue's mail is kept."""
        return self.root / wanted.folder / wanted.name / f"{issue.name}.eml"


class LeftOut(NamedTuple):
    """A release that an issue was made without, or an issue that could not be made, and why; it waits."""

    name: str
    fault: OimpressError


@record
class Built:
    """An issue whose mail is stored at ``path``; ``left`` are the releases that it was made without."""

    issue: Issue
    path: Path
    content: bytes = field(repr=False)
    notices: tuple[Notice, ...] = ()
    left: tuple[LeftOut, ...] = ()
