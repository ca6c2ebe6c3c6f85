"""Reads an export that holds one JSON object a line, each with a title, a day and a text in Markdown."""

from __future__ import annotations

import json
from collections.abc import Iterator

import oimpress
from oimpress import Reader, ReadError, Source


def sniff(source: Source) -> bool:
    """Whether this is such an export; it is asked of every source, and looks at the name only."""
    return oimpress.is_named(source, ".jsonl")


def read(source: Source) -> Iterator[Source | ReadError]:
    """Each object as a source in Markdown, which has a reader; a line that is none costs that line only."""
    for number, line in enumerate(source.data.splitlines(), 1):
        try:
            row = json.loads(line)
            title, day, text = (str(row[key]) for key in ("title", "date", "text"))
        except (ValueError, KeyError, TypeError):
            yield ReadError(
                "{name}: line {number} is no release; write title, date and text",
                name=source.name,
                number=number,
            )
            continue
        yield Source(f"{source.name}/{number}.md", f"---\ndate: {day}\n---\n\n# {title}\n\n{text}\n".encode())


READER = Reader("jsonl", sniff, read)
