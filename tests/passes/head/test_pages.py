"""Heads of pages: what a page calls itself, whose name it bears, and in which country its days are written."""

from __future__ import annotations

import pytest

from oimpress.model.runs import flatten
from oimpress.pipeline import normalise_source
from oimpress.sources import Source
from tests.passes.reading import LEAD, MORE, bare, codes, paragraphs

TITLE = "L'OIM aide les sinistrés du nord"


@pytest.mark.parametrize(
    ("words", "issuer"),
    [("Nouvelles fournies par<br>Boréalis inc.", "Boréalis inc."), ("Un bus roule déjà à Laval.", "")],
)
def test_the_sender_below_a_title_may_end_with_a_full_stop(words: str, issuer: str) -> None:
    page = f"<article><h1>{TITLE}</h1><p>{words}</p><p>{LEAD}</p><p>{MORE}</p></article>"
    done = normalise_source(Source("x.html", page.encode())).value
    assert done.issuer == issuer
    assert len(paragraphs(done.body)) == (2 if issuer else 3)


HOUSE_PAGE = (
    "<html><head><title>{site}</title></head><body><main><h1>{site}</h1><p>Communiqué de presse</p><p>14.05.24</p>"
    "{title}<p>{lead}</p><p>{more}</p></main></body></html>"
)
LEVELS = ("La piscine rouvre samedi", "Tri des déchets : ce qui change")


@pytest.mark.parametrize("tag", ["h2", "p"])
@pytest.mark.parametrize("title", LEVELS)
@pytest.mark.parametrize(
    "site", ["Préfecture de la Haute-Vézère", "Cour administrative d'appel de Lormel", "Université de Sarlac"]
)
def test_a_page_that_bears_its_body_s_name_has_its_title_below(site: str, title: str, tag: str) -> None:
    told = f"<{tag}><b>{title}</b></{tag}>"
    page = HOUSE_PAGE.format(site=site, title=told, lead=LEAD, more=MORE)
    done = normalise_source(Source("a.html", page.encode()))
    assert (bare(flatten(done.value.title)), bare(done.value.issuer)) == (bare(title), bare(site))
    assert done.value.published == "2024-05-14"


@pytest.mark.parametrize(
    "site",
    ["Préfecture : les guichets fermés", "Université en fête", "Mairie ouverte samedi", "Ministère, mode d'emploi"],
)
def test_a_page_whose_title_begins_with_a_body_s_word_keeps_it(site: str) -> None:
    page = HOUSE_PAGE.format(site=site, title="<h2>Ce qui change</h2>", lead=LEAD, more=MORE)
    assert bare(flatten(normalise_source(Source("a.html", page.encode())).value.title)) == bare(site)


@pytest.mark.parametrize(
    ("site", "mark", "title"),
    [
        ("Syndicat des photographes", "entry-title", "La piscine rouvre samedi"),
        ("Syndicat des photographes", "other", "Syndicat des photographes"),
        ("Le lac gèle", "other", "Le lac gèle"),
    ],
)
def test_a_blog_called_as_its_body_has_the_title_that_is_marked(site: str, mark: str, title: str) -> None:
    page = HOUSE_PAGE.format(site=site, title=f'<h3 class="{mark}">La piscine rouvre samedi</h3>', lead=LEAD, more=MORE)
    assert bare(flatten(normalise_source(Source("a.html", page.encode())).value.title)) == title


@pytest.mark.parametrize("label", ["Persbericht", "Medienmitteilung", "Comunicato stampa", "بلاغ صحفي"])
def test_a_label_of_another_language_is_no_title(label: str) -> None:
    text = f"Communiqué de presse\n{label}\n\nOpération « Rentrée » : 12 conducteurs contrôlés\n\n{LEAD}\n\n{MORE}\n"
    done = normalise_source(Source("a.txt", text.encode())).value
    assert bare(flatten(done.kicker)) == f"Communiqué de presse – {label}"
    assert bare(flatten(done.title)) == "Opération « Rentrée » : 12 conducteurs contrôlés"


