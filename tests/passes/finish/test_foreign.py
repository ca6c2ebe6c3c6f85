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
    assert found(text) == found(text, "fr-CA") == marks


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
    assert found(text) == found(text, "fr-CA") == []


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("« Teranga bi rekk » (en wolof)", [("wo", "Teranga bi rekk")]),
        ("« Nous sommes là » (en français)", []),
        ("« Teranga bi rekk » (en route)", []),
        ("le mot (du wolof nous sommes)", []),
        ("le mot (du wolof teranga)", []),
        ("le mot (du wolof tëranga)", [("wo", "tëranga")]),
        ("le mot (en mapuche : küme felen)", [("arn", "küme felen")]),
    ],
)
def test_a_language_that_is_named_is_believed_unless_the_words_are_ours(
    text: str, marks: list[tuple[str, str]]
) -> None:
    assert found(text) == found(text, "fr-CA") == marks


def test_what_is_said_in_brackets_in_english_too() -> None:
    assert found("He wrote “teranga bi rekk” (in Wolof).", "en") == [("wo", "teranga bi rekk")]


@pytest.mark.parametrize(
    ("words", "lang"),
    [
        ("The people rebuilt houses in villages and towns", "en"),  # three small words
        ("The people rebuilt many houses in villages everywhere", ""),  # two
        ("The people said on Radio Bleue comment tout va", ""),
        ("Clean climate", "en"),  # two words that French has not
        ("Clean climat", ""),
        ("Clean Climate", ""),  # capitals as names have
        ("Clean climate lempira", "en"),  # one of three may be strange
        ("Clean climate lempira tanit", ""),
        ("Clean lempira", ""),
        ("We are they", "en"),  # small words
        ("We are", ""),  # too short to tell, and its blanks are none of it
        ("We were", ""),
        ("We Are Lempira", "en"),
        ("The lempira", ""),
        ("Avec climate children", ""),  # a word of ours beside them
    ],
)
def test_a_quotation_is_in_the_language_of_its_words(words: str, lang: str) -> None:
    for ours in ("fr", "fr-CA"):
        assert found(f"Il dit : « {words} ».", ours) == ([(lang, words)] if lang else [])


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("« Los pescadores de Tanit » (Les pêcheurs de Tanit)", "es"),
        ("« Voces de Lempira » (Voix de Lempira)", "es"),
        ("« Voces de Sol » (Voix de Sol)", ""),  # a name has more than three letters
        ("« Voces de lempira » (Voix de lempira)", ""),
        ("« Los pescadores de Tanit » (Pêcheurs)", ""),
        ("« Los pescadores de Tanit » (Les pêcheurs de Tanit et leurs familles)", ""),
        ("« Los pescadores de Tanit » (Les pêcheurs de la Tanit)", "es"),
        ("« Les pêcheurs de Tanit » (Les marins de Tanit)", ""),
        ("« Los de Tanit » (Los de Tanit)", ""),
    ],
)
def test_what_is_said_again_in_brackets_was_in_another_language(text: str, lang: str) -> None:
    assert [each for each, _ in found(text)] == ([lang] if lang else [])


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


@pytest.mark.parametrize(
    ("caption", "ours", "lang"),
    [
        ("The families of the north wait for the rain", "fr", "en"),
        ("Les familles du nord attendent la pluie", "fr", ""),
        ("Les familles du nord attendent la pluie", "fr-CA", ""),
        ("The families of Lyon", "it", "en"),
        ("The families Lyon", "it", ""),
        ("The people of the dans", "fr", "en"),
        ("The people of dans", "fr", ""),
    ],
)
def test_a_caption_in_another_language_is_marked_whole(caption: str, ours: str, lang: str) -> None:
    (block,) = foreign(Release("x", lang=ours, body=(Figure(caption=(Text(caption),)),))).value.body
    assert isinstance(block, Figure)
    assert block.caption == ((Foreign(lang, (Text(caption),)),) if lang else (Text(caption),))


def test_only_prose_is_read() -> None:
    given = Release("x", lang="fr", issuer="« We are here to help all of you »")
    assert foreign(given).value == given


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("Il crie ¿Dónde?¡Vamos! et part.", [("es", "¿Dónde?"), ("es", "¡Vamos!")]),
        ("Il dit : « The people of the north and nous dans ».", []),  # twice as many small words are not enough
        ("Il dit : « não água ».", [("pt", "não água")]),
        ("Il dit : « todos juntos ».", []),  # words of two languages
        ("Il dit : « We are lempira tanit dorel malu ».", [("en", "We are lempira tanit dorel malu")]),
        ("« Voces de Lima » (Voix de Lima)", [("es", "Voces de Lima")]),
        ("« Voces de Lempira la que » (Voix de Lempira)", [("es", "Voces de Lempira la que")]),
        ("le mot (du flamand teranga bi)", []),  # no language of its own
    ],
)
def test_what_is_just_enough_to_tell_a_language(text: str, marks: list[tuple[str, str]]) -> None:
    assert found(text) == found(text, "fr-CA") == marks


def test_a_text_of_a_language_without_small_words_has_foreign_ones() -> None:
    assert found("Una pagina (in inglese: the road)", "it") == [("en", "the road")]


def test_foreign_words_can_touch_code() -> None:
    code = Code((Text("x"),))
    assert marked(code, Text("¿Dónde están?"), code) == (code, Foreign("es", (Text("¿Dónde están?"),)), code)
