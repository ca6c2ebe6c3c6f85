"""Languages, foreign words, faults of the source."""

from __future__ import annotations

import pytest

from oimpress.model.nodes import Foreign
from oimpress.model.runs import flatten, spans
from oimpress.model.walk import runs
from tests.passes.reading import LEAD, MORE, codes, read, release

ENGLISH = "The mission has helped the families who were displaced by the floods, and it will go on with this work."


def foreign(text: str) -> list[tuple[str, str]]:
    return [
        (node.lang, str(flatten(node.children)))
        for run in runs(release(text))
        for _, _, node in spans(run.children, Foreign)
        if isinstance(node, Foreign)
    ]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        (f"Un titre ici\n{LEAD}\n{MORE}", "fr"),
        (f"A title here\n{ENGLISH}\n{ENGLISH}", "en"),
        (
            "Un título\nLa OIM y sus socios han entregado ayuda a las familias de la región para el invierno.\n" * 2,
            "es",
        ),
        (f"-\nNuestro trabajo\nNuestro trabajo\n- Datos\n-\nUn titre ici\n{LEAD}\n{MORE}", "fr"),
    ],
)
def test_the_language_is_that_of_the_text(text: str, lang: str) -> None:
    assert release(text).lang == lang


def test_an_english_text_gets_no_french_rule() -> None:
    said = " ".join(
        str(flatten(run.children)) for run in runs(release(f"A title here\n{ENGLISH} Really? Yes!\n{ENGLISH}"))
    )
    assert "Really? Yes!" in said


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("un slogan (de l'espagnol no más trata de personas)", [("es", "no más trata de personas")]),
        (
            "le film « Who are you and where is the way home? » a plu",
            [("en", "Who are you and where is the way home?")],
        ),
        ("il a crié ¡Basta ya! puis il est parti", [("es", "¡Basta ya!")]),
        ("le guide (en anglais seulement)", []),
        ("traduit (de l'anglais par Jean Roy)", []),
        ("« nous avons besoin de plus de temps pour les familles »", []),
        ("le groupe « The Cure »", []),
        ("la campagne « Mi nombre cuenta » a plu", [("es", "Mi nombre cuenta")]),
        ("il signe « aquí me quedo »", [("es", "aquí me quedo")]),
        ("on lit « Agua segura, vida sana »", [("es", "Agua segura, vida sana")]),
        ("l'émission « Sin fronteras »", [("es", "Sin fronteras")]),
        ("l'émission « la voz del inmigrante »", [("es", "la voz del inmigrante")]),
        ("on lit « Safe water, healthy families »", [("en", "Safe water, healthy families")]),
        ("on lit « Don't leave children behind »", [("en", "Don't leave children behind")]),
        ("on lit « Água limpa, saúde para todos »", [("pt", "Água limpa, saúde para todos")]),
        ("on lit « Não estamos sozinhos »", [("pt", "Não estamos sozinhos")]),
    ],
)
def test_foreign_words(text: str, words: list[tuple[str, str]]) -> None:
    assert foreign(f"Un titre ici\n{LEAD} {MORE} Hier, {text}.\n{MORE}") == words


@pytest.mark.parametrize(
    "words",
    [
        "La Voz del Inmigrante",
        "El Niño",
        "La Niña",
        "Médecins du monde",
        "Casa Alianza",
        "Save the Children",
        "Tu es libre",
        "On a faim",
        "As-tu vu mon enfant ?",
        "Vida segura",
        "Chaque arrivée compte",
        "Eau saine, vie saine",
        "Mon nombre compte",
        "Ici je reste",
        "Barrio mío",
        "partir en kwassa",
        "jumelage de villes",
        "fast food",
        "Human Rights Watch",
        "cash transfert",
        "Sur la route de la paix",
        "Aujourd'hui ou jamais",
    ],
)
def test_short_quotations_that_are_not_surely_foreign(words: str) -> None:
    assert foreign(f"Un titre ici\n{LEAD} {MORE} Hier, on parlait de « {words} » partout.\n{MORE}") == []


@pytest.mark.parametrize(
    ("caption", "lang"),
    [
        ("A displaced family builds a shelter in the north.", "en"),
        ("Una familia en el norte del país con su hija.", "es"),
        ("Une famille dans le nord.", ""),
        ("Goma, avril 2021.", ""),
    ],
)
def test_a_caption_can_be_in_another_language(caption: str, lang: str) -> None:
    found = foreign(f"Un titre ici\n{caption} Photo: IOM 2021\nMali - {LEAD}\n{MORE}")
    assert found == ([(lang, caption)] if lang else [])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("« Pisco se levanta » (Pisco se relève)", [("es", "Pisco se levanta")]),
        ("« Pisco se relève » (Pisco se relève)", []),
        ("« Pisco, ville de pêcheurs » (Pisco compte 50 000 âmes)", []),
        ("« Jeunes pêcheurs » (Pisco)", []),
    ],
)
def test_words_that_a_gloss_says_again_are_foreign(text: str, words: list[tuple[str, str]]) -> None:
    assert foreign(f"Un titre ici\n{LEAD} {MORE} Hier, {text}.\n{MORE}") == words


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("nous somme inquiets", "B111"),
        ("le centre reçoit des dons et bénéficient d'un appui", "B111"),
        ("le plan prévoit des abris et permettent le retour", "B111"),
        ("l'équipe reçoit les familles le matin et accompagnent les mineurs l'après-midi", "B111"),
        ("la mission ouvre un guichet et répondent aux questions", "B111"),
        ("il faudra reb?tir les ponts", "R023"),
        ("il à participé à la réunion", "B111"),
        ("par le l'accord", "B113"),
        ("les les familles", "B112"),
        ("du Honduras, du Mexique du Nicaragua et du Panama", "B114"),
    ],
)
def test_faults_are_told(text: str, code: str) -> None:
    assert code in codes(read(f"Un titre ici\n{LEAD} {MORE} Hier, {text}.\n{MORE}").notices)


@pytest.mark.parametrize(
    "text",
    [
        "il nous a dit la somme",
        "le centre reçoit des familles qui viennent et bénéficient d'un appui",
        "le centre accueille des femmes qui dorment et peuvent rester",
        "les femmes que l'OIM accompagne ont un abri et travaillent",
        "les villes que l'OIM recense seront aidées et protègent les civils",
        "la mission recense les familles et accompagne les mineurs",
        "les demandes et accompagnent les mineurs",
        "l'aide du centre et répondent aux questions",
        "le centre reçoit des dons, et les familles bénéficient d'un appui",
        "l'OIM reçoit des dons. Souvent et seulement alors elle aide",
        "le plan permet le retour et prévoit des abris",
        "le plan prévoit le logement et permettent-ils le retour",
        "pourquoi ? la page https://iom.int/page?id=3 le dit",
        "nous nous réunissons",
        "à côté de la route",
        "du Mexique, du Nicaragua et du Panama",
        "la frontière du Mexique avec le Guatemala",
        "vous vous êtes",
        "la République du Congo",
        "très très loin",
    ],
)
def test_right_words_are_not_told(text: str) -> None:
    assert (
        codes(read(f"Un titre ici\n{LEAD} {MORE} Hier, {text}.\n{MORE}").notices)
        & {"B111", "B112", "B113", "B114", "R023"}
        == set()
    )
