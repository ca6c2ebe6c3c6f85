"""Documents in the shapes of the programs that offices use, each with what a reader sees of it.

What is seen is told line by line: ``= title``, ``# heading`` (a # for each level), ``a paragraph``, ``1. an item``
(two blanks for each level), ``| cells | of a row``, ``! caption / credit`` of a picture, ``^1 a note``, ``> a box``.
Links are ``[words](address)``, calls of notes ``^1``.
"""

from __future__ import annotations

from base64 import b64decode
from typing import NamedTuple

from oimpress.sources import Source
from tests.readers.word import p, r, word_of
from tests.readers.word_shapes import (
    CLOSING,
    PROSE,
    abstract,
    box,
    call,
    capital,
    control,
    counted,
    deleted,
    formula,
    grid,
    inserted,
    level,
    note,
    part,
    picture,
    row,
    style,
    unmarked,
)

# A picture of one pixel.
DOT = {
    "word/media/a.png": b64decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    )
}
PICTURE = {"i": "image media/a.png"}
BASE = style("Normal", "Normal").replace("<w:style ", '<w:style w:default="1" ')
LINK = '<w:hyperlink r:id="l">{}</w:hyperlink>'


class Letter(NamedTuple):
    """A document and what is seen of it."""

    source: Source
    seen: tuple[str, ...]


def letter(name: str, body: str, seen: str, **more: str) -> Letter:
    return Letter(word_of(body, f"{name}.docx", more, PICTURE, DOT), tuple(seen.strip("\n").split("\n")))


def libreoffice() -> Letter:
    """Styles based on Caption, headings numbered by the outline, a list that goes on, a cached table of contents."""
    styles = BASE + style("Title", "Title") + style("heading 1", "Heading1") + style("caption", "Caption")
    styles += style("Illustration", "Illustration", based="Caption") + style("toc 1", "Contents1")
    numbering = abstract(1, level(0, "decimal", "%1.")) + counted(1, 1)
    body = p("Un budget voté à l’unanimité", style="Title") + p(PROSE)
    body += control(
        p("Sommaire") + p("Les travaux", "<w:r><w:tab/></w:r>", "2", style="Contents1"),
        '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>',
    )
    body += p("Les travaux", style="Heading1") + p("ouvrir la rue ;", listed="1.0") + p("planter.", listed="1.0")
    body += p("Le conseil ajoute ceci, qui vaut pour toute la durée du mandat en cours.") + p("Payer.", listed="1.0")
    body += p(picture("i", "La rue vue du pont")) + p(
        "Illustration 1 : La rue. Photo : A. Tessier", style="Illustration"
    )
    seen = f"""
= Un budget voté à l’unanimité
{PROSE}
# Les travaux
1. ouvrir la rue ;
2. planter.
Le conseil ajoute ceci, qui vaut pour toute la durée du mandat en cours.
3. Payer.
! Illustration 1 : La rue. / Photo : A. Tessier
{CLOSING}
"""
    return letter("libreoffice", body + p(CLOSING), seen, styles=styles, numbering=numbering)


def libreoffice_minutes() -> Letter:
    """Changes that nobody decided yet: words, marks of paragraphs and a row."""
    body = p("Le budget revu", style="Titre") + p("Il s’élève à ", deleted("200"), inserted("300"), " euros en tout.")
    body += unmarked("Le conseil a voté le budget mardi soir,") + p(" à l’unanimité de ses membres présents.")
    body += unmarked(deleted("Un paragraphe entier."))
    body += grid(row("Poste", "Montant"), row("Loyer", "100"), row("Fêtes", "999", properties="<w:del w:id='4'/>"))
    remark = '<w:r><w:commentReference w:id="0"/></w:r>'
    seen = f"""
= Le budget revu
Il s’élève à 300 euros en tout.
Le conseil a voté le budget mardi soir, à l’unanimité de ses membres présents.
| Poste | Montant
| Loyer | 100
{CLOSING}
"""
    return letter(
        "libreoffice-minutes",
        body + p(CLOSING, remark),
        seen,
        comments=f'<w:comment w:id="0">{p("À relire.")}</w:comment>',
    )


