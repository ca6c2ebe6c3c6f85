"""Pieces of Word documents as the programs of offices write them: pictures, fields, notes, changes, equations."""

from __future__ import annotations

from html import escape

from tests.readers.word import p, r

PROSE = "La Maison des voisins de Brignac a ouvert samedi ses portes à deux cents familles venues de toute la vallée."
CLOSING = "Les inscriptions restent ouvertes jusqu’au 12 mai à la mairie annexe du quartier des Tanneurs."


def picture(relation: str, alt: str = "", inner_alt: str = "") -> str:
    """A run with a picture in the line."""
    blip = f'<pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="a.jpg" descr="{escape(inner_alt)}"/></pic:nvPicPr>'
    blip += f'<pic:blipFill><a:blip r:embed="{relation}"/></pic:blipFill></pic:pic>'
    return _drawn(f'<wp:docPr id="1" name="Image 1" descr="{escape(alt)}"/>', blip)


def _drawn(properties: str, content: str) -> str:
    data = f"<a:graphic><a:graphicData>{content}</a:graphicData></a:graphic>"
    return f"<w:r><w:drawing><wp:inline>{properties}{data}</wp:inline></w:drawing></w:r>"


def chart(relation: str, alt: str) -> str:
    return _drawn(f'<wp:docPr id="2" name="Graphique 2" descr="{alt}"/>', f'<c:chart r:id="{relation}"/>')


def diagram(relation: str) -> str:
    return _drawn('<wp:docPr id="3" name="Diagramme 3"/>', f'<dgm:relIds r:dm="{relation}"/>')


def box(*paragraphs: str) -> str:
    """A run with a text box, as Word writes it: once for today's programs, once for older ones."""
    held = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    new = _drawn('<wp:docPr id="4" name="Zone 4"/>', f"<wps:wsp><wps:txbx>{held}</wps:txbx></wps:wsp>")
    old = f"<w:pict><v:shape><v:textbox>{held}</v:textbox></v:shape></w:pict>"
    inner = new.removeprefix("<w:r>").removesuffix("</w:r>")
    return (
        "<w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps">{inner}</mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>'
    )


def sign(font: str, char: str) -> str:
    """A run with one character of a font."""
    return f'<w:r><w:sym w:font="{font}" w:char="{char}"/></w:r>'


def field(instruction: str, *shown: str) -> str:
    """Runs of a field with its result; strings that are no markup are runs."""
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    said = f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
    return begin + said + separate + "".join(x if x.startswith("<") else r(x) for x in shown) + end


def control(content: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def deleted(words: str) -> str:
    return f'<w:del w:id="1" w:author="A"><w:r><w:delText xml:space="preserve">{words}</w:delText></w:r></w:del>'


def inserted(words: str) -> str:
    return f'<w:ins w:id="2" w:author="A">{r(words)}</w:ins>'


def unmarked(*runs: str) -> str:
    """A paragraph whose mark is deleted with tracked changes."""
    return p(*runs).replace("<w:pPr>", "<w:pPr><w:rPr><w:del w:id='3' w:author='A'/></w:rPr>", 1)


def capital(letter: str) -> str:
    """The paragraph of a drop cap."""
    return p(letter).replace("<w:pPr>", '<w:pPr><w:framePr w:dropCap="drop" w:lines="3" w:wrap="around"/>', 1)


def call(kind: str, number: int) -> str:
    return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Reference w:id="{number}"/></w:r>'


def note(kind: str, number: int, words: str) -> str:
    return f'<w:{kind} w:id="{number}">{p(f"<w:r><w:{kind}Ref/></w:r>", r(" " + words))}</w:{kind}>'


def row(*cells: str, properties: str = "") -> str:
    """A row of a table; strings that are no markup are paragraphs."""
    made = "".join(f"<w:tc>{x if x.startswith('<') else p(x)}</w:tc>" for x in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{made}</w:tr>"


def cell(words: str, properties: str) -> str:
    """What :func:`row` takes for a cell with properties."""
    return f"<w:tcPr>{properties}</w:tcPr>{p(words)}"


def grid(*rows: str, properties: str = "") -> str:
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(rows)}</w:tbl>"


def formula(*parts: str) -> str:
    """An equation in the line; strings that are no markup are runs of it."""
    return f"<m:oMath>{''.join(map(_said, parts))}</m:oMath>"


def part(tag: str, **arguments: str) -> str:
    """A structure of an equation, such as ``part("f", num="1", den="2")``."""
    inner = "".join(f"<m:{name}>{_said(value)}</m:{name}>" for name, value in arguments.items())
    return f"<m:{tag}>{inner}</m:{tag}>"


def _said(value: str) -> str:
    return value if value.startswith("<") else f"<m:r><m:t>{escape(value)}</m:t></m:r>"


def level(depth: int, kind: str, text: str, more: str = "") -> str:
    """A level of a numbering definition that begins with 1."""
    shown = f'<w:numFmt w:val="{kind}"/>{more}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/>{shown}</w:lvl>'


def counted(number: int, definition: int, override: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/>{override}</w:num>'


def abstract(number: int, *levels: str, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{more}{"".join(levels)}</w:abstractNum>'


def style(name: str, ident: str, properties: str = "", based: str = "", kind: str = "paragraph") -> str:
    below = f'<w:basedOn w:val="{based}"/>' if based else ""
    return f'<w:style w:type="{kind}" w:styleId="{ident}"><w:name w:val="{name}"/>{below}{properties}</w:style>'
