"""Blocks as XHTML: what every node becomes, and what no content can make it become."""

from __future__ import annotations

import pytest
from lxml import html as lxml_html

from oimpress.model.nodes import (
    Aside,
    Block,
    Break,
    Cell,
    Contact,
    Date,
    Dateline,
    Edition,
    Emphasis,
    Figure,
    Foreign,
    Inlines,
    Item,
    Link,
    List,
    Note,
    Para,
    Phone,
    Place,
    Quote,
    Release,
    Row,
    Section,
    Strong,
    Superscript,
    Table,
    Text,
)
from oimpress.writers.page.article import all_contacts, article, contact_card, dateline, names, short_title
from oimpress.writers.page.fragment import Context, block_element, block_elements
from oimpress.writers.page.markup import mailto, safe_href, to_html, to_xhtml
from oimpress.writers.page.placing import ShownPicture
from tests.writers import samples
from tests.writers.order import assert_in_order


def t(words: str) -> Inlines:
    return (Text(words),)


def p(words: str) -> Para:
    return Para(t(words))


HREF = "https://www.iom.int/fr?a=1&b=é"

BLOCKS: list[tuple[Block, str]] = [
    (p("a"), "<p>a</p>"),
    (Para((Text("l’"), Emphasis(t("État")), Text("\u00a0!"))), "<p>l’<em>État</em>\u00a0!</p>"),
    (Para((Strong((Emphasis(t("a")),)), Superscript(t("e")))), "<p><strong><em>a</em></strong><sup>e</sup></p>"),
    (Para((Text("a"), Break(), Text("b"))), "<p>a<br>b</p>"),
    (Para((Foreign("es", t("no más")),)), '<p><span class="foreign" lang="es">no más</span></p>'),
    (Para((Foreign("ar", t("a")),)), '<p><span class="foreign" lang="ar" dir="rtl">a</span></p>'),
    (Para((Link(HREF, t("a")),)), '<p><a href="https://www.iom.int/fr?a=1&amp;b=%C3%A9">a</a></p>'),
    (Para((Link("javascript:alert(1)", t("a")), Text("."))), "<p>a.</p>"),
    (Para((Link("http://a.test", (Link("http://b.test", t("a")),)),)), '<p><a href="http://a.test">a</a></p>'),
    (
        Section(t("T"), (p("a"), Section(t("U"), ()))),
        "<section><h3>T</h3><p>a</p><section><h4>U</h4></section></section>",
    ),
    (Section((), (p("a"),)), "<div><p>a</p></div>"),
    (List((Item((p("a"),)),)), "<ul><li><p>a</p></li></ul>"),
    (List((Item((p("a"),)),), True, "1."), "<ol><li><p>a</p></li></ol>"),
    (List((Item((p("a"),)),), True, "3)"), '<ol start="3" class="parenthesis"><li><p>a</p></li></ol>'),
    (List((Item((p("a"),)),), True, "b)"), '<ol type="a" start="2" class="parenthesis a"><li><p>a</p></li></ol>'),
    (List((Item((p("a"),)),), True, "IV."), '<ol type="I" start="4"><li><p>a</p></li></ol>'),
    (List((Item((p("a"),)),), True, "§"), "<ol><li><p>a</p></li></ol>"),
    (
        Quote((p("a"),), t("b")),
        '<div class="quote"><blockquote><p>a</p></blockquote><p class="attribution">b</p></div>',
    ),
    (Quote((p("a"),)), '<div class="quote"><blockquote><p>a</p></blockquote></div>'),
    (
        Aside((p("a"),), heading=t("T"), attribution=t("b")),
        '<aside class="aside context"><h3>T</h3><p>a</p><p class="attribution">b</p></aside>',
    ),
    (Note(t("a")), '<p class="note" role="note">a</p>'),
    (
        Table((Row((Cell(t("a"), True), Cell(t("b"), True))), Row((Cell(t("c")),)))),
        '<table class="short"><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead>'
        "<tbody><tr><td>c</td><td></td></tr></tbody></table>",
    ),
    (
        Table((Row((Cell(t("a"), True), Cell(t("b")))),)),
        '<table class="short"><tbody><tr><th scope="row">a</th><td>b</td></tr></tbody></table>',
    ),
    (
        Figure("x.png", "alt", t("a"), t("b")),
        '<figure><img src="data:x" width="9" height="8" alt="alt">'
        '<figcaption><p class="caption">a</p><p class="credit">b</p></figcaption></figure>',
    ),
    (Figure("x.png", "", ()), '<figure><img src="data:x" width="9" height="8" alt=""></figure>'),
    (Figure("", "alt", ()), '<figure class="missing"><figcaption><p class="caption">alt</p></figcaption></figure>'),
]


