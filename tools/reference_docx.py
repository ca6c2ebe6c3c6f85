# ruff: noqa: E501  one style a line is easier to compare
"""Draw up the first ``reference.docx`` of a style.

    python tools/reference_docx.py styles/oim/reference.docx

The file is then the designers': they open it in Word, change the look of a named style and save it. This script is
only needed to begin a style from nothing. The body of the reference is a specimen sheet of its own styles; the writer
keeps styles, numbering, headers, footers and page set-up, and throws the specimen away.
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

BLUE, INK, GREY, PALE = "0033A0", "1F2430", "5B6472", "EAF0FA"
TEXT_WIDTH = 9070  # twips between the margins of the A4 page below
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SERIF = '<w:rFonts w:ascii="Source Serif 4" w:hAnsi="Source Serif 4" w:cs="Times New Roman" w:eastAsia="SimSun"/>'
SANS = '<w:rFonts w:ascii="Source Sans 3" w:hAnsi="Source Sans 3" w:cs="Arial" w:eastAsia="SimHei"/>'


def looks(
    *,
    sans: bool = False,
    bold: bool | None = None,
    italic: bool | None = None,
    caps: bool = False,
    color: str = "",
    wide: int = 0,
    size: float = 0,
    underline: bool = False,
    raised: bool = False,
) -> str:
    """Run properties in schema order; ``size`` in points, ``wide`` in twentieths of a point."""
    toggles = "".join(
        f"<w:{name}/>" if on else f'<w:{name} w:val="0"/>'
        for name, on in (("b", bold), ("bCs", bold), ("i", italic), ("iCs", italic))
        if on is not None
    )
    half = round(size * 2)
    return (
        (SANS if sans else "")
        + toggles
        + ("<w:caps/>" if caps else "")
        + (f'<w:color w:val="{color}"/>' if color else "")
        + (f'<w:spacing w:val="{wide}"/>' if wide else "")
        + (f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>' if size else "")
        + ('<w:u w:val="single"/>' if underline else "")
        + ('<w:vertAlign w:val="superscript"/>' if raised else "")
    )


def setting(
    *,
    keep: bool = False,
    whole: bool = False,
    page: bool | None = None,
    number: int = 0,
    box: str = "",
    shade: str = "",
    tabs: str = "",
    before: float = -1,
    after: float = -1,
    line: float = 0,
    left: int = 0,
    right: int = 0,
    tight: bool = False,
    align: str = "",
    outline: int = -1,
) -> str:
    """Paragraph properties in schema order; ``before`` and ``after`` in points, ``left`` and ``right`` in twips."""
    spacing = "".join(
        (
            f' w:before="{round(before * 20)}"' if before >= 0 else "",
            f' w:after="{round(after * 20)}"' if after >= 0 else "",
            f' w:line="{round(line * 240)}" w:lineRule="auto"' if line else "",
        )
    )
    return "".join(
        (
            "<w:keepNext/>" if keep else "",
            "<w:keepLines/>" if whole else "",
            "" if page is None else "<w:pageBreakBefore/>" if page else '<w:pageBreakBefore w:val="0"/>',
            f'<w:numPr><w:numId w:val="{number}"/></w:numPr>' if number else "",
            f"<w:pBdr>{box}</w:pBdr>" if box else "",
            f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else "",
            f"<w:tabs>{tabs}</w:tabs>" if tabs else "",
            f"<w:spacing{spacing}/>" if spacing else "",
            f'<w:ind w:left="{left}" w:right="{right}"/>' if left or right else "",
            "<w:contextualSpacing/>" if tight else "",
            f'<w:jc w:val="{align}"/>' if align else "",
            f'<w:outlineLvl w:val="{outline}"/>' if outline >= 0 else "",
        )
    )


def rule(side: str, size: int, space: int, color: str) -> str:
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{color}"/>'


BAR = rule("left", 24, 10, BLUE)
FRAME = rule("left", 36, 10, BLUE)
INSET = {"left": 284, "right": 113}

# name, based on, next style, paragraph properties, run properties
PARAGRAPHS: tuple[tuple[str, str, str, str, str], ...] = (
    ("Normal", "", "", "", ""),
    ("Body Text", "Normal", "Body Text", setting(after=7, line=1.18), ""),
    ("Title", "Normal", "Subtitle", setting(keep=True, before=10, after=12, line=1.05), looks(sans=True, bold=True, color=BLUE, size=34)),
    ("Subtitle", "Normal", "OIM Cover Date", setting(keep=True, after=30), looks(sans=True, color=INK, size=16)),
    ("OIM Organisation", "Normal", "Title", setting(keep=True, box=rule("top", 48, 14, BLUE), before=150, after=60), looks(sans=True, bold=True, caps=True, color=BLUE, wide=16, size=10)),
    ("OIM Cover Date", "Normal", "OIM Cover Date", setting(after=4), looks(sans=True, color=GREY, size=12)),
    ("TOC Heading", "Normal", "toc 1", setting(keep=True, after=16), looks(sans=True, bold=True, color=BLUE, size=22)),
    ("toc 1", "Normal", "Normal", setting(whole=True, tabs=f'<w:tab w:val="right" w:leader="dot" w:pos="{TEXT_WIDTH}"/>', after=7, line=1.1), looks(sans=True)),
    ("OIM Kicker", "Normal", "OIM Title", setting(keep=True, page=True, after=4), looks(sans=True, bold=True, caps=True, color=BLUE, wide=16, size=9.5)),
    ("heading 1", "Normal", "Body Text", setting(keep=True, whole=True, page=True, after=7, line=1.05, outline=0), looks(sans=True, bold=True, color=BLUE, size=20)),
    ("OIM Title", "heading 1", "Body Text", setting(page=False), ""),
    ("OIM Subtitle", "Normal", "Body Text", setting(keep=True, after=7, line=1.1), looks(sans=True, color=INK, size=13.5)),
    ("OIM Dateline", "Normal", "Body Text", setting(keep=True, box=rule("bottom", 6, 6, BLUE), after=12), looks(sans=True, color=GREY, size=10)),
    *((f"heading {level}", "heading 1" if level == 2 else f"heading {level - 1}", "Body Text",
       setting(keep=True, whole=True, page=False if level == 2 else None, before=14 if level == 2 else 10, after=4, line=1.1, outline=level - 1),
       looks(color=BLUE if level == 2 else INK, size={2: 14.5, 3: 12.5, 4: 11.5}.get(level, 11), italic=True if level == 5 else None))
      for level in range(2, 10)),
    ("List Bullet", "Body Text", "List Bullet", setting(number=1, tight=True), ""),
    ("List Number", "Body Text", "List Number", setting(number=2, tight=True), ""),
    ("List Continue", "Body Text", "List Continue", setting(left=397), ""),
    ("List Continue 2", "List Continue", "List Continue 2", setting(left=794), ""),
    ("List Continue 3", "List Continue", "List Continue 3", setting(left=1191), ""),
    ("Quote", "Body Text", "Quote", setting(box=BAR, after=6, left=567, right=567), looks(italic=True, size=12)),
    ("OIM Attribution", "Body Text", "Body Text", setting(box=BAR, after=12, left=567, right=567), looks(sans=True, color=GREY, size=10)),
    ("OIM Aside", "Body Text", "OIM Aside", setting(box=FRAME, shade=PALE, after=6, line=1.2, **INSET), looks(sans=True, size=10.5)),
    ("OIM Aside Heading", "OIM Aside", "OIM Aside", setting(keep=True, before=6), looks(bold=True, color=BLUE, size=11.5)),
    ("OIM Aside Attribution", "OIM Aside", "Body Text", setting(after=12), looks(italic=True, color=INK, size=10)),
    ("OIM Aside Bullet", "OIM Aside", "OIM Aside Bullet", setting(number=3, tight=True), ""),
    ("OIM Aside Number", "OIM Aside", "OIM Aside Number", setting(number=4, tight=True), ""),
    ("OIM Figure", "Normal", "caption", setting(keep=True, before=8, after=4), ""),
    ("caption", "Normal", "Body Text", setting(after=8, line=1.1), looks(sans=True, color=INK, size=10)),
    ("OIM Credit", "caption", "Body Text", "", looks(color=GREY, size=9)),
    ("OIM Cell", "Normal", "OIM Cell", setting(before=2, after=2), looks(sans=True, size=10)),
    ("OIM Cell Header", "OIM Cell", "OIM Cell", setting(keep=True), looks(bold=True, color=BLUE)),
    ("OIM Fact Label", "OIM Cell", "OIM Fact Value", "", looks(bold=True, color=BLUE)),
    ("OIM Fact Value", "OIM Cell", "OIM Fact Label", "", ""),
    ("OIM Table End", "Normal", "Body Text", setting(after=0, line=0.5), looks(size=6)),
    ("OIM Contacts Heading", "heading 2", "OIM Contacts Lead", setting(before=18), ""),
    ("OIM Contacts Lead", "Body Text", "OIM Contact Name", setting(keep=True, after=6), ""),
    ("OIM Contact", "Normal", "OIM Contact", setting(keep=True, whole=True, box=FRAME, shade=PALE, after=0, line=1.2, **INSET), looks(sans=True, size=10.5)),
    *((f"OIM Contact {part}", "OIM Contact", "OIM Contact",
       setting(before=6) if part == "Name" else "", looks(bold=True, color=BLUE, size=11.5) if part == "Name" else "")
      for part in ("Name", "Role", "Organisation", "Phone", "Email")),
    ("OIM About", "Body Text", "OIM About", setting(after=6), looks(sans=True, color=GREY, size=10)),
    ("OIM Colophon", "Normal", "OIM Colophon", setting(after=4), looks(sans=True, color=GREY, size=9)),
    ("header", "Normal", "header", setting(tabs=f'<w:tab w:val="right" w:pos="{TEXT_WIDTH}"/>'), looks(sans=True, color=GREY, size=9)),
    ("footer", "Normal", "footer", setting(box=rule("top", 4, 6, BLUE), tabs=f'<w:tab w:val="right" w:pos="{TEXT_WIDTH}"/>'), looks(sans=True, color=GREY, size=9)),
    ("footnote text", "Normal", "footnote text", setting(after=2), looks(size=9)),
)  # fmt: skip

CHARACTERS: tuple[tuple[str, str], ...] = (
    ("Emphasis", looks(italic=True)),
    ("Strong", looks(bold=True)),
    ("Hyperlink", looks(color=BLUE, underline=True)),
    ("OIM Foreign", looks(italic=True)),
    ("OIM Superscript", looks(raised=True)),
    ("footnote reference", looks(raised=True)),
    ("page number", ""),
)

LINES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="B8C4DC"/>' for side in ("top", "bottom", "insideH")
)
MARGINS = (
    '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
    '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
)


def table_style(name: str, part: str) -> str:
    """A table with hairlines whose ``part`` (first row or first column) is shaded."""
    shaded = (
        f'<w:tblStylePr w:type="{part}"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{PALE}"/></w:tcPr>'
        "</w:tblStylePr>"
    )
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{identifier(name)}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{LINES}</w:tblBorders>{MARGINS}</w:tblPr>{shaded}</w:style>"
    )


def identifier(name: str) -> str:
    return "".join(word[0].upper() + word[1:] for word in name.split(" "))


def styles() -> str:
    made = [
        f'{HEAD}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>{SERIF}<w:color w:val="{INK}"/>'
        '<w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="fr-FR" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr>'
        '</w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:after="0" w:line="264" w:lineRule="auto"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>",
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:semiHidden/></w:style>',
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
    ]
    made += [paragraph_style(*row) for row in PARAGRAPHS]
    made += [character_style(*row) for row in CHARACTERS]
    made += [table_style("OIM Table", "firstRow"), table_style("OIM Facts", "firstCol"), "</w:styles>"]
    return "".join(made)


def paragraph_style(name: str, based: str, following: str, paragraph: str, run: str) -> str:
    default = ' w:default="1"' if name == "Normal" else ""
    custom = ' w:customStyle="1"' if name.startswith("OIM") else ""
    return (
        f'<w:style w:type="paragraph"{default}{custom} w:styleId="{identifier(name)}"><w:name w:val="{name}"/>'
        + (f'<w:basedOn w:val="{identifier(based)}"/>' if based else "")
        + (f'<w:next w:val="{identifier(following)}"/>' if following and following != name else "")
        + "<w:qFormat/>"
        + (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "")
        + (f"<w:rPr>{run}</w:rPr>" if run else "")
        + "</w:style>"
    )


def character_style(name: str, run: str) -> str:
    custom = ' w:customStyle="1"' if name.startswith("OIM") else ""
    return (
        f'<w:style w:type="character"{custom} w:styleId="{identifier(name)}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>'
        + (f"<w:rPr>{run}</w:rPr>" if run else "")
        + "</w:style>"
    )


LISTS = (
    ("bullet", "List Bullet", "•", 0),
    ("decimal", "List Number", "%{}.", 0),
    ("bullet", "OIM Aside Bullet", "•", INSET["left"]),
    ("decimal", "OIM Aside Number", "%{}.", INSET["left"]),
)


def numbering() -> str:
    """Lists of nine levels, one for each paragraph style that is numbered."""
    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{levels(*each)}</w:abstractNum>'
        for number, each in enumerate(LISTS)
    )
    uses = "".join(
        f'<w:num w:numId="{number + 1}"><w:abstractNumId w:val="{number}"/></w:num>' for number in range(len(LISTS))
    )
    return f"{HEAD}<w:numbering {NAMESPACES}>{lists}{uses}</w:numbering>"


def levels(kind: str, style: str, label: str, inset: int) -> str:
    return "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        + (f'<w:pStyle w:val="{identifier(style)}"/>' if level == 0 else "")
        + f'<w:lvlText w:val="{label.format(level + 1)}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{inset + 397 * (level + 1)}" w:hanging="397"/></w:pPr>'
        f'<w:rPr>{SANS}<w:color w:val="{BLUE}"/></w:rPr></w:lvl>'
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
FONTS = (
    f"{HEAD}<w:fonts {NAMESPACES}>"
    '<w:font w:name="Source Serif 4"><w:altName w:val="Cambria"/><w:charset w:val="00"/><w:family w:val="roman"/></w:font>'
    '<w:font w:name="Source Sans 3"><w:altName w:val="Calibri"/><w:charset w:val="00"/><w:family w:val="swiss"/></w:font>'
    "</w:fonts>"
)
FOOTNOTES = (
    f'{HEAD}<w:footnotes {NAMESPACES}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p>'
    '</w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
    "</w:footnote></w:footnotes>"
)
SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId5"/><w:headerReference w:type="first" r:id="rId6"/>'
    '<w:footerReference w:type="default" r:id="rId7"/><w:footerReference w:type="first" r:id="rId8"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1588" w:right="1418" w:bottom="1418" w:left="1418" '
    'w:header="737" w:footer="680" w:gutter="0"/><w:titlePg/></w:sectPr>'
)


def specimen() -> str:
    """Every paragraph style, set in itself."""
    shown = (name for name, *_ in PARAGRAPHS if name not in ("header", "footer", "footnote text"))
    lines = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{identifier(name)}"/></w:pPr><w:r><w:t>{name}</w:t></w:r></w:p>'
        for name in shown
    )
    return f"{HEAD}<w:document {NAMESPACES}><w:body>{lines}{SECTION}</w:body></w:document>"


def theme() -> str:
    """The style's colours and faces, as Word offers them in its palettes."""
    roles = ("dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
    values = (INK, "FFFFFF", BLUE, PALE, BLUE, "5B92E5", "FFB81C", "D22630", "00857D", GREY, BLUE, "5B3A8C")
    colors = "".join(
        f'<a:{role}><a:srgbClr val="{value}"/></a:{role}>' for role, value in zip(roles, values, strict=True)
    )
    faces = "".join(
        f'<a:{use}Font><a:latin typeface="{face}"/><a:ea typeface=""/><a:cs typeface=""/></a:{use}Font>'
        for use, face in (("major", "Source Sans 3"), ("minor", "Source Serif 4"))
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


def members() -> dict[str, str]:
    core = f"{PACKAGE}/relationships/metadata/core-properties"
    return {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relationships([(f"{OFFICE}/officeDocument", "word/document.xml"), (core, "docProps/core.xml")]),
        "docProps/core.xml": f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>reference</dc:title></cp:coreProperties>',
        "word/document.xml": specimen(),
        "word/_rels/document.xml.rels": relationships([(f"{OFFICE}/{kind}", f"{name}.xml") for name, kind in PARTS]),
        "word/styles.xml": styles(),
        "word/settings.xml": SETTINGS,
        "word/numbering.xml": numbering(),
        "word/fontTable.xml": FONTS,
        "word/theme.xml": theme(),
        "word/header1.xml": edge("header", field("TITLE", "Title")),
        "word/header2.xml": edge("header", field("AUTHOR", "Organisation")),
        "word/footer1.xml": edge("footer", field("AUTHOR", "Organisation") + TAB + PAGES),
        "word/footer2.xml": edge("footer", TAB + PAGES),
        "word/footnotes.xml": FOOTNOTES,
    }


def main(path: str) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in members().items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED, 9)
    print(Path(path).stat().st_size, "bytes")


if __name__ == "__main__":
    main(sys.argv[1])
