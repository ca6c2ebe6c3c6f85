"""The article on its page: its furniture, its title, its day."""

from __future__ import annotations

import pytest

from oimpress.errors import ReadError
from oimpress.model.nodes import Contact
from oimpress.pipeline import normalise_source
from oimpress.sources import Source
from tests.readers.elements import PROSE, left_out, para, t
from tests.readers.laws import lawful
from tests.readers.pages import page

NAV = '<nav><a href="/">Accueil</a></nav>'


def test_furniture_is_left_out_and_named() -> None:
    source = page(
        f"{NAV}<main><div class='breadcrumb'>Accueil / Presse</div><article><h1>Un titre</h1>"
        f"<div class='social-share'>Partager</div><p>{PROSE}</p><script>x()</script><p hidden>Caché</p>"
        "<button>Imprimer</button><noscript>Sans script</noscript></article></main><footer>© OIM</footer>",
        head="<title>Un titre | OIM</title><style>p{}</style>",
    )
    assert left_out(source) == {
        "Accueil": "R010", "Accueil / Presse": "R010", "Partager": "R010", "Imprimer": "R010", "© OIM": "R010",
        "x()": "R011", "p{}": "R011", "Caché": "R012", "Un titre | OIM": "R015", "Sans script": "R018",
    }  # fmt: skip
    done = lawful(source)
    assert (done.value.title, done.value.body) == (t("Un titre"), (para(PROSE),))


@pytest.mark.parametrize(
    "html",
    [
        f"<div class='share'><p>{PROSE * 3}</p></div>",  # a class name is no reason to lose a text
        f"<div aria-hidden='true'><p>{PROSE * 3}</p></div>",  # as a page says that was saved with a dialog open
        f"<form><p>{PROSE * 3}</p></form>",  # some systems put the whole page into a form
        f"<div class='shareholders hidden'><p>{PROSE}</p></div>",
    ],
)
def test_text_is_never_taken_for_furniture(html: str) -> None:
    assert PROSE in str(lawful(page(f"<article><h1>Un titre</h1>{html}</article>"), "plain").value)


def test_a_title_outside_the_article_leads() -> None:
    done = lawful(page(f"{NAV}<header><h1>Un titre</h1></header><article><p>{PROSE}</p></article>"))
    assert done.value.title == t("Un titre")
    assert done.value.body == (para(PROSE),)


def test_kicker_and_date_above_the_title_are_found() -> None:
    done = lawful(page(f"<article><p>Communiqué</p><p>9 juillet 2009</p><h1>Un titre</h1><p>{PROSE}</p></article>"))
    assert (done.value.kicker, done.value.title, done.value.published) == (t("Communiqué"), t("Un titre"), "2009-07-09")


def test_without_marks_trafilatura_tells_where_the_article_is() -> None:
    links = "".join(f'<a href="/{n}">Rubrique {n}</a><br>' for n in range(9))
    text = "".join(f"<p>{PROSE} {PROSE} Numéro {n}.</p>" for n in range(4))
    body = f"<table><tr><td>{links}</td><td><h1>Un titre</h1>{text}</td></tr></table><div>Plan du site</div>"
    done = lawful(page(body))
    assert done.value.title == t("Un titre")
    assert len(done.value.body) == 4
    assert left_out(page(body)).keys() >= {"Rubrique 3", "Plan du site"}


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<h1>Connexion</h1><form><input name=u><input type=password></form>", "asks for a log-in"),
        (NAV, "no text of an article was found"),
        ("", "no text of an article was found"),
        ("<script>render()</script>", "no text of an article was found"),
    ],
)
def test_pages_without_text_are_refused(body: str, words: str) -> None:
    with pytest.raises(ReadError, match=rf"page\.html: .*{words}.*; .*save"):
        normalise_source(page(body))


def test_endless_nesting_is_refused_or_flattened() -> None:
    with pytest.raises(ReadError, match="nest over 2,000 deep"):
        normalise_source(page("<b>" * 3000 + PROSE))
    assert PROSE in str(lawful(page(f"<h1>Un titre</h1>{'<font>' * 900}{PROSE}")).value)


