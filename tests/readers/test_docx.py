"""Word files as staff write them."""

from __future__ import annotations

import pytest
from lxml import etree

from oimpress.model.nodes import (
    Aside,
    Break,
    Call,
    Cell,
    Emphasis,
    Figure,
    Foreign,
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
from oimpress.readers.docx.styles import Styles
from oimpress.sources import Source
from tests.readers.laws import lawful
from tests.readers.word import SPACES, p, packed, r, related, word
from tests.readers.word_shapes import picture

PROSE = "Les migrants de onze pays se réunissent cette semaine pour parler de leurs droits."


def t(words: str) -> tuple[Text]:
    return (Text(words),)


def para(words: str) -> Para:
    return Para(t(words))


def blocks(*body: str, **parts: str) -> tuple[object, ...]:
    """The blocks of ``body``, below a title and a first paragraph."""
    source = word("".join((p("Un titre", style="Titre"), p(PROSE), *body)), **parts)
    section = lawful(source, "plain").value.body[0]
    assert isinstance(section, Section)
    assert section.blocks[0] == para(PROSE)
    return section.blocks[1:]


def test_the_title_is_the_title() -> None:
    done = lawful(word(p("COMMUNIQUÉ") + p("Un accord pour les migrants", style="Titre") + p(PROSE)))
    assert done.value.title == t("Un accord pour les migrants")
    assert done.value.kicker == t("COMMUNIQUÉ")
    assert done.value.body == (para(PROSE),)


def test_without_a_title_style_the_first_heading_is_the_title() -> None:
    done = lawful(word(p("Un accord", style="Titre1") + p(PROSE) + p("La suite", style="Titre2") + p(PROSE)))
    assert done.value.title == t("Un accord")
    assert done.value.body == (para(PROSE), Section(t("La suite"), (para(PROSE),)))


def test_headings_by_name_and_by_outline_level() -> None:
    found = blocks(p("A", style="Titre1"), p("B", style="Titre2"), p("x"), p("C", style="Partie"))
    assert found == (Section(t("A"), (Section(t("B"), (para("x"),)),)), Section(t("C"), ()))


def test_runs_that_look_alike_are_one() -> None:
    (found,) = blocks(p("a ", r("gr", "<w:b/>"), r("as", "<w:b/>"), r("g", '<w:rStyle w:val="Gras"/>'), " b"))
    assert found == Para((Text("a "), Strong(t("grasg")), Text(" b")))


def test_marks_inside_marks() -> None:
    (found,) = blocks(p(r("comme ", "<w:i/>"), r("jamais", "<w:i/><w:b/>"), r(" avant", "<w:i/>"), " ici"))
    assert found == Para((Emphasis((Text("comme "), Strong(t("jamais")), Text(" avant"))), Text(" ici")))


def test_superscripts_breaks_and_marks_switched_off() -> None:
    raised, off = r("e", '<w:vertAlign w:val="superscript"/>'), r(" x", '<w:b w:val="0"/>')
    (found,) = blocks(p("XXI", raised, off, "<w:r><w:br/></w:r>", "y"))
    assert found == Para((Text("XXI"), Superscript(t("e")), Text(" x"), Break(), Text("y")))


def test_low_figures_are_those_of_unicode_and_low_letters_stay() -> None:
    two, low = r("2", '<w:vertAlign w:val="subscript"/>'), r("max", '<w:vertAlign w:val="subscript"/>')
    (found,) = blocks(p("CO", two, " et v", low))
    assert found == Para((Text("CO₂ et vmax"),))


def test_links_by_relationship_and_by_field() -> None:
    instruction = '<w:r><w:instrText> HYPERLINK "https://x.test/" </w:instrText></w:r>'
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    field = f"{begin}{instruction}{separate}{r('là')}{end}"
    (found,) = blocks(p("voir ", f'<w:hyperlink r:id="l">{r("ici")}</w:hyperlink>', " ou ", field))
    assert found == Para(
        (Text("voir "), Link("https://www.iom.int/fr", t("ici")), Text(" ou "), Link("https://x.test/", t("là")))
    )


def test_lists_in_lists_and_their_labels() -> None:
    found = blocks(p("un", listed="1.0"), p("deux", listed="1.1"), p("trois", listed="1.0"), p("c", listed="2.0"))
    inner = List((Item((para("deux"),)),), marker="•")
    assert found == (
        List((Item((para("un"), inner)), Item((para("trois"),))), marker="•"),
        List((Item((para("c"),)),), ordered=True, marker="c)"),
    )


def test_a_heading_with_a_number_is_no_list() -> None:
    assert blocks(p("Contexte", style="Titre1", listed="2.0"), p("x")) == (Section(t("Contexte"), (para("x"),)),)


def test_tables_with_joined_cells_and_header_rows() -> None:
    head = f"<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc>{p('Pays')}</w:tc><w:tc>{p('Total')}</w:tc></w:tr>"
    wide = f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p("a")}{p("b")}</w:tc></w:tr>'
    (found,) = blocks(f"<w:tbl>{head}{wide}</w:tbl>")
    assert found == Table(
        (
            Row((Cell(t("Pays"), True), Cell(t("Total"), True))),
            Row((Cell((Text("a"), Break(), Text("b")), columns=2),)),
        )
    )


