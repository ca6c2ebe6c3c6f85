"""Typography in French, English and Spanish: every edit has its rule and its source.

The rules run in the order of ``rules/__init__.py`` over one run of text; what must not change is masked first.
"""

from __future__ import annotations

from oimpress.errors import UsageError
from oimpress.model.traced import Edit, Traced, edited
from oimpress.typography.convention import DEFAULT, LANGUAGES, Convention, find_language, usage_of
from oimpress.typography.doubts import Doubted, doubts
from oimpress.typography.engine import corrected, edits_of
from oimpress.typography.releases import typeset_release
from oimpress.typography.report import as_diff, as_explained
from oimpress.typography.shelters import MODES, Mode, mode_of, said_language, shelters

__all__ = [
    "DEFAULT",
    "LANGUAGES",
    "MODES",
    "Convention",
    "Doubted",
    "Edit",
    "Mode",
    "analyse",
    "as_diff",
    "as_explained",
    "doubts",
    "mode_of",
    "said_language",
    "typeset",
    "typeset_release",
]


def typeset(text: str, lang: str = "fr", convention: Convention = DEFAULT, mode: Mode = "text") -> str:
    """``text`` set by the rules of ``lang``; traced if it was traced. Setting it again changes nothing.

    ``mode`` says what it is written in; the syntax of Markdown and HTML stays. Raises TypeError for what is no text,
    UsageError for a language without rules.
    """
    if isinstance(text, Traced):
        return edited(text, analyse(text, lang, convention, mode))
    return corrected(_text(text), usage_of(_language(lang), convention), shelters(text, mode))


def analyse(text: str, lang: str = "fr", convention: Convention = DEFAULT, mode: Mode = "text") -> list[Edit]:
    """The edits that typesetting makes: ordered, disjoint, in offsets of ``text``.

    The codes of several rules that changed one place are joined by ``+``; ``rules.toml`` explains them. Raises
    TypeError for what is no text, UsageError for a language without rules.
    """
    return edits_of(_text(text), usage_of(_language(lang), convention), shelters(text, mode))


def _text(text: str) -> str:
    if not isinstance(text, str):
        advice = "; decode it first" if isinstance(text, (bytes, bytearray, memoryview)) else ""
        raise TypeError(f"typeset: text must be str, not {type(text).__name__}{advice}")
    return str(text)


def _language(lang: str) -> str:
    if not isinstance(lang, str):
        raise TypeError(f"typeset: lang must be str, not {type(lang).__name__}")
    if not (language := find_language(str(lang))):
        raise UsageError(
            "{lang}: no typography for this language; choose among {known}", lang=lang, known=", ".join(LANGUAGES)
        )
    return language
