"""Links within a source are kept with the places that they lead to; calls of notes, menus and dead ends are not."""

from __future__ import annotations

import pytest

from oimpress.model.anchors import is_within
from oimpress.model.codec import to_xml
from oimpress.model.nodes import Anchor, Inlines, Link, Release
from oimpress.model.runs import plain, spans
from oimpress.model.walk import runs
from oimpress.pipeline import Normalised, normalise_source
from oimpress.sources import Source
from tests.readers.laws import lawful
from tests.readers.mails import mail
from tests.readers.pages import page
from tests.readers.word import p, r, word, word_of
from tests.readers.word_shapes import PROSE, field

FILLER = "Les inscriptions restent ouvertes jusqu’au 12 mai à la mairie annexe du quartier des Tanneurs."
TO = "<a href='#b'>le budget</a>"


def within(children: Inlines) -> list[Link]:
    return [link for _, _, link in spans(children, Link) if isinstance(link, Link) and is_within(link.href)]


def led(release: Release) -> list[str]:
    """For each link within ``release`` its words and those of the run that it leads to, from the anchor on."""
    places = {
        anchor.id: plain(run.children)[start:]
        for run in runs(release)
        for start, _, anchor in spans(run.children, Anchor)
        if isinstance(anchor, Anchor)
    }
    return [
        f"{plain(link.children)} > {places.pop(link.href[1:])}"
        for run in runs(release)
        for link in within(run.children)
    ]


def told(done: Normalised) -> list[str]:
    return [each.detail for each in done.notices if each.code == "R097"]


def article(linked: str, rest: str, head: str = "") -> Source:
    return page(f"<article><h1>La piscine ouvre</h1><p>{PROSE} Voir {linked}.</p>{rest}<p>{FILLER}</p></article>", head)


HEADED = f"<h2 id=b>Le budget</h2><p>{FILLER}</p>"
CANONICAL = "<link rel=canonical href='https://v.example/p.html'>"


@pytest.mark.parametrize(
    ("linked", "rest", "place"),
    [
        (TO, HEADED, "Le budget"),
        (TO, f"<h2><a name=b>Le budget</a></h2><p name=b>{FILLER}</p>", "Le budget"),
        (TO, f"<h2><a name=b>Autre chose</a></h2><p id=b>{FILLER}</p>", FILLER.replace("12 mai", "12\u00a0mai")),
        ("<a href='#b%20c'>le budget</a>", f"<h2 id='b%20c'>Le budget</h2><p>{FILLER}</p>", "Le budget"),
        (TO, f"<a name=b></a>{HEADED.replace('id=b', '')}", "Le budget"),
        (TO, f"<section id=b>{HEADED.replace('id=b', '')}</section>", "Le budget"),
        (TO, "<ul><li>un dossier\u202f;</li><li id=b><a href='https://a.fr'>le budget</a>.</li></ul>", "le budget."),
        (TO, "<ul><li>un dossier\u202f;</li><li>le <span id=b>budget</span>.</li></ul>", "budget."),
        (TO, "<p id=b><b>Le budget</b> a été voté en mai par tous.</p>", "Le budget a été voté en mai par tous."),
        (TO, "<table id=b><tr><th>Salle</th><th>Places</th></tr><tr><td>Bleue</td><td>12</td></tr></table>", "Salle"),
        (TO, f"<p>{FILLER}<br><br><span id=b>Le budget</span> a été voté en mai.</p>", "Le budget a été voté en mai."),
        (TO, "<p>- des livres\u202f;</p><p>- des journaux\u202f;</p><p id=b>- des disques.</p>", "des disques."),
        ("<a href='#r%C3%A9sum%C3%A9'>le budget</a>", HEADED.replace("id=b", "id=résumé"), "Le budget"),
        (
            TO,
            f"<section id=b><p class=share><a href='/p'>Partager</a></p>{HEADED.replace('id=b', '')}</section>",
            "Le budget",
        ),
        (TO, f"<h2 id=b><span class=sr-only>Lien vers</span> Le budget</h2><p>{FILLER}</p>", "Le budget"),
    ],
)
def test_a_link_on_a_page_leads_to_its_place(linked: str, rest: str, place: str) -> None:
    done = lawful(article(linked, rest))
    assert led(done.value) == [f"le budget > {place}"]
    assert told(done) == []


