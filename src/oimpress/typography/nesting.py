"""How deep in « » a place is."""

from __future__ import annotations

import re
from collections.abc import Iterator


def with_depth(pattern: re.Pattern[str], run: str) -> Iterator[tuple[re.Match[str], int]]:
    """Each match, and how many « are open where it begins."""
    depth = at = 0
    for match in pattern.finditer(run):
        depth += run.count("«", at, match.start()) - run.count("»", at, match.start())
        at = match.start()
        yield match, depth
