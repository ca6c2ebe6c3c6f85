"""One web page that holds everything: a release, or an edition with its contents. It loads nothing from anywhere."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

from oimpress.carried import comment, seen_on_page
from oimpress.model.codec import to_xml
from oimpress.model.nodes import Edition, Release
from oimpress.model.runs import plain
from oimpress.notices import Notice, Result
from oimpress.style import Style
from oimpress.writers import Format
from oimpress.writers.embargo import on_cover
from oimpress.writers.page import kit
from oimpress.writers.page.article import article, dateline, dropped_links, names
from oimpress.writers.page.cover import cover_art
from oimpress.writers.page.fragment import Context, inline_children
from oimpress.writers.page.house import house_pictures, imprint, logo_words
from oimpress.writers.page.linebreaks import set_in_type
from oimpress.writers.page.markup import Element, element, lang_attributes, to_html
from oimpress.writers.page.pictures import inside, pictures
from oimpress.writers.page.placing import shown_at
from oimpress.writers.page.scrolling import let_scroll
from oimpress.writers.page.shell import fill
from oimpress.writers.web.metadata import description, linked_data, open_graph, organisation
from oimpress.writers.wording import heading_of, label_language, long_date

BANNER = 1200, 600, 0.32  # width, height, and the part cut away above


def write(edition: Edition, style: Style) -> Result[bytes]:
    """The edition as one HTML file that carries its releases. Notices: W001 a missing picture, W004 a link left out."""
    edition = kit.arranged(edition)
    shown, missing = pictures(edition)
    context = Context(lang=edition.lang, picture=shown_at(shown, inside), phrases=style.phrases)
    page = shell(edition, style, context)
    notices: tuple[Notice, ...] = (*missing, *house_pictures(style).notices, *dropped_links(edition))
    return Result(_carrying(page, edition).encode(), notices)


def _carrying(page: str, edition: Edition) -> str:
    """The page with the canonical XML of its releases at its end; as it is, where a style gives it no main part."""
    words = seen_on_page(page)
    before, body, behind = page.rpartition("</body>")
    if not words or not body:
        return page
    return f"{before}{comment(words, [to_xml(release) for release in edition.releases])}\n{body}{behind}"


def shell(edition: Edition, style: Style, context: Context) -> str:
    """The style's page around the releases; one release alone stands at the top, several under a title and contents."""
    from markupsafe import Markup

    several = len(edition.releases) != 1
    colophon = style.settings.colophon
    table = kit.sources(edition) if colophon else None
    said, logo, lines = linked_data(edition, style), house_pictures(style).logo, imprint(style)
    made = [_article(release, name, context if several else context.raised()) for release, name in _named(edition)]
    return fill(
        style,
        "html.html.j2",
        _=style.phrases(edition.lang),
        lang=edition.lang,
        attributes=lang_attributes(edition.lang),
        labelled=kit.labelled(edition),
        kit=several,
        title=edition.title if several else plain(heading_of(edition.releases[0])),
        subtitle=edition.subtitle,
        embargo=on_cover(edition),
        organisation=organisation(edition, style),
        description=description(edition),
        date=long_date(edition.date, edition.lang),
        day=edition.date,
        count=kit.count_phrase(edition),
        open_graph=list(open_graph(edition, style)),
        linked_data=Markup(said),
        linked_data_hash=b64encode(sha256(said.encode()).digest()).decode(),
        css=Markup(style_sheet(style)),
        art=Markup(cover_art(edition, style, *BANNER)) if several else "",
        contents=Markup(to_html(_contents(edition))),
        releases=Markup(to_html(*made)),
        logo=inside(logo) if logo else "",
        logo_words=logo_words(style, str(edition.organisation)),
        imprint=Markup(to_html(lines)) if lines is not None else "",
        sources=Markup(to_html(table)) if table is not None else "",
        made_with=kit.made_with(edition) if colophon else "",
    )


def style_sheet(style: Style) -> str:
    """``screen.css`` after the tokens, as custom properties for light and dark screens; safe in a ``style`` element."""
    light = "".join(f"--{name}:{value};" for name, value in style.tokens().items())
    dark = "".join(f"--{name}:{value};" for name, value in style.settings.dark.items())
    tokens = f":root{{{light}}}\n@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}\n"
    return (tokens + style.text("screen.css")).replace("</", "<\\/")


def _named(edition: Edition) -> list[tuple[Release, str]]:
    return list(zip(edition.releases, names(edition), strict=True))


def _contents(edition: Edition) -> Element:
    """The contents as a list: a link and, under it, place and date for each release."""
    return element("ol", *(_entry(release, name, edition.lang) for release, name in _named(edition)))


def _entry(release: Release, name: str, lang: str) -> Element:
    title = inline_children(heading_of(release), linked=True)
    link = element("a", *title, href=f"#{name}", lang=release.lang, class_="entry")
    set_in_type(link)
    return element("li", link, *dateline(release, lang, "span"), *kit.embargo_line(release))


def _article(release: Release, name: str, context: Context) -> Element:
    """The release, its tables in regions that the keyboard can scroll."""
    made = article(release, context, name)
    set_in_type(made)
    let_scroll(made, label_language(release, context.lang))
    return made


FORMAT = Format("html", ".html", "text/html", "edition", "Web page that holds everything", write, pictures=True)
