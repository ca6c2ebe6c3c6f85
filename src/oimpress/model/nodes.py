"""The shape of a release: frozen, typed, equal by content.

The element names of the canonical XML stand in brackets. Plain ``str`` fields hold one line of text or one
attribute; ``Inlines`` hold text with markup. While a source is normalised every such string is a
:class:`~oimpress.model.traced.Traced`, which compares like the text it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["press-release", "project", "statement", "speech", "story", "note", "other"]
KINDS: tuple[Kind, ...] = ("press-release", "project", "statement", "speech", "story", "note", "other")


# -- inlines: wherever text stands ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text:
    """Characters: never empty, never beside another Text, NFC, no control characters."""

    value: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """[em]"""

    children: Inlines


@dataclass(frozen=True, slots=True)
class Strong:
    """[strong]"""

    children: Inlines


@dataclass(frozen=True, slots=True)
class Link:
    """[link] ``href`` is an absolute URL or a ``mailto:``."""

    href: str
    children: Inlines


@dataclass(frozen=True, slots=True)
class Foreign:
    """[foreign] Words in another language, named by its BCP 47 tag."""

    lang: str
    children: Inlines


@dataclass(frozen=True, slots=True)
class Superscript:
    """[sup]"""

    children: Inlines


@dataclass(frozen=True, slots=True)
class Code:
    """[code] Words of a machine, which no rule of language may touch."""

    children: Inlines


@dataclass(frozen=True, slots=True)
class Call:
    """[call] The mark that calls the note whose ``id`` is ``to``; its children are the mark as printed."""

    to: str
    children: Inlines


@dataclass(frozen=True, slots=True)
class Break:
    """[br] A line break inside a paragraph; one line feed in a flattened run."""


Marked: TypeAlias = Emphasis | Strong | Link | Foreign | Superscript | Code | Call
Inline: TypeAlias = Text | Break | Marked
Inlines: TypeAlias = tuple[Inline, ...]


# -- blocks -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Para:
    """[p]"""

    children: Inlines


@dataclass(frozen=True, slots=True)
class Section:
    """[section] A heading (intertitre) and what stands under it."""

    heading: Inlines
    blocks: Blocks


@dataclass(frozen=True, slots=True)
class Item:
    """[item] One item of a list."""

    blocks: Blocks


@dataclass(frozen=True, slots=True)
class List:
    """[list] ``marker`` is the first item's label as printed (``1)``, ``•``), empty when unknown."""

    items: tuple[Item, ...]
    ordered: bool = False
    marker: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """[quote] Words of somebody set apart, with who said them."""

    blocks: Blocks
    attribution: Inlines = ()


@dataclass(frozen=True, slots=True)
class Aside:
    """[aside] A sidebar (encadré); ``kind`` is a word such as ``context`` or ``quote``."""

    blocks: Blocks
    kind: str = "context"
    heading: Inlines = ()
    attribution: Inlines = ()


Align: TypeAlias = Literal["", "center", "end"]
ALIGNS: tuple[Align, ...] = ("", "center", "end")


@dataclass(frozen=True, slots=True)
class Cell:
    """[cell] One that covers so many ``columns`` and ``rows``; ``align`` is empty at the start of the line."""

    children: Inlines
    header: bool = False
    columns: int = 1
    rows: int = 1
    align: Align = ""


@dataclass(frozen=True, slots=True)
class Row:
    """[row] The cells that begin in it; none in the places that one of a row above reaches down to."""

    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """[table] :class:`~oimpress.model.grid.Grid` says where its cells stand."""

    rows: tuple[Row, ...]
    caption: Inlines = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """[figure] A picture by reference; ``alt`` replaces it for those who cannot see it."""

    href: str = ""
    alt: str = ""
    caption: Inlines = ()
    credit: Inlines = ()


@dataclass(frozen=True, slots=True)
class Note:
    """[note] A foot- or endnote; ``id`` is the name that its calls have for it, empty when nothing calls it."""

    children: Inlines
    id: str = ""


@dataclass(frozen=True, slots=True)
class Preformatted:
    """[pre] Text whose lines and spaces are meant: code, verse, what a machine printed."""

    children: Inlines


Block: TypeAlias = Para | Section | List | Quote | Aside | Table | Figure | Note | Preformatted
Blocks: TypeAlias = tuple[Block, ...]


