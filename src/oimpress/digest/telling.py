"""What a timer tells of a list: each trouble once, until it is over."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from oimpress.digest.storing import store


def news(path: Path, lines: Sequence[str]) -> tuple[str, ...]:
    """Those of ``lines`` that the call before did not have; the file at ``path`` remembers them for the next one.

    Where nothing can be read or written there, all are news.
    """
    try:
        told = frozenset(path.read_text("utf-8").splitlines())
    except (OSError, UnicodeDecodeError):
        told = frozenset()
    single = tuple(dict.fromkeys(" ".join(line.split()) for line in lines))
    if frozenset(single) != told:
        with suppress(OSError):
            _remember(path, single)
    return tuple(line for line in single if line not in told)


def _remember(path: Path, lines: Sequence[str]) -> None:
    if lines:
        store(path, "".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace"))
    else:
        path.unlink()
