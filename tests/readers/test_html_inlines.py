"""What becomes of the elements inside a paragraph of a web page."""

from __future__ import annotations

import pytest

from oimpress.model.nodes import (
    Break,
    Contact,
    Emphasis,
    Foreign,
    Item,
    Link,
    List,
    Para,
    Section,
    Strong,
    Superscript,
    Text,
)
from oimpress.pipeline import normalise_source
from oimpress.settings import Metadata
from oimpress.sources import Source
from tests.readers.elements import PROSE, blocks, inlines, para, t
from tests.readers.laws import lawful
from tests.readers.pages import page


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


@pytest.mark.parametrize(
    ("ruby", "text"),
    [
        ("漢<rt>kan</rt>字<rt>ji</rt>", "漢(kan)字(ji)"),
        ("漢<rp>[</rp><rt>kan</rt><rp>]</rp>", "漢[kan]"),
        ("<rb>漢<rb>字<rt>kan<rt>ji", "漢字(kanji)"),
        ("<rb>漢</rb><rb>字</rb><rtc><rt>kan</rt><rt>ji</rt></rtc>", "漢字(kanji)"),
        ("漢字", "漢字"),
    ],
)
def test_signs_come_before_their_reading(ruby: str, text: str) -> None:
    assert blocks(f"<p>Le signe <ruby>{ruby}</ruby> se lit.</p>") == (para(f"Le signe {text} se lit."),)


def test_parentheses_of_a_reading_are_told() -> None:
    done = lawful(page(f"<article><h1>Un titre</h1><p>Le signe <ruby>漢<rt>kan</rt></ruby> : {PROSE}</p></article>"))
    assert done.trail is not None
    assert "R087" in {step.rule for step in done.trail.steps}
