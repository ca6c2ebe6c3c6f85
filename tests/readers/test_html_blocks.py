"""What becomes of the blocks of a web page: headings, lists, tables, notes, quotations, pictures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oimpress.model.nodes import (
    Aside,
    Break,
    Call,
    Cell,
    Code,
    Emphasis,
    Figure,
    Item,
    List,
    Note,
    Para,
    Preformatted,
    Quote,
    Row,
    Section,
    Strong,
    Table,
    Text,
)
from oimpress.model.runs import flatten
from oimpress.pipeline import normalise_source
from oimpress.readers.html.page import read
from tests.readers.elements import PROSE, blocks, left_out, para, t
from tests.readers.laws import lawful
from tests.readers.pages import page


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


@pytest.mark.parametrize(
    ("html", "markers"),
    [
        ("<ol reversed><li>a<li>b<li>c</ol>", ["3.", "2.", ""]),
        ("<ol reversed start=12 type=a><li>a<li>b</ol>", ["l.", "k."]),
        ("<ol reversed start=1><li>a<li>b</ol>", [""]),  # to nought: no label says that
        ("<ol><li>a<li value=7>b<li>c</ol>", ["", "7."]),
        ("<ol start=4><li>a<li value=5>b</ol>", ["4."]),
        ("<ol start=4><li>a<li> <li>b</ol>", ["4."]),
        ("<ul><li value=4>a<li value=2>b</ul>", [""]),
    ],
)
def test_a_list_that_counts_otherwise_is_several(html: str, markers: list[str]) -> None:
    assert [str(found.marker) for found in blocks(html) if isinstance(found, List)] == markers


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


def test_a_reference_to_what_was_left_out_is_told() -> None:
    text = f"<article><h1>La piscine</h1><p>{PROSE} <a href='#{{}}'>plus bas</a></p><h2 id=b>Bas</h2><p>{PROSE}</p>"
    text += "<nav id=menu><a href='/a'>Accueil</a></nav>"
    for place, told in (("menu", ["plus bas"]), ("b", []), ("", []), ("nulle-part", ["plus bas"])):
        done = normalise_source(page(text.format(place)))
        assert [each.detail for each in done.notices if each.code == "R097"] == told


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        (
            '<div><span class="fn">Attachée de presse</span><span class="nom">Zoé Martel</span></div>',
            ["Attachée de presse\nZoé Martel"],
        ),
        (  # what a microformat says is somebody's card holds a line for each part
            '<div class="vcard"><span class="fn">Zoé Martel</span> <span class="title">Attachée de presse</span>'
            ' <a class="tel" href="tel:+33123456789">01 23 45 67 89</a></div>',
            ["Zoé Martel", "Attachée de presse", "01 23 45 67 89"],
        ),
        (  # words between the parts of a card say how they stand
            '<div class="h-card"><b class="p-name">Zoé Martel</b>, <i class="p-role">directrice</i></div>',
            ["Zoé Martel, directrice"],
        ),
        (
            '<div itemtype="//schema.org/Person"><b itemprop="name">Zoé Martel</b> <i itemprop="role">Agente</i></div>',
            ["Zoé Martel", "Agente"],
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


def test_captions_and_credits_of_a_figure_stand_in_it_however_deep() -> None:
    whole = (Figure("a.jpg", "Un quai", t("Le quai."), t("A. Bon")),)
    caption, credit = "<figcaption>Le quai.</figcaption>", "<span class='story-image-copyright'>A. Bon</span>"
    for body in (
        f"<img src=a.jpg alt='Un quai'>{caption}{credit}",
        f"<span><img src=a.jpg alt='Un quai'>{credit}</span>{caption}",
        f"<img src=a.jpg alt='Un quai'><div>{caption}<p class='imageCredit'>A. Bon</p></div>",
    ):
        assert blocks(f"<figure>{body}</figure>") == whole
    cells = "<table><tr><td>Don<td class=credit>3 €<tr><td>Prêt<td class=credit>9 €</table>"
    assert "3 €" in str(blocks(f"<figure><img src=a.jpg alt='Un quai'>{cells}{caption}</figure>")[1])
    for said in ("accreditation", "note"):  # words of the figure’s own stay beside it
        other = f"<p class='{said}'>Texte.</p>"
        assert para("Texte.") in blocks(f"<figure><img src=a.jpg alt='Un quai'>{caption}{other}</figure>")


def test_what_a_figure_calls_its_caption_is_one_where_it_has_no_other() -> None:
    picture = "<img src=a.jpg alt='Un quai'>"
    assert blocks(f"<figure><div>{picture}<div class='Figure-caption'><p>Le quai neuf.</p></div></div></figure>") == (
        Figure("a.jpg", "Un quai", t("Le quai neuf.")),
    )
    for said in ("accreditation", "captioned-text", "note"):
        assert para("Texte.") in blocks(f"<figure>{picture}<p class='{said}'>Texte.</p></figure>")
    cells = "<table><tr><td>Don<td class=caption>3 €<tr><td>Prêt<td class=caption>9 €</table>"
    assert "3 €" in str(blocks(f"<figure>{picture}{cells}</figure>")[1])


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


@pytest.mark.parametrize(
    ("inner", "said"),
    [
        ("<span>30/12/2021</span><span>Communiqué de presse</span>", "30/12/2021\nCommuniqué de presse"),
        ("<em><b>3 mai 2024</b><i>Annonce</i></em>", "3 mai 2024\nAnnonce"),
        ("<b>3 mai 2024</b>, <i>Annonce</i>", "3 mai 2024, Annonce"),
        ("<b>Un</b><i>deux</i>", "Undeux"),
        ("<b>Le 3 mai 2024</b><i>s</i>", "Le 3 mai 2024s"),
    ],
)
def test_a_day_and_a_kind_of_text_are_read_apart_from_the_element_they_touch(inner: str, said: str) -> None:
    draft = read(page(f"<h1>Un titre</h1><p>{inner}</p><p>{PROSE}</p>"))[0].value
    assert [line.plain for _, line in draft.lines()][1:-1] == said.split("|")


@pytest.mark.parametrize(
    ("within", "captioned"),
    [
        ("{}<figcaption>Les bacs</figcaption>", True),
        ("<figcaption>Les bacs</figcaption>{}", True),
        ("<p>Voici le compte des bacs.</p>{}<figcaption>Les bacs</figcaption>", False),
    ],
)
def test_what_a_figure_says_of_its_only_table_is_the_caption_of_that(within: str, captioned: bool) -> None:
    drawn = "<table><tr><th>Bac</th><th>Mur</th></tr><tr><td>un</td><td>six</td></tr></table>"
    found = [each for each in blocks(f"<figure>{within.format(drawn)}</figure>") if isinstance(each, Table)]
    assert [bool(each.caption) for each in found] == [captioned]
