"""The press kit: one PDF that is PDF/UA-1 and PDF/A-3a, with the canonical XML of every release attached."""

from __future__ import annotations

from hashlib import md5
from io import BytesIO
from typing import Any

from oimpress.model.codec import to_xml
from oimpress.model.nodes import Edition
from oimpress.notices import Result
from oimpress.style import Style
from oimpress.writers import BUILT_IN, NotInSteps
from oimpress.writers.page import kit
from oimpress.writers.page.article import dropped_links, names
from oimpress.writers.page.cover import cover_art
from oimpress.writers.page.fonts import name_every_glyph, unseen_fonts
from oimpress.writers.page.fragment import Context
from oimpress.writers.page.house import house_pictures
from oimpress.writers.page.markup import to_html
from oimpress.writers.page.pictures import pictures
from oimpress.writers.page.placing import shown_at
from oimpress.writers.page.weasy import weasyprint
from oimpress.writers.pdf.assembled import assembled
from oimpress.writers.pdf.attached import file_name
from oimpress.writers.pdf.printing import (
    HERE,
    VERSION,
    Served,
    drawn,
    laid_out,
    not_too_deep,
    replaced,
    with_labels,
)
from oimpress.writers.pdf.printshop import put_crop_marks
from oimpress.writers.pdf.shell import articles, is_kit, moment, shell
from oimpress.writers.pdf.styling import STYLE, Remarks, remarks, sheet
from oimpress.writers.pdf.tagging import claim_accessibility
from oimpress.writers.wording import modified

MANY = BUILT_IN["pdf"].many


def whole(edition: Edition, style: Style) -> Result[bytes]:
    """The edition as a PDF that is laid out in one piece, byte for byte the same for the same edition and style.

    Notices: W001 a missing picture, W002 a missing font, W003 wrong CSS, W004 a link left out, W005 a
    character that no font holds, shown as U+FFFD.
    """
    edition = kit.arranged(edition)
    shown, missing = pictures(edition)
    sources = {one: f"{HERE}picture/{number}" for number, one in enumerate(dict.fromkeys(shown.values()))}
    served = {source: (one.data, one.media_type) for one, source in sources.items()}
    served[f"{STYLE}cover.svg"] = (cover_art(edition, style).encode(), "image/svg+xml")
    context = Context(lang=edition.lang, picture=shown_at(shown, sources.__getitem__), phrases=style.phrases)
    page = shell(edition, style, to_html(*articles(edition, style, context if is_kit(edition) else context.raised())))
    with remarks() as heard, not_too_deep():
        data = _printed(edition, style, page, served)
        if heard.characters:
            page = replaced(page, heard.characters)
            data = _printed(edition, style, page, served)
    said = Remarks([*sheet(style).rules, *heard.rules], heard.characters)
    return Result(
        data, (*missing, *house_pictures(style).notices, *unseen_fonts(style), *dropped_links(edition), *said.notices)
    )


def _printed(edition: Edition, style: Style, page: str, served: Served) -> bytes:
    document = laid_out(page, style, sheet(style), served)
    document.metadata.attachments.extend(_attachments(edition))
    claim_accessibility(document)
    pdf = _settled(drawn(document), bool(moment(edition)))
    if style.settings.print_shop:
        put_crop_marks(pdf)
    identifier = md5(page.encode(), usedforsecurity=False).hexdigest().encode()
    pdf.write(made := BytesIO(), VERSION, identifier, compress=True)
    return made.getvalue()


def _attachments(edition: Edition) -> list[Any]:
    """The canonical XML of every release, in the order of the file names, which the PDF's name tree needs."""
    files = {file_name(name): release for name, release in zip(names(edition), edition.releases, strict=True)}
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


def _settled(pdf: Any, dated: bool) -> Any:
    """``pdf`` with each file attached once, undated in an undated edition, glyphs and pages named, metadata plain."""
    attached = pdf.catalog.get("AF", [])
    pdf.catalog["AF"] = type(attached)(dict.fromkeys(attached))
    for part in pdf.objects:
        if isinstance(part, dict) and part.get("Type") == "/Filespec":
            file = pdf.objects[int(part["EF"]["F"].split()[0])]
            file.extra["Subtype"] = "/application#2fxml"
            if not dated:
                del file.extra["Params"]["CreationDate"], file.extra["Params"]["ModDate"]
    name_every_glyph(pdf)
    return with_labels(pdf)


def write(edition: Edition, style: Style) -> Result[bytes]:
    """The edition as a PDF: a kit of many releases joined from parts, where its style lets them be laid out apart.

    Notices: those of ``whole``.
    """
    try:
        if len(edition.releases) >= MANY:
            files = {str(release.id): to_xml(release) for release in edition.releases}
            notices = assembled(edition, files, style, lambda steps: (step() for step in steps), out := BytesIO())
            return Result(out.getvalue(), notices)
    except NotInSteps:
        pass
    return whole(edition, style)