@pytest.mark.parametrize(
    ("called", "site", "title"),
    [
        ("Communiqué - Hôpital Sainte-Apolline", "Hôpital Sainte-Apolline", "La piscine rouvre samedi"),
        ("Actualités | Théâtre de la Rade", "Théâtre de la Rade", "La piscine rouvre samedi"),
        ("Communiqué : le théâtre rouvre", "Le théâtre rouvre", "Le théâtre rouvre"),
        ("Communiqué - La piscine rouvre samedi", "La piscine rouvre samedi", "La piscine rouvre samedi"),
        ("Communiqué : un musée rouvre - Ville de Lannec", "Un musée rouvre", "Un musée rouvre"),
    ],
)
def test_a_label_beside_a_body_s_name_says_that_the_site_calls_its_pages_so(called: str, site: str, title: str) -> None:
    page = HOUSE_PAGE.format(site=site, title="<h2>La piscine rouvre samedi</h2>", lead=LEAD, more=MORE)
    page = page.replace(f"<title>{site}", f"<title>{called}")
    assert bare(flatten(normalise_source(Source("a.html", page.encode())).value.title)) == title


def test_a_page_that_says_only_its_body_s_name_has_no_title_and_tells() -> None:
    site = "Préfecture de la Haute-Vézère"
    page = HOUSE_PAGE.format(site=site, title="", lead=LEAD, more=MORE)
    done = normalise_source(Source("a.html", page.encode()))
    assert {"H101", "H104"} & set(codes(done.notices))


SEVERAL = (
    "The company will open three new plants in the north of the country by the end of the year, it said on Monday."
)


@pytest.mark.parametrize(
    ("lang", "text", "when"),
    [("en", SEVERAL, ""), ("en-US", SEVERAL, ""), ("en-GB", SEVERAL, "2025-04-03"), ("fr", LEAD, "2025-04-03")],
)
def test_figures_that_can_be_two_days_are_no_date_in_english(lang: str, text: str, when: str) -> None:
    page = (
        f'<html lang="{lang}"><body><main><h1>Kestrel Foods expands into Mexico</h1><p>03/04/2025</p>'
        f"<p>{text}</p><p>{text}</p></main></body></html>"
    )
    done = normalise_source(Source("a.html", page.encode()))
    assert done.value.published == when
    assert ("H109" in codes(done.notices)) is (not when)


@pytest.mark.parametrize(
    ("top", "below", "told"),
    [
        ("Alpina Glaciers", "<h2>Les glaciers ont fondu d'un dixième</h2><p>Communiqué de presse</p>", True),
        ("Alpina Glaciers", "<p>Communiqué de presse</p>", False),
        ("Nuit des Musées", "<h2>Trente salles ouvrent jusqu'à minuit</h2><p>Communiqué de presse</p>", False),
        ("Alpina Glaciers ouvre un musée", "<h2>Trente salles à visiter</h2><p>Communiqué de presse</p>", False),
    ],
)
def test_a_heading_of_the_first_level_that_could_be_the_site_s_name_is_told(top: str, below: str, told: bool) -> None:
    page = f"""<html lang="fr"><head><title>{top}</title></head><body><h1>{top}</h1>{below}
<p>15 septembre 2025</p><p>Les glaciers ont perdu un dixième de leur volume en deux étés, selon les relevés publiés ce lundi
par Alpina Glaciers, qui en suit quatre-vingt-sept dans quatre pays.</p></body></html>"""
    done = normalise_source(Source("a.html", page.encode()))
    assert flatten(done.value.title) == top
    assert ("H104" in codes(done.notices)) is told


@pytest.mark.parametrize(
    ("date", "dated"),
    [
        ('<time datetime="2024-03-12">12 mars 2024</time>', False),
        ('<p class="info"><abbr class="published" title="2024-03-12T09:00:00Z">mardi 12 mars 2024</abbr></p>', False),
        ("<p>12 mars 2024</p>", True),
        ("<time>12 mars 2024</time>", True),
        ('<p>Vaubrun, le <time datetime="2024-03-12">12 mars 2024</time></p>', True),
    ],
)
def test_a_day_that_stands_for_machines_too_is_the_page_s_and_no_dateline(date: str, dated: bool) -> None:
    page = f"<article><h1>{TITLE}</h1>{date}<p>{LEAD}</p><p>{MORE}</p></article>"
    done = normalise_source(Source("x.html", page.encode())).value
    assert done.published == "2024-03-12"
    assert bool(done.dateline) is dated


SITE_PAGE = "<html><head><title>Groupe Bellavoine</title></head><body><h1>Groupe Bellavoine</h1><p>06.09.2021</p>{}</body></html>"


