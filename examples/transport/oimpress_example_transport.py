"""Hands mails over into one file that mail programs import (mbox): ``options = { file = "mails.mbox" }``."""

from __future__ import annotations

import mailbox
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from oimpress import Outcome, Parcel


@dataclass(frozen=True)
class Mbox:
    """One file of mails. A mail that is in it already is not put there again."""

    takes_once: ClassVar[bool] = True
    by_recipient: ClassVar[bool] = False

    file: str

    def deliver(self, parcel: Parcel, root: Path) -> Outcome:
        """Add the mail under its name; a file that cannot be written may be tried again."""
        path = root / self.file
        try:
            box = mailbox.mbox(path)
            box.lock()
            try:
                return self._added(box, parcel, path)
            finally:
                box.close()
        except (OSError, mailbox.Error) as error:
            return Outcome("deferred", f"{path}: {error}")

    def _added(self, box: mailbox.mbox, parcel: Parcel, path: Path) -> Outcome:
        if any(mail["X-Parcel"] == parcel.name for mail in box):
            return Outcome("done", "was there already")
        box.add(f"X-Parcel: {parcel.name}\n".encode() + parcel.content.replace(b"\r\n", b"\n"))
        return Outcome("done", str(path))


def mbox(options: Mapping[str, str]) -> Mbox:
    """The transport that ``[lists.NAME.transport] options`` describe."""
    return Mbox(options.get("file", "mails.mbox"))
