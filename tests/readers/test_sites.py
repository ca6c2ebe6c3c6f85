"""Pages in the shapes that real sites have: title, day, and every block in order; and what must not change."""

from __future__ import annotations

import pytest

from oimpress.pipeline import normalise_source
from oimpress.readers.html.stated import stated
from oimpress.readers.html.tree import parse
from oimpress.sources import load
from tests.readers.laws import dropped, lawful
from tests.readers.pages import page
from tests.readers.sites import EXPECTED, PAGES, failings, plain

PROSE = "La commune de Vézelin rouvrira sa piscine le 3 juin, après deux ans de travaux menés par douze entreprises."
MORE = "Les écoles y reviendront à la rentrée, avec des créneaux plus courts mais bien plus nombreux qu’avant 2019."


def test_every_page_is_expected_to_be_something() -> None:
    assert {each.stem for each in PAGES.glob("*.html")} == EXPECTED.keys()


@pytest.mark.parametrize("name", EXPECTED)
def test_pages_become_what_they_are(name: str) -> None:
    done = lawful(load(PAGES / f"{name}.html"))
    assert failings(name, done.value) == []


@pytest.mark.parametrize("name", [name for name, wanted in EXPECTED.items() if "author" in wanted])
def test_writers_are_stated(name: str) -> None:
    root, _ = parse((PAGES / f"{name}.html").read_text("utf-8"), name)
    said = stated(root).author
    assert said in ("", plain(EXPECTED[name]["author"]))


def words_of(body: str, head: str = "") -> str:
    return plain(str(lawful(page(body, head)).value))


def rules(body: str) -> dict[str, str]:
    return {" ".join(text.split()): rule for text, rule in dropped(page(body))}


ARTICLE = f"<article><h1>La piscine rouvre</h1><p>{PROSE}</p>%s<p>{MORE}</p></article>"


