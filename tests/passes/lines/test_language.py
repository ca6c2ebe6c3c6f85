"""The language of a release: told by its lines, with the region that is known, and doubted where it is uncertain."""

from __future__ import annotations

import dataclasses

import pytest

from oimpress.knowledge.languages import SAMPLE
from oimpress.model.house import ANY_HOUSE
from oimpress.model.nodes import Release
from oimpress.model.traced import Traced
from oimpress.passes.lines.language import LANGUAGE, language
from tests.passes.reading import codes, draft

FRENCH = "Les pluies ont emporté des ponts dans la province et les routes du nord."
ENGLISH = "The rains have washed away bridges in the province and the roads of the north."


@pytest.mark.parametrize(("text", "lang"), [(FRENCH, "fr"), (ENGLISH, "en")])
def test_the_lines_tell(text: str, lang: str) -> None:
    done = language(draft(f"Titre\n\n{text}"))
    assert done.value.release.lang == lang
    assert done.notices == ()
    assert isinstance(done.value.release.lang, Traced)
    assert {piece.edits for piece in done.value.release.lang.pieces} == {LANGUAGE}


def test_languages_as_likely_are_a_notice() -> None:
    done = language(draft(f"{FRENCH}\n{ENGLISH}"))
    assert codes(done.notices) == {"M101"}
    assert done.notices[0].detail == done.value.release.lang


def test_too_few_words_leave_what_the_source_says_and_are_doubted() -> None:
    done = language(draft("Vision 2030", Release("x", lang="es")))
    assert done.value.release.lang == "es"
    assert codes(done.notices) == {"M101"}


def test_the_region_is_kept_where_the_source_or_the_house_says_it() -> None:
    assert language(draft(FRENCH, Release("x", lang="fr-CA"))).value.release.lang == "fr-CA"
    assert language(draft(ENGLISH, Release("x", lang="fr-CA"))).value.release.lang == "en"
    house = dataclasses.replace(ANY_HOUSE, lang="fr-BE")
    given = dataclasses.replace(draft(FRENCH, Release("x", lang="en-GB")), house=house)
    assert language(given).value.release.lang == "fr-BE"


def test_the_first_lines_tell() -> None:
    assert language(draft("le des dans un\npour", Release("x", lang="es"))).value.release.lang == "fr"
    most = "x" * (SAMPLE - 1 - len("le des dans une ")) + " le des dans une"
    assert len(most) == SAMPLE - 1
    assert language(draft(f"{most}\npour", Release("x", lang="es"))).value.release.lang == "es"
    assert (
        language(draft(f"{'x' * (SAMPLE - 50)}\nle des dans une\npour", Release("x", lang="es"))).value.release.lang
        == "fr"
    )
    many = "\n".join(["xx yy zz"] * (SAMPLE // 8 - 1))
    assert language(draft(f"{many}\n{FRENCH * 9}", Release("x", lang="es"))).value.release.lang == "es"
