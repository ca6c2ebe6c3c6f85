"""The office whose releases are read: what it knows better than any rule."""

from __future__ import annotations

from oimpress.model.convention import DEFAULT, Convention
from oimpress.records import record

PRESS = "press-fr"  # the profile of any office that writes French, and the one of every command


@record
class House:
    """An office and its words, as ``[office]`` and ``[lexicon]`` of ``oimpress.toml`` give them; all may be empty.

    ``country`` is an ISO 3166-1 alpha-2 code. The lexicons hold words as they are written in its releases: bodies that
    issue them, kickers, lines that are furniture of its pages, its agencies, and the roles of its contacts. ``lang`` is
    what it writes in where a source says no region of its own; ``convention`` its typography.
    """

    country: str = ""
    name: str = ""
    organisations: tuple[str, ...] = ()
    kickers: tuple[str, ...] = ()
    furniture: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    lang: str = ""
    convention: Convention = DEFAULT


ANY_HOUSE = House()