@pytest.mark.parametrize(
    ("html", "rule"),
    [
        ("<div class='related-posts'><h2>À voir</h2><p>Autre texte</p></div>", "R060"),
        ("<h3>Sur le même sujet</h3><ul><li><a href='/a'>Autre texte</a></li></ul>", "R060"),
        ("<p>À lire aussi : <a href='/a'>Autre texte</a></p>", "R060"),
        ("<article class='teaser'><h3><a href='/a'>Autre texte</a></h3><p>Une accroche.</p></article>", "R060"),
        ("<div id='comments'><p>Autre texte</p></div>", "R061"),
        ("<h2>3 commentaires</h2><div><p>Autre texte</p></div>", "R061"),
        ("<div class='entry-meta'>Par Zoé Autre texte, le 3 mai 2024</div>", "R062"),
        ("<p>Par Zoé Autre texte · Le 2 mai 2023 · Temps de lecture : 3 min</p>", "R062"),
        ("<p>Par Zoé d’Autre</p><del>Autre texte</del>", "R062"),
        ("<p>Publié le 12 mars 2024 à 14h35 | Mis à jour le 14 mars 2024</p><del>Autre texte</del>", "R062"),
        ("<div class='newsletter'><p>Autre texte</p></div>", "R010"),
        ("<p>Partager sur Facebook Partager sur X Imprimer</p>", "R010"),
        ("<p>Articles liés : <a href='/a'>Autre texte</a></p>", "R060"),
        ("<p>Read more: <a href='/a'>Autre texte</a></p>", "R060"),
        ("<p>Inscrivez-vous à notre <a href='/a'>newsletter</a> : Autre texte.</p>", "R010"),
        ("<p>Suivez-nous sur <a href='/a'>Facebook</a> : Autre texte</p>", "R010"),
        ("<p>Image 2 sur 5</p><del>Autre texte</del>", "R010"),
        ("<p>(Reporting by Zoé Autre texte; editing by Paul Ormesson)</p>", "R062"),
        ("<p>Additional reporting by Zoé Autre texte</p>", "R062"),
        ("<p><a href='#haut'>Retour en haut de la page</a></p><del>Autre texte</del>", "R010"),
        ("<h3>Das könnte Sie auch interessieren</h3><ul><li><a href='/a'>Autre texte</a></li></ul>", "R060"),
        ("<p>( Reporting by Zoé Autre texte; editing by Paul Ormesson)</p>", "R062"),
        ("<p>Zoé Autre texte and Paul Ormesson in Lyon contributed to this report.</p>", "R062"),
        ("<p>Mise à jour le mardi 12 mars 2024 à 10:30</p><del>Autre texte</del>", "R062"),
        ("<p>Last updated: Fri 6:45 PM, Feb 16, 2018</p><del>Autre texte</del>", "R062"),
        ("<p>First published on November 19, 2019 / 8:16 AM EST</p><del>Autre texte</del>", "R062"),
        ("<div class='author-box'><h3>À propos d’Odile Tavernier</h3><p>Autre texte.</p></div>", "R062"),
        ("<div><h3>À propos de l’auteur</h3><p>Autre texte <a href='/auteurs/ot'>Odile</a></p></div>", "R062"),
        ("<div><h3>Thèmes</h3><p><a href='/a'>Autre texte</a> <a href='/b'>Eau</a></p></div>", "R060"),
        ("<h3 class='author-title'>Über die Autorin</h3><p>Autre texte, née à Lyon.</p>", "R062"),
        ("<div class='bio'><h3>About the author</h3><p>Autre texte.</p></div>", "R062"),
        ("<p><span class='off-screen'>Autre texte</span> Le bassin.</p>", "R012"),
        ("<p>Follow Vernaison on <a href='/a'>Instagram</a> : Autre texte</p>", "R010"),
        ("<h3>Click here to subscribe to the <a href='/a'>Autre texte newsletter</a></h3>", "R010"),
        ("<h3>Related post: <a href='/a'>Autre texte</a></h3>", "R060"),
        ("<p>Lea más: <a href='/a'>Autre texte</a></p>", "R060"),
        ("<p>Cet article vous a plu ? Partagez-le !</p><del>Autre texte</del>", "R010"),
        ("<div class='news-ticker'><ul><li>Autre texte</li></ul></div>", "R010"),
        ("<p>Il y a <del>Autre texte</del> deux bassins.</p>", "R063"),
        ("<p>Il y a <s>Autre texte</s> deux bassins.</p>", "R063"),
        ("<p>Il y a <span style='text-decoration: line-through'>Autre texte</span> deux bassins.</p>", "R063"),
        ("<p style='mso-hide:all'>Autre texte</p>", "R012"),
        ("<p style='font-size:0'>Autre texte</p>", "R012"),
        ("<p style='position:absolute; left:-9999px'>Autre texte</p>", "R012"),
        ("<p style='text-indent:-999em'>Autre texte</p>", "R012"),
        ("<p style='position:absolute;clip:rect(0 0 0 0)'>Autre texte</p>", "R012"),
        ("<p>Mot<a href='#cmnt1'>[a]</a><p><a href='#cmnt_ref1' id=cmnt1>[a]</a> Autre texte", "R017"),
        ("<div style='max-height:0;overflow:hidden'>Autre texte</div>", "R012"),
        ("<p>14 min read</p><del>Autre texte</del>", "R062"),
        ("<p>March 12, 2024 – 7 min read</p><del>Autre texte</del>", "R062"),
        ("<p>Lesezeit: ca. 4 Minuten</p><del>Autre texte</del>", "R062"),
        ("<p>Posted 2024-03-12T10:30:27+00:00 – Updated 2024-03-14T09:00:00Z</p><del>Autre texte</del>", "R062"),
        ("<p>Published Monday, November 18, 2019 8:22AM EST</p><del>Autre texte</del>", "R062"),
        ("<div class='author-row'><h3>Odile Tavernier</h3><p>Autre texte.</p></div>", "R062"),
        ("<section class='author-details'><h2>The authors</h2><p>Autre texte.</p></section>", "R062"),
        ("<h4>You may also enjoy</h4><p><a href='/a'>Autre texte</a></p>", "R060"),
        ("<h3>Weitere Meldungen</h3><ul><li><a href='/a'>Autre texte</a></li></ul>", "R060"),
        ("<p>Le <b>bassin<span class='tooltip-content'>Autre texte</span></b> rouvre.</p>", "R012"),
        ("<p>Le <b>bassin<i role='tooltip'>Autre texte</i></b> rouvre.</p>", "R012"),
        ("<div>Partager sur Facebook<p>Le bassin.</p></div><del>Autre texte</del>", "R010"),  # in no block of its own
        ("<div>Publié le 12 mars 2024 à 14h35<p>Le bassin.</p></div><del>Autre texte</del>", "R062"),
        ("<div>À lire aussi : <a href='/a'>Autre texte</a><p>Le bassin.</p></div>", "R060"),
        ("<div id='site-slogan'>Autre texte</div>", "R010"),
        ("<p>(Leggi anche: <a href='/a'>Autre texte</a>)</p>", "R060"),
        ("<div class='site-trending'><p>Autre texte</p></div>", "R060"),
        ("<div class='article-cta'><p>Autre texte</p></div>", "R010"),
        ("<p>Melden Sie sich für unseren <a href='/a'>Newsletter</a> an: Autre texte</p>", "R010"),
        ("<p>Suscríbete a nuestro <a href='/a'>boletín</a>: Autre texte</p>", "R010"),
        ("<p>Did you enjoy this article? <a href='/a'>Autre texte</a></p>", "R010"),
        ("<p>Reach the reporters at <a href='/a'>Autre texte</a></p>", "R010"),
    ],
)
def test_what_is_no_part_of_an_article_goes_with_its_rule(html: str, rule: str) -> None:
    found = rules(ARTICLE % html)
    assert rule in found.values()
    assert "Autre texte" not in words_of(ARTICLE % html)


