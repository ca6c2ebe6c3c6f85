"""Words for people: messages and fixed phrases of publications, from the Babel catalogues in ``locale/``.

The English text is the key. A language without a catalogue, or a phrase without a translation, reads English.
"""

from __future__ import annotations

import gettext
import os
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files

DOMAIN = "oimpress"


@cache
def phrases(lang: str) -> Callable[[str], str]:
    """A function from an English phrase to the same phrase in ``lang`` (a BCP 47 tag)."""
    return _catalogue(lang).gettext


@cache
def plural(lang: str) -> Callable[[str, str, int], str]:
    """A function from English singular, plural and a number to the right form in ``lang``."""
    return _catalogue(lang).ngettext


def gettext_noop(phrase: str) -> str:
    """The phrase itself: the mark, for the catalogues, of one that is translated where it is said."""
    return phrase


def _catalogue(lang: str) -> gettext.NullTranslations:
    language = lang.replace("_", "-").split("-")[0].lower()
    where = files("oimpress").joinpath("locale", language, "LC_MESSAGES", f"{DOMAIN}.mo")
    if not language.isalpha() or not where.is_file():
        return gettext.NullTranslations()
    with where.open("rb") as stream:
        return gettext.GNUTranslations(stream)


def user_language(environ: Mapping[str, str] = os.environ) -> str:
    """The language messages are shown in: that of LC_ALL, LC_MESSAGES or LANG; English for C and POSIX.

    As everywhere with gettext, LANGUAGE goes before them unless they say C.
    """
    locale = next(filter(None, (environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))), "C")
    if _language(locale) in ("c", "posix"):
        return "en"
    language = _language(environ.get("LANGUAGE", "").split(":")[0] or locale)
    return language if language.isalpha() else "en"


def _language(locale: str) -> str:
    return locale.partition(".")[0].partition("_")[0].lower()
