"""A mail that somebody copied out of a mail program into a text, with the fields that it printed above it."""

from __future__ import annotations

from oimpress.errors import ReadError
from oimpress.model.draft import Line
from oimpress.model.traced import EMPTY
from oimpress.readers.mail.cutting import begins_with_fields
from oimpress.readers.mail.fields import Fields
from oimpress.readers.mail.message import IncomingMail, drafted, lines_in
from oimpress.readers.mail.parts import TextPart
from oimpress.readers.shared.characters import lines_of
from oimpress.readers.shared.encoding import decode
from oimpress.readers.shared.reader import HEAD, Drafted, SourceText
from oimpress.sources import Source


def is_copied(source: Source) -> bool:
    """Whether a text begins with the fields of a mail as programs print them."""
    try:
        text = decode(source.data[: 2 * HEAD], source.name).text
    except ReadError:
        return False
    return begins_with_fields([line for line in lines_of(text) if isinstance(line, Line)])


def read(source: Source) -> Drafted:
    """The release below the fields, its title and day from them. Raises ReadError for what is no text."""
    text, encoding, notices = decode(source.data, source.name)
    letter = IncomingMail(source.name)
    stretch = letter.sheet.add(text)
    letter.notices += notices
    flow = [*lines_in(TextPart(text, False), stretch, letter)]
    found = drafted([*flow], "", Fields(EMPTY, True, "", ()), letter, source)
    return found._replace(text=SourceText(text, encoding))