@pytest.mark.parametrize(
    ("card", "stays"),
    [
        ("<span class='fn'>Zoé Martel</span> <a href='tel:+33123456789'>01 23 45 67 89</a>", True),
        ("<span class='fn'>Zoé Martel</span> 01 23 45 67 89 zoe@a.example", True),
        ("<span class='fn'>Zoé Martel</span> 31/12/2020 18:00", False),
        ("<span class='fn'>Zoé Martel</span> zoe@a.example", False),
    ],
)
def test_a_card_of_who_can_be_called_is_no_byline(card: str, stays: bool) -> None:
    assert ("Martel" in words_of(ARTICLE % f"<div class='vcard'>{card}</div>")) is stays


@pytest.mark.parametrize(
    ("sheet", "struck"),
    [
        (".x { color: red; text-decoration: line-through }", True),
        ("a{b:c} .y, span.x{text-decoration:line-through}", True),
        ("@media print { .x { text-decoration: line-through } }", False),
        ("/* .x{text-decoration:line-through} */", False),
        (".y .x{text-decoration:line-through}", False),
        ("b.x{text-decoration:line-through}", False),
        (".x{text-decoration:underline}", False),
    ],
)
def test_what_the_own_style_sheet_strikes_out(sheet: str, struck: bool) -> None:
    html = "<p>Il y a <span class='x'>Autre texte</span> deux bassins.</p>"
    done = lawful(page(ARTICLE % html, f"<style>{sheet}</style>"))
    assert ("Autre texte" not in str(done.value)) == struck


@pytest.mark.parametrize(
    ("sheet", "hidden"),
    [
        ("<style>.x { display: none }</style>", True),
        ("<style>.y, p.x {display:none!important}</style>", True),
        ("<style media=screen>.x{display:block} .y .x{color:red} .x{display:none}</style>", False),
        ("<style>.x{display:none} @media (min-width: 40em) { .x { display: block } }</style>", False),
        ("<style>.x{display:none} .x.open{display:block}</style>", False),
        ("<style>.x{display:none} @media (min-width: 40em) { .wide { display: block } }</style>", False),
        ("<style>@media print { .x { display: none } }</style>", False),
        ("<style media=print>.x{display:none}</style>", False),
        ("<noscript><style>.x{display:none}</style></noscript>", False),
        ("<style>.y .x{display:none}</style>", False),
        ("<style>.x{visibility:hidden}</style>", False),  # as pages hide what a script moves into sight
    ],
)
def test_what_the_own_style_sheet_hides(sheet: str, hidden: bool) -> None:
    source = page(ARTICLE % "<p class='x wide'>Autre texte du conseil.</p>", sheet)
    assert (("Autre texte du conseil.", "R012") in dropped(source)) == hidden
    assert ("Autre texte" not in str(lawful(source).value)) == hidden


