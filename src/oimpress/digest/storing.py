"""A file that is there whole or not at all, whatever stops the program or fills the disk."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path

from oimpress.errors import WriteError


def store(target: Path, content: bytes, through: Path | None = None) -> None:
    """Put ``content`` at ``target``: written beside (or at ``through``), forced to disk, then renamed.

    One caller at a time for one target. Raises OSError; then ``target`` is as it was.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    part = through or target.with_name(f".{target.name}.part")
    try:
        with part.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(target)
    except OSError:
        with suppress(OSError):
            part.unlink()
        raise
    _force(target.parent)


def store_or_refuse(target: Path, content: bytes) -> None:
    """Put ``content`` at ``target`` as ``store`` does. Raises WriteError."""
    try:
        store(target, content)
    except OSError as error:
        raise WriteError(
            "{path}: cannot be stored ({reason}); free some space or mend the rights, then run again",
            path=target,
            reason=error.strerror or error,
        ) from error


def digest_of(content: bytes) -> str:
    """What tells a mail from every other: its SHA-256."""
    return hashlib.sha256(content).hexdigest()


def _force(folder: Path) -> None:
    """Force a folder's entries to disk, where the system can."""
    with suppress(OSError, AttributeError):
        opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
