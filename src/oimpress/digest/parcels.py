"""A mail on its way, and what became of it."""

from __future__ import annotations

from typing import Literal, TypeAlias

from oimpress.records import record

ParcelState: TypeAlias = Literal["done", "deferred", "refused", "lost"]


@record
class Parcel:
    """A mail on its way. ``name`` is unique and fixed for the issue; ``recipient`` is empty for folders."""

    name: str
    content: bytes
    sender: str
    recipient: str = ""


@record
class Outcome:
    """``deferred`` may be tried again, ``refused`` may not, ``lost`` was given away and its answer never came.

    ``answer`` is what the other side said. ``of_all`` when that concerns all mails, not this one: the server is down.
    """

    state: ParcelState
    answer: str = ""
    of_all: bool = False
