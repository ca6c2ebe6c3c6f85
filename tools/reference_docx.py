"""Draw up the first ``reference.docx`` of a style, in the colours and faces of its ``style.toml``.

    python tools/reference_docx.py oim
    python tools/reference_docx.py sobre serif      (headings and tables in the serif too)

The file is then the designers': they open it in Word, change the look of a named style and save it. This script is
only needed to begin a style from nothing. The body of the reference is a specimen sheet of its own styles; the writer
keeps styles, numbering, headers, footers and page set-up, and throws the specimen away.
"""

from __future__ import annotations

import sys
import zipfile
from dataclasses import replace

from reference_styles import INSET, STEP, Palette, face, identifier, palette, paragraph_rows, styles

from oimpress.style import load_style

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
LISTS = (
    ("bullet", "List Bullet", "•", 0),
    ("decimal", "List Number", "%{}.", 0),
    ("bullet", "Press Aside Bullet", "•", INSET["left"]),
    ("decimal", "Press Aside Number", "%{}.", INSET["left"]),
)


def numbering(p: Palette) -> str:
    """Lists of nine levels, one for each paragraph style that is numbered."""
    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>'
        f"{levels(*each, p)}</w:abstractNum>"
        for number, each in enumerate(LISTS)
    )
    uses = "".join(
        f'<w:num w:numId="{number + 1}"><w:abstractNumId w:val="{number}"/></w:num>' for number in range(len(LISTS))
    )
    return f"{HEAD}<w:numbering {NAMESPACES}>{lists}{uses}</w:numbering>"


def levels(kind: str, style: str, label: str, inset: int, p: Palette) -> str:
    return "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        + (f'<w:pStyle w:val="{identifier(style)}"/>' if level == 0 else "")
        + f'<w:lvlText w:val="{label.format(level + 1)}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{inset + STEP * (level + 1)}" w:hanging="{STEP}"/></w:pPr>'
        f'<w:rPr>{face(p.sans)}<w:color w:val="{p.accent}"/></w:rPr></w:lvl>'
        for level in range(9)
    )


def field(instruction: str, shown: str) -> str:
    return f'<w:fldSimple w:instr=" {instruction} "><w:r><w:t>{shown}</w:t></w:r></w:fldSimple>'


def edge(kind: str, content: str) -> str:
    root = "hdr" if kind == "header" else "ftr"
    style = f'<w:pPr><w:pStyle w:val="{identifier(kind)}"/></w:pPr>'
    return f"{HEAD}<w:{root} {NAMESPACES}><w:p>{style}{content}</w:p></w:{root}>"


TAB = "<w:r><w:tab/></w:r>"
PAGES = f'{field("PAGE", "1")}<w:r><w:t xml:space="preserve"> / </w:t></w:r>{field("NUMPAGES", "1")}'
SETTINGS = (
    f'{HEAD}<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="397"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/>'
    '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
    'w:val="15"/></w:compat><w:themeFontLang w:val="fr-FR" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
    '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
)
STAND_INS = (("serif", "Cambria", "roman"), ("sans", "Calibri", "swiss"))


def fonts(p: Palette) -> str:
    """The faces, and those that Word takes where they are not installed."""
    rows = "".join(
        f'<w:font w:name="{getattr(p, role)}"><w:altName w:val="{other}"/><w:charset w:val="00"/>'
        f'<w:family w:val="{family}"/></w:font>'
        for role, other, family in STAND_INS
    )
    return f"{HEAD}<w:fonts {NAMESPACES}>{rows}</w:fonts>"


FOOTNOTES = (
    f'{HEAD}<w:footnotes {NAMESPACES}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p>'
    '</w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
    "</w:footnote></w:footnotes>"
)
SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId5"/><w:headerReference w:type="first" r:id="rId6"/>'
    '<w:footerReference w:type="default" r:id="rId7"/><w:footerReference w:type="first" r:id="rId8"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1531" w:right="1418" w:bottom="1304" w:left="1418" '
    'w:header="737" w:footer="624" w:gutter="0"/><w:titlePg/></w:sectPr>'
)