def test_a_table_of_one_column_lays_out() -> None:
    assert blocks(f"<w:tbl><w:tr><w:tc>{p('a')}{p('b')}</w:tc></w:tr></w:tbl>") == (para("a"), para("b"))


def test_quotations_by_style() -> None:
    assert blocks(p("« Oui. »", style="Citation"), p("x")) == (Quote((para("« Oui. »"),)), para("x"))


def test_notes_stand_behind_their_paragraph() -> None:
    note = f'<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>{r(" Selon le HCR.")}</w:p></w:footnote>'
    found = blocks(p("Un million", '<w:r><w:footnoteReference w:id="2"/></w:r>', "."), footnotes=note)
    called = Para((Text("Un million"), Call("n1", t("1")), Text(".")))
    assert found == (called, Note(t("Selon le HCR."), "n1"))


def test_a_field_that_shows_as_a_call_calls_its_note_again() -> None:
    note = f'<w:footnote w:id="2">{p(r("Selon le HCR."))}</w:footnote>'
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    marked = f'<w:bookmarkStart w:id="7" w:name="_Ref1"/>{reference}<w:bookmarkEnd w:id="7"/>'
    high = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r>'
    again = f'<w:fldSimple w:instr=" NOTEREF _Ref1 \\f \\h ">{high}</w:fldSimple>'
    said = f'<w:fldSimple w:instr=" NOTEREF _Ref1 \\h ">{r("1")}</w:fldSimple>'
    lost = f'<w:fldSimple w:instr=" NOTEREF _Ref2 \\f ">{r("1")}</w:fldSimple>'
    found = blocks(p("Un million", marked, "."), p("Deux", again, ", note ", said, " et ", lost), footnotes=note)
    assert found[1:] == (
        Note(t("Selon le HCR."), "n1"),
        Para((Text("Deux"), Call("n1", t("1")), Text(", note 1 et 1"))),
    )


def test_text_boxes_are_asides() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{p('Dans un cadre.')}</w:txbxContent></w:pict></w:r>"
    assert blocks(p("Du texte.", box)) == (para("Du texte."), Aside((para("Dans un cadre."),), "sidebar"))


def test_a_second_version_for_old_programs_is_left_out() -> None:
    def box(words: str) -> str:
        return f"<w:txbxContent>{p(words)}</w:txbxContent>"

    both = f"<mc:Choice>{box('cadre')}</mc:Choice><mc:Fallback>{box('cadre')}</mc:Fallback>"
    found = blocks(p("x", f"<w:r><mc:AlternateContent>{both}</mc:AlternateContent></w:r>"))
    assert found == (para("x"), Aside((para("cadre"),), "sidebar"))


def test_what_the_document_does_not_show_is_left_out_and_named() -> None:
    gone = f"<w:del><w:r><w:delText>biffé</w:delText></w:r></w:del><w:ins>{r(' ajouté')}</w:ins>"
    body = p("Un titre", style="Titre") + p(PROSE, gone, r("caché", "<w:vanish/>"))
    done = lawful(word(body, header1=p("En-tête"), comments=p("À revoir")), "plain")
    assert "ajouté" in str(done.value)
    assert done.trail is not None
    assert {code: done.trail.rules[code] for code in ("R012", "R016", "R017", "R081")} == dict.fromkeys(
        ("R012", "R016", "R017", "R081"), 1
    )
    for word_gone in ("biffé", "caché", "En-tête", "À revoir"):
        assert word_gone not in str(done.value)


def test_foreign_words_by_their_language() -> None:
    spanish = r("no más trata", '<w:lang w:val="es-ES"/>')
    fr = '<w:lang w:val="fr-FR"/>'
    source = word(p(r("Un titre", fr), style="Titre") + p(r(PROSE * 2, fr), spanish, r(" ici.", fr)))
    (section,) = lawful(source, "plain").value.body
    assert isinstance(section, Section)
    (found,) = section.blocks
    assert isinstance(found, Para)
    assert found.children[1] == Foreign("es", t("no más trata"))