def google() -> Letter:
    """No style of a title, controls around runs, plain captions, lists that go on, letters in a level below."""
    numbering = abstract(1, level(0, "decimal", "%1."), level(1, "lowerLetter", "%2.")) + counted(1, 1)
    body = p(r("La bibliothèque du port prête des outils", '<w:b/><w:sz w:val="40"/>')) + p(PROSE)
    body += p("Une carte.", listed="1.0") + p("en papier", listed="1.1") + p("en ligne", listed="1.1")
    body += p("Elle est gratuite pour les enfants des écoles de la ville et du port.") + p("Une caution.", listed="1.0")
    body += p(picture("i")) + p("Une perceuse sur un comptoir. Photo : A. Tessier")
    body += control(p("Voir ", LINK.format(r("le règlement")), " en ligne."), '<w:tag w:val="goog_rdk_0"/>')
    seen = f"""
= La bibliothèque du port prête des outils
{PROSE}
1. Une carte.
  a. en papier
  b. en ligne
Elle est gratuite pour les enfants des écoles de la ville et du port.
2. Une caution.
! Une perceuse sur un comptoir. / Photo : A. Tessier
Voir [le règlement](https://www.iom.int/fr) en ligne.
{CLOSING}
"""
    return letter("google", body + p(CLOSING), seen, numbering=numbering)


def pandoc() -> Letter:
    """A number of its own for each list, captions of pictures and tables by style, notes, an equation."""
    styles = BASE + style("heading 1", "Heading1") + style("heading 2", "Heading2") + style("Compact", "Compact")
    styles += style("caption", "Caption") + style("Image Caption", "ImageCaption", based="Caption")
    styles += style("Table Caption", "TableCaption", based="Caption")
    numbering = abstract(9, level(0, "decimal", "%1."), level(1, "decimal", "%2."))
    numbering += abstract(8, level(0, "bullet", "•"), level(1, "bullet", "–"))
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{}"/></w:lvlOverride>'
    numbering += counted(1001, 9, start.format(1)) + counted(1002, 8) + counted(1003, 9, start.format(5))
    body = p("Le port rouvre", style="Heading1") + p(PROSE, call("footnote", 20)) + p("Les jours", style="Heading2")
    body += p("lundi", style="Compact", listed="1001.0") + p("le soir", style="Compact", listed="1002.1")
    body += p("mardi", style="Compact", listed="1001.0") + p("puis", style="Compact", listed="1003.0")
    body += p("Les entrées", style="TableCaption") + grid(
        row("Jour", "Total", properties="<w:tblHeader/>"), row("lundi", "12")
    )
    body += p(picture("i", "Le quai. Photo : A. Tessier")) + p("Le quai. Photo : A. Tessier", style="ImageCaption")
    body += p(
        "La surface est de ",
        formula(part("sSup", e="10", sup="3")),
        " mètres carrés, soit ",
        formula(part("f", num="1", den="2")),
        " du port.",
    )
    seen = f"""
= Le port rouvre
{PROSE}^1
^1 Selon la mairie.
# Les jours
1. lundi
  – le soir
2. mardi
5. puis
! Les entrées
| Jour | Total
| lundi | 12
! Le quai. / Photo : A. Tessier
La surface est de 10³ mètres carrés, soit ½ du port.
"""
    return letter(
        "pandoc", body, seen, styles=styles, numbering=numbering, footnotes=note("footnote", 20, "Selon la mairie.")
    )


def pages() -> Letter:
    """Lists by the style of a list, a drop cap, a box."""
    styles = BASE + style("Title", "Title") + style("Heading", "Heading", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>')
    numbered = '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>'
    styles += style("Imported Style 1", "Imported", numbered, kind="numbering")
    numbering = abstract(0, more='<w:numStyleLink w:val="Imported"/>')
    numbering += abstract(
        1, level(0, "upperLetter", "%1."), level(1, "decimal", "%1.%2."), more='<w:styleLink w:val="Imported"/>'
    )
    numbering += counted(1, 0) + counted(2, 1)
    body = (
        p("La halle en fête", style="Title")
        + capital("L")
        + p(PROSE.removeprefix("L"))
        + p(box(p("Chiffre clé : 42.")))
    )
    body += (
        p("Le programme", style="Heading") + p("bal", listed="1.0") + p("à midi", listed="1.1") + p("feu", listed="1.0")
    )
    seen = f"""
= La halle en fête
{PROSE}
> Chiffre clé : 42.
# Le programme
A. bal
  A.1. à midi
B. feu
{CLOSING}
"""
    return letter("pages", body + p(CLOSING), seen, styles=styles, numbering=numbering)
