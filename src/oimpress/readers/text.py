"""Text dumps: one line of the flow for each line that holds something."""

from __future__ import annotations

from collections.abc import Iterator, Set

from oimpress.errors import ReadError
from oimpress.model.draft import Draft, Line
from oimpress.model.nodes import Release, SourceRef
from oimpress.notices import Dropped, Notice, Result, notice
from oimpress.patterns import lazy
from oimpress.readers.shared.characters import lines_of, lost_letters
from oimpress.readers.shared.dumped import with_links
from oimpress.readers.shared.encoding import decode
from oimpress.readers.shared.keyed_tags import with_tags_read
from oimpress.readers.shared.paged import without_running
from oimpress.readers.shared.printed import with_addresses
from oimpress.readers.shared.reader import Drafted, Reader, SourceText
from oimpress.readers.shared.underlined import without_underlines
from oimpress.sources import Source

CONTROLS = lazy("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")


def read(source: Source) -> Iterator[Drafted]:
    """The lines of a text source as a draft, and its text.

    Control characters, a byte order mark, zero-width characters and stray bytes are edited out; the rest is composed
    (NFC). Raises ReadError for what is empty or not text. Notices: R001, R002, R008, R071, L104. Rules: R003-R007,
    R064, R065, R092, L011, L013-L016.
    """
    text, encoding, notices = decode(source.data, source.name)
    present = frozenset(text)
    found = list(lines_of(text))
    lines, running = without_running([line for line in found if isinstance(line, Line)], text)
    dumped = with_links(lines)
    lines, rules = without_underlines(dumped.lines)
    lines, printed = with_addresses(lines)
    lines, tags, doubts = with_tags_read(lines)
    dropped = (
        *(line for line in found if isinstance(line, Dropped)),
        *running,
        *dumped.dropped,
        *rules,
        *printed,
        *tags,
    )
    if not lines:
        raise ReadError("{name}: only blank lines were found; nothing was read", name=source.name)
    ref = SourceRef(source.name, source.sha256, "text/plain", "text", source.metadata.url, source.metadata.licence)
    draft = Draft(Release(id="release", source=ref), lines)
    yield Drafted(
        Result(draft, (*notices, *_controls(present), *lost_letters(text), *dumped.notices, *doubts), dropped),
        SourceText(text, encoding),
        source,
    )


READER = Reader("text", lambda _: True, read)


def _controls(present: Set[str]) -> Iterator[Notice]:
    if found := sorted(filter(CONTROLS.match, present)):
        yield notice("R008", detail=" ".join(f"U+{ord(char):04X}" for char in found))