def test_a_site_s_own_heading_is_no_title_above_another_that_the_text_goes_with() -> None:
    heading = "<h2>Une apprentie prend la direction des fournils</h2>"
    names = f"<p>Le Groupe Bellavoine a nommé samedi sa directrice. {LEAD}</p><p>{MORE}</p>"
    for body, title in (
        (heading + names, "Une apprentie prend la direction des fournils"),
        (f"{heading}<p>{LEAD}</p><p>{MORE}</p>", "Groupe Bellavoine"),  # the text does not name it
        (names, "Groupe Bellavoine"),
    ):
        done = normalise_source(Source("a.html", SITE_PAGE.format(body).encode()))
        assert bare(flatten(done.value.title)) == title


MENU = ["Région des Trois-Vallées", "Accueil", "Vos aides", "Espace presse", "Filtrer par thème", "Filtrer par date"]
MENU += ["Voir les actualités", "Plan du site", "Mentions légales", "Aucun résultat ne correspond."]


def test_a_page_that_is_only_a_menu_has_no_title() -> None:
    done = normalise_source(Source("a.txt", "\n".join(MENU).encode()))
    assert (str(flatten(done.value.title)), "H101" in codes(done.notices)) == ("", True)


def test_a_page_of_short_sentences_keeps_its_title() -> None:
    page = ["Titre du jour", "", *(f"Un paragraphe de plus, le {place}e." for place in range(2, 30))]
    assert str(flatten(normalise_source(Source("a.txt", "\n".join(page).encode())).value.title)) == "Titre du jour"


@pytest.mark.parametrize("told", ["Communiqué de presse", "Le 12 mars 2024", "Embargo : 12 mars 2024"])
def test_a_page_that_tells_of_a_release_keeps_its_title(told: str) -> None:
    done = normalise_source(Source("a.txt", "\n".join([told, "", "La halle rouvre", "", *MENU]).encode()))
    assert str(flatten(done.value.title))


@pytest.mark.parametrize(
    ("label", "kicker", "dated"),
    [
        ("17 septembre 2024 Communiqué de presse", "Communiqué de presse", True),
        ("Communiqué – Publié le 17 septembre 2024", "Communiqué", False),
        ("Communiqué – 17 septembre 2024", "Communiqué", True),
    ],
)
def test_label_and_day_on_one_line_of_a_page(label: str, kicker: str, dated: bool) -> None:
    page = f"<html><head><title>{TITLE}</title></head><body><p>{label}</p><h1>{TITLE}</h1><p>{LEAD}</p><p>{MORE}</p></body>"
    done = normalise_source(Source("x.html", page.encode())).value
    assert (str(flatten(done.kicker)), bool(done.dateline), done.published) == (kicker, dated, "2024-09-17")


def test_a_kicker_says_a_label_once() -> None:
    text = f"DISCOURS\n\nDiscours\n\n{TITLE}\n\n{LEAD}\n\n{MORE}\n"
    assert str(flatten(normalise_source(Source("a.txt", text.encode())).value.kicker)) == "DISCOURS"


def test_a_subtitle_of_two_lines_opens_anew_below_its_title() -> None:
    sub = "Les habitants retireront leur seau et leurs sacs dans l'une des onze\ndéchèteries"
    text = f"Communiqué\n\nBiodéchets : 240 bornes de quartier d'ici à l'été\n{sub}\n\n{LEAD}\n\n{MORE}\n"
    done = normalise_source(Source("a.txt", text.encode())).value
    assert bare(flatten(done.title)) == "Biodéchets : 240 bornes de quartier d'ici à l'été"
    assert bare(flatten(done.subtitle)).startswith("Les habitants retireront leur seau")


def test_three_lines_below_a_title_are_its_subtitle() -> None:
    rows = [
        "Une intervention de quatre heures sur une enfant de onze ans",
        "Le donneur était le père",
        "Un protocole désormais ouvert à six autres équipes",
    ]
    text = "\n".join(["COMMUNIQUÉ", "", "Première greffe rénale d'un enfant par un robot à trois bras", *rows])
    done = normalise_source(Source("a.txt", f"{text}\n\n{LEAD}\n\n{MORE}\n".encode())).value
    assert bare(flatten(done.subtitle)).split("\n") == rows


def test_what_a_joomla_page_says_above_its_title_is_furniture() -> None:
    text = f"Détails  | Clics : 412 | Écrit par Administrateur\n\n{TITLE}\n\n{LEAD}\n\n{MORE}\n"
    assert bare(flatten(normalise_source(Source("a.txt", text.encode())).value.title)) == bare(TITLE)


ROOM = """<html><head><title>{called}</title></head><body><h1>{top}</h1><div><span>30/12/2021</span><span>Communiqué de presse</span>
<{tag}>La vente de pétards interdite à partir de 18 h</{tag}><div>{lead}</div><p>{more}</p></div></body></html>"""


