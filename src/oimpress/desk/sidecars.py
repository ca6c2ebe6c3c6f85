"""Changing a sidecar so that nobody's change is lost: each says what it was made of, and is refused on all else."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from oimpress.desk.edits import SidecarEdit, changed
from oimpress.desk.history import SidecarHistory, Version
from oimpress.desk.workroom import OWN, Workroom
from oimpress.digest.locking import only_runner
from oimpress.errors import UsageError, WriteError
from oimpress.i18n import gettext_noop
from oimpress.pipeline import normalise_all
from oimpress.publish.files import make_folder, store
from oimpress.records import record
from oimpress.settings.sidecar import Metadata
from oimpress.settings.tables import checked, in_file
from oimpress.settings.toml import parse_table
from oimpress.sources import Source

OVERTAKEN = gettext_noop("{path}: somebody changed this release meanwhile; look at it, then do it again")
PATIENCE = 10.0  # seconds to wait for another desk that is at the same folder


class Overtaken(UsageError):
    """Somebody changed the source or its sidecar since the page was made."""


@record
class Sidecar:
    """What is said of the source at ``path``. ``stamp`` names the bytes of both, as a page was made of them."""

    path: Path
    data: bytes
    text: str

    @property
    def file(self) -> Path:
        return self.path.with_suffix(".toml")

    @property
    def stamp(self) -> str:
        return hashlib.sha256(b"%d:" % len(self.data) + self.data + self.text.encode()).hexdigest()[:16]


def look(path: Path) -> Sidecar:
    """The source at ``path`` with the text of its sidecar, which may be no TOML. Raises UsageError."""
    file = path.with_suffix(".toml")
    try:
        text = file.read_bytes().decode("utf-8-sig") if file.is_file() else ""
        return Sidecar(path, path.read_bytes(), text)
    except UnicodeDecodeError as error:
        raise UsageError("{path}: byte {at} is not UTF-8; save the file as UTF-8", path=file, at=error.start) from None
    except OSError as error:
        raise UsageError(
            "{path}: cannot be read ({reason}); check the file and its rights", path=path, reason=error.strerror
        ) from None


def change(room: Workroom, path: Path, stamp: str, what: str, edit: SidecarEdit) -> None:
    """Store the sidecar after ``edit``, which must have been asked of a page with ``stamp``.

    Raises Overtaken when it was made of anything else, UsageError when the release cannot be read that way, WriteError.
    """

    def edited(now: Sidecar, history: SidecarHistory) -> None:
        parse_table(now.text, room.place(now.file))
        text = changed(now.text, edit)
        if text == now.text:
            return
        _tried(room, now, text)
        history.add(now.text, Version(_clock(), room.who, what, text))
        _stored(now.file, text)

    _alone(room, path, stamp, edited)


def undo(room: Workroom, path: Path, stamp: str) -> None:
    """Give back the version before. Raises what ``change`` raises."""

    def put_back(now: Sidecar, history: SidecarHistory) -> None:
        if back := history.undo(_clock(), room.who, now.text):
            _stored(now.file, back.text)

    _alone(room, path, stamp, put_back)


def _alone(room: Workroom, path: Path, stamp: str, work: Callable[[Sidecar, SidecarHistory], None]) -> None:
    """Do ``work`` on the sidecar as it stands, while no other desk works in the folder."""
    make_folder(room.root / OWN)
    with only_runner(room.root / OWN / "lock", PATIENCE) as alone:
        now = look(path)
        if not alone or now.stamp != stamp:
            raise Overtaken(OVERTAKEN, path=room.place(path))
        try:
            work(now, SidecarHistory(room.root, now.file))
        except OSError as error:
            raise WriteError(
                "{path}: cannot be written ({reason}); check the folder and its rights",
                path=path,
                reason=error.strerror,
            ) from None


def _tried(room: Workroom, now: Sidecar, text: str) -> None:
    """Raises UsageError where the source cannot be read with what ``text`` says."""
    place = room.place(now.file)
    said = checked(Metadata, parse_table(text, place), in_file(place))
    source = Source(now.path.name, now.data, said, now.path.parent)
    normalise_all(source, room.config.profile, room.config.house)


def _stored(file: Path, text: str) -> None:
    """Put the sidecar in its place; one that says nothing is taken away."""
    if text.strip():
        store(file, text.encode())
    else:
        file.unlink(missing_ok=True)


def _clock() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
