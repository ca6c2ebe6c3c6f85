"""Files that appear whole or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path

from oimpress.errors import WriteError


def make_folder(folder: Path) -> None:
    """Make ``folder`` and those above it. Raises WriteError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WriteError(
            "{path}: cannot make this folder ({reason}); choose another with --output",
            path=folder,
            reason=error.strerror,
        ) from None


def store(path: Path, data: bytes) -> None:
    """Put ``data`` at ``path`` in one step, or leave what is there. Raises WriteError."""
    store_together((path, data))


def store_together(*files: tuple[Path, bytes]) -> None:
    """Put each of ``files`` (path, bytes) in its place once all are written beside it. Raises WriteError.

    Whatever interrupts it, no other file stays behind.
    """
    temporary = {path: path.with_name(f".{path.name[:40]}.{secrets.token_hex(4)}") for path, _ in files}
    current = Path()
    try:
        for current, data in files:
            with temporary[current].open("xb") as stream:
                stream.write(data)
        for current, beside in temporary.items():
            os.replace(beside, current)
    except OSError as error:
        raise WriteError(
            "{path}: cannot be written ({reason}); make room there, or choose another folder with --output",
            path=current,
            reason=error.strerror,
        ) from None
    finally:
        for beside in temporary.values():
            with contextlib.suppress(OSError):
                beside.unlink()
