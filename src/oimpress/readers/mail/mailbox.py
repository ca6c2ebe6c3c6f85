"""Mailboxes: many messages in one file, taken one at a time. Source: RFC 4155, and « mboxrd » for escaped lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from oimpress.readers.shared.reader import MARKS
from oimpress.sources import Source

BEGIN = re.compile(rb"(?:\A[" + re.escape(MARKS) + rb"]*|(?<=\n\n)|(?<=\n\r\n))From [^\r\n]*\r?\n(?=[!-9;-~]+:)")
ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)


def messages(source: Source) -> Iterator[Source]:
    """Each message of the mailbox as a source, named by its number."""
    data, start = source.data, 0
    for number, begin in enumerate(chain(BEGIN.finditer(data), (None,))):
        end = begin.start() if begin else len(data)
        if number:
            whole = ESCAPED.sub(rb"\1", data[start:end])
            yield replace(source, name=f"{source.name}/{number}.eml", data=whole)
        start = begin.end() if begin else end
