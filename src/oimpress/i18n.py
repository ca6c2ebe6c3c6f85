"""Words for people: messages and fixed phrases of publications, from the Babel catalogues in ``locale/``.

The English text is the key. A language without a catalogue, or a phrase without a translation, reads English.
"""

from __future__ import annotations

import gettext
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path

from oimpress.own_files import own_file

DOMAIN = "oimpress"
CHOSEN = "OIMPRESS_LANG"  # the variable that chooses the language of messages


@cache
def phrases(lang: str) -> Callable[[str], str]:
    """A function from an English phrase to the same phrase in ``lang`` (a BCP 47 tag)."""
    return _catalogue(lang).gettext


@cache
def plural(lang: str) -> Callable[[str, str, int], str]:
    """A function from English singular, plural and a number to the right form in ``lang``."""
    return _catalogue(lang).ngettext


@cache
def is_spoken(lang: str) -> bool:
    """Whether we have the words of ``lang``: English ones, which are the keys, or a catalogue."""
    return lang.partition("-")[0].lower() == "en" or type(_catalogue(lang)) is not gettext.NullTranslations


def listed(parts: Iterable[str], lang: str) -> str:
    """The parts one after the other, with semicolons as ``lang`` has them."""
    say = phrases(lang)
    return say("{one}; {more}").format(one="", more="").join(parts)


def gettext_noop(phrase: str) -> str:
    """The phrase itself: the mark, for the catalogues, of one that is translated where it is said."""
    return phrase


def _catalogue(lang: str) -> gettext.NullTranslations:
    language = lang.replace("_", "-").split("-")[0].lower()
    where = own_file("oimpress", "locale", language, "LC_MESSAGES", f"{DOMAIN}.mo")
    if not language.isalpha() or not where.is_file():
        return gettext.NullTranslations()
    with where.open("rb") as stream:
        return gettext.GNUTranslations(stream)


def user_language(environ: Mapping[str, str] = os.environ) -> str:
    """The language of messages: that of OIMPRESS_LANG, else of LC_ALL, LC_MESSAGES or LANG, else the system's.

    It is English for C and POSIX. As everywhere with gettext, LANGUAGE goes before the three unless they say C.
    """
    if chosen := environ.get(CHOSEN):
        return _language(chosen)
    locale = next(filter(None, (environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))), system_locale())
    if _language(locale) in ("c", "posix"):
        return "en"
    return _language(environ.get("LANGUAGE", "").split(":")[0] or locale)


@cache
def system_locale() -> str:
    """The locale of the user's desktop on Windows and macOS, whose programs need no variables; ``C`` elsewhere."""
    if sys.platform == "win32":
        from ctypes import windll
        from locale import windows_locale

        return windows_locale.get(windll.kernel32.GetUserDefaultUILanguage(), "C")
    return apple_locale(Path.home()) if sys.platform == "darwin" else "C"


def apple_locale(home: Path) -> str:
    """The first of the languages that a user of macOS prefers, such as ``fr-FR``; ``C`` when none can be read."""
    import plistlib
    from xml.parsers.expat import ExpatError

    try:
        said = plistlib.loads((home / "Library" / "Preferences" / ".GlobalPreferences.plist").read_bytes())
        return str(said["AppleLanguages"][0])
    except (OSError, ValueError, LookupError, TypeError, ExpatError):
        return "C"


def _language(locale: str) -> str:
    language = locale.partition(".")[0].replace("-", "_").partition("_")[0].lower()
    return language if language.isalpha() else "en"
