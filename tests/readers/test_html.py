"""What becomes of the elements of a web page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oimpress.errors import ReadError
from oimpress.model.nodes import (
    Aside,
    Block,
    Break,
    Call,
    Cell,
    Code,
    Contact,
    Emphasis,
    Figure,
    Foreign,
    Inlines,
    Item,
    Link,
    List,
    Note,
    Para,
    Preformatted,
    Quote,
    Row,
    Section,
    Strong,
    Superscript,
    Table,
    Text,
)
from oimpress.model.runs import flatten
from oimpress.pipeline import normalise_source
from oimpress.settings import Metadata
from oimpress.sources import Source
from tests.readers.laws import dropped, lawful
from tests.readers.pages import page

PROSE = (
    "Les migrants de onze pays se réunissent cette semaine à Genève pour parler de leurs droits et de leurs devoirs."
)


def t(words: str) -> tuple[Text]:
    return (Text(words),)


def para(words: str) -> Para:
    return Para(t(words))


def blocks(html: str, **more: str) -> tuple[Block, ...]:
    """The blocks of ``html``, below a first paragraph."""
    first, *rest = lawful(page(f"<article><p>{PROSE}</p>{html}</article>", **more), "plain").value.body
    assert first == para(PROSE)
    return tuple(rest)


def inlines(html: str, **more: str) -> Inlines:
    (found,) = blocks(f"<p>{html}</p>", **more)
    assert isinstance(found, Para)
    return found.children


def left_out(source: Source) -> dict[str, str]:
    """What the reader left out: words -> rule."""
    return {" ".join(text.split()): rule for text, rule in dropped(source)}


# -- inside a paragraph -----------------------------------------------------------------------------------


def test_white_space_shows_as_css_says() -> None:
    assert inlines("  a\n   b <em> c </em> d&nbsp;: ") == (Text("a b "), Emphasis(t("c ")), Text("d\u00a0:"))


def test_emphasis_of_every_kind() -> None:
    assert inlines("a <i>b</i> <b>c</b> <cite>d</cite> XXI<sup>e</sup> <span style='font-weight:bold'>f</span> g") == (
        *(Text("a "), Emphasis(t("b")), Text(" "), Strong(t("c")), Text(" "), Emphasis(t("d")), Text(" XXI")),
        *(Superscript(t("e")), Text(" "), Strong(t("f")), Text(" g")),
    )


def test_low_figures_are_those_of_unicode_and_low_letters_stay() -> None:
    assert inlines("CO<sub>2</sub>, SO<sub>4</sub><sup>2−</sup>, x<sub>n+1</sub>, v<sub>max</sub>") == (
        Text("CO₂, SO₄"),
        Superscript(t("2−")),
        Text(", xn+1, vmax"),
    )


def test_emphasis_that_a_style_takes_back() -> None:
    assert inlines("a <b style='font-weight: normal'>b</b> <i style='font-style:normal'>c</i>") == t("a b c")


def test_equations_on_the_line() -> None:
    half, square = "<mfrac><mn>1</mn><mn>2</mn></mfrac>", "<msup><mi>x</mi><mn>2</mn></msup>"
    tex = '<semantics><mrow>{}</mrow><annotation encoding="application/x-tex">x</annotation></semantics>'
    assert inlines(f"a <math>{tex.format(half)}</math> b") == t("a 1/2 b")
    assert inlines(f"a <math>{square}</math>, <math><msub><mi>x</mi><mn>1</mn></msub></math> b") == (
        Text("a x"), Superscript(t("2")), Text(", x₁ b"),
    )  # fmt: skip
    assert inlines("<math><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mi>c</mi></mfrac></math>") == t("(a+b)/c")


def test_marks_are_not_doubled() -> None:
    assert inlines("a <strong>b <b>c</b></strong> d") == (Text("a "), Strong(t("b c")), Text(" d"))


def test_a_break_stays_and_two_part_paragraphs() -> None:
    assert inlines("a <br> b<br>") == (Text("a"), Break(), Text("b"))
    assert blocks("<p>a<br>b<br><br>c</p>") == (Para((Text("a"), Break(), Text("b"))), para("c"))


def test_the_elements_of_a_card_part_where_a_number_or_a_mailbox_touches_them() -> None:
    card = (
        '<strong>Lise Bouvard</strong><span>Papeteries du Guiers</span><a href="tel:+33465719101">04 65 71 91 01</a>'
        '<a href="mailto:lb@guiers.example">lb@guiers.example</a>'
    )
    (found,) = normalise_source(page(f"<p>{PROSE}</p><h2>Contact presse</h2><p>{card}</p>")).value.contacts[1:]
    assert isinstance(found, Contact)
    assert (found.name, found.organisation) == ("Lise Bouvard", "Papeteries du Guiers")
    assert ([phone.uri for phone in found.phones], found.emails) == (["tel:+33465719101"], ("lb@guiers.example",))


def test_words_beside_the_link_of_a_mailbox_stay_in_its_line() -> None:
    mail = '<a href="mailto:x@iom.int">x@iom.int</a>'
    assert inlines(f"écrire à{mail}")[0] == Text("écrire à")
    assert inlines(f"<b>écrire à </b>{mail}")[1:] == (Link("mailto:x@iom.int", t("x@iom.int")),)
    assert inlines('<b>a</b><a href="https://x.test/">b</a>') == (Strong(t("a")), Link("https://x.test/", t("b")))


def test_links_keep_addresses_that_lead_somewhere() -> None:
    assert inlines('<a href="https://x.test/a b">a</a> <a href="mailto:x@iom.int">b</a> c') == (
        Link("https://x.test/ab", t("a")), Text(" "), Link("mailto:x@iom.int", t("b")), Text(" c"),
    )  # fmt: skip
    assert inlines('<a href="javascript:x()">a</a> <a href="#n1">b</a> <a href="data:text/html,x">c</a>') == t("a b c")


def test_relative_links_need_the_address_of_the_page() -> None:
    here = '<a href="/fr/b">ici</a> là'
    assert inlines(here) == t("ici là")
    assert "R030" in [each.code for each in lawful(page(f"<p>{PROSE}</p><p>{here}</p>")).notices]
    head = '<link rel="canonical" href="https://www.iom.int/fr/a">'
    assert inlines(here, head=head) == (Link("https://www.iom.int/fr/b", t("ici")), Text(" là"))
    source = page(f"<p>{PROSE}</p><p>{here}</p>")
    known = Source(source.name, source.data, Metadata(url="https://www.iom.int/fr/a"))
    assert "https://www.iom.int/fr/b" in str(normalise_source(known).value)


def test_words_in_another_language() -> None:
    assert inlines('a <span lang="es">no más</span> <i lang="fr-CH">b</i>') == (
        *(Text("a "), Foreign("es", t("no más")), Text(" "), Emphasis(t("b"))),
    )
    assert blocks('<div lang="es"><p>no más</p></div>') == (Para((Foreign("es", t("no más")),)),)


def test_the_language_of_a_keyboard_says_nothing() -> None:
    assert inlines('<span lang="EN-US">Tout le paragraphe.</span>') == t("Tout le paragraphe.")
    assert inlines('a <span lang="EN-us">b</span>') == (Text("a "), Foreign("en-US", t("b")))


def test_pages_that_word_wrote() -> None:
    bullet = "<![if !supportLists]><span>·<span>&nbsp;&nbsp; </span></span><![endif]>"
    items = "".join(f"<p class=MsoListParagraph>{bullet}point {n} ;<o:p></o:p></p>" for n in (1, 2))
    body = f"<p class=MsoTitle>Un titre</p><p class=MsoNormal>{PROSE}</p><h1>La suite</h1><p>{PROSE}</p>{items}"
    done = lawful(page(f"<div class=WordSection1>{body}</div>"))
    assert done.value.title == t("Un titre")
    listed = List(tuple(Item((para(f"point {n}\u202f;"),)) for n in (1, 2)), marker="·")
    assert done.value.body == (para(PROSE), Section(t("La suite"), (para(PROSE), listed)))


def test_quotation_marks_of_the_page() -> None:
    assert inlines("dit <q>oui</q>.") == t("dit « oui ».")


# -- blocks -----------------------------------------------------------------------------------------------


def test_headings_hold_what_follows() -> None:
    assert blocks("<h2>A</h2><p>x</p><h3>B</h3><p>y</p><h2><b>C</b></h2>") == (
        Section(t("A"), (para("x"), Section(t("B"), (para("y"),)))),
        Section(t("C"), ()),
    )


def test_lists() -> None:
    assert blocks('<ul><li>a<ul><li><p>b</p></li></ul></li></ul><ol start="3"><li>c</ol><ol type=a><li>d</ol>') == (
        List((Item((para("a"), List((Item((para("b"),)),)))),)),
        List((Item((para("c"),)),), ordered=True, marker="3."),
        List((Item((para("d"),)),), ordered=True, marker="a."),
    )


@pytest.mark.parametrize(
    ("said", "marker"),
    [("start=1", ""), ("start=4", "4."), ("type=i start=4", "iv."), ("type=A start=28", "BB."), ("start=-2", ""),
     ("style='list-style-type: upper-roman'", "I."), ("style='list-style: inside lower-alpha' start=3", "c."),
     ("style='list-style-type: disc'", "")],
)  # fmt: skip
def test_labels_of_lists_as_browsers_show_them(said: str, marker: str) -> None:
    (found,) = blocks(f"<ol {said}><li>a<li>b</ol>")
    assert isinstance(found, List)
    assert found.marker == marker
    (found,) = blocks("<ol><li value=7>a<li>b</ol>")
    assert isinstance(found, List)
    assert found.marker == "7."


def test_cells_reach_over_others_and_say_how_they_stand() -> None:
    html = (
        "<table><tr><th rowspan=2>A<th align=right>B<tr><td>b<br>c<tr><td colspan=2 style='text-align:center'>d</table>"
    )
    assert blocks(html) == (
        Table(
            (
                Row((Cell(t("A"), True, rows=2), Cell(t("B"), True, align="end"))),
                Row((Cell((Text("b"), Break(), Text("c"))),)),
                Row((Cell(t("d"), columns=2, align="center"),)),
            )
        ),
    )


@pytest.mark.parametrize(
    ("html", "spans"),
    [
        ("<table><tr><td colspan=3>a<td>b<tr><td colspan=3>c<td>d</table>", [[(1, 1), (1, 1)], [(1, 1), (1, 1)]]),
        ("<table><tr><td rowspan=9>a<td>b<tr><tr><td>c</table>", [[(1, 2), (1, 1)], [(1, 1)]]),
        ("<table><tr><td colspan=0>a<td rowspan=x>b</table>", [[(1, 1), (1, 1)]]),
    ],
)
def test_no_cell_covers_where_none_begins(html: str, spans: list[list[tuple[int, int]]]) -> None:
    (table,) = blocks(html)
    assert isinstance(table, Table)
    assert [[(cell.columns, cell.rows) for cell in row.cells] for row in table.rows] == spans


def test_a_caption_is_of_its_table() -> None:
    assert blocks("<table><caption>Total <b>net</b></caption><tr><td>a<td>b</table>") == (
        Table((Row((Cell(t("a")), Cell(t("b")))),), (Text("Total "), Strong(t("net")))),
    )
    assert blocks("<table><caption>Total</caption><tr><td><td></table>") == (para("Total"),)


@pytest.mark.parametrize(
    "html",
    [
        '<p>Mot<sup id=r><a href="#n">1</a></sup> suite<ol><li id=n>Dit. <a href="#r">↩</a></ol>',
        '<p>Mot<a href="#_n" name="_r"><sup>1</sup></a> suite<div><p><a href="#_r" name="_n">[1]</a> Dit.</div>',
        '<p>Mot<sup><a role="doc-noteref" href="#n">1</a></sup> suite<aside id=n role="doc-footnote"><p>Dit.</aside>',
        '<p>Mot<a id=r href="#n">1</a> suite<p id=n>[<a href="#r">1</a>] Dit.',
        '<p>Mot<a id=r href="#n">1</a> suite<div><div id=n><p><span>[<a href="#r">1</a>] </span>Dit.</div></div>',
    ],
)
def test_notes_and_their_calls(html: str) -> None:
    body, note = blocks(html)
    assert body == Para((Text("Mot"), Call("n1", t("1")), Text(" suite")))
    assert note == Note(t("Dit."), "n1")


@pytest.mark.parametrize(
    "html",
    [
        '<p>Voir <a href="#suite">la suite</a><p id=suite>Suite.',
        '<p>Mot<a href="#n">1</a> suite<p id=n>Dit sans retour.',
        '<p>Mot<a href="#nulle-part">1</a> suite',
    ],
)
def test_links_within_a_page_are_no_calls(html: str) -> None:
    assert not [block for block in blocks(html) if isinstance(block, Note)]


def test_code_keeps_its_letters_and_its_lines() -> None:
    html = (
        '<p>Le fichier <code>a  "b"</code><pre><code>x  "y"\n\t&lt;b>z\n</code></pre><pre>Un texte.\nEt sa suite.</pre>'
    )
    inline, block, text = blocks(html)
    assert inline == Para((Text("Le fichier "), Code(t('a "b"'))))
    assert block == Preformatted((Text('x  "y"'), Break(), Text("    <b>z")))
    assert isinstance(text, Para)


def test_emphasis_by_the_style_sheet_of_the_page() -> None:
    sheet = "<style>.a{font-weight:700}.b{font-style:italic}.c{font-weight:bold}</style>"
    (made,) = blocks('<p>Un <span class="a">mot</span> <span class="b">dit</span> <a class="c">là</a>.', head=sheet)
    assert made == Para((Text("Un "), Strong(t("mot")), Text(" "), Emphasis(t("dit")), Text(" là.")))


def test_a_reference_within_the_page_is_told() -> None:
    text = f"<article><h1>La piscine</h1><p>{PROSE} <a href='#{{}}'>plus bas</a></p><h2 id=b>Bas</h2><p>{PROSE}</p>"
    for place, told in (("b", ["plus bas"]), ("", []), ("nulle-part", [])):
        done = normalise_source(page(text.format(place)))
        assert [each.detail for each in done.notices if each.code == "R097"] == told


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        (
            '<div><span class="fn">Attachée de presse</span><span class="nom">Zoé Martel</span></div>',
            ["Attachée de presse\nZoé Martel"],
        ),
        (
            '<div><span class="fn">Attachée de presse</span> <span class="nom">Zoé Martel</span></div>',
            ["Attachée de presse Zoé Martel"],
        ),
        ('<div><span class="j">12</span><span class="m">mars</span></div>', ["12mars"]),
        ("<div><span>Un beau</span><span>jour de mai</span></div>", ["Un beaujour de mai"]),
        ('<p><span class="a">Ouvert le </span><span class="b">9 mai</span></p>', ["Ouvert le 9 mai"]),
        (
            '<p><span class="a">Un bel anni</span><span class="b">versaire à Lyon</span></p>',
            ["Un bel anniversaire à Lyon"],
        ),
    ],
)
def test_what_a_style_sheet_parts_are_lines(html: str, texts: list[str]) -> None:
    assert [str(flatten(block.children)) for block in blocks(html) if isinstance(block, Para)] == texts


def test_emphasis_by_the_names_of_classes() -> None:
    (made,) = blocks('<p>Un <span class="fw-bold">mot</span> <span class="fst-italic">dit</span><p class="bold">')
    assert made == Para((Text("Un "), Strong(t("mot")), Text(" "), Emphasis(t("dit"))))


@pytest.mark.parametrize(
    "html", ["<table><tr><td><p>a<p>b</table>", '<table role="presentation"><tr><td>a<td>b</table>']
)
def test_tables_that_lay_out_are_none(html: str) -> None:
    assert blocks(html) == (para("a"), para("b"))


def test_terms_and_what_they_mean_are_a_table() -> None:
    assert blocks("<dl><div><dt>Budget<dd>2</div><dt>Statut<dd>Actif</dl>") == (
        Table((Row((Cell(t("Budget"), True), Cell(t("2")))), Row((Cell(t("Statut"), True), Cell(t("Actif")))))),
    )


def test_a_figure_of_a_quotation_is_one() -> None:
    quotation = Quote((para("Oui."),), t("A. B."))
    assert blocks("<figure><blockquote><p>Oui.</blockquote> <figcaption>A. B.</figcaption></figure>") == (quotation,)
    assert blocks("<figure><blockquote><p>Oui.</blockquote><img src=a.jpg alt=b></figure>")[1:] != ()


def test_quotations_asides_and_notes() -> None:
    assert blocks(
        "<blockquote><p>Oui.</p><footer>A. B.</footer></blockquote>"
        f"<aside><h3>Contexte</h3><p>{PROSE}</p></aside><p role='doc-footnote'>1. Selon le HCR.</p>"
    ) == (
        Quote((para("Oui."),), t("A. B.")),
        Aside((para(PROSE),), "context", t("Contexte")),
        Note(t("1. Selon le HCR.")),
    )


def test_pictures_with_caption_and_credit() -> None:
    assert blocks("<figure><img src=/a.jpg alt='Un port'><figcaption>Le port. © OIM</figcaption></figure>") == (
        Figure("/a.jpg", "Un port", t("Le port."), t("© OIM")),
    )
    classed = "<figcaption>Le port<span class='photo-credit'>A. B.</span></figcaption>"
    assert blocks(f"<figure><img src=a.jpg>{classed}</figure>") == (Figure("a.jpg", "", t("Le port"), t("A. B.")),)
    assert blocks("<p>a <img src=b.jpg alt='Un quai'> b</p>") == (para("a b"), Figure("b.jpg", "Un quai"))
    assert blocks("<p>a <img src=pixel.gif> b</p>") == (para("a b"),)


def test_a_caption_beside_its_picture_by_its_name() -> None:
    assert blocks("<p><img src=a.jpg alt='Un quai'><p class=legende>Le quai neuf.") == (
        Figure("a.jpg", "Un quai", t("Le quai neuf.")),
    )
    assert blocks("<p><img src=a.jpg alt='Un quai'><p class=legendes-urbaines>Le quai neuf.")[1] == para(
        "Le quai neuf."
    )


def test_a_box_around_a_figure_is_none() -> None:
    """As SPIP and TYPO3 have it: the names of the boxes and of the caption speak of captions too."""
    figure = Figure("a.jpg", "Un quai", t("Le quai."), t("Crédits : A. Bon"))
    inner = "<figure><img src=a.jpg alt='Un quai'><figcaption class='image-caption'><p>Le quai.</p>{}</figcaption>"
    credit = "<div class='spip_doc_credits'>Crédits : A. Bon</div>"
    assert blocks(f"<div class='avec_legende'><div>{inner.format(credit)}</figure></div></div>") == (figure,)
    old = "<dl><dt><img src=a.jpg alt='Un quai'></dt><dt class='spip_doc_titre'>Le quai.</dt></dl>"
    assert blocks(old) == (replace(figure, credit=()),)


def test_a_photograph_alone_in_its_paragraph_is_one_without_words_too() -> None:
    assert blocks("<p><img src=a.jpg width=640><p>a") == (Figure("a.jpg"), para("a"))
    for said in ("src=a.jpg width=16", "src=a.gif", "src=a.jpg alt=''", "src=a.jpg role=presentation"):
        assert blocks(f"<p><img {said}><p>a") == (para("a"),)
    assert blocks("<p>b <img src=a.jpg><p>a") == (para("b"), para("a"))


BLANK = "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' alt=b>"


@pytest.mark.parametrize(
    "html",
    [
        f"<picture><source data-srcset='s.jpg 1x, a.jpg 2x'>{BLANK}</picture>",
        f"{BLANK}<noscript><img src=a.jpg alt=b></noscript>",
        f"<picture>{BLANK}</picture><noscript><img src=a.jpg alt=b></noscript>",
        "<picture><source srcset=b.webp><img src=a.jpg alt=b></picture>",
    ],
)
def test_the_address_beside_a_blank_picture(html: str) -> None:
    assert blocks(f"<figure>{html}</figure>") == (Figure("a.jpg", "b"),)


def test_a_picture_inside_the_page_keeps_its_words() -> None:
    done = lawful(page(f"<p>{PROSE}</p><figure><img src='data:image/png,x' alt='Un port'></figure>"), "plain")
    assert done.value.body[1] == Figure("", "Un port")
    assert "R031" in [each.code for each in done.notices]


def test_words_of_pictures_are_kept_or_left_out_by_a_rule() -> None:
    shown = "<p>Un mot <img src=a.jpg alt='Un  quai'> et sa suite.</p>"
    source = page(
        f"<nav><img src=b.png alt='Accueil'></nav><article><h1>Un titre</h1><p>{PROSE}</p>{shown}<p>{PROSE} Bis."
        "<figure><img src=c.jpg alt='Une rue'><img src=d.jpg alt='Une place'></figure></article>"
    )
    told = left_out(source)
    assert (told["Accueil"], told["Une place"]) == ("R010", "R018")
    assert {"Un quai", "Une rue"}.isdisjoint(told)
    done = lawful(source)
    assert [one.alt for one in done.value.body if isinstance(one, Figure)] == ["Un quai", "Une rue"]


def test_lines_of_preformatted_text() -> None:
    assert blocks("<pre>a\n  b</pre>") == (Para((Text("a"), Break(), Text("b"))),)


# -- the article on its page ------------------------------------------------------------------------------

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
