"""The top of a copied web page goes; what a document of an office says at its head stays."""

from __future__ import annotations

import pytest

from oimpress.model.runs import flatten
from oimpress.passes.lines.copied import copied_top, is_signpost
from tests.passes.reading import LEAD, MORE, bare, read

TITLE = "La halle ferme pour travaux"
TEXT = f"\n{LEAD}\n\n{MORE}\n"


def left(*lines: str) -> list[str]:
    """What stays of the lines."""
    gone = copied_top(lines)
    return [line for at, line in enumerate(lines) if at not in gone]


@pytest.mark.parametrize(
    "top",
    [
        ["Ville de Marvolles", "Accueil > Actualités > La halle ferme pour travaux"],
        ["Préfecture du Haut-Sarlat | Les services de l’État", "Vous êtes ici", "Accueil > Presse > Communiqués 2024"],
        ["Aller au contenu", "Université de Rocamont", "Recherche", "L’université", "Vous êtes ici : Accueil / Presse"],
        ["Fondation Terres", "Nos actions", "Faire un don", "Accueil", "»", "Espace presse", "»", "Communiqués"],
        ["Gouvernement du Québec", "Ministère des Lacs", "English", "Accueil", "Salle de presse", "Communiqués"],
        ["Site de la Confédération du bois", "Qui sommes-nous ?", "Adhérer", "Presse", "Boutique", "Recherche..."],
        ["Groupe Mutalys", "Particuliers   Professionnels   Newsroom", "Newsroom / Communiqués / 2024"],
        ["The Aldermoor Trust", "About us   What we do   News", "Home > News > Press releases"],
        ["Ayuntamiento de Valdorrio", "Castellano | Valencià | English", "Inicio > Sala de prensa"],
        ["Canton de Valmont", "Thèmes", "fr de it", "Médias > Communiqués > Détail"],
        ["Le site officiel de la ville", "Ma mairie | Mes démarches | Sortir", "A+ A-", "← Retour aux actualités"],
        ["Bourse", "BEL 20  4 012,55  +0,31 %", "Communiqués > Santé"],
    ],
)
def test_what_a_site_has_above_its_pages_goes(top: list[str]) -> None:
    assert left(*top, TITLE, LEAD) == [TITLE, LEAD]


@pytest.mark.parametrize(
    "head",
    [
        ["Ville de Marvolles", "Service de presse", "Communiqué de presse"],  # a letterhead
        ["Salle de presse", "Ministère des Lacs", "Communiqué"],
        ["Presse", "Contact : Awa Sow"],
        ["Paris > Lyon : la ligne rouvre"],
        ["Lyon / Turin"],
        ["CGT | FO | SUD"],
        ["Recherche", "Un lichen inconnu sur les toits"],
        ["Le menu de la cantine change"],
        ["« Personne ne dort dehors » : l’accueil prolongé"],
        ["12 mars 2024 | Lyon | Presse"],
    ],
)
def test_the_head_of_a_document_stays(head: list[str]) -> None:
    assert left(*head, LEAD) == [*head, LEAD]


@pytest.mark.parametrize(
    "own",
    [
        "Communiqué de presse",
        "Lyon, le 12 mars 2024",
        "Sous embargo",
        "La halle rouvre ses portes samedi",
        "Un deuxième quai en eau profonde pour le port de commerce",
        TITLE,
    ],
)
def test_what_is_the_page_s_own_stays_among_signposts(own: str) -> None:
    assert own in left("Ville de Marvolles", "Aller au contenu", own, f"Accueil > Presse > {TITLE}", LEAD)


@pytest.mark.parametrize(
    "title",
    [
        "Site de Marvolles : le démantèlement commence",
        "« Retour à la terre » : la Région aide trente familles",
        "Accueil – 200 familles relogées avant l’hiver",
    ],
)
def test_a_title_that_begins_like_a_signpost_stays(title: str) -> None:
    assert title in left("Ville de Marvolles", "Accueil > Presse > Communiqués", title, LEAD)


def test_signposts_below_the_text_take_nothing_off_it() -> None:
    assert left(TITLE, LEAD, "Accueil > Presse", "Menu") == [TITLE, LEAD, "Accueil > Presse", "Menu"]


@pytest.mark.parametrize("line", ["Menu", "FR | EN", "Vous êtes ici :", "Accueil > Presse", "Skip to main content"])
def test_signposts(line: str) -> None:
    assert is_signpost(line)


@pytest.mark.parametrize(
    ("line", "is_row"),
    [
        ("Sortir | Vivre | Presse", True),
        ("Sortir | Vivre | Menu", True),  # a signpost, and no section of its own
        ("Aller au contenu | Aller au menu", True),
        ("Aller au contenu | Sortir", False),
        ("Sortir | Presse", False),
        ("Sortir | Vivre | Bouger", False),
        ("un deux trois quatre cinq six sept | Vivre | Presse", True),
        ("un deux trois quatre cinq six sept huit | Vivre | Presse", False),
        ("Sortir en 2024 | Vivre | Presse", False),
    ],
)
def test_a_row_of_a_menu_has_short_entries_without_figures_and_leads_to_a_section(line: str, is_row: bool) -> None:
    assert is_signpost(line) is is_row


@pytest.mark.parametrize(("own", "stays"), [("Agir avec nous.", False), ("Il faut agir maintenant.", True)])
def test_an_entry_of_three_words_may_hold_a_verb(own: str, stays: bool) -> None:
    assert (own in left(own, "Aller au contenu", "Accueil > Presse", LEAD)) is stays


@pytest.mark.parametrize("label", ["Communiqué :", "Déclaration.", "Communiqué de presse : "])
def test_a_label_stays_with_its_mark(label: str) -> None:
    assert label in left("Aller au contenu", label, "Accueil > Presse", LEAD)


def test_below_the_last_signpost_sections_go_and_what_follows_them_stays() -> None:
    assert left("Aller au contenu", "Accueil > Presse", "Actualités", "Titre court", LEAD) == ["Titre court", LEAD]


def test_a_page_may_be_signposts_to_its_end() -> None:
    assert left("Aller au contenu", "Menu", "Accueil > Presse") == []


def test_a_copied_page_has_its_title_below_the_site_s_names() -> None:
    page = f"Aller au contenu\nVille de Marvolles\nAccueil > Presse\n{TITLE}\nPartager :   Facebook   X\n{TEXT}"
    done = read(page)
    assert bare(str(flatten(done.value.title))) == TITLE
    assert (done.value.issuer, [one.code for one in done.notices]) == ("", [])
    assert done.trail is not None
    assert "F012" in done.trail.rules


def test_what_the_markup_calls_a_heading_stays() -> None:
    body = f"<p>Menu</p><h1>{TITLE}</h1><p>Accueil &gt; Presse</p><p>{LEAD}</p><p>{MORE}</p>"
    assert bare(str(flatten(read(f"<html><body>{body}</body></html>").value.title))) == TITLE