# -- head and foot ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Place:
    """[place] As printed; ``country`` is its ISO 3166-1 alpha-2 code, empty when not known for sure."""

    text: str
    country: str = ""


@dataclass(frozen=True, slots=True)
class Date:
    """[date] As printed; ``when`` is ISO 8601, empty when the text names no year."""

    text: str
    when: str = ""


@dataclass(frozen=True, slots=True)
class Dateline:
    """[dateline] Where and when the release was issued, as its first words said."""

    place: Place | None = None
    date: Date | None = None


@dataclass(frozen=True, slots=True)
class Embargo:
    """[embargo] As printed; ``until`` is the instant it ends, ISO 8601 in UTC, empty when it cannot be read."""

    text: str
    until: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """[value] A fact's value that is only text."""

    text: str


@dataclass(frozen=True, slots=True)
class Moment:
    """[value type="date"] ``when`` is ISO 8601: a year, a year and month, or a day."""

    text: str
    when: str


@dataclass(frozen=True, slots=True)
class Money:
    """[value type="money"] ``amount`` is a decimal with a full stop, ``currency`` ISO 4217."""

    text: str
    amount: str
    currency: str


@dataclass(frozen=True, slots=True)
class Countries:
    """[value type="countries"] ``codes`` are ISO 3166-1 alpha-2, blank between, in the order of the text."""

    text: str
    codes: str


Value: TypeAlias = Words | Moment | Money | Countries


@dataclass(frozen=True, slots=True)
class Fact:
    """[fact] One line of a project record; ``name`` is the machine's word for the label."""

    name: str
    label: str
    value: Value


PhoneKind: TypeAlias = Literal["", "mobile", "fax"]
PHONE_KINDS: tuple[PhoneKind, ...] = ("", "mobile", "fax")


@dataclass(frozen=True, slots=True)
class Phone:
    """[phone] As shown; ``uri`` is the RFC 3966 ``tel:`` URI, empty when the number cannot be parsed.

    ``kind`` is empty for a telephone of which nothing more is said.
    """

    text: str
    uri: str = ""
    kind: PhoneKind = ""


@dataclass(frozen=True, slots=True)
class Web:
    """[web] A contact's page as shown; ``href`` is its absolute URL."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Contact:
    """[contact] A person or office to ask; at least one field is filled. ``address`` is the postal one, on one line."""

    name: str = ""
    role: str = ""
    organisation: str = ""
    phones: tuple[Phone, ...] = ()
    emails: tuple[str, ...] = ()
    webs: tuple[Web, ...] = ()
    address: str = ""


@dataclass(frozen=True, slots=True)
class SourceRef:
    """[source] What the release was made from."""

    name: str
    sha256: str
    media_type: str
    reader: str
    url: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True)
class Release:
    """[release] One communiqué. What is not known is absent.

    ``issuer`` is the body that issues it, as its page says, and ``reference`` the number that this body gave it.
    """

    id: str
    lang: str = "fr"
    kind: Kind = "press-release"
    issuer: str = ""
    reference: str = ""
    embargo: Embargo | None = None
    kicker: Inlines = ()
    title: Inlines = ()
    subtitle: Inlines = ()
    dateline: Dateline | None = None
    published: str = ""
    facts: tuple[Fact, ...] = ()
    body: Blocks = ()
    contacts: tuple[Para | Contact, ...] = ()
    about: Blocks = ()
    source: SourceRef | None = None


Asset: TypeAlias = str | tuple[str, str]
EditionKind: TypeAlias = Literal["single", "press-kit", "digest"]


@dataclass(frozen=True, slots=True)
class Edition:
    """1..n releases rendered together.

    ``date`` is ISO 8601, empty for an undated edition; ``subtitle`` and ``organisation`` are plain text. ``assets`` are
    the bytes of pictures by the ``href`` of their figures; by the release's ``id`` and the ``href`` for one that only
    this release means by it, which goes before the other.
    """

    releases: tuple[Release, ...]
    title: str
    kind: EditionKind = "press-kit"
    lang: str = "fr"
    date: str = ""
    subtitle: str = ""
    organisation: str = ""
    assets: Mapping[Asset, bytes] = field(default_factory=dict, compare=False, repr=False)

    def asset(self, release: Release, href: str) -> bytes:
        """The picture that ``release`` calls ``href``; no bytes when it is not there."""
        return self.assets.get((release.id, href)) or self.assets.get(href, b"")
