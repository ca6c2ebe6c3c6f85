"""The pictures that a mail carries with it, each once, where its HTML names them. Source: RFC 2387, RFC 2392."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from oimpress.model.nodes import Edition
from oimpress.notices import Notice
from oimpress.style import Style
from oimpress.writers.mail.mime import Leaf
from oimpress.writers.page.house import LOGO
from oimpress.writers.page.painted import Painter
from oimpress.writers.page.pictures import Named, Picture, pictures

WIDEST = 1072  # pixels each way: twice those between the margins of the paper
MOST = 3_000_000  # bytes of all pictures of a mail; those behind leave their captions


def mail_pictures(edition: Edition, style: Style) -> tuple[dict[Named, Picture], tuple[Notice, ...]]:
    """The logo and the pictures of the edition that fit, in order, and what there is to say of others.

    Drawings, which few mail readers show, are painted.
    """
    painter = Painter(style, WIDEST)
    house = painter.house()
    logo = {("", LOGO): house.logo} if house.logo else {}
    found, notices = pictures(edition, WIDEST, shown=painter) if edition.assets else ({}, ())
    found, notices = logo | found, (*house.notices, *notices)
    fitting: dict[Named, Picture] = {}
    room = MOST
    for name, one in found.items():
        room -= 0 if one in fitting.values() else len(one.data)
        if room < 0:
            break
        fitting[name] = one
    return fitting, notices


def content_address(picture: Picture) -> str:
    """The address of ``picture`` in the HTML of the mail that carries it."""
    return f"cid:{_name(picture)}"


def picture_leaves(carried: Mapping[Named, Picture], html: str) -> tuple[Leaf, ...]:
    """A part for each of the pictures that ``html`` shows."""
    shown = (one for one in dict.fromkeys(carried.values()) if content_address(one) in html)
    return tuple(Leaf(one.media_type, one.data, _fields(one), "base64") for one in shown)


def _fields(picture: Picture) -> tuple[str, ...]:
    return (f"Content-ID: <{_name(picture)}>\r\n", "Content-Disposition: inline\r\n")


def _name(picture: Picture) -> str:
    return hashlib.sha256(picture.data).hexdigest()[:32] + "@pictures.invalid"
