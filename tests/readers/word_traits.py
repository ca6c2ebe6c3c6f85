"""Documents as Word itself writes them, each with a trait of its own and what a reader sees of it; and all of them."""

from __future__ import annotations

import zipfile
from io import BytesIO

from oimpress.sources import Source
from tests.readers.word import R, W, p, packed, r, word_of
from tests.readers.word_offices import (
    BASE,
    Letter,
    google,
    letter,
    libreoffice,
    libreoffice_minutes,
    pages,
    pandoc,
)
from tests.readers.word_shapes import (
    CLOSING,
    PROSE,
    abstract,
    call,
    cell,
    chart,
    control,
    counted,
    diagram,
    field,
    grid,
    level,
    note,
    picture,
    row,
    sign,
    style,
)


def word_signs() -> Letter:
    """Signs of fonts that have their own: by element, and by the font of a run."""
    font = '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'
    body = p("Des signes", style="Titre") + p(PROSE)
    body += p(
        "De ",
        sign("Symbol", "F0B3"),
        " 18 ans ",
        sign("Wingdings", "F0E0"),
        " suite ; case ",
        sign("Wingdings", "F0FE"),
        " cochée ; 20 ",
        sign("Symbol", "F0B0"),
        "C ; ",
        r("b", font),
        "-lactame ; ",
        r("\uf0a3", font),
        " 5 ; ",
        sign("Wingdings 2", "0050"),
        " oui.",
    )
    seen = f"""
= Des signes
{PROSE}
De ≥ 18 ans → suite ; case ☑ cochée ; 20 °C ; β-lactame ; ≤ 5 ; ✓ oui.
{CLOSING}
"""
    return letter("word-signs", body + p(CLOSING), seen)


def word_form() -> Letter:
    """Controls that nobody filled, rows that controls repeat, a link by a simple field."""
    body = p("Un formulaire", style="Titre") + p(PROSE) + control(p("Cliquez ici."), "<w:showingPlcHdr/>")
    body += p(
        "Le ",
        control(r("12 mai"), "<w:date/>"),
        control(r("Choisissez."), "<w:showingPlcHdr/>"),
        " à Brignac, voir ",
        f'<w:fldSimple w:instr=" HYPERLINK &quot;https://b.test/a&quot; ">{r("le site")}</w:fldSimple>',
        ", ",
        f'<w:fldSimple w:instr="HYPERLINK https://b.test/c">{r("l’autre")}</w:fldSimple>',
        " ou ",
        field('HYPERLINK "https://b.test/b" \\l "bas"', "la page"),
        ", sinon ",
        f'<w:hyperlink w:anchor="bas">{r("plus bas")}</w:hyperlink>',
        ".",
    )
    repeated = control(control(row("Awa", "maire"), "<w15:repeatingSectionItem/>"), "<w15:repeatingSection/>")
    links = "[le site](https://b.test/a), [l’autre](https://b.test/c) ou [la page](https://b.test/b#bas)"
    seen = f"""
= Un formulaire
{PROSE}
Le 12 mai à Brignac, voir {links}, sinon plus bas.
| Nom | Rôle
| Awa | maire
{CLOSING}
"""
    return letter("word-form", body + grid(row("Nom", "Rôle"), repeated) + p(CLOSING), seen)


def word_fields() -> Letter:
    """Contents by a field without a control, a caption with a counting field, references."""
    styles = (
        BASE
        + style("Title", "Titre")
        + style("heading 1", "Titre1")
        + style("TOC Heading", "EnTete")
        + style("caption", "Legende")
    )
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    toc = p(
        begin,
        '<w:r><w:instrText> TOC \\o "1-3" \\h </w:instrText></w:r>',
        separate,
        "Le projet",
        "<w:r><w:tab/></w:r>",
        field("PAGEREF _a", "2"),
    )
    body = (
        p("Le dossier", style="Titre")
        + p("Table des matières", style="EnTete")
        + toc
        + p("Les partenaires", "<w:r><w:tab/></w:r>", "3")
        + p(end)
    )
    body += (
        p("Le projet", style="Titre1")
        + p(PROSE)
        + p("Voir la figure ", field("REF _f", "1"), ", page ", field("PAGEREF _f", "3"), ".")
    )
    body += p(picture("i", "Un plan")) + p(
        "Figure ", field("SEQ Figure", "1"), " : le plan du quartier", style="Legende"
    )
    body += p("Les partenaires", style="Titre1") + p(CLOSING)
    seen = f"""
= Le dossier
# Le projet
{PROSE}
Voir la figure 1, page 3.
! Figure 1 : le plan du quartier /
# Les partenaires
{CLOSING}
"""
    return letter("word-fields", body, seen, styles=styles)


def word_withdrawn() -> Letter:
    """What the author struck out or hid, by looks, by a style of letters or by one of paragraphs."""
    styles = BASE + style("Title", "Titre") + style("Interne", "Interne", "<w:rPr><w:vanish/></w:rPr>")
    styles += style("Barré", "Barre", "<w:rPr><w:strike/></w:rPr>", kind="character")
    struck = [r("200 000", "<w:strike/>"), r("deux ans", "<w:dstrike/>"), r("ou quatre", '<w:rStyle w:val="Barre"/>')]
    body = p("Un prix revu", style="Titre") + p(
        "La somme est de ", struck[0], "300 000 euros, dure ", struck[1], "trois ans", struck[2], "."
    )
    told = (
        "Ce que le style cache et que les lettres montrent se lit, car elles disent le dernier mot de leur affichage."
    )
    body += p("Note au cabinet.", style="Interne") + p(
        r(told, '<w:vanish w:val="0"/>'), r(" ou pas", "<w:vanish/>"), " malgré le style.", style="Interne"
    )
    seen = f"""
= Un prix revu
La somme est de 300 000 euros, dure trois ans.
{told}
{CLOSING}
"""
    return letter("word-withdrawn", body + p(CLOSING), seen, styles=styles)


