"""Languages as people write them, to BCP 47 tags."""

from __future__ import annotations

from functools import cache

from oimpress.knowledge.folding import fold
from oimpress.knowledge.languages import LANGUAGES
from oimpress.knowledge.lexicon import named
from oimpress.patterns import lazy

TAG = lazy(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")


def language_tag(text: str) -> str:
    """The tag of a language given as one, as a locale or by its name in French, English or Spanish; else empty.

    ``fr_CA`` is ``fr-CA``, ``espagnol`` is ``es``, ``fra`` is ``fr``. A tag's language must be one of ISO 639.
    """
    return _tag(text.strip().replace("_", "-")) or language_names().get(fold(text), "")


@cache
def language_names() -> dict[str, str]:
    """Folded name of a language -> its tag, from CLDR in three languages."""
    names: dict[str, str] = {}
    for language in LANGUAGES:
        for code, name in named("language", language):
            names.setdefault(fold(name), code.replace("_", "-"))
    return names


def _tag(text: str) -> str:
    if text in LANGUAGES:
        return text  # without Babel, which loads slowly
    if not TAG.fullmatch(text):
        return ""
    from babel.core import get_global

    given, *others = text.split("-")
    language = str(get_global("language_aliases").get(given.lower(), given.lower())).replace("_", "-")
    if language == "und" or language.partition("-")[0] not in get_global("likely_subtags"):
        return ""
    return "-".join([language, *map(_cased, others)])


def _cased(subtag: str) -> str:
    """Scripts are written ``Latn``, countries ``CA``, anything else small. Source: RFC 5646, section 2.1.1."""
    match len(subtag):
        case 4 if subtag.isalpha():
            return subtag.title()
        case 2:
            return subtag.upper()
        case _:
            return subtag.lower()