@pytest.mark.parametrize("share", [r("x" * 500, '<w:lang w:val="en-US"/>'), ""])
def test_languages_of_the_keyboard_say_nothing(share: str) -> None:
    """Whole paragraphs in « English », or half of the text: someone typed French on an English machine."""
    fr = '<w:lang w:val="fr-FR"/>'
    body = (
        p(r("Un titre", fr), style="Titre")
        + p(r(PROSE * 2, fr))
        + p(r("Tout le paragraphe.", '<w:lang w:val="en-US"/>'))
    )
    done = lawful(word(body + p(share)), "plain")
    assert "Foreign" not in str(done.value)


def test_blanks_that_word_does_not_show() -> None:
    assert blocks(p("<w:r><w:t> a </w:t></w:r>", r("  b  c "))) == (para("a b c"),)


def test_contacts_on_one_paragraph_are_read_line_by_line() -> None:
    card = p("Jean Dupont", "<w:r><w:br/></w:r>", "Tél : +502 2410 0012", "<w:r><w:br/></w:r>", "jdupont@iom.int")
    lead = p("Pour plus d’informations, veuillez contacter :")
    (found,) = lawful(word(p("Un titre", style="Titre") + p(PROSE) + lead + card)).value.contacts[1:]
    assert (found.name, found.emails) == ("Jean Dupont", ("jdupont@iom.int",))  # type: ignore[union-attr]


def test_strict_documents_are_read() -> None:
    spaces = SPACES.replace("schemas.openxmlformats.org/wordprocessingml/2006", "purl.oclc.org/ooxml/wordprocessingml")
    files = {
        "_rels/.rels": related(d="officeDocument word/document.xml"),
        "word/document.xml": f"<w:document {spaces}><w:body>{p(PROSE)}</w:body></w:document>",
    }
    assert lawful(Source("strict.docx", packed(files)), "plain").value.body == (para(PROSE),)


def test_pictures_and_words_of_a_caption() -> None:
    assert blocks(p(picture("l", "Un port")), p("Le port. © OIM 2019", style="Legende")) == (
        Figure("https://www.iom.int/fr", "Un port", t("Le port."), t("© OIM 2019")),
    )


def test_a_call_that_the_author_chose_is_the_call() -> None:
    note = f'<w:footnote w:id="2">{p(r("Selon le HCR."))}</w:footnote>'
    own = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>'
    found = blocks(p("Un million", own, "."), footnotes=note)
    assert found[0] == Para((Text("Un million"), Call("n1", t("*")), Text(".")))


def test_a_note_without_words_has_no_call() -> None:
    found = blocks(p("Un million", '<w:r><w:footnoteReference w:id="9"/></w:r>', "."))
    assert found == (para("Un million."),)


def test_captions_above_and_below_tables_and_of_what_is_no_table() -> None:
    grid = f"<w:tbl><w:tr><w:tc>{p('a')}</w:tc><w:tc>{p('b')}</w:tc></w:tr></w:tbl>"
    rows = (Row((Cell(t("a")), Cell(t("b")))),)
    said = p("Tableau 1 : les entrées", style="Legende")
    assert blocks(grid, said) == blocks(said, grid) == (Table(rows, t("Tableau 1 : les entrées")),)
    assert blocks(p("Figure 1 : la rue", style="Legende"), grid)[1:] == (Table(rows),)


def test_cells_are_aligned_as_their_paragraphs_are() -> None:
    right = p("12").replace("<w:pPr>", '<w:pPr><w:jc w:val="right"/>')
    (found,) = blocks(f"<w:tbl><w:tr><w:tc>{p('a')}</w:tc><w:tc>{right}</w:tc></w:tr></w:tbl>")
    assert found == Table((Row((Cell(t("a")), Cell(t("12"), align="end"))),))


@pytest.mark.parametrize(
    ("default", "style", "lang"),
    [
        ('w:val="it-IT" w:eastAsia="en-US"', 'w:eastAsia="en-US"', "it"),
        ('w:val="it-IT"', 'w:val="fr-CA"', "fr-CA"),
        ('w:val="x-none"', "", ""),
        ("", 'w:eastAsia="ja-JP"', "ja"),
    ],
)
def test_a_style_says_its_language_over_the_defaults(default: str, style: str, lang: str) -> None:
    xml = (
        f'<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault>'
        f"<w:rPr><w:lang {default}/></w:rPr></w:rPrDefault></w:docDefaults>"
        f'<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:rPr><w:lang {style}/>'
        "</w:rPr></w:style></w:styles>"
    )
    assert Styles(etree.fromstring(xml)).lang == lang


@pytest.mark.parametrize("name", ["HTML Preformatted", "Preformatted Text", "Texte préformaté", "Source Code"])
def test_text_whose_spaces_are_meant_keeps_them(name: str) -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{value}"/></w:style>'
        for key, value in (("Titre", "Title"), ("Code", name))
    )
    (code,) = blocks(p("a  =  1", style="Code"), styles=styles)
    assert code == Preformatted(t("a  =  1"))