@pytest.mark.parametrize(
    "html",
    [
        f"<div class='x'><h1>La piscine rouvre</h1><p>{PROSE}</p><p>{MORE}</p></div>",  # until a script shows the page
        f"<h1>La piscine rouvre</h1><div class='x'><p>{PROSE}</p><p>{MORE}</p></div><script>{'x()' * 999}</script>",
        f"<h1>La piscine rouvre</h1><h2>Question</h2><p class='x'>{MORE}</p><p>{PROSE}</p>",  # a panel of its heading
        f"<h1>La piscine rouvre</h1><p class='x' style='display:block'>{MORE}</p><p>{PROSE}</p>",
    ],
)
def test_what_a_script_shows_is_not_hidden(html: str) -> None:
    assert plain(MORE) in words_of(f"<article>{html}</article>", "<style>.x{display:none}</style>")


def test_a_label_of_a_part_opens_none_in_a_menu() -> None:
    text = "".join(f"<p>{PROSE} {MORE} Numéro {n}.</p>" for n in range(6))
    menu = "<div><ul><li>{}</li><li><a href='/p'>Plan de la ville</a></li><li><a href='/q'>Agenda</a></li></ul></div>"
    body = f"<article><h1>La piscine rouvre</h1><div>{text}</div>{menu}</article>"
    assert plain("Agenda") not in words_of(body.format("<a href='/r'>Contacts</a>"))
    assert plain("Agenda") in words_of(body.format("Contacts"))