@pytest.mark.parametrize("top", ["Espace presse", "Actualités", "Newsroom", "Sala de prensa", "Medienmitteilungen"])
def test_a_room_of_the_site_is_no_title_above_a_heading_below_label_and_day(top: str) -> None:
    page = ROOM.format(called=top, top=top, tag="h2", lead=LEAD, more=MORE)
    done = normalise_source(Source("a.html", page.encode())).value
    assert bare(flatten(done.title)) == "La vente de pétards interdite à partir de 18 h"
    assert bare(flatten(done.kicker)).endswith("Communiqué de presse")
    assert done.published == "2021-12-30"


def test_a_room_of_the_site_that_alone_heads_a_text_is_told() -> None:
    page = ROOM.format(called="Espace presse", top="Espace presse", tag="p", lead=LEAD, more=MORE)
    assert {"H101", "H104"} & set(codes(normalise_source(Source("a.html", page.encode())).notices))


@pytest.mark.parametrize(
    ("called", "told"),
    [
        ("Bilan d'une année sèche", True),
        ("Une équipe au Mozambique", False),  # a word of the text
        ("Espace presse", True),
    ],
)
def test_a_title_beside_the_text_is_told_where_the_text_says_no_word_of_it(called: str, told: bool) -> None:
    page = (
        f"<html><head><title>{called}</title></head><body><article><p>{LEAD}</p><p>{MORE}</p></article></body></html>"
    )
    notices = normalise_source(Source("a.html", page.encode())).notices
    assert bool({"H101", "H104"} & set(codes(notices))) is told
    assert {each.detail for each in notices if each.code == "H104"} <= {called}  # in the page's own letters


@pytest.mark.parametrize(
    ("called", "heading", "told"),
    [
        ("Bilan de la canicule en juillet", "<h2>Trois ponts ferment pour un mois dans la vallée</h2>", True),
        ("Bilan des ponts fermés en juillet", "<h2>Trois ponts ferment pour un mois dans la vallée</h2>", False),
        ("Bilan de la canicule en juillet", "<h1>Trois ponts ferment pour un mois dans la vallée</h1>", False),
        (
            "Bilan de la canicule en juillet",
            '<h2 class="entry-title">Trois ponts ferment pour un mois dans la vallée</h2>',
            False,
        ),
        (
            "Actualités – Musée de la Dentelle du Velay",
            "<h2>Trois ponts ferment pour un mois dans la vallée</h2>",
            False,
        ),
    ],
)
def test_a_heading_that_the_page_calls_wholly_otherwise_is_told(called: str, heading: str, told: bool) -> None:
    page = f"<html><head><title>{called}</title></head><body><article>{heading}<p>{LEAD}</p><p>{MORE}</p></article></body></html>"
    done = normalise_source(Source("a.html", page.encode()))
    assert flatten(done.value.title) == "Trois ponts ferment pour un mois dans la vallée"
    assert ("H104" in codes(done.notices)) is told


CALLED = """<html><head><title>{called}</title></head><body><h2>Baumgutachten</h2><h2>Einleitung</h2>
<p>Ein Baumgutachten braucht Erfahrung, und ein gutes Baumgutachten braucht Zeit. {lead}</p><p>{more}</p></body></html>"""


def test_a_heading_by_which_the_page_is_called_is_its_title_though_the_text_names_it() -> None:
    page = CALLED.format(called="Baumgutachten", lead=LEAD, more=MORE)
    done = normalise_source(Source("a.html", page.encode())).value
    assert (flatten(done.title), str(done.issuer)) == ("Baumgutachten", "")


LETTERHEAD = """<html><head><title>{called}</title></head><body><p>Groupe Bellavoine</p><p>Communiqué de presse</p>
<h2>Une apprentie prend la direction des fournils</h2><p>Le Groupe Bellavoine la nomme. {lead}</p><p>{more}</p></body></html>"""


@pytest.mark.parametrize("called", ["Groupe Bellavoine", "Les fournils de demain"])
def test_a_body_above_a_label_issues_the_text_also_where_the_page_is_called_so(called: str) -> None:
    page = LETTERHEAD.format(called=called, lead=LEAD, more=MORE)
    done = normalise_source(Source("a.html", page.encode())).value
    assert bare(flatten(done.title)) == "Une apprentie prend la direction des fournils"
    assert bare(str(done.issuer)) == "Groupe Bellavoine"
