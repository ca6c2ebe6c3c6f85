"""The catalogues: compiled as they stand, complete in French and in Spanish, and set as those languages are."""

from __future__ import annotations

import io
import re
from importlib import import_module

import pytest

from oimpress.errors import OimpressError
from oimpress.i18n import phrases
from tests.phrases import ERRORS, LANGUAGES, LOCALE, catalogue, compiled, extract, is_translated, said

REMEDY = "run ./dev catalogue, then translate what is empty"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_compiled_catalogue_is_the_compilation_of_its_source(lang: str) -> None:
    assert (LOCALE / lang / "LC_MESSAGES" / "oimpress.mo").read_bytes() == compiled(lang), "run ./dev catalogue"


def untranslated(lang: str, found: list[str | tuple[str, ...]]) -> list[str]:
    translations = catalogue(lang)
    keys = [phrase if isinstance(phrase, str) else phrase[0] for phrase in found]
    return [key for key in keys if not is_translated(translations.get(key))]


@pytest.fixture(scope="module")
def every_phrase() -> list[str | tuple[str, ...]]:
    return said("src", "styles")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_phrase_is_there(lang: str, every_phrase: list[str | tuple[str, ...]]) -> None:
    assert untranslated(lang, every_phrase) == [], REMEDY


# A sign before a blank or at an end: one in an address or a path stands for something else.
SIGNS = {"fr": re.compile(r"(?<!http)(?<!mailt)[^\s][:;!?](?=\s|$)"), "es": re.compile(r"\s[:;!?](?=\s|$)")}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_message_has_the_spaces_of_its_language(lang: str) -> None:
    messages = (message.string for message in catalogue(lang) if message.id)
    forms = (form for said in messages for form in ((said,) if isinstance(said, str) else said or ()))
    assert [form for form in forms if SIGNS[lang].search(form)] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_translation_names_the_same_fields_as_its_phrase(lang: str) -> None:
    for message in catalogue(lang):
        if message.id and message.string:
            ids, forms = ((x,) if isinstance(x, str) else tuple(x) for x in (message.id, message.string))
            assert {fields(form) for form in forms if form} <= {fields(one) for one in ids}, message.id


def fields(phrase: str) -> frozenset[str]:
    return frozenset(re.findall(r"\{\w*\}|%\(\w+\)\w", phrase))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_phrase_is_translated_once(lang: str) -> None:
    entries = (LOCALE / lang / "LC_MESSAGES" / "oimpress.po").read_text("utf-8").count("\nmsgid ")
    assert entries == len(catalogue(lang)), "a phrase stands twice, or its file has no header"


@pytest.mark.parametrize(
    ("lang", "said"), [("fr", "sans date"), ("es", "sin fecha"), ("fr-CA", "sans date"), ("de", "undated")]
)
def test_a_language_without_a_catalogue_reads_english(lang: str, said: str) -> None:
    assert phrases(lang)("undated") == said


def test_the_sentences_of_every_refusal_are_looked_for() -> None:
    import_module("oimpress.digest.ledger")  # the one error that stands elsewhere than the others
    assert {error.__name__ for error in OimpressError.__subclasses__()} == set(ERRORS)


def test_phrases_are_found_in_every_shape() -> None:
    source = b"""
say = phrases(lang)
many = plural(lang)
say("A" if x else "B"); phrases("fr")("C"); many("one D", "more D", n); plural(lang)("one E", "more E", n); _("F")
FORMAT = Format("pdf", ".pdf", "application/pdf", "edition", summary="G", write=write)
other("not this"); say(not_this)
TABLE = {1: gettext_noop("H")}; raise LedgerError("I", path=1)
to, several = phrases(lang), plural(lang); to("J"); several("one K", "more K", n)
"""
    found = {message for _, _, message, _ in extract(io.BytesIO(source), (), (), {})}
    several = {("one D", "more D"), ("one E", "more E"), ("one K", "more K")}
    assert found == {"A", "B", "C", "F", "G", "H", "I", "J"} | several