def word_tables() -> Letter:
    """Cells that span, rows that begin late, a list in a cell, a table in a cell."""
    numbering = abstract(1, level(0, "decimal", "%1)")) + counted(1, 1)
    head = row("Ville", cell("Visiteurs", '<w:gridSpan w:val="2"/>'), properties="<w:tblHeader/>")
    listed = p("ouvrir", listed="1.0") + p("fermer", listed="1.0")
    rows = head + row(cell("Brignac", '<w:vMerge w:val="restart"/>'), "1", "2") + row(cell("", "<w:vMerge/>"), "3", "4")
    rows += row("x", "y", properties='<w:gridBefore w:val="1"/>') + row("fin", listed, grid(row("a", "b")) + p("c"))
    body = p("Des tableaux", style="Titre") + p(PROSE) + grid(rows)
    seen = f"""
= Des tableaux
{PROSE}
| Ville | Visiteurs/2
| Brignac\\2 | 1 | 2
| 3 | 4
|  | x | y
| fin | 1) ouvrir 2) fermer | a b c
3) reprendre
{CLOSING}
"""
    return letter("word-tables", body + p("reprendre", listed="1.0") + p(CLOSING), seen, numbering=numbering)


def word_shapes() -> Letter:
    """A line without words, a chart, a diagram whose words are the author's."""
    line = '<w:r><w:pict><v:line from="0,0" to="400,0"/></w:pict></w:r>'
    body = p("Des formes", style="Titre") + p(line) + p(PROSE) + p(chart("g", "Les entrées de 2024")) + p(diagram("d"))
    point = "<dgm:pt><dgm:t><a:p><a:r><a:t>{}</a:t></a:r></a:p></dgm:t></dgm:pt>"
    points = point.format("Écouter") + point.format("Agir")
    files = {
        "word/charts/c.xml": '<c:chart xmlns:c="c"><c:v>4812</c:v></c:chart>',
        "word/diagrams/d.xml": f'<dgm:m xmlns:dgm="d" xmlns:a="a">{points}</dgm:m>',
    }
    linked = {"g": "chart charts/c.xml", "d": "diagramData diagrams/d.xml"}
    return Letter(
        word_of(body + p(CLOSING), "word-shapes.docx", {}, linked, files),
        ("= Des formes", PROSE, "> Écouter Agir", CLOSING),
    )


def word_strict() -> Letter:
    """The other namespace that the standard allows, notes of both kinds, levels that count on each other."""
    numbering = abstract(
        1, level(0, "decimal", "Article %1"), level(1, "lowerRoman", "%2)"), level(2, "bullet", "\uf0a7")
    )
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering += counted(1, 1) + counted(2, 1, override)
    body = p("Une charte", style="Titre") + p("Elle vaut", call("footnote", 2), " pour tous", call("endnote", 2), ".")
    body += (
        p("Ouvrir.", listed="1.0")
        + p("le jour", listed="1.1")
        + p("la nuit", listed="1.1")
        + p("avec soin", listed="1.2")
    )
    body += (
        p("Fermer.", listed="1.0")
        + p("tôt", listed="1.1")
        + p(CLOSING)
        + p("Recommencer.", listed="2.0")
        + p("Finir.", listed="1.0")
    )
    seen = f"""
= Une charte
Elle vaut^1 pour tous^2.
^1 Depuis mars.
^2 Sauf les chiens.
Article 1 Ouvrir.
  i) le jour
  ii) la nuit
    • avec soin
Article 2 Fermer.
  i) tôt
{CLOSING}
Article 1 Recommencer.
Article 2 Finir.
"""
    made = letter(
        "word-strict",
        body,
        seen,
        numbering=numbering,
        footnotes=note("footnote", 2, "Depuis mars."),
        endnotes=note("endnote", 2, "Sauf les chiens."),
    )
    return made._replace(source=strict(made.source))


def strict(source: Source) -> Source:
    """The document in the namespaces of the strict variant. Source: ECMA-376-1, annex A.1."""
    with zipfile.ZipFile(BytesIO(source.data)) as archive:
        texts = {name: archive.read(name).decode() for name in archive.namelist() if name.endswith((".xml", ".rels"))}
    pairs = (
        (W, "http://purl.oclc.org/ooxml/wordprocessingml/main"),
        (R, "http://purl.oclc.org/ooxml/officeDocument/relationships"),
    )
    for transitional, said in pairs:
        texts = {name: text.replace(transitional, said) for name, text in texts.items()}
    return Source(source.name, packed(texts))


LETTERS = (
    libreoffice,
    libreoffice_minutes,
    google,
    pandoc,
    pages,
    word_signs,
    word_form,
    word_fields,
    word_withdrawn,
    word_tables,
    word_shapes,
    word_strict,
)
