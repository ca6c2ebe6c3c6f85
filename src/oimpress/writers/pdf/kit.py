"""The press kit: one PDF that is PDF/UA-1 and PDF/A-3a, with the canonical XML of every release attached."""

from __future__ import annotations

import re
from collections.abc import Callable
from hashlib import md5
from typing import Any

from oimpress.errors import WriteError
from oimpress.i18n import phrases
from oimpress.model.codec import to_xml
from oimpress.model.nodes import Edition
from oimpress.notices import Result
from oimpress.style import Style
from oimpress.writers import Format
from oimpress.writers.embargo import on_cover
from oimpress.writers.page import kit
from oimpress.writers.page.article import dropped_links, names
from oimpress.writers.page.cover import cover_art
from oimpress.writers.page.fragment import Context
from oimpress.writers.page.markup import Element, element, to_html
from oimpress.writers.page.pictures import pictures
from oimpress.writers.page.shell import fill
from oimpress.writers.pdf.fonts import name_every_glyph, unseen_fonts
from oimpress.writers.pdf.foot import to_the_foot
from oimpress.writers.pdf.lines import set_lines
from oimpress.writers.pdf.printshop import put_crop_marks
from oimpress.writers.pdf.styling import STYLE, colour_profile, fetcher, remarks, sheet
from oimpress.writers.pdf.tagging import claim_accessibility, marked_structure
from oimpress.writers.pdf.weasy import weasyprint
from oimpress.writers.wording import EPOCH, long_date, modified

REPLACEMENT = "\ufffd"  # stands for a character that no font holds: an empty glyph is no PDF/UA
VARIANT = "pdf/a-3a"
HERE = "https://edition.invalid/"  # stands for the edition: nothing is ever fetched from a network


def write(edition: Edition, style: Style) -> Result[bytes]:
    """The edition as a PDF, byte for byte the same for the same edition and style.

    Notices: W001 a missing picture, W002 a missing font, W003 wrong CSS, W004 a link left out, W005 a
    character that no font holds, shown as U+FFFD.
    """
    edition = kit.arranged(edition)
    shown, missing = pictures(edition)
    sources = {one: f"{HERE}picture/{number}" for number, one in enumerate(dict.fromkeys(shown.values()))}
    served = {source: (one.data, one.media_type) for one, source in sources.items()}
    served[f"{STYLE}cover.svg"] = (cover_art(edition, style).encode(), "image/svg+xml")
    context = Context(lang=edition.lang, picture=lambda *name: sources[shown[name]] if name in shown else "")
    page = shell(edition, style, context)
    weasyprint()
    try:
        with remarks() as said:
            data = _printed(edition, style, page, served)
            if said.characters:
                page = page.translate(dict.fromkeys(map(ord, said.characters), REPLACEMENT))
                data = _printed(edition, style, page, served)
    except RecursionError as error:
        raise WriteError("pdf: lists or sections nest too deep for a page; flatten them") from error
    return Result(data, (*missing, *unseen_fonts(style), *dropped_links(edition), *said.notices))


def shell(edition: Edition, style: Style, context: Context) -> str:
    """The page that is printed: the style's shell around cover, contents, releases, contacts and colophon."""
    from markupsafe import Markup

    several = edition.kind != "single" or len(edition.releases) > 1
    table = kit.sources(edition)
    return fill(
        style,
        "pdf.html.j2",
        _=phrases(edition.lang),
        lang=edition.lang,
        kit=several,
        run_on=style.settings.run_on,
        mark=_draft(edition, style),
        title=edition.title,
        subtitle=edition.subtitle,
        embargo=on_cover(edition),
        organisation=edition.organisation or style.settings.organisation,
        date=long_date(edition.date, edition.lang),
        made=_moment(edition),
        count=kit.count_phrase(edition),
        contents=Markup(to_html(kit.contents(edition))),
        releases=Markup(to_html(*_articles(edition, style, context if several else context.raised()))),
        contacts=Markup(to_html(*kit.contact_cards(edition))),
        sources=Markup(to_html(table)) if table is not None else "",
        made_with=kit.made_with(edition, "WeasyPrint"),
    )