@pytest.mark.parametrize(
    ("href", "kept"),
    [
        ("https://v.example/p.html#b", "#a1"),
        ("p.html#b", "#a1"),
        ("https://v.example/autre.html#b", "https://v.example/autre.html#b"),
        ("https://v.example/p.html#nulle-part", "https://v.example/p.html#nulle-part"),
    ],
)
def test_the_address_of_the_page_itself_is_within_it(href: str, kept: str) -> None:
    done = lawful(article(f"<a href='{href}'>le budget</a>", HEADED, CANONICAL))
    links = [link for run in runs(done.value) for _, _, link in spans(run.children, Link)]
    assert [str(link.href) for link in links if isinstance(link, Link)] == [kept]


@pytest.mark.parametrize(
    ("linked", "rest"),
    [
        ("<a href='#'>haut</a>", HEADED),
        ("<a href='#top'>haut</a>", HEADED.replace("id=b", "id=top")),
        ("<a href='javascript:go(\"#b\")'>là</a>", HEADED),
        ("<a href='#b' role=button aria-expanded=false>ouvrir</a>", HEADED),
        ("rien", f"<nav><a href='#b'>Le budget</a></nav>{HEADED}"),
        ("rien", f"<h2 id=b><a href='#b'>Le budget</a></h2><p>{FILLER}</p>"),
        (
            "une note<sup><a id=r href='#n'>1</a></sup>",
            f"<p>{FILLER}</p><p id=n><a href='#r'>1</a> Compte arrêté au 31 décembre.</p>",
        ),
    ],
)
def test_what_leads_to_no_place_of_the_text_is_no_link_within_it(linked: str, rest: str) -> None:
    done = lawful(article(linked, rest))
    assert not any(within(run.children) or [*spans(run.children, Anchor)] for run in runs(done.value))
    assert told(done) == []


def test_a_link_to_what_is_not_there_is_told() -> None:
    done = lawful(article("<a href='#nulle-part'>le budget</a>", HEADED))
    assert (led(done.value), told(done)) == ([], ["le budget"])
    xml = to_xml(done.value).replace(b"le budget.", b'<link href="#a9">le budget</link>.')
    assert told(normalise_source(Source("a.xml", xml))) == ["le budget"]


@pytest.mark.parametrize("menu", ["<a href='/a'>Accueil</a>", "<ul class=menu><li><a href='/a'>Accueil</a></ul>"])
def test_a_link_to_what_was_left_out_is_told(menu: str) -> None:
    done = lawful(article("<a href='#m'>le menu</a>", f"<nav id=m>{menu}</nav>"))
    assert led(done.value) == []
    assert told(done) == ["le menu"]


def test_a_link_to_a_note_leads_behind_its_mark() -> None:
    linked = "une note<sup><a id=r href='#n'>1</a></sup> et <a href='#n'>la même note</a>"
    note = "<p id=n><a href='#r'>1</a> Compte arrêté au 31 décembre.</p>"
    done = lawful(article(linked, f"<p>{FILLER}</p>{note}"))
    assert [each.replace("\u00a0", " ") for each in led(done.value)] == ["la même note > Compte arrêté au 31 décembre."]
    assert told(done) == []


START, END = '<w:bookmarkStart w:id="1" w:name="{}"/>', '<w:bookmarkEnd w:id="1"/>'


