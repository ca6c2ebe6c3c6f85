"""The corpus: pages as they were scraped, each with its gold beside it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

FOLDER = Path(__file__).parent / "corpus"
SUFFIXES = frozenset({".txt", ".html", ".eml", ".docx", ".md"})
Gold: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Page:
    """One scraped page and what a careful reader finds in it; README.md tells the fields of the gold."""

    name: str
    data: bytes
    gold: Gold

    @property
    def text(self) -> str:
        """The page's characters; no page of the corpus is in another encoding than these two."""
        try:
            return self.data.decode("utf-8-sig")
        except UnicodeDecodeError:
            return self.data.decode("cp1252")


def pages(folder: Path = FOLDER) -> Iterator[Page]:
    """Every page of a folder, in the order of the names."""
    for path in sorted(path for path in folder.iterdir() if path.suffix in SUFFIXES):
        gold: Gold = json.loads(path.with_suffix(".json").read_text("utf-8"))
        yield Page(path.name, path.read_bytes(), gold)