def _articles(edition: Edition, style: Style, context: Context) -> list[Element]:
    made = list(kit.articles(edition, context))
    for release, article in zip(edition.releases, made, strict=True):
        embargo = phrases(release.lang)("Under embargo") if release.embargo else ""
        article.set("data-mark", " – ".join(filter(None, (_draft(edition, style), embargo))))
        to_the_foot(article)
        _turn(article)
    return made


def _draft(edition: Edition, style: Style) -> str:
    """What stands on the edge of every page of a draft; nothing on others."""
    return phrases(edition.lang)("Draft") if style.settings.draft else ""


def _turn(article: Element) -> None:
    """Put each table that does not fit upright into a box of its own, which a style turns; a table's own would not."""
    for table in article.xpath(".//table[contains(@class, 'wide')]"):
        box = element("div", class_="turned")
        box.tail, table.tail = table.tail, None
        table.addprevious(box)
        box.append(table)


def _moment(edition: Edition) -> str:
    """When the file says it was made, as W3C date; empty when nothing dates it."""
    moment = modified(edition)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ") if moment > EPOCH else ""


def _printed(edition: Edition, style: Style, page: str, served: dict[str, tuple[bytes, str]]) -> bytes:
    looks = sheet(style)
    html = weasyprint().HTML(string=page, base_url=HERE, url_fetcher=fetcher(style, served))
    with set_lines():
        document = html.render(
            font_config=looks.fonts,
            counter_style=looks.counters,
            color_profiles=colour_profile(),
            stylesheets=[looks.css],
            pdf_variant=VARIANT,
            pdf_tags=True,
        )
    document.metadata.attachments.extend(_attachments(edition))
    claim_accessibility(document)
    with marked_structure() as finish:
        made: bytes = document.write_pdf(
            pdf_variant=VARIANT,
            pdf_tags=True,
            output_intent="screen",
            pdf_identifier=md5(page.encode(), usedforsecurity=False).hexdigest().encode(),
            finisher=lambda _, pdf: _finished(pdf, edition, style, finish),
        )
    return made


def _attachments(edition: Edition) -> list[Any]:
    """The canonical XML of every release, in the order of the file names, which the PDF's name tree needs."""
    files = {
        re.sub(r"[^A-Za-z0-9._-]", "_", name.removeprefix("r-")) + ".xml": release
        for name, release in zip(names(edition), edition.releases, strict=True)
    }
    when = modified(edition)
    return [
        weasyprint().Attachment(
            string=to_xml(files[name]).decode(),
            name=name,
            description=name,
            created=when,
            modified=when,
            relationship="Source",
        )
        for name in sorted(files)
    ]


def _finished(pdf: Any, edition: Edition, style: Style, finish: Callable[[Any], None]) -> None:
    finish(_settled(pdf, bool(_moment(edition))))
    if style.settings.print_shop:
        put_crop_marks(pdf)


def _settled(pdf: Any, dated: bool) -> Any:
    """``pdf`` with each file attached once, undated in an undated edition, glyphs and pages named, metadata plain."""
    from pydyf import Array, Dictionary  # type: ignore[import-untyped]

    pdf.catalog["PageLabels"] = Dictionary({"Nums": Array([0, Dictionary({"S": "/D"})])})  # as they are printed
    attached = pdf.catalog.get("AF", [])
    pdf.catalog["AF"] = type(attached)(dict.fromkeys(attached))
    for part in pdf.objects:
        if isinstance(part, dict) and part.get("Type") == "/Filespec":
            file = pdf.objects[int(part["EF"]["F"].split()[0])]
            file.extra["Subtype"] = "/application#2fxml"
            if not dated:
                del file.extra["Params"]["CreationDate"], file.extra["Params"]["ModDate"]
    name_every_glyph(pdf)
    pdf.objects[int(pdf.catalog["Metadata"].split()[0])].compress = False
    return pdf


FORMAT = Format(
    "pdf",
    ".pdf",
    "application/pdf",
    "edition",
    "Press kit in PDF, accessible and for the archive",
    write,
    pictures=True,
)
