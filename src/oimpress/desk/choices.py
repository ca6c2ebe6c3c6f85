"""What is to be published, and how: read off an address or a form, so that it can be kept, sent and gone back to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from oimpress.desk.archive import asked
from oimpress.desk.calls import DeskCall
from oimpress.desk.previews import Choice
from oimpress.publish.build import Options
from oimpress.writers import names

NAMED = ("source", "words", "kind", "lang", "state", "all")  # what of the archive is meant
MADE = ("format", "style", "title", "date", "tongue", "each", "set")  # how it is made


def choice(call: DeskCall, said: Mapping[str, Sequence[str]]) -> Choice:
    """What ``said``, an address or a form, chooses; what it does not say is as the settings have it.

    Raises UsageError for a date or a language that cannot be, ReadError for a source that is none.
    """

    def one(name: str, otherwise: str = "") -> str:
        return said.get(name, (otherwise,))[0]

    config = call.room.config
    fresh = not one("set")
    formats = tuple(config.formats) if fresh else tuple(said.get("format", ()))
    formats = names() if "all" in formats else tuple(name for name in names() if name in formats)
    options = Options(
        one("title", config.edition.title),
        one("date", config.edition.date),
        one("tongue", config.lang),
        config.profile,
        config.each if fresh else bool(one("each")),
        config.house,
    )
    paths, whole = _paths(call, said)
    query = {name: tuple(said[name]) for name in (*NAMED, *MADE) if said.get(name)}
    return Choice(paths, whole, formats, one("style") or config.style, options, query)


def _paths(call: DeskCall, said: Mapping[str, Sequence[str]]) -> tuple[tuple[Path, ...], bool]:
    """The sources that are named, those that the archive finds, or all of them."""
    if keys := [key for key in said.get("source", ()) if key]:
        return tuple(map(call.room.path, dict.fromkeys(keys))), False
    if any(said.get(name, ("",))[0] for name in NAMED[1:-1]):
        return tuple(call.desk.index.find(asked(call))), False
    return tuple(call.room.sources()), True


def settings_of(wanted: Choice) -> dict[str, Any]:
    """What ``oimpress.toml`` says to make the same again."""
    return {
        "formats": list(wanted.formats),
        "style": wanted.style,
        "each": wanted.options.each,
        **({"lang": wanted.options.lang} if wanted.options.lang else {}),
    }