@pytest.mark.parametrize(
    "html",
    [
        "<h2>Commentaires du maire sur le projet</h2><p>Autre texte du conseil, gardé.</p>",
        "<h2>Le partage des tâches</h2><p>Autre texte du conseil, gardé.</p>",
        "<p>Par délibération du 3 mai 2024, le conseil a voté Autre texte à l’unanimité.</p>",
        "<p>Par Autre texte</p>",
        "<p>Par arrêté du Maire, Autre texte</p>",
        "<p>Publication de l’arrêté le 12 mars 2024 : Autre texte</p>",
        "<p class='infos'>Samedi 4 mai 2024 à 18 h, salle des fêtes : Autre texte</p>",
        "<h2><a href='https://a.example'>Autre texte</a></h2><p>Une longue présentation du projet, gardée.</p>",
        "<blockquote><p>Un mot.</p><cite class='author'>Autre texte, maire</cite></blockquote>",
        "<p style='font-size:0.9em'>Autre texte</p>",
        "<p style='max-height:0.5em'>Autre texte</p>",
        "<p style='position:absolute; left:-9px'>Autre texte</p>",
        "<p style='text-indent:-20px'>Autre texte</p>",
        "<h3><button>Question</button></h3><div hidden><p>Autre texte</p></div>",
        "<h3><a role=button href='#r' aria-expanded=false>Question</a></h3><p>Oui.</p><p id=r hidden>Autre texte",
        "<span role=tab aria-controls=t>Onglet</span><div id=t role=tabpanel style='display:none'>Autre texte</div>",
        "<p style='text-decoration:underline'>Autre texte</p>",
        "<h2>Voir aussi</h2><p>Autre texte que personne ne lie à rien, et qui parle de la suite du projet.</p>",
        "<p>Read more: <a href='https://www.a.example/plan'>www.a.example/plan</a> Autre texte</p>",
        "<p>Articles liés : Autre texte que personne ne lie à rien</p>",
        "<p>Inscrivez-vous au <a href='/a'>colloque</a> avant le 3 mai : Autre texte</p>",
        "<p>Partager cet article</p><p>Autre texte du conseil, gardé.</p>",
        "<p>Suivez-nous le 3 mai au <a href='/a'>stand B12</a> : Autre texte</p>",
        "<p>Douze communes ont participé : reporting by Autre texte</p>",
        "<p>Image 2 sur 5 : Autre texte</p>",
        "<p>Télécharger le plan à la mairie : Autre texte</p>",
        "<p>Retour à la liste des candidats : Autre texte</p>",
        "<h3>À propos de l’auteur</h3><p>Autre texte a publié douze romans.</p>",  # as a publisher’s release says
        "<h3>À propos de l’autrice <a href='https://a.example'>du site</a></h3><p>Autre texte, romancière.</p>",
        "<div class='authority-box'><p>Autre texte de l’autorité portuaire.</p></div>",
        "<p>Le conseil a voté la mise à jour du plan le 12 mars 2024 à 10:30 : Autre texte</p>",
        "<p>Follow the match on <a href='/a'>YouTube</a> : Autre texte</p>",
        "<div><h3>Thèmes</h3><p>Autre texte du conseil. <a href='/a'>Inscription</a></p></div>",
        "<h3>Pièces jointes</h3><p>Autre texte : douze plans.</p>",
        "<div><h3>Latest news</h3><div itemprop='articleBody'><p>Autre texte du conseil, gardé.</p></div></div>",
        "<div><h3>Breaking news</h3><p><a href='/a'>Autre texte</a></p></div>",  # the label of the text itself too
        "<h3>Related post: Autre texte</h3><p>Que personne ne lie à rien.</p>",
        "<p>Lea más: Autre texte que nadie enlaza</p>",
        "<h2><button aria-expanded='false'>Autre texte</button></h2><div><p>La réponse.</p></div>",
        "<div role='tablist'><h3 role='tab'>Autre texte</h3><div role='tabpanel'><p>La réponse.</p></div></div>",
        "<p>Une lecture de 40 min par Autre texte</p>",
        "<p>Opération « 7 min read » dans les écoles : Autre texte</p>",
        "<p>Le <span class='tooltip'>Autre texte</span> rouvre.</p>",  # what the box explains
        "<div class='tooltip-content'>Autre texte du conseil, " + "gardé en entier. " * 20 + "</div>",
        "<p>Insertion 2024-03-12T10:30:27+00:00 : Autre texte</p>",
        "<div class='authority-row'><p>Autre texte du club d’aviron.</p></div>",
        "<h2>You may also enjoy the pool: Autre texte</h2><p>Le bassin rouvre.</p>",
        "<div>Autre texte du conseil, gardé.<p>Le bassin rouvre.</p></div>",
        "<div class='cta'><p>Autre texte du conseil, " + "gardé en entier. " * 20 + "</p></div>",
        "<div class='slogan-contest'>Autre texte du concours.</div>",
        "<div class='promotions-2024'><p>Autre texte du lycée.</p></div>",
        "<p>Melden Sie sich bis zum 3. Mai <a href='/a'>hier</a> an: Autre texte</p>",
        "<p>Enjoy this summer at the <a href='/a'>pool</a>: Autre texte</p>",
        "<div><b>Autre texte</b> du conseil<br>et de l’école.<p>Le bassin rouvre.</p>La suite.</div>",
    ],
)
def test_what_only_looks_like_it_stays(html: str) -> None:
    assert "Autre texte" in words_of(ARTICLE % html)