@pytest.mark.parametrize(
    "link",
    [
        f'<w:hyperlink w:anchor="bas">{r("plus bas")}</w:hyperlink>',
        f'<w:hyperlink r:id="w">{r("plus bas")}</w:hyperlink>',
        field('HYPERLINK \\l "bas"', "plus", " bas"),
        field('HYPERLINK \\o "Aller \u00e0 la fin" \\l "bas"', "plus bas"),
        field('HYPERLINK "#bas"', "plus bas"),
        field("REF bas \\r \\h", "plus bas"),
        f'<w:fldSimple w:instr=" HYPERLINK \\l bas ">{r("plus bas")}</w:fldSimple>',
    ],
)
@pytest.mark.parametrize(
    "place",
    [
        p(START.format("bas"), "Le budget", END, style="Titre2"),
        START.format("bas") + p("Le budget", style="Titre2") + END,
        p(START.format("bas"), r("Le bud", "<w:b/>"), "get", END, style="Titre2"),
        p("Le dossier", listed="1") + p(START.format("bas"), END, "Le budget", listed="1"),
    ],
)
def test_a_link_in_word_leads_to_its_bookmark(link: str, place: str) -> None:
    body = p("La piscine ouvre", style="Titre") + p(PROSE, link) + p(FILLER) + place + p(FILLER)
    done = lawful(word_of(body, "a.docx", {}, {"w": "hyperlink #bas"}))
    assert led(done.value) == ["plus bas > Le budget"]
    assert told(done) == []


def test_bookmarks_that_no_link_leads_to_are_nothing() -> None:
    body = p("La piscine ouvre", style="Titre") + p(PROSE) + p(START.format("_Toc1"), FILLER, END)
    done = lawful(word(body + p('<w:hyperlink w:anchor="_Toc2"><w:r><w:t>là</w:t></w:r></w:hyperlink>', PROSE)))
    assert not any([*spans(run.children, Anchor)] for run in runs(done.value))
    assert told(done) == ["là"]


@pytest.mark.parametrize("said", ["REF bas", "PAGEREF bas \\h", 'HYPERLINK "https://a.fr/" \\l "bas"'])
def test_other_fields_lead_to_no_place(said: str) -> None:
    place = p(START.format("bas"), "Le budget", END, style="Titre2")
    done = lawful(word(p("La piscine ouvre", style="Titre") + p(PROSE, field(said, "plus bas")) + place + p(FILLER)))
    assert led(done.value) == []
    assert told(done) == []


def test_the_name_of_a_bookmark_may_have_blanks() -> None:
    place = p(START.format("plus bas"), "Le budget", END, style="Titre2")
    linked = field('HYPERLINK \\l "plus bas"', "plus bas")
    done = lawful(word(p("La piscine ouvre", style="Titre") + p(PROSE, linked) + place + p(FILLER)))
    assert led(done.value) == ["plus bas > Le budget"]


def markdown(linked: str, heading: str) -> Source:
    return Source("a.md", f"# La piscine ouvre\n\n{PROSE} Voir {linked}.\n\n{heading}\n\n{FILLER}\n".encode())


@pytest.mark.parametrize(
    ("linked", "heading", "place"),
    [
        ("[le budget](#le-budget-2024)", "## Le budget (2024)", "Le budget (2024)"),
        ("[le budget](#annexe-1)", "## Annexe\n\nUn mot.\n\n## Annexe", "Annexe"),
        ("[le budget](#b)", '## <span id="b">Le</span> budget', "Le budget"),
        ("[le budget](<#b>)", '<a name="b"></a>\n\n## Le budget', "Le budget"),
    ],
)
def test_a_link_in_markdown_leads_to_its_heading(linked: str, heading: str, place: str) -> None:
    done = lawful(markdown(linked, heading))
    assert led(done.value) == [f"le budget > {place}"]
    assert told(done) == []


@pytest.mark.parametrize(
    ("linked", "lost"), [("[là](#nulle-part)", ["là"]), ("[là](#)", []), ("`[là](#le-budget)`", [])]
)
def test_other_words_in_markdown_lead_nowhere(linked: str, lost: list[str]) -> None:
    done = lawful(
        Source("a.md", f"# La piscine ouvre\n\n{PROSE} Voir {linked}.\n\n## Le budget\n\n{FILLER}\n".encode())
    )
    assert (led(done.value), told(done)) == ([], lost)


