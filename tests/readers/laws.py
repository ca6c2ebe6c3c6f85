"""The law of sources with markup: trail and release rebuild every character of their text."""

from __future__ import annotations

import hashlib

from oimpress.model.codec import from_xml, to_xml
from oimpress.model.trail import UNEXPLAINED, rebuild
from oimpress.model.trail_json import from_json, to_json
from oimpress.notices import Dropped
from oimpress.pipeline import Normalised, normalise_all, normalise_source
from oimpress.readers import read
from oimpress.readers.shared.reader import Drafted, SourceText
from oimpress.sources import Source


def lawful(source: Source, profile: str = "press-fr") -> Normalised:
    """What ``source`` was normalised to, after the law is checked on what would be stored."""
    return checked(normalise_source(source, profile), *texts(source))


def lawful_all(source: Source) -> list[Normalised]:
    """The same for each of several releases."""
    return [checked(done, text) for done, text in zip(normalise_all(source), texts(source), strict=True)]


def texts(source: Source) -> list[SourceText | None]:
    """The text of each release in ``source``."""
    return [found.text for found in read(source) if isinstance(found, Drafted)]


def dropped(source: Source) -> list[Dropped]:
    """What the reader of ``source`` itself left out, before any pass."""
    return [each for found in read(source) if isinstance(found, Drafted) for each in found.draft.dropped]


def checked(done: Normalised, text: SourceText | None) -> Normalised:
    """``done``, after the law is checked on it and the ``text`` of its source."""
    assert text is not None
    assert text.law == "text"
    assert done.trail is not None
    stored = from_json(to_json(done.trail))
    assert stored == done.trail
    rebuilt = rebuild(from_xml(to_xml(done.value)), stored)
    assert rebuilt == text.characters.encode()
    assert hashlib.sha256(rebuilt).hexdigest() == stored.sha256
    assert [step for step in stored.steps if step.rule == UNEXPLAINED] == []
    return done
