"""Words of another language: named, quoted, glossed or unmistakable they are marked; names and ours are not."""

from __future__ import annotations

import pytest

from oimpress.model.nodes import Code, Figure, Foreign, Inlines, Para, Release, Strong, Text
from oimpress.model.runs import flatten, spans
from oimpress.model.traced import Traced
from oimpress.passes.finish.foreign import foreign


def marked(*run: Text | Strong | Foreign | Code, lang: str = "fr") -> Inlines:
    (block,) = foreign(Release("x", lang=lang, body=(Para(run),))).value.body
    assert isinstance(block, Para)
    assert flatten(block.children) == flatten(run)
    return block.children


def found(text: str, lang: str = "fr") -> list[tuple[str, str]]:
    """The words that are marked, each with its language."""
    run = marked(Text(text), lang=lang) if text else ()
    return [(one.lang, text[start:end]) for start, end, one in spans(run, Foreign) if isinstance(one, Foreign)]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("la campagne (de l'espagnol no más trata de personas)", [("es", "no más trata de personas")]),
        ("la page (en anglais : Who we are)", [("en", "Who we are")]),
        ("le mot (du wolof teranga bi)", [("wo", "teranga bi")]),
        ("« Who we are and what we do » (en anglais)", [("en", "Who we are and what we do")]),
        ("Il dit : « We are here to help all of you ».", [("en", "We are here to help all of you")]),
        ("Il dit : “the end of the road”.", [("en", "the end of the road")]),
        ("« No más trata de personas » (« Plus de traite »)", [("es", "No más trata de personas")]),
        ("Il crie ¿Dónde están? et part.", [("es", "¿Dónde están?")]),
        ("Il crie ¡Vamos!! et part.", [("es", "¡Vamos!!")]),
        (
            "« We are here to help » puis « Who are you and why » suivent.",
            [("en", "We are here to help"), ("en", "Who are you and why")],
        ),
    ],
)
def test_words_of_another_language_are_marked(text: str, marks: list[tuple[str, str]]) -> None:
    assert found(text) == marks


@pytest.mark.parametrize(
    "text",
    [
        "Une phrase en français, sans rien.",
        "Il dit : « Nous sommes là pour vous tous ».",
        "la page (en français : Qui nous sommes)",
        "la page (en anglais : qui nous sommes tous)",
        "le mot (en route vers la ville)",
        "« La Voz del Inmigrante » paraît.",
        "« Amnesty » paraît.",
        "« Un mot » (en anglais seulement)",
        "« oui » (non)",
        "",
    ],
)
def test_our_words_and_names_are_not(text: str) -> None:
    assert found(text) == []


def test_in_another_language_french_is_foreign_and_spanish_is_not() -> None:
    assert found("He said: “nous sommes là pour vous et pour eux”.", "en") == [
        ("fr", "nous sommes là pour vous et pour eux")
    ]
    assert found("Grita ¿Dónde están? y se va.", "es-MX") == []
    assert found("He says (in French: nous sommes là)", "en") == [("fr", "nous sommes là")]
    assert found("Una página (en francés: qui nous sommes)", "es") == [("fr", "qui nous sommes")]


def test_the_language_is_put_by_its_rule() -> None:
    (_, one, _) = marked(Text("Il dit : « We are here to help all of you »."))
    assert isinstance(one, Foreign)
    assert isinstance(one.lang, Traced)
    assert {piece.edits for piece in one.lang.pieces} == {"M002"}


def test_what_is_marked_or_code_stays_as_it_is() -> None:
    words = Text("We are here to help all of you")
    for one in (Foreign("en", (words,)), Code((words,))):
        run = (Text("Il dit : « "), one, Text(" »."))
        assert marked(*run) == run


def test_markup_inside_of_foreign_words_stays() -> None:
    run = marked(Text("Il dit : « We are "), Strong((Text("here"),)), Text(" to help all of you »."))
    assert run[1] == Foreign("en", (Text("We are "), Strong((Text("here"),)), Text(" to help all of you")))


def test_a_caption_in_another_language_is_marked_whole() -> None:
    for caption, lang in (
        ("The families of the north wait for the rain", "en"),
        ("Les familles du nord attendent la pluie", ""),
    ):
        (block,) = foreign(Release("x", lang="fr", body=(Figure(caption=(Text(caption),)),))).value.body
        assert isinstance(block, Figure)
        assert block.caption == ((Foreign(lang, (Text(caption),)),) if lang else (Text(caption),))


def test_only_prose_is_read() -> None:
    given = Release("x", lang="fr", issuer="« We are here to help all of you »")
    assert foreign(given).value == given