def test_a_day_that_the_text_and_the_small_print_name_is_the_one_of_publication() -> None:
    address = '<link rel="canonical" href="https://x.example/2024/03/12/piscine">'
    for own, published in (("En ligne depuis le 12 mars 2024", "2024-03-12"), ("Ouverture le 4 mai 2024", "")):
        source = page(f"<article><h1>La piscine rouvre</h1><p>{own}</p><p>{PROSE}</p></article>", address)
        done = normalise_source(source)
        assert done.value.published == published
        assert "R072" not in {each.code for each in done.notices}


def test_of_days_that_are_marked_the_one_of_the_title_s_own_text_counts() -> None:
    def day(stamp: str) -> str:
        return f'<abbr class="published" title="{stamp}T09:00:00Z">{stamp[8:]} mars</abbr>'

    menu = f"<div><ul><li><a href=/b>Une rue ferme</a> {day('2025-03-20')}</li></ul></div>"
    text = f"<div><h1>La piscine rouvre</h1><p>{day('2025-03-11')}</p><p>{PROSE}</p></div>"
    below = f"<div><h2>À lire aussi</h2><p><a href=/c>Un pont</a> {day('2025-03-02')}</p></div>"
    for source in (text, menu + text, text + below, menu + text + below):
        assert normalise_source(page(source)).value.published == "2025-03-11"
    above = text.replace("<h1>La piscine rouvre</h1>", "").replace("</p>", "</p><h1>La piscine rouvre</h1>", 1)
    assert normalise_source(page(menu + above + below)).value.published == "2025-03-11"
    untitled = menu + text.replace("h1>", "h2>") + below  # nothing tells which is its own: the first, as ever
    assert normalise_source(page(untitled)).value.published == "2025-03-20"


def test_a_day_that_no_page_states_is_read_off_its_address_and_told() -> None:
    address = '<link rel="canonical" href="https://x.example/2024/03/12/piscine">'
    found = (
        f"<html lang=fr><head><title>La piscine</title>{{}}</head><body><h1>La piscine rouvre</h1><p>{PROSE}</p></body>"
    )
    done = normalise_source(Source("a.html", found.format(address).encode()))
    assert [each.detail for each in done.notices if each.code == "R072"] == [done.value.published] == ["2024-03-12"]
    stated = '<meta property="article:published_time" content="2024-03-10T09:00:00+01:00">'
    told = normalise_source(Source("a.html", found.format(address + stated).encode()))
    assert told.value.published == "2024-03-10"
    assert "R072" not in {each.code for each in told.notices}


BOX = (
    "<h2>Contact presse</h2><p><b>Lucie Astier</b><br>Directrice de la communication<br>Tél. : 04 99 00 11 22<br>"
    "<a href='mailto:l.astier@vezelin.example'>l.astier@vezelin.example</a></p>"
)
ARTICLE = f"<h1>Un titre</h1>{{}}<p>Lyon, le 12 mars 2024 – {PROSE}</p><p>{PROSE} {PROSE}</p>"


@pytest.mark.parametrize(
    "body",
    [
        f"<main><aside>{BOX}</aside><article>{ARTICLE.format('')}</article></main>",
        f"<main><div><div class='encadre'>{BOX}</div><article>{ARTICLE.format('')}</article></div></main>",
        f"<main><article>{ARTICLE.format(f'<aside>{BOX}</aside>')}</article></main>",
        f"<main><article>{ARTICLE.format('')}</article><aside class='sidebar'>{BOX}</aside></main>",
        f"<main><article>{ARTICLE.format('')}{BOX}</article></main>",
    ],
)
def test_contacts_in_a_box_before_or_beside_the_text_are_the_release_s(body: str) -> None:
    done = lawful(page(NAV + body))
    (found,) = [one for one in done.value.contacts if isinstance(one, Contact)]
    assert (found.name, found.role) == ("Lucie Astier", "Directrice de la communication")
    assert (found.emails, [one.uri for one in found.phones]) == (("l.astier@vezelin.example",), ["tel:+33499001122"])
    assert done.value.title == t("Un titre")


