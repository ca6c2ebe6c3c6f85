"""Files that appear whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from oimpress.errors import WriteError


def make_folder(folder: Path) -> None:
    """Make ``folder`` and those above it. Raises WriteError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WriteError("{path}: cannot make this folder ({reason})", path=folder, reason=error.strerror) from None


def store(path: Path, data: bytes) -> None:
    """Put ``data`` at ``path`` in one step: written beside it under another name, then renamed. Raises WriteError."""
    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.")
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fchmod(stream.fileno(), 0o666 & ~_umask())
        os.replace(temporary, path)
    except OSError as error:
        if temporary:
            with contextlib.suppress(OSError):
                os.unlink(temporary)
        raise WriteError("{path}: cannot be written ({reason})", path=path, reason=error.strerror) from None


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
