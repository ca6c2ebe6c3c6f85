"""The page of HTML that is printed: what a style's shell holds, and the releases in it."""

from __future__ import annotations

from oimpress.i18n import phrases
from oimpress.model.nodes import Edition
from oimpress.style import Style
from oimpress.writers.embargo import on_cover
from oimpress.writers.page import kit
from oimpress.writers.page.fragment import Context
from oimpress.writers.page.house import house_pictures, imprint, logo_words, masthead
from oimpress.writers.page.markup import Element, element, lang_attributes, to_html
from oimpress.writers.page.pictures import inside
from oimpress.writers.page.shell import fill
from oimpress.writers.pdf.foot import to_the_foot
from oimpress.writers.wording import EPOCH, long_date, modified


def shell(edition: Edition, style: Style, releases: str) -> str:
    """The page that is printed: the style's shell around cover, contents, ``releases``, contacts and colophon."""
    from markupsafe import Markup

    colophon = style.settings.colophon
    table = kit.sources(edition) if colophon else None
    logo, lines = house_pictures(style).logo, imprint(style)
    return fill(
        style,
        "pdf.html.j2",
        _=style.phrases(edition.lang),
        lang=edition.lang,
        attributes=lang_attributes(edition.lang),
        labelled=kit.labelled(edition),
        kit=is_kit(edition),
        run_on=style.settings.run_on,
        mark=_draft(edition, style),
        title=edition.title,
        subtitle=edition.subtitle,
        embargo=on_cover(edition),
        organisation=edition.organisation,
        masthead=masthead(edition),
        date=long_date(edition.date, edition.lang),
        made=moment(edition),
        count=kit.count_phrase(edition),
        contents=Markup(to_html(kit.contents(edition))),
        releases=Markup(releases),
        contacts=Markup(to_html(*kit.contact_cards(edition))),
        logo=inside(logo) if logo else "",
        logo_words=logo_words(str(edition.organisation)),
        imprint=Markup(to_html(lines)) if lines is not None else "",
        sources=Markup(to_html(table)) if table is not None else "",
        made_with=kit.made_with(edition, "WeasyPrint") if colophon else "",
    )


def is_kit(edition: Edition) -> bool:
    """Whether it has a cover, contents and contacts."""
    return edition.kind != "single" or len(edition.releases) > 1


def articles(edition: Edition, style: Style, context: Context) -> list[Element]:
    """The releases as they stand on a printed page: notes at its foot, tables turned that do not fit upright."""
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


def moment(edition: Edition) -> str:
    """When the file says it was made, as W3C date; empty when nothing dates it."""
    moment = modified(edition)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ") if moment > EPOCH else ""