@pytest.mark.parametrize(
    "box",
    [
        f"<header><div>{BOX}</div></header>",  # what stands on top of every page
        f"<nav>{BOX}</nav>",
        "<aside><h2>Contact presse</h2><p>Formulaire en ligne</p></aside>",
        "<aside><h2>Nos agences</h2><p>Lyon : 04 99 00 11 22</p></aside>",
        "<aside><h2>Nos contacts</h2><p>Accueil : 04 99 00 11 22</p></aside>",
    ],
)
def test_boxes_above_the_text_that_are_no_contacts_of_its_own_go(box: str) -> None:
    done = lawful(page(f"{box}<main><article>{ARTICLE.format('')}</article></main>"))
    assert done.value.contacts == ()


@pytest.mark.parametrize(
    ("function", "wanted"),
    [
        ("des relations presse", ["Lucie Astier"]),
        ("de la communication", ["Lucie Astier"]),
        ("des ventes", []),
    ],
)
def test_contacts_beside_the_text_are_of_the_press_where_they_say_so(function: str, wanted: list[str]) -> None:
    people = BOX.partition("</h2>")[2].replace("de la communication", function)
    box = f"<aside><h3>Vos contacts</h3>{people}</aside>"
    done = lawful(page(f"<main>{box}<article>{ARTICLE.format('')}</article></main>"))
    assert [one.name for one in done.value.contacts if isinstance(one, Contact)] == wanted


@pytest.mark.parametrize(
    ("heading", "wanted"),
    [
        ("<h4>Contacts médias</h4>", ["Lucie Astier", "Théo Lanson"]),
        ("<div class='widget'><h4>Contact presse :</h4></div>", ["Lucie Astier", "Théo Lanson"]),
        ("<h4>Nos agences</h4>", []),
        ("<h4>Contact</h4>", []),  # of whom, nothing says
        ("<nav><h4>Contacts médias</h4></nav>", []),
        ("<h4>Contacts médias</h4><div>Formulaire en ligne</div>", []),
        ("<h4>Les contacts avec la presse se multiplient</h4>", []),
    ],
)
def test_boxes_below_a_heading_of_contacts_are_theirs(heading: str, wanted: list[str]) -> None:
    def person(name: str, user: str) -> str:
        return f"<div class='text'><p>{name}<br>04 99 00 11 2{len(user)}<br>{user}@vezelin.example</p></div>"

    people = person("Lucie Astier", "l.astier") + person("Théo Lanson", "t.lanson")
    done = lawful(page(f"<main><article>{ARTICLE.format('')}</article>{heading}{people}<div>{PROSE}</div></main>"))
    assert [one.name for one in done.value.contacts if isinstance(one, Contact)] == wanted


def test_those_to_talk_to_are_contacts_of_the_press_where_they_say_so() -> None:
    def found(role: str) -> list[str]:
        terms = f"<dl><dt>{role}</dt><dd>Lucie Astier</dd><dd>Tél. 04 99 00 11 22</dd></dl>"
        box = f"<div><h3>Vos interlocuteurs</h3>{terms}</div>"
        done = lawful(page(f"<main><article>{ARTICLE.format('')}</article>{box}</main>"))
        return [one.name for one in done.value.contacts if isinstance(one, Contact)]

    assert found("Attachée de presse") == ["Lucie Astier"]
    assert found("Conseillère clientèle") == []


PIED = f"<div class='actu'>{ARTICLE.format('')}<div class='pied-actu'>{{}}</div></div>"


@pytest.mark.parametrize(
    ("foot", "wanted"),
    [
        (
            "<b>Contact</b> : Cellule presse de la régie – 04 99 00 11 22 – presse@regie.example",
            ["presse@regie.example"],
        ),
        (
            "<p>Pour les journalistes :</p><p>Lucie Astier, directrice, l.astier@regie.example</p>",
            ["l.astier@regie.example"],
        ),
        ("<p>Contact : Lucie Astier, 04 99 00 11 22, l.astier@regie.example</p>", ["l.astier@regie.example"]),
        ("<p>Contact : 04 99 00 11 22, accueil@regie.example</p>", []),  # whom any page's foot names
        ("<p>Contact presse : formulaire en ligne</p>", []),
        ("<p>Régie de Vézelin, 04 99 00 11 22, presse@regie.example</p>", []),
    ],
)
def test_contacts_for_the_press_stay_whatever_their_box_is_called(foot: str, wanted: list[str]) -> None:
    for name in ("pied-actu", "footer", "bas"):
        done = lawful(page(PIED.format(foot).replace("pied-actu", name)))
        found = [mail for one in done.value.contacts if isinstance(one, Contact) for mail in one.emails]
        assert found == wanted