@pytest.mark.parametrize(
    ("block", "expected"), BLOCKS, ids=[f"{type(b).__name__}-{i}" for i, (b, _) in enumerate(BLOCKS)]
)
def test_block(block: Block, expected: str) -> None:
    assert (
        to_html(block_element(block, Context(level=3, picture=lambda release, href: ShownPicture("data:x", 9, 8))))
        == expected
    )


def test_headings_never_go_deeper_than_six() -> None:
    block: Block = Section(t("7"), ())
    for level in range(6, 1, -1):
        block = Section(t(str(level)), (block,))
    assert to_html(block_element(block, Context(level=2))).count("<h6>") == 2


def test_a_figure_of_which_nothing_is_left_leaves_nothing() -> None:
    assert list(block_elements((Figure("x.png"),), Context())) == []


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("https://a.test/é", "https://a.test/%C3%A9"),
        ("https://a.test/%C3%A9", "https://a.test/%C3%A9"),
        ("mailto:a@b.test", "mailto:a@b.test"),
        ("tel:+41;ext=2", "tel:+41;ext=2"),
        ("HTTP://A.test", "HTTP://A.test"),
        ("javascript:alert(1)", ""),
        ("JAVASCRIPT:alert(1)", ""),
        (" javascript:alert(1)", ""),
        ("java\nscript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        ("//a.test", ""),
        ("/etc/passwd", ""),
        ("http:///a", ""),
        ("http://[", ""),
        ("", ""),
    ],
)
def test_links_lead_to_the_web_a_mailbox_or_a_telephone(href: str, expected: str) -> None:
    assert safe_href(href) == expected


def test_an_address_adds_no_header_to_a_mail() -> None:
    assert mailto("a@b.test?bcc=c@d.test&subject=x") == "mailto:a@b.test%3Fbcc%3Dc@d.test%26subject%3Dx"
    assert mailto("no address") == ""


def test_contact_card_says_all_and_links_what_can_be_called() -> None:
    card = contact_card(
        Contact("N", "R", "O", (Phone("12", "tel:12"), Phone("34"), Phone("56", "http://x.test")), ("a@b.test",)), "fr"
    )
    assert to_html(card) == (
        '<address class="contact"><p class="name">N</p><p class="role">R</p><p class="organisation">O</p>'
        '<p class="phone"><a href="tel:12">12</a></p><p class="phone">34</p><p class="phone">56</p>'
        '<p class="email"><a href="mailto:a@b.test">a@b.test</a></p></address>'
    )


def test_releases_of_one_id_get_names_of_their_own() -> None:
    edition = samples.edition()
    twice = type(edition)((edition.releases[0],) * 3, title="")
    assert len(set(names(twice))) == 3


def test_a_contact_named_twice_is_one_with_all_its_numbers() -> None:
    def release(*contacts: Contact) -> Release:
        return Release("r", contacts=contacts)

    mobile, desk, poste = Phone("1", "tel:+1"), Phone("2", "tel:+2"), Phone("2, poste 3", "tel:+2;ext=3")
    first = release(Contact("Ana", "", "OIM", (desk,), ("a@b.test",)), Contact("Bo", emails=("b@b.test",)))
    second = release(Contact("ANA", "Chef", "", (poste, mobile), ("A@b.test",)), Contact("Ana", phones=(mobile,)))
    assert all_contacts(Edition((first, second), "")) == {
        Contact("Ana", "Chef", "OIM", (poste, mobile), ("a@b.test",)): [0, 1],
        Contact("Bo", emails=("b@b.test",)): [0],
        Contact("Ana", phones=(mobile,)): [1],
    }


def test_short_titles_end_between_words() -> None:
    release = Release("a", title=t("Un titre assez long, pour une page"))
    assert short_title(release, 22) == "Un titre assez long…"
    assert short_title(release, 80) == "Un titre assez long, pour une page"
    assert short_title(Release("a", title=t("M" * 60)), 20) == "M" * 19 + "…"


@pytest.mark.parametrize("edition", [samples.edition(), samples.hostile()], ids=["edition", "hostile"])
def test_every_word_stands_in_order_in_html_and_in_xml(edition: Edition) -> None:
    for release in edition.releases:
        made = article(release, Context(), "r")
        assert_in_order(release, lxml_html.fromstring(to_html(made)).text_content())
        assert_in_order(release, "".join(lxml_html.fromstring(to_xhtml(made)).itertext()))


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (
            "fr",
            '<p class="dateline"><span class="place">XX<sup>e</sup></span> – <time>1<sup>er</sup>\u00a0mai</time></p>',
        ),
        ("en", '<p class="dateline"><span class="place">XXe</span> – <time>1er\u00a0mai</time></p>'),
    ],
)
def test_ordinals_of_a_dateline_are_set_high_in_french(lang: str, expected: str) -> None:
    release = Release("a", lang=lang, dateline=Dateline(Place("XXe"), Date("1er\u00a0mai", "2025-05-01")))
    (made,) = dateline(release, lang, "p")
    assert to_html(made).replace(' datetime="2025-05-01"', "") == expected
