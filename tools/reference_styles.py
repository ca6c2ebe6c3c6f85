# ruff: noqa: E501  one style a line is easier to compare
"""The named styles that a reference document begins with, in the colours and faces of a style folder."""

from __future__ import annotations

from dataclasses import dataclass

from oimpress.style import Style

TEXT_WIDTH = 9070  # twips between the margins of the A4 page
MONO = "Courier New"
INSET = {"left": 284, "right": 113}
PANEL = {"left": 397, "right": 397}  # of the cover's panel, which its borders fill up to the margins
STEP = 397  # twips from one level of a list to the next
Row = tuple[str, str, str, str, str]  # name, based on, next style, paragraph properties, run properties


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as Word writes them, and the names of two faces."""

    ink: str
    muted: str
    accent: str
    deep: str
    on_deep: str
    glow: str
    warm: str
    rule: str
    tint: str
    paper: str
    serif: str
    sans: str


def palette(style: Style) -> Palette:
    """The palette of a style folder."""
    named = style.settings.colours
    colours = {
        slot: named[slot.replace("_", "-")][1:].upper() for slot in Palette.__slots__ if slot.replace("_", "-") in named
    }
    return Palette(**colours, serif=style.fonts["serif"].family, sans=style.fonts["sans"].family)


def face(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:cs="Arial" w:eastAsia="SimSun"/>'


def looks(
    *,
    font: str = "",
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
        (face(font) if font else "")
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


def framed(color: str, size: int, space: int) -> str:
    return "".join(rule(side, size, space, color) for side in ("top", "left", "bottom", "right"))


def paragraph_rows(p: Palette) -> tuple[Row, ...]:
    """Every paragraph style: what it is for says its name, and the module ``oimpress.writers.docx.document``."""
    sans, serif = p.sans, p.serif
    bar = rule("left", 18, 12, p.accent)
    frame = rule("top", 4, 5, p.tint) + rule("left", 36, 10, p.accent) + rule("bottom", 4, 5, p.tint)
    panel = {"box": framed(p.deep, 4, 20), "shade": p.deep, **PANEL}
    right, dots = (
        f'<w:tab w:val="right" w:pos="{TEXT_WIDTH}"/>',
        f'<w:tab w:val="right" w:leader="dot" w:pos="{TEXT_WIDTH}"/>',
    )
    return (
        ("Normal", "", "", "", ""),
        ("Body Text", "Normal", "Body Text", setting(after=7, line=1.18), ""),
        ("Press Organisation", "Normal", "Title", setting(keep=True, before=90, after=110, **panel), looks(font=sans, bold=True, color=p.on_deep, size=11)),
        ("Press Cover Kicker", "Normal", "Title", setting(keep=True, after=10, **panel), looks(font=sans, bold=True, color=p.glow, size=11)),
        ("Title", "Normal", "Subtitle", setting(keep=True, after=16, line=1.05, **panel), looks(font=serif, bold=True, color=p.on_deep, size=32)),
        ("Subtitle", "Normal", "Press Cover Date", setting(keep=True, after=20, line=1.15, **panel), looks(font=serif, color=p.on_deep, size=16)),
        ("Press Cover Date", "Normal", "Press Cover Date", setting(before=10, after=30, **panel), looks(font=sans, color=p.on_deep, size=11)),
        ("Press Cover Embargo", "Normal", "Press Cover Date", setting(keep=True, after=10, **panel), looks(font=sans, bold=True, color=p.glow, size=12)),
        ("TOC Heading", "Normal", "toc 1", setting(keep=True, after=16), looks(font=sans, bold=True, color=p.accent, size=22)),
        ("toc 1", "Normal", "Normal", setting(whole=True, tabs=dots, after=8, line=1.1), looks(font=sans)),
        ("Press Issuer", "Normal", "Press Reference", setting(keep=True, page=True, after=2), looks(font=sans, bold=True, color=p.ink, size=10)),
        ("Press Reference", "Normal", "Press Kicker Below", setting(keep=True, after=8), looks(font=sans, color=p.muted, size=9.5)),
        ("Press Embargo", "Normal", "Press Kicker Below", setting(keep=True, whole=True, box=framed(p.warm, 12, 5), before=8, after=14, left=113, right=113), looks(font=sans, bold=True, color=p.warm, size=11)),
        ("Press Kicker", "Normal", "Press Title", setting(keep=True, page=True, after=4), looks(font=sans, bold=True, color=p.warm, size=9.5)),
        ("Press Kicker Below", "Press Kicker", "Press Title", setting(page=False), ""),
        ("heading 1", "Normal", "Body Text", setting(keep=True, whole=True, page=True, after=7, line=1.05, outline=0), looks(font=sans, bold=True, color=p.accent, size=20)),
        ("Press Title", "heading 1", "Body Text", setting(page=False), ""),
        ("Press Subtitle", "Normal", "Body Text", setting(keep=True, after=7, line=1.1), looks(font=serif, color=p.ink, size=13)),
        ("Press Dateline", "Normal", "Body Text", setting(keep=True, box=rule("top", 10, 6, p.warm), before=4, after=14), looks(font=sans, color=p.muted, size=9.5)),
        *(heading(level, p) for level in range(2, 10)),
        ("List Bullet", "Body Text", "List Bullet", setting(number=1, tight=True), ""),
        ("List Number", "Body Text", "List Number", setting(number=2, tight=True), ""),
        ("List Continue", "Body Text", "List Continue", setting(left=STEP), ""),
        ("List Continue 2", "List Continue", "List Continue 2", setting(left=2 * STEP), ""),
        ("List Continue 3", "List Continue", "List Continue 3", setting(left=3 * STEP), ""),
        ("Quote", "Body Text", "Quote", setting(keep=True, box=bar, after=6, left=454, right=567), looks(italic=True, size=11.5)),
        ("Press Attribution", "Body Text", "Body Text", setting(box=bar, after=12, left=454, right=567), looks(font=sans, color=p.muted, size=9.5)),
        ("Press Aside", "Body Text", "Press Aside", setting(box=frame, shade=p.tint, after=6, line=1.2, **INSET), looks(font=sans, size=10)),
        ("Press Aside Heading", "Press Aside", "Press Aside", setting(keep=True, before=6), looks(bold=True, color=p.accent, size=11.5)),
        ("Press Aside Attribution", "Press Aside", "Body Text", setting(after=12), looks(italic=True, color=p.muted, size=9.5)),
        ("Press Aside Bullet", "Press Aside", "Press Aside Bullet", setting(number=3, tight=True), ""),
        ("Press Aside Number", "Press Aside", "Press Aside Number", setting(number=4, tight=True), ""),
        ("Press Figure", "Normal", "caption", setting(keep=True, before=8, after=4), ""),
        ("caption", "Normal", "Body Text", setting(after=2, line=1.1), looks(font=sans, color=p.ink, size=9.5)),
        ("Press Credit", "caption", "Body Text", setting(after=10), looks(color=p.muted, size=8.5)),
        ("Press Cell", "Normal", "Press Cell", setting(before=2, after=2), looks(font=sans, size=9.5)),
        ("Press Cell Header", "Press Cell", "Press Cell", setting(keep=True), looks(bold=True, color=p.accent)),
        ("Table Caption", "caption", "Press Cell", setting(keep=True, before=8, after=3), looks(bold=True)),
        ("HTML Preformatted", "Normal", "HTML Preformatted", setting(after=7, left=113), looks(font=MONO, size=9)),
        ("Press Fact Label", "Press Cell", "Press Fact Value", "", looks(bold=True, color=p.accent)),
        ("Press Fact Value", "Press Cell", "Press Fact Label", "", ""),
        ("Press Table End", "Normal", "Body Text", setting(after=0, line=0.5), looks(size=6)),
        ("Press Contacts Heading", "heading 2", "Press Contacts Lead", setting(before=14), ""),
        ("Press Contacts Lead", "Body Text", "Press Contact Name", setting(keep=True, before=6, after=6), ""),
        ("Press Contact", "Normal", "Press Contact", setting(keep=True, whole=True, box=frame, shade=p.tint, after=0, line=1.2, **INSET), looks(font=sans, size=10)),
        ("Press Contact Name", "Press Contact", "Press Contact", setting(before=5), looks(bold=True, color=p.accent, size=11)),
        *((f"Press Contact {part}", "Press Contact", "Press Contact", "", "") for part in ("Role", "Organisation", "Phone", "Email", "Web", "Address")),
        ("Press About", "Body Text", "Press About", setting(after=6), looks(font=sans, color=p.muted, size=9.5)),
        ("Press Colophon", "Normal", "Press Colophon", setting(before=18, after=4), looks(font=sans, color=p.muted, size=8.5)),
        ("header", "Normal", "header", setting(tabs=right), looks(font=sans, color=p.muted, size=8.5)),
        ("Press Running Embargo", "header", "header", setting(after=3), looks(bold=True, color=p.warm, size=10.5)),
        ("footer", "Normal", "footer", setting(box=rule("top", 4, 6, p.rule), tabs=right), looks(font=sans, color=p.muted, size=8.5)),
        ("footnote text", "Normal", "footnote text", setting(after=2), looks(size=8.5)),
    )  # fmt: skip


def heading(level: int, p: Palette) -> Row:
    """Headings below the title: smaller with every level, the second in colour."""
    first = level == 2
    space = setting(
        keep=True,
        whole=True,
        page=False if first else None,
        before=13 if first else 9,
        after=4,
        line=1.1,
        outline=level - 1,
    )
    look = looks(
        color=p.accent if first else p.ink,
        size={2: 13.5, 3: 11.5}.get(level, 10.5),
        italic=True if level == 5 else None,
    )
    return f"heading {level}", f"heading {level - 1}", "Body Text", space, look


def character_rows(p: Palette) -> tuple[tuple[str, str], ...]:
    return (
        ("Emphasis", looks(italic=True)),
        ("Strong", looks(bold=True)),
        ("Hyperlink", looks(color=p.accent, underline=True)),
        ("Press Foreign", looks(italic=True)),
        ("Press Superscript", looks(raised=True)),
        ("HTML Code", looks(font=MONO, size=9.5)),
        ("footnote reference", looks(raised=True)),
        ("page number", ""),
    )


def table_style(name: str, part: str, p: Palette) -> str:
    """A table with hairlines whose ``part`` (first row or first column) is shaded."""
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{p.rule}"/>' for side in ("top", "bottom", "insideH")
    )
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 40), ("left", 85), ("bottom", 40), ("right", 85))
    )
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{identifier(name)}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{lines}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
        f'<w:tblStylePr w:type="{part}"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{p.tint}"/></w:tcPr></w:tblStylePr></w:style>'
    )


def identifier(name: str) -> str:
    return "".join(word[0].upper() + word[1:] for word in name.split(" "))


def styles(head: str, names: str, p: Palette) -> str:
    """The styles part: ``head`` is its XML declaration, ``names`` its namespaces."""
    made = [
        f'{head}<w:styles {names}><w:docDefaults><w:rPrDefault><w:rPr>{face(p.serif)}<w:color w:val="{p.ink}"/>'
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
    made += [paragraph_style(*row) for row in paragraph_rows(p)]
    made += [character_style(*row) for row in character_rows(p)]
    made += [table_style("Press Table", "firstRow", p), table_style("Press Facts", "firstCol", p), "</w:styles>"]
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