@pytest.mark.parametrize(
    ("line", "goes"),
    [
        ("14 mars 2024 à 10h30", True),
        ("Jeudi 14 mars 2024 à 10:30", True),
        ("March 14, 2024 9:28 AM UTC", True),
        ("14 mars 2024", False),  # a day alone is the release’s own
        ("16 mars 2024 à 10h30", False),  # when something is to happen
        ("Rendez-vous le 14 mars 2024 à 10h30", False),
        ("Vernaison, 14 mars 2024, 10:30", False),
    ],
)
def test_the_stated_day_with_its_clock_is_the_page_s_stamp(line: str, goes: bool) -> None:
    head = "<meta property='article:published_time' content='2024-03-14T10:30:00+01:00'>"
    source = page(f"<article><h1>La piscine rouvre</h1><p>{line}</p><p>{PROSE}</p><p>{MORE}</p></article>", head)
    assert ((line, "R062") in dropped(source)) == goes
    assert lawful(source).value.published == "2024-03-14" or not goes


@pytest.mark.parametrize(
    ("line", "goes"),
    [
        ("By Odile Tavernier, Executive Editor", True),
        ("Odile Tavernier 14 mars 2024 10:30", True),
        ("By Odile Tavernier, mayor. The pool opens. It is new.", False),
        ("By Paul Ormesson, Executive Editor", False),
        ("Odile Tavernier, 14 mars 2024, 10:30, salle des fêtes", False),
    ],
)
def test_the_stated_writer_tells_a_byline(line: str, goes: bool) -> None:
    head = "<meta property='article:published_time' content='2024-03-14T10:30:00+01:00'>"
    head += "<meta name='author' content='Odile Tavernier'>"
    source = page(f"<article><h1>La piscine rouvre</h1><p>{line}</p><p>{PROSE}</p><p>{MORE}</p></article>", head)
    assert ((line, "R062") in dropped(source)) == goes


@pytest.mark.parametrize(("name", "kicker"), [("kicker", True), ("label", True), ("labels", False)])
def test_what_a_line_of_one_element_is_called_tells_what_it_is(name: str, kicker: bool) -> None:
    head = f"<div><span class='{name}'>Vie des quartiers</span><h1>La piscine rouvre</h1></div>"
    done = lawful(page(f"<article>{head}<p>{PROSE}</p><p>{MORE}</p></article>"))
    assert ("Vie des quartiers" in str(done.value.kicker)) == kicker


def test_a_first_heading_is_never_furniture_by_its_class() -> None:
    for name in ("menu-title", "social", "cookie", "comments"):
        done = lawful(page(f"<article><h1 class='{name}'>La piscine rouvre</h1><p>{PROSE}</p><p>{MORE}</p></article>"))
        assert plain(done.value.title[0]) == plain("Text(value='La piscine rouvre')")


def test_what_was_hidden_counts_only_without_its_streaming() -> None:
    body = f"<h1>La piscine rouvre</h1><p>{PROSE}</p><p>{MORE}</p>"
    assert plain(MORE) in words_of(f"<p>Chargement</p><div hidden id='S:0'><main>{body}</main></div>")
    assert plain(MORE) not in words_of(f"<main>{body.replace(MORE, PROSE[::-1])}</main><div hidden id='x'>{MORE}</div>")


def test_a_choice_that_loses_half_of_the_text_is_told() -> None:
    text = "".join(f"<p>{PROSE} {MORE} Numéro {n}.</p>" for n in range(4))
    done = lawful(page(f"<main><p>Actualité</p></main><div><h1>La piscine rouvre</h1>{text}</div>"))
    assert "R070" in [each.code for each in done.notices]
    assert len(done.value.body) == 4
    done = lawful(page(f"<main><h1>La piscine rouvre</h1>{text}</main><div><p>{PROSE}</p></div>"))
    assert "R070" not in [each.code for each in done.notices]


@pytest.mark.parametrize("lang", ["ty", "gcf", "wls", "fr-CA", "zh-Hant-TW", "qaa", "on", "x-private", "??"])
def test_any_language_is_read(lang: str) -> None:
    assert normalise_source(page(ARTICLE % "", lang=lang)).value.title


def test_framesets_are_refused_with_the_remedy() -> None:
    source = page("").data.replace(b"<body></body>", b"<frameset cols='2'><frame src='a.htm'></frameset>")
    with pytest.raises(Exception, match="only sets up frames; open the frame"):
        normalise_source(type(page(""))("a.html", source))