def test_a_link_in_a_mail_leads_to_its_place() -> None:
    html = f"<h1>La piscine ouvre</h1><p>{PROSE} Voir {TO}.</p>{HEADED}<p>{FILLER}</p>"
    assert led(lawful(mail("", html=html)).value) == ["le budget > Le budget"]


PRINTED = (
    "<title>La piscine ouvre</title><h1>La piscine ouvre après deux ans</h1>"
    f"<p>{PROSE} Voir {TO}, <a href='#l'>la liste</a>, <a href='#p'>la suite</a> ou <a href='https://a.fr/'>ailleurs</a>.</p>"
    f"{f'<p>{FILLER} {PROSE}</p>' * 6}<h2 id=b>Le budget de la ville</h2>{f'<p>{PROSE} {FILLER}</p>' * 4}"
    "<ul><li>un dossier\u202f;</li><li id=l>une lettre.</li></ul>"
    f"{f'<p>{FILLER}</p>' * 3}<p id=p>Enfin, {PROSE}</p><p>{FILLER} {FILLER}</p>"
)


@pytest.mark.parametrize("variant", ["pdf/ua-1", None], ids=["tagged", "by geometry"])
def test_a_link_in_a_pdf_leads_to_what_stands_there(variant: str | None) -> None:
    from weasyprint import HTML  # type: ignore[import-untyped]

    html = f"<html lang=fr><style>@page {{ size: A5 }} body {{ font: 11pt serif }}</style>{PRINTED}</html>"
    done = lawful(Source("a.pdf", HTML(string=html).write_pdf(pdf_variant=variant)))
    expected = ["le budget > Le budget de la ville", "la liste > une lettre.", f"la suite > Enfin, {PROSE}"]
    assert [each.replace("\u00a0", " ") for each in led(done.value)] == expected
    assert told(done) == []


@pytest.mark.parametrize("variant", ["pdf/ua-1", None], ids=["tagged", "by geometry"])
def test_a_link_in_a_pdf_to_where_nothing_stands_is_told(variant: str | None) -> None:
    from weasyprint import HTML

    html = f"<html lang=fr><title>La piscine</title><h1>La piscine ouvre après deux ans</h1><p>{PROSE} Voir {TO}.</p>"
    html += f"<p>{FILLER}</p><div id=b style='break-before: page; width: 9pt; height: 9pt; background: red'></div>"
    done = lawful(Source("a.pdf", HTML(string=html).write_pdf(pdf_variant=variant)))
    assert (led(done.value), told(done)) == ([], ["le budget"])


def test_a_place_whose_first_words_are_taken_elsewhere_is_what_is_left_of_it() -> None:
    first = f"<p id=b>Vézelin, le 12 mai 2024 – {PROSE}</p><p>{FILLER} Voir {TO}.</p>"
    done = lawful(page(f"<article><h1>La piscine ouvre</h1>{first}<p>{FILLER}</p></article>"))
    assert done.value.dateline is not None
    assert led(done.value) == [f"le budget > {PROSE}"]


@pytest.mark.parametrize("variant", ["pdf/ua-1", None], ids=["tagged", "by geometry"])
def test_a_call_of_a_note_in_a_pdf_stays_one_where_it_is_a_link_too(variant: str | None) -> None:
    from weasyprint import HTML

    style = "@page { size: A5 } body { font: 11pt serif } sup, .n { font-size: 7pt } a { color: inherit }"
    note = "<p class=n><sup>1</sup> Compte arrêté au 31 décembre de chaque année.</p>"
    read = []
    for call, target in (("<a href='#n'>1</a>", note.replace("<p", "<p id=n")), ("1", note)):
        body = (
            f"<h1>La piscine ouvre après deux ans</h1><p>{PROSE}<sup>{call}</sup> {FILLER}</p><p>{FILLER}</p>{target}"
        )
        html = f"<html lang=fr><title>La piscine</title><style>{style}</style>{body}</html>"
        read.append(lawful(Source("a.pdf", HTML(string=html).write_pdf(pdf_variant=variant))).value)
    assert read[0].body == read[1].body
