"""The catalogues: compiled as they stand, complete in French, and in Spanish for what publications print."""

from __future__ import annotations

import io
import string
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from oimpress.i18n import phrases
from tests.phrases import extract

ROOT = Path(__file__).parents[1]
LOCALE = ROOT / "src" / "oimpress" / "locale"
LANGUAGES = ("fr", "es")
REMEDY = "run ./dev catalogue, then translate what is empty"
METHODS: Any = [("**.py", extract), ("**.j2", "jinja2")]  # Babel takes functions too, its types do not say so


def catalogue(lang: str) -> Catalog:
    with (LOCALE / lang / "LC_MESSAGES" / "oimpress.po").open("rb") as stream:
        return read_po(stream, locale=lang)


def said_in(*folders: Path) -> set[str]:
    """The phrases of the sources in these folders; of a plural, its singular."""
    found = (message for folder in folders for _, _, message, _, _ in extract_from_dir(folder, METHODS))
    return {message if isinstance(message, str) else message[0] for message in found}


def untranslated(lang: str, *folders: Path) -> list[str]:
    translations = catalogue(lang)
    messages = {phrase: translations.get(phrase) for phrase in said_in(*folders)}
    return sorted(phrase for phrase, message in messages.items() if message is None or not is_whole(message))


def is_whole(message: Message) -> bool:
    forms = (message.string,) if isinstance(message.string, str) else message.string
    return bool(forms) and all(forms or ()) and not message.fuzzy


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_compiled_catalogue_is_the_compilation_of_its_source(lang: str) -> None:
    compiled = io.BytesIO()
    write_mo(compiled, catalogue(lang))
    stored = (LOCALE / lang / "LC_MESSAGES" / "oimpress.mo").read_bytes()
    assert compiled.getvalue() == stored, "run ./dev catalogue"


def test_every_phrase_is_there_in_french() -> None:
    assert untranslated("fr", ROOT / "src", ROOT / "styles") == [], REMEDY


def test_what_publications_print_is_there_in_spanish() -> None:
    assert untranslated("es", ROOT / "src" / "oimpress" / "writers", ROOT / "styles") == [], REMEDY


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_translation_names_the_same_fields_as_its_phrase(lang: str) -> None:
    for message in catalogue(lang):
        if message.id and message.string:
            ids, forms = ((x,) if isinstance(x, str) else tuple(x) for x in (message.id, message.string))
            assert {fields(form) for form in forms if form} <= {fields(one) for one in ids}, message.id


def fields(phrase: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in string.Formatter().parse(phrase) if name is not None)


@pytest.mark.parametrize(
    ("lang", "said"), [("fr", "sans date"), ("es", "sin fecha"), ("fr-CA", "sans date"), ("de", "undated")]
)
def test_a_language_without_a_catalogue_reads_english(lang: str, said: str) -> None:
    assert phrases(lang)("undated") == said


def test_phrases_are_found_in_every_shape() -> None:
    source = b"""
say = phrases(lang)
many = plural(lang)
say("A" if x else "B"); phrases("fr")("C"); many("one D", "more D", n); plural(lang)("one E", "more E", n); _("F")
FORMAT = Format("pdf", ".pdf", "application/pdf", "edition", summary="G", write=write)
other("not this"); say(not_this)
"""
    found = {message for _, _, message, _ in extract(io.BytesIO(source), (), (), {})}
    assert found == {"A", "B", "C", ("one D", "more D"), ("one E", "more E"), "F", "G"}