def test_the_number_and_the_mailbox_of_a_card_are_no_bar_of_links() -> None:
    mail = "l.astier@regie.example"
    ways = f"<a href='tel:+33499001122'>04 99 00 11 22</a><a href='mailto:{mail}'>{mail}</a>"
    card = f"<h2>Contacts presse</h2><div><h3>Lucie Astier</h3><p>Attachée de presse</p>{ways}</div>"
    done = lawful(page(f"<main><article>{ARTICLE.format('')}{card}</article></main>"))
    (contact,) = [one for one in done.value.contacts if isinstance(one, Contact)]
    assert [phone.uri for phone in contact.phones] == ["tel:+33499001122"]
    assert contact.emails == (mail,)
    bar = "<div><a href='mailto:?subject=x'>Envoyer</a><a href='/imprimer'>Imprimer</a></div>"
    assert lawful(page(f"<main><article>{ARTICLE.format('')}{bar}</article></main>")).value.contacts == ()


@pytest.mark.parametrize(
    ("box", "names"),
    [
        (
            "<h3>Renseignements complémentaires</h3><ul><li>Lucie Astier, directrice, 04 99 00 11 22</li></ul>",
            ["Lucie Astier"],
        ),
        ("<h3>Renseignements</h3><p>Mairie de Vézelin, 04 99 00 11 22</p>", []),
        (
            "<h3>Contacts</h3><div><h4>Press office</h4><p>Lucie Astier</p><p>T. 04 99 00 11 22</p></div>",
            ["Lucie Astier"],
        ),
    ],
)
def test_boxes_beside_the_text_are_contacts_where_they_say_whom_to_ask(box: str, names: list[str]) -> None:
    done = lawful(page(f"<main><article>{ARTICLE.format('')}</article><div class='aux'>{box}</div></main>"))
    assert [one.name for one in done.value.contacts if isinstance(one, Contact)] == names


def test_what_a_break_parts_in_a_paragraph_of_contacts_is_two_things() -> None:
    who = "<p><strong>Lucie Astier</strong></p><p>Chercheuse<br>Département de géologie</p><p>04 99 00 11 22</p>"
    done = lawful(page(f"<main><article>{ARTICLE.format('')}<h2>Contact presse</h2>{who}</article></main>"))
    (contact,) = [one for one in done.value.contacts if isinstance(one, Contact)]
    assert (contact.role, contact.organisation) == ("Chercheuse", "Département de géologie")


def test_a_list_of_terms_is_of_contacts_each_below_its_body() -> None:
    terms = (
        "<h2>Contacts presse</h2><dl><dt>Ville de Vézelin</dt><dd>Lucie Astier, directrice</dd><dd>04 99 00 11 22</dd>"
        "<dt>Fondation Roux</dt><dd>Awa Sow, déléguée</dd><dd>04 99 00 11 33</dd></dl>"
    )
    done = lawful(page(f"<main><article>{ARTICLE.format('')}{terms}</article></main>"))
    found = [(one.name, one.organisation, one.phones[0].uri) for one in done.value.contacts if isinstance(one, Contact)]
    assert found == [
        ("Lucie Astier", "Ville de Vézelin", "tel:+33499001122"),
        ("Awa Sow", "Fondation Roux", "tel:+33499001133"),
    ]


def test_a_number_alone_below_the_text_says_how_a_body_is_reached() -> None:
    done = lawful(
        page(f"<article>{ARTICLE.format('')}<div><p><b>Service presse</b></p><p>04 99 00 11 22</p></div></article>")
    )
    (found,) = [one for one in done.value.contacts if isinstance(one, Contact)]
    assert found.organisation == "Service presse"


