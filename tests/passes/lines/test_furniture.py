"""Menus of any site and language go; what only looks like one stays."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oimpress.model.draft import Draft, Line, LineReading
from oimpress.model.runs import flatten
from oimpress.notices import Notice
from oimpress.passes.lines.furniture import furniture, widgets
from oimpress.passes.lines.menu import menu_end
from oimpress.passes.pins import PIN
from tests.passes.reading import LEAD, MENU, MORE, bare, codes, draft, paragraphs, read, release, said


def title(text: str) -> str:
    return bare(str(flatten(release(text).title)))


@pytest.mark.parametrize(
    "menu",
    [
        MENU,
        "-\nQuiénes somos\nQuiénes somosLa OIM es parte del sistema.\nEstructura\nEstructura\n- Oficinas\n",
        "-\nCe que nous faisons\nNotre travailEn tant que principale organisation, elle agit.\n-\nAgir\nAgir\n- Carte\n",
        "Structure\nStructure\nBureau pays\nPartenaires\nPartenaires\n- Contact\n- Emplois\n",
    ],
)
def test_a_menu_goes_and_the_title_stays(menu: str) -> None:
    assert title(f"{menu}Un don pour les sinistrés\n{LEAD}\n{MORE}\n") == "Un don pour les sinistrés"


def test_a_title_that_stands_twice_is_no_menu_label() -> None:
    heading = "L'OIM et ses partenaires viennent en aide à 12 000 personnes déplacées"
    found = release(f"{MENU}{heading}\n{heading}\n{LEAD}\n{MORE}\n")
    assert bare(str(flatten(found.title))) == heading
    assert paragraphs(found.body) == [LEAD, MORE]


@pytest.mark.parametrize(
    "text",
    [
        "- Un premier point important\n- Un deuxième point\n- Un troisième point\n" + LEAD,
        "Titre du texte\n-\nAnnée\n2019\n-\nStatut\nAchevé\n" + LEAD,
        f"Le McDonald de Port-au-Prince\nLe McDonald a rouvert.\n{LEAD}\n{MORE}",
        f"{LEAD}\n{MORE}",
    ],
)
def test_what_is_no_menu_stays(text: str) -> None:
    assert menu_end(text.splitlines()) == 0


@pytest.mark.parametrize(
    "line",
    [
        "Share this",
        "PARTAGER",
        "Liens connexes",
        "Connexes",
        "Imprimer cette page",
        "Accueil > Actualités > Communiqués",
        "Home » News » Press releases",
        "Ce site utilise des cookies pour améliorer votre expérience.",
        "Abonnez-vous à notre lettre d'information",
        "Subscribe to our newsletter",
        "[block:views=actualites-block_1]",
    ],
)
def test_single_lines_of_the_page_go(line: str) -> None:
    assert paragraphs(release(f"Un titre ici\n{LEAD}\n{line}\n{MORE}\n").body) == [LEAD, MORE]


@pytest.mark.parametrize(
    "line",
    [
        "Il a dit : Share this story with your friends, puis il est parti.",
        "Le partage des cookies entre voisins est une tradition de la région.",
        "Un don de 3 millions de dollars du Japon permettra d'achever les travaux.",
        "De la maison > au camp, il y a trois heures de marche.",
        "Abonnez les enfants à la bibliothèque, demande le maire.",
    ],
)
def test_sentences_with_the_same_words_stay(line: str) -> None:
    assert len(paragraphs(release(f"Un titre ici\n{LEAD}\n{line}\n{MORE}\n").body)) == 3


def test_a_date_glued_to_the_text_goes() -> None:
    assert paragraphs(release(f"Un titre ici\n date 2018-06 {LEAD}\n{MORE}\n").body) == [LEAD, MORE]


def test_a_menu_that_may_hold_the_title_is_told() -> None:
    assert "F101" in codes(read(f"{MENU}Agir ici\nAgir ici\n{LEAD} {MORE}\n{MORE}").notices)


TITLE = "Un titre ici"


def taken(text: str) -> list[tuple[str, str]]:
    """What the pass leaves out of ``text``, each with its rule."""
    return [(str(each.text), each.rule) for each in furniture(draft(text)).dropped]


def between(line: str) -> str:
    return f"{TITLE}\n{LEAD}\n{line}\n{MORE}\n{LEAD}"


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Share this", "F002"),
        ("Facebook | Share this", "F002"),
        ("© OIM 2020. Tous droits réservés.", "F002"),
        ("Copyright 2019 IOM – All rights reserved", "F002"),
        ("Copyright OIM, todos los derechos reservados, diseño: Red", "F002"),
        ("[block:views=actualites-block_1]", "F003"),
        ("[node:field_date]", "F003"),
        ("Accueil > Actualités > Communiqués", "F004"),
        ("HOME » News » Press releases", "F004"),
        ("Vous êtes ici : › Accueil", "F004"),
        ("Ce site utilise des cookies pour améliorer votre expérience.", "F005"),
        ("By continuing you accept cookies on this device", "F005"),
        ("Inscrivez-vous pour recevoir notre infolettre", "F005"),
        ("S’abonner à la lettre d’information", "F005"),
        ("Suscríbase a nuestro boletín", "F005"),
        ("Voir ce message dans votre navigateur", "F009"),
        ("Read this newsletter online", "F009"),
        ("Trouble reading this? View it online", "F009"),
        ("Conformément au RGPD, vous pouvez demander à être retiré de nos listes", "F009"),
        ("Versión francesa", "F002"),
        ("Créez votre site gratuitement", "F002"),
        ("Si ce message ne s'affiche pas correctement, cliquez ici.", "F009"),
        ("Vous recevez ce courriel car vous êtes inscrit à notre liste de presse.", "F009"),
        ("You are receiving this email because you asked for it.", "F009"),
        ("Usted recibe este correo porque se inscribió.", "F009"),
        ("Pour se désinscrire, cliquez ici", "F009"),
        ("Vous pouvez vous désinscrire de cette liste en répondant STOP.", "F009"),
        ("Our mailing address is: 9 rue du Lait, 75009 Paris. Unsubscribe from this list", "F009"),
        ("Si no desea recibir más notas, pulse aquí", "F009"),
        ("Vous êtes le 10482e visiteur", "F002"),
        ("Vous êtes le visiteur n° 48 213 – Tous droits réservés", "F002"),
        ("Unsubscribe", "F009"),
        ("Envoyé de mon iPhone", "F009"),
        ("Sent from my Samsung Galaxy", "F009"),
        ("Ce message est confidentiel et réservé à ses destinataires. Merci de l'effacer.", "F009"),
        ("Pensez à l'environnement avant d'imprimer.", "F009"),
        ("Ce message est destiné aux rédactions. Merci de penser à l'environnement avant de l'imprimer.", "F009"),
        ("Por favor, piense en el medio ambiente antes de imprimir este mensaje.", "F009"),
        ("The information in this e-mail is confidential.", "F009"),
        ("Les informations contenues dans ce courriel sont confidentielles.", "F009"),
        ("La información contenida en este correo es confidencial.", "F009"),
        ("Ouvrir dans mon navigateur »", "F009"),
        ("Gérer vos abonnements", "F009"),
        ("Pour ne plus recevoir nos communiqués, cliquez ici", "F009"),
        ("Merci de ne pas répondre à ce message.", "F009"),
        ("Message relayé par le serveur de l'université", "F009"),
        ("Le contenu de ce courriel est confidentiel.", "F009"),
        ("Devez-vous vraiment imprimer ce courriel ? Pensez à l'environnement", "F009"),
    ],
)
def test_each_line_of_the_page_goes_with_its_rule(line: str, rule: str) -> None:
    assert taken(between(line)) == [(line, rule)]


@pytest.mark.parametrize(
    "line",
    [
        "Conformément au RGPD, la ville effacera les données à la fin de l'enquête.",
        "Trouble in the valley: read the report online",
        "© OIM 2020, photographie de Joe Lowry",
        "La déclaration dit : tous droits réservés.",
        "Copyright : le Parlement vote. L'avenir dira si tous droits réservés a un sens.",
        "[Traduction de l'anglais]",
        "[date: lundi] est la forme que prend le jour.",
        "Accueil des familles : > 300 par jour. La mission continue.",
        "Accueil",
        "Ce site abritait une école. Les cookies y sont vendus.",
        "Abonnez-vous, dit-il, à la vie.",
        "Voir ce message comme un signe, dans la région, est une erreur.",
        "Vous recevez ce prix au nom de tous, car vous avez servi.",
        "Il a envoyé de mon village une lettre.",
        "Ce message est destiné aux familles du camp.",
        "Merci de penser aux familles du camp.",
        "The information in this report is confidential.",
        "Le désabonnement des clients inquiète l'opérateur. Il a perdu un million de lignes.",
    ],
)
def test_each_line_of_the_text_stays(line: str) -> None:
    assert taken(between(line)) == []


def test_a_long_paragraph_is_no_line_of_the_page() -> None:
    line = f"Ce message est confidentiel, {'x' * 240} et réservé à ses destinataires, {'y' * 300}"
    assert taken(between(line[:501])) == []
    assert taken(between(line[:500])) == [(line[:500], "F009")]


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        (f"Accueil\n{TITLE}\n{LEAD}\n{MORE}", ["Accueil"]),
        (f"{TITLE}\n{LEAD}\n{MORE}\nRetour", ["Retour"]),
        (f"{TITLE}\n{LEAD}\nRetour\n{MORE}\n{LEAD}", []),
        (f"{TITLE}\n{LEAD}\nRetour\nMenu\n{MORE}", ["Retour", "Menu"]),
        (f"{TITLE}\n{LEAD}\nRetour\nShare this\n{MORE}", ["Retour", "Share this"]),
        (f"{TITLE}\n{LEAD}\nShare this\nRetour\n{MORE}", ["Share this", "Retour"]),
        (f"{TITLE}\n{LEAD}\nRetour\nMenu\nShare this\n{MORE}", ["Retour", "Menu", "Share this"]),
        (f"{TITLE}\n{LEAD}\nShare this\nMenu\nRetour\n{MORE}", ["Share this", "Menu", "Retour"]),
        (f"Accueil\n{LEAD}\n{MORE}", []),  # a page of three lines has no ends
        (f"{LEAD}\n{MORE}\nAccueil", []),
    ],
)
def test_words_of_a_page_that_a_text_has_too_go_beside_others_and_at_the_ends(text: str, gone: list[str]) -> None:
    assert taken(text) == [(line, "F002") for line in gone]


FOOT = "-\nMentions\nMentions\n- Presse\n"


def test_menu_and_foot_go_whole_and_what_stands_behind_the_foot_too() -> None:
    lines = [*MENU.splitlines(), TITLE, LEAD, MORE, *FOOT.splitlines()]
    behind = "Facebook\nImprimer\n© OIM 2020. Tous droits réservés."
    gone = taken("\n".join(lines) + f"\n{behind}")
    expected = [(line, "F001") for line in (*MENU.splitlines(), *FOOT.splitlines())]
    assert gone == [*expected, *zip(behind.splitlines(), ("F001", "F002", "F002"), strict=True)]


@pytest.mark.parametrize("behind", [[], ["Imprimer"], ["Imprimer", "Share this"], ["Imprimer", "Share this", "Print"]])
def test_a_foot_is_found_behind_any_number_of_buttons(behind: list[str]) -> None:
    text = "\n".join([TITLE, LEAD, MORE, *FOOT.splitlines(), *behind])
    assert said(furniture(draft(text)).value) == [TITLE, LEAD, MORE]


def test_below_a_menu_a_word_of_the_page_is_at_an_end_of_the_text() -> None:
    assert taken(f"{MENU}Accueil\n{TITLE}\n{LEAD}\n{MORE}")[-1] == ("Accueil", "F002")


def test_a_menu_tells_of_each_line_by_which_token_it_was_known() -> None:
    found = furniture(draft(f"-\nHistoire\nHistoire\n- Textes\n{TITLE}\n{LEAD}\n{MORE}")).value.readings
    lines = ("-", "dash"), ("Histoire", "double"), ("Histoire", "double"), ("- Textes", "item")
    assert found == tuple(
        LineReading(f"l.{at}", words, "menu", "furniture", 0, {}, frozenset({token}))
        for at, (words, token) in enumerate(lines, 1)
    )


def test_lines_of_a_menu_that_fit_no_token_are_told_too() -> None:
    found = furniture(
        draft(f"Rechercher\n-\nHistoire\nHistoire\nHistoire\n- Textes\n{TITLE}\n{LEAD}\n{MORE}\n{MENU}")
    ).value
    told = [(one.where, *one.seen) for one in found.readings]
    assert told[:6] == [
        ("l.1", "within the menu"),
        ("l.2", "dash"),
        ("l.3", "double"),
        ("l.4", "double"),
        ("l.5", "within the menu"),  # a label that stands three times
        ("l.6", "item"),
    ]
    assert told[6:] == [(f"l.{at}", "a menu ends the page") for at in range(10, 10 + MENU.count("\n"))]


def test_a_line_before_the_menu_is_told_as_none_of_it() -> None:
    found = furniture(draft(f"{TITLE}\n{MENU}{LEAD}\n{MORE}")).value
    assert said(found) == [TITLE, LEAD, MORE]
    assert found.readings[0].where == "l.2"


def test_what_a_person_says_that_a_line_is_stays() -> None:
    text = draft(between("Share this"))
    marked = tuple(
        replace(line, marks=frozenset({PIN + "title"}))
        if isinstance(line, Line) and line.plain == "Share this"
        else line
        for line in text.flow
    )
    pinned = replace(text, flow=marked, pins={"title": ("Share this",)})
    assert furniture(pinned).dropped == ()
    assert [str(each.text) for each in furniture(replace(pinned, flow=text.flow)).dropped] == ["Share this"]


@pytest.mark.parametrize(
    ("line", "glued"),
    [
        (f" date 2018-06 {LEAD}", " date 2018-06 "),
        (f"date 2018-06-14  {LEAD}", "date 2018-06-14  "),
        (f"La date 2018-06 {LEAD}", ""),
        ("date 2018-06", ""),
        (f"date 2018 {LEAD}", ""),
        (f"mise à jour 2018-06 {LEAD}", ""),
    ],
)
def test_a_date_of_the_machine_goes_from_the_head_of_a_line(line: str, glued: str) -> None:
    done = furniture(draft(f"{TITLE}\n{line}\n{MORE}"))
    assert [(str(each.text), each.rule) for each in done.dropped] == ([(glued, "F006")] if glued else [])
    assert said(done.value) == [TITLE, line.removeprefix(glued), MORE]


def doubts(text: str) -> list[tuple[str, str, str]]:
    def told(one: Notice) -> tuple[str, str, str]:
        return one.code, one.where, one.detail

    return [told(one) for one in furniture(draft(text)).notices]


def test_a_doubled_label_over_a_long_line_may_be_the_title() -> None:
    long, short = "M" * 201, "M" * 200
    assert doubts(f"{MENU}Agir ici\nAGIR ICI\n{long}") == [("F101", "l.13", "AGIR ICI")]
    assert doubts(f"{MENU}Agir ici\nAgir ici\n{short}") == []
    assert doubts(f"{MENU}Agir ici\nAgir ici\n- Dons\n{long}") == []
    assert doubts(f"{MENU}{long}") == []  # the menu ends in an entry
    assert doubts(f"{TITLE}\n{long}\n{MORE}") == []


def test_a_button_that_a_broken_tag_hid_goes_and_no_other() -> None:
    lines = draft(f"{LEAD}\nFollow us\nShare this\n{MORE}").flow
    tagged = tuple(
        replace(line, tag=9) if isinstance(line, Line) and at in (0, 1) else line for at, line in enumerate(lines)
    )
    done = widgets(Draft(draft("x").release, tagged))
    assert [(str(each.text), each.rule) for each in done.dropped] == [("Follow us", "F002")]
    assert said(done.value) == [LEAD, "Share this", MORE]
