"""One web page that holds everything: a release, or an edition with its contents. It loads nothing from anywhere."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import IO

from oimpress.carried import all_seen, comment, main_part
from oimpress.model.codec import to_xml
from oimpress.model.nodes import Edition, Release
from oimpress.model.runs import plain
from oimpress.notices import Notice, Result
from oimpress.spool import Spool, spool
from oimpress.style import Style
from oimpress.writers import FindWhole, collected
from oimpress.writers.embargo import on_cover
from oimpress.writers.page import kit
from oimpress.writers.page.article import article, dateline, dropped_links, names
from oimpress.writers.page.cover import cover_art
from oimpress.writers.page.fragment import Context, inline_children
from oimpress.writers.page.house import house_pictures, imprint, logo_words, masthead
from oimpress.writers.page.linebreaks import set_in_type
from oimpress.writers.page.markup import Element, element, lang_attributes, to_html
from oimpress.writers.page.pictures import inside, pictures
from oimpress.writers.page.placing import shown_at
from oimpress.writers.page.scrolling import let_scroll
from oimpress.writers.page.shell import fill
from oimpress.writers.web.metadata import addressed, description, linked_data, open_graph
from oimpress.writers.wording import heading_of, label_language, long_date

BANNER = 1200, 600, 0.32  # width, height, and the part cut away above
RELEASES = "<!--releases-->"  # stands for them in a page that is filled before they are written; no text is a comment


def write(edition: Edition, style: Style) -> Result[bytes]:
    """The edition as one HTML file that carries its releases. Notices: W001 a missing picture, W004 a link left out."""
    return collected(stream, edition, style)


def stream(edition: Edition, whole: FindWhole, style: Style, out: IO[bytes]) -> tuple[Notice, ...]:
    """Write the same, one release after the other."""
    edition = kit.arranged(edition)
    with spool() as articles, spool() as carried:
        made = Articles(edition, style, articles, carried)
        for release, name in _named(edition):
            made.add(whole(release), name)
        page = shell(made)
        out.writelines(_carrying(page, articles, carried))
    return (*made.missing, *house_pictures(style).notices, *made.dropped)


@dataclass
class Articles:
    """The releases of a page, put aside one by one, and what there is to say of them."""

    edition: Edition
    style: Style
    written: Spool
    carried: Spool
    described: Release | None = None  # the first
    addressed: tuple[str, str] | None = None  # a picture that others can fetch, and its words
    missing: list[Notice] = field(default_factory=list)
    dropped: list[Notice] = field(default_factory=list)

    @property
    def several(self) -> bool:
        return len(self.edition.releases) != 1

    def add(self, release: Release, name: str) -> None:
        """Put aside a whole release, which is called ``name`` on the page."""
        alone = replace(self.edition, releases=(release,))
        shown, missing = pictures(alone)
        context = Context(lang=alone.lang, picture=shown_at(shown, inside), phrases=self.style.phrases)
        made = _article(release, name, context if self.several else context.raised())
        self.written.append(to_html(made).encode())
        self.carried.append(to_xml(release))
        self.described = self.described or release
        self.addressed = self.addressed or next(addressed(release), None)
        self.missing += missing
        self.dropped += dropped_links(alone)


def _carrying(page: str, articles: Spool, carried: Spool) -> Iterator[bytes]:
    """The page with the canonical XML of its releases at its end; without, where a style gives it no main part."""
    before, body, behind = page.rpartition("</body>")
    yield from _poured(before, articles)
    if body and any(_said(page, articles)):
        yield from comment(_said(page, articles), carried)
        yield b"\n"
    yield body.encode()
    yield from _poured(behind, articles)


def _said(page: str, articles: Spool) -> Iterator[str]:
    return all_seen(map(bytes.decode, _poured(main_part(page), articles)))


def _poured(page: str, articles: Iterable[bytes]) -> Iterator[bytes]:
    """``page`` with its releases in the place that they have there."""
    first, *others = page.split(RELEASES)
    yield first.encode()
    for each in others:
        yield from articles
        yield each.encode()


def shell(made: Articles) -> str:
    """The style's page around the releases; one release alone stands at the top, several under a title and contents."""
    from markupsafe import Markup

    edition, style, several = made.edition, made.style, made.several
    colophon = style.settings.colophon
    table = kit.sources(edition) if colophon else None
    said, logo, lines = linked_data(edition), house_pictures(style).logo, imprint(style)
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
        organisation=edition.organisation,
        masthead=masthead(edition),
        description=description(edition, made.described),
        date=long_date(edition.date, edition.lang),
        day=edition.date,
        count=kit.count_phrase(edition),
        open_graph=list(open_graph(edition, made.described, made.addressed)),
        linked_data=Markup(said),
        linked_data_hash=b64encode(sha256(said.encode()).digest()).decode(),
        css=Markup(style_sheet(style)),
        art=Markup(cover_art(edition, style, *BANNER)) if several else "",
        contents=Markup(to_html(_contents(edition))),
        releases=Markup(RELEASES if edition.releases else ""),
        logo=inside(logo) if logo else "",
        logo_words=logo_words(str(edition.organisation)),
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