def test_contacts_between_the_text_and_a_credit_that_reads_like_text_stay() -> None:
    rich = "<div class='w-rich'>{}</div>".format
    text = (
        "<p>Après neuf mois de travail dans un hangar tenu secret, les bénévoles présenteront à la presse le géant qui "
        "mènera le 47e cortège. Il mesure sept mètres et marche tout seul.</p>"
        "<p><strong>Où ? Ancienne filature, quai des Lavandières</strong></p>"
        "<p>Les photographes pourront monter sur la nacelle par groupes de quatre.</p>"
    )
    mail = "<a href='mailto:a@b.example'>a@b.example</a>"
    who = f"<h3>Contact médias</h3><p>Lucie Astier</p><p>06 77 00 11 22</p><p>{mail}</p>"
    built = (
        f"<div class='w-nav'><a href='/'>FÊTE</a></div><div class='w-section'>{rich('<p>INVITATION PRESSE</p>')}"
        f"{rich('<h2>Le Carnaval des Grosses Bottes<br>dévoile son géant</h2>')}{rich(text)}</div>"
        f"<div class='w-section'><a href='/dons'>SOUTENIR LE CARNAVAL</a></div><div class='w-section'>{rich(who)}</div>"
        "<div class='w-foot'>Créé avec amour et de la colle à bois © Les Grosses Bottes</div>"
    )
    (found,) = [one for one in lawful(page(built)).value.contacts if isinstance(one, Contact)]
    assert (found.name, [one.uri for one in found.phones]) == ("Lucie Astier", ["tel:+33677001122"])


HEADLINE = (
    "<div{scope}><h2{own}>Trois ponts ferment en juillet</h2><div itemprop='articleBody'><p>{text}</p></div></div>"
)


@pytest.mark.parametrize(
    ("scope", "own", "title"),
    [
        (" itemscope", " itemprop='headline'", "Trois ponts ferment en juillet"),
        (" itemscope", "", "Bilan d’un été"),
        ("", " itemprop='headline'", "Bilan d’un été"),
    ],
)
def test_the_headline_of_the_work_that_holds_the_text_is_its_title(scope: str, own: str, title: str) -> None:
    body = HEADLINE.format(scope=scope, own=own, text=f"{PROSE} {PROSE}")
    assert normalise_source(page(body, "<title>Bilan d'un été</title>")).value.title == t(title)


def test_the_headline_of_another_work_is_no_title_of_this_text() -> None:
    other = "<div itemscope><h2 itemprop='headline'>Un pont ferme</h2></div>"
    body = other + HEADLINE.format(scope=" itemscope", own="", text=f"{PROSE} {PROSE}")
    assert normalise_source(page(body, "<title>Bilan d'un été</title>")).value.title == t("Bilan d’un été")


@pytest.mark.parametrize(
    ("called", "title"),
    [
        ("Trois ponts ferment en...", "Trois ponts ferment en juillet"),
        ("Trois ponts ferment e", "Trois ponts ferment e"),
        ("Trois ponts", "Trois ponts"),
    ],
)
def test_a_heading_goes_on_where_what_the_page_is_called_was_cut_short(called: str, title: str) -> None:
    body = HEADLINE.format(scope="", own="", text=f"{PROSE} {PROSE}")
    assert normalise_source(page(body, f"<title>{called}</title>")).value.title == t(title)


def test_the_heading_of_a_joomla_page_is_its_title() -> None:
    heading = "<table><tr><td class='contentheading'>Trois ponts ferment en juillet</td></tr></table>"
    body = "<table><tr><td>{}<p><b>Déclaration du bureau exécutif</b></p><p>{}</p></td></tr></table>"
    called = "<title>APN - Déclaration du bureau exécutif</title>"
    found = normalise_source(page(body.format(heading, PROSE * 2), called)).value
    assert (found.title, found.kicker) == (t("Trois ponts ferment en juillet"), t("Déclaration du bureau exécutif"))


def test_the_site_s_name_above_its_press_service_is_who_issues() -> None:
    above = "<p>Bank of the Isles</p><p>Communications Department</p>"
    body = f"{above}<h1>Reserve ratio of banks is raised</h1><p>{PROSE}</p><p>{PROSE} {PROSE}</p>"
    done = normalise_source(page(body, "<title>Reserve ratio of banks is raised | Bank of the Isles</title>", "en"))
    assert done.value.issuer == "Bank of the Isles – Communications Department"
