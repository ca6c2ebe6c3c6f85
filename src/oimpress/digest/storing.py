"""A file that is there whole or not at all, whatever stops the program or fills the disk."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


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


def _force(folder: Path) -> None:
    """Force a folder's entries to disk, where the system can."""
    with suppress(OSError, AttributeError):
        opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
