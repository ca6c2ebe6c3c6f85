"""Word documents to read, made part by part, and random ones."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from html import escape
from io import BytesIO
from types import MappingProxyType

from hypothesis import strategies as st

from oimpress.sources import Source
from tests.readers.pages import WORDS

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
DRAWN = "http://schemas.openxmlformats.org/drawingml/2006"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="{MC}" xmlns:a="{DRAWN}/main" xmlns:pic="{DRAWN}/picture"'
    f' xmlns:wp="{DRAWN}/wordprocessingDrawing" xmlns:c="{DRAWN}/chart" xmlns:dgm="{DRAWN}/diagram"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
)
Files = Mapping[str, str | bytes]
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
    f'<Override PartName="/word/document.xml" ContentType="{MAIN_TYPE}"/></Types>'
)
NOTHING: Mapping[str, str] = MappingProxyType({})
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Titre"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Titre2"><w:name w:val="heading 2"/><w:basedOn w:val="Titre1"/></w:style>
<w:style w:type="paragraph" w:styleId="Partie"><w:name w:val="Section"/>
<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:styleId="Citation" w:type="paragraph"><w:name w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="Legende"><w:name w:val="caption"/></w:style>
<w:style w:type="character" w:styleId="Gras"><w:name w:val="Gras"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Boucle"><w:name w:val="Boucle"/><w:basedOn w:val="Boucle"/></w:style>
"""
NUMBERING = """
<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1">
<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
"""


def related(**kinds: str) -> str:
    """A relationships part: id -> kind and target, external where the target is an address."""
    rows = (
        f'<Relationship Id="{name}" Type="{R}/{said.split()[0]}" Target="{escape(said.split()[1])}"'
        f"{' TargetMode=' + chr(34) + 'External' + chr(34) if set(said) & set(':#') else ''}/>"
        for name, said in kinds.items()
    )
    return f'<Relationships xmlns="{RELATIONS}">{"".join(rows)}</Relationships>'


def word(body: str, name: str = "lettre.docx", **more: str) -> Source:
    """A document with ``body`` inside ``w:body``; ``more`` are further parts of word/, by the names without .xml."""
    return word_of(body, name, more)


def word_of(
    body: str, name: str, more: Mapping[str, str], linked: Mapping[str, str] = NOTHING, files: Files = NOTHING
) -> Source:
    """The same; ``linked`` are further relationships, id -> kind and target, ``files`` further parts as they are."""
    kinds = {"s": "styles styles.xml", "n": "numbering numbering.xml", "l": "hyperlink https://www.iom.int/fr"}
    kinds |= {part: f"{part.rstrip('1234')} {part}.xml" for part in more}
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": related(d="officeDocument word/document.xml"),
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": related(**kinds, **linked),
        "word/styles.xml": f"<w:styles {SPACES}>{STYLES}</w:styles>",
        "word/numbering.xml": f"<w:numbering {SPACES}>{NUMBERING}</w:numbering>",
        **{
            f"word/{part}.xml": f"<w:{part.rstrip('1234')} {SPACES}>{xml}</w:{part.rstrip('1234')}>"
            for part, xml in more.items()
        },
    }
    return Source(name, packed(parts | dict(files)))


def packed(files: Files) -> bytes:
    """A zip archive."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in files.items():
            archive.writestr(zipfile.ZipInfo(path), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def p(*runs: str, style: str = "", listed: str = "") -> str:
    """A paragraph; strings that are no markup are runs. ``listed`` is the number of a list and the level."""
    number, _, level = listed.partition(".")
    numbered = f'<w:numPr><w:ilvl w:val="{level or 0}"/><w:numId w:val="{number}"/></w:numPr>' if listed else ""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}{numbered}</w:pPr>{''.join(x if x.startswith('<') else r(x) for x in runs)}</w:p>"


def r(words: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


# -- random ones ------------------------------------------------------------------------------------------

ALLOWED = WORDS.map(lambda text: "".join(c for c in text if (c >= " " and c not in "\ufffe\uffff") or c in "\t\n"))
LOOKS = st.sampled_from(
    ["", "<w:b/>", '<w:i w:val="0"/>', '<w:vertAlign w:val="superscript"/>', "<w:vanish/>", '<w:lang w:val="es-ES"/>',
     '<w:lang w:val="x-none"/>', '<w:rStyle w:val="Boucle"/>', '<w:rStyle w:val="Gras"/>', '<w:rStyle w:val="none"/>']
)  # fmt: skip
RUN = st.builds(r, ALLOWED, LOOKS)
SIGN = st.sampled_from(
    ["<w:r><w:br/></w:r>", "<w:r><w:tab/></w:r>", '<w:r><w:br w:type="page"/></w:r>',
     '<w:r><w:sym w:char="F0B7"/></w:r>', '<w:bookmarkStart w:id="7" w:name="x"/>', '<w:bookmarkEnd w:id="7"/>',
     '<w:r><w:footnoteReference w:id="2"/></w:r>', "<w:del><w:r><w:delText>biffé</w:delText></w:r></w:del>",
     '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
     '<w:r><w:instrText> HYPERLINK "https://x.test" </w:instrText></w:r>',
     '<w:r><w:fldChar w:fldCharType="end"/></w:r>', "<w:r><w:t> rogné </w:t></w:r>"]
)  # fmt: skip
AROUND = st.sampled_from(
    ['<w:hyperlink r:id="l">{}</w:hyperlink>', '<w:hyperlink w:anchor="x">{}</w:hyperlink>',
     "<w:ins>{}</w:ins>", "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
     "<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"]
)  # fmt: skip
RUNS = st.recursive(
    st.one_of(RUN, SIGN), lambda inner: st.builds(lambda a, b: a.replace("{}", b), AROUND, inner), max_leaves=4
)
STYLED = st.sampled_from(["", "Titre", "Titre1", "Titre2", "Partie", "Citation", "None"])
LISTED = st.sampled_from(["", "", "", "1.0", "1.1", "2.0", "9.9"])
PARAGRAPH = st.builds(
    lambda runs, style, listed: p(*runs, style=style, listed=listed), st.lists(RUNS, max_size=4), STYLED, LISTED
)


def table(rows: list[list[str]]) -> str:
    return f"<w:tbl>{''.join('<w:tr>' + ''.join(f'<w:tc>{c}</w:tc>' for c in row) + '</w:tr>' for row in rows)}</w:tbl>"


BODIES = st.lists(
    st.recursive(PARAGRAPH, lambda inner: st.lists(st.lists(inner, max_size=3), max_size=3).map(table), max_leaves=10),
    max_size=8,
).map("".join)