def specimen(p: Palette) -> str:
    """Every paragraph style, set in itself."""
    shown = (name for name, *_ in paragraph_rows(p) if name not in ("header", "footer", "footnote text"))
    lines = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{identifier(name)}"/></w:pPr><w:r><w:t>{name}</w:t></w:r></w:p>'
        for name in shown
    )
    return f"{HEAD}<w:document {NAMESPACES}><w:body>{lines}{SECTION}</w:body></w:document>"


def theme(p: Palette) -> str:
    """The style's colours and faces, as Word offers them in its palettes."""
    roles = ("dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
    accents = (p.accent, p.warm, p.deep, p.muted, p.rule, p.tint)
    values = (p.ink, p.paper, p.deep, p.tint, *accents, p.accent, p.muted)
    colors = "".join(
        f'<a:{role}><a:srgbClr val="{value}"/></a:{role}>' for role, value in zip(roles, values, strict=True)
    )
    faces = "".join(
        f'<a:{use}Font><a:latin typeface="{face}"/><a:ea typeface=""/><a:cs typeface=""/></a:{use}Font>'
        for use, face in (("major", p.sans), ("minor", p.serif))
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
    line = '<a:ln w="9525"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>' * 3
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="OIM"><a:themeElements>'
        f'<a:clrScheme name="OIM">{colors}</a:clrScheme><a:fontScheme name="OIM">{faces}</a:fontScheme>'
        f'<a:fmtScheme name="OIM"><a:fillStyleLst>{fill}</a:fillStyleLst><a:lnStyleLst>{line}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effect}</a:effectStyleLst><a:bgFillStyleLst>{fill}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
THEME = "application/vnd.openxmlformats-officedocument.theme"
PARTS = (
    ("styles", "styles"),
    ("settings", "settings"),
    ("numbering", "numbering"),
    ("fontTable", "fontTable"),
    ("header1", "header"),
    ("header2", "header"),
    ("footer1", "footer"),
    ("footer2", "footer"),
    ("footnotes", "footnotes"),
    ("theme", "theme"),
)


def relationships(rows: list[tuple[str, str]]) -> str:
    made = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(rows, 1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{made}</Relationships>'


def content_types() -> str:
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{THEME if kind == "theme" else WORD + "." + kind}+xml"/>'
        for name, kind in (("document", "document.main"), *PARTS)
    )
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )


def members(p: Palette) -> dict[str, str]:
    core = f"{PACKAGE}/relationships/metadata/core-properties"
    return {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relationships([(f"{OFFICE}/officeDocument", "word/document.xml"), (core, "docProps/core.xml")]),
        "docProps/core.xml": f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>reference</dc:title></cp:coreProperties>',
        "word/document.xml": specimen(p),
        "word/_rels/document.xml.rels": relationships([(f"{OFFICE}/{kind}", f"{name}.xml") for name, kind in PARTS]),
        "word/styles.xml": styles(HEAD, NAMESPACES, p),
        "word/settings.xml": SETTINGS,
        "word/numbering.xml": numbering(p),
        "word/fontTable.xml": fonts(p),
        "word/theme.xml": theme(p),
        "word/header1.xml": edge("header", field("TITLE", "Title")),
        "word/header2.xml": edge("header", field("AUTHOR", "Organisation")),
        "word/footer1.xml": edge("footer", field("AUTHOR", "Organisation") + TAB + PAGES),
        "word/footer2.xml": edge("footer", TAB + PAGES),
        "word/footnotes.xml": FOOTNOTES,
    }


def main(name: str, headings: str = "sans") -> None:
    style = load_style(name)
    path = style.path / "reference.docx"
    colours = palette(style)
    chosen = replace(colours, sans=getattr(colours, headings))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for member, content in members(chosen).items():
            archive.writestr(zipfile.ZipInfo(member, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED, 9)
    print(path, path.stat().st_size, "bytes")


if __name__ == "__main__":
    main(*sys.argv[1:])
