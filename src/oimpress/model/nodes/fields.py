"""What the head and the foot of a release say: where and when, facts, whom to ask."""

from __future__ import annotations

from typing import Literal, TypeAlias

from oimpress.records import record


@record
class Place:
    """[place] As printed; ``country`` is its ISO 3166-1 alpha-2 code, empty when not known for sure."""

    text: str
    country: str = ""


@record
class Date:
    """[date] As printed; ``when`` is ISO 8601, empty when the text names no year."""

    text: str
    when: str = ""


@record
class Dateline:
    """[dateline] Where and when the release was issued, as its first words said."""

    place: Place | None = None
    date: Date | None = None


@record
class Embargo:
    """[embargo] As printed; ``until`` is the instant it ends, ISO 8601 in UTC, empty when it cannot be read."""

    text: str
    until: str = ""


@record
class Words:
    """[value] A fact's value that is only text."""

    text: str


@record
class Moment:
    """[value type="date"] ``when`` is ISO 8601: a year, a year and month, or a day."""

    text: str
    when: str


@record
class Money:
    """[value type="money"] ``amount`` is a decimal with a full stop, ``currency`` ISO 4217."""

    text: str
    amount: str
    currency: str


@record
class Countries:
    """[value type="countries"] ``codes`` are ISO 3166-1 alpha-2, blank between, in the order of the text."""

    text: str
    codes: str


Value: TypeAlias = Words | Moment | Money | Countries


@record
class Fact:
    """[fact] One line of a project record; ``name`` is the machine's word for the label."""

    name: str
    label: str
    value: Value


PhoneKind: TypeAlias = Literal["", "mobile", "fax"]
PHONE_KINDS: tuple[PhoneKind, ...] = ("", "mobile", "fax")


@record
class Phone:
    """[phone] As shown; ``uri`` is the RFC 3966 ``tel:`` URI, empty when the number cannot be parsed.

    ``kind`` is empty for a telephone of which nothing more is said.
    """

    text: str
    uri: str = ""
    kind: PhoneKind = ""


@record
class Web:
    """[web] A contact's page as shown; ``href`` is its absolute URL."""

    text: str
    href: str


@record
class Contact:
    """[contact] A person or office to ask; at least one field is filled. ``address`` is the postal one, on one line."""

    name: str = ""
    role: str = ""
    organisation: str = ""
    phones: tuple[Phone, ...] = ()
    emails: tuple[str, ...] = ()
    webs: tuple[Web, ...] = ()
    address: str = ""
