"""The XHTML pages of an EPUB: cover, navigation, releases, contacts, a colophon where it is asked for.

Sources: EPUB 3.3 (W3C, 2023), 6.1 and 7; Digital Publishing WAI-ARIA Module 1.0; EPUB Accessibility 1.1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, repeat

from lxml import etree

from oimpress.i18n import phrases
from oimpress.model.nodes import Edition, Release
from oimpress.model.runs import plain
from oimpress.records import record
from oimpress.spool import Spool
from oimpress.style import Style
from oimpress.writers.embargo import on_edge
from oimpress.writers.epub.breaks import Breaks
from oimpress.writers.page import kit
from oimpress.writers.page.article import all_contacts, article, contact_card, names, short_title
from oimpress.writers.page.fragment import Context
from oimpress.writers.page.house import imprint
from oimpress.writers.page.linebreaks import set_in_type
from oimpress.writers.page.markup import Child, Element, element, other_lang
from oimpress.writers.page.scrolling import let_scroll
from oimpress.writers.wording import heading_of, label_language

XHTML = "http://www.w3.org/1999/xhtml"
OPS = "http://www.idpf.org/2007/ops"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
SHEET, COVER, NAV, COLOPHON = "epub.css", "cover.svg", "nav.xhtml", "colophon.xhtml"


@record
class BookPage:
    """One file of the book. ``label`` is its line in the contents, empty when it has none."""

    file: str
    label: str
    content: bytes

    def put_aside(self, files: Spool) -> PageAside:
        return PageAside(self.file, self.label, partial(files.__getitem__, files.append(self.content)))


@record
class PageAside:
    """A page whose bytes are put aside until ``content`` is called."""

    file: str
    label: str
    content: Callable[[], bytes]


def pages(
    edition: Edition, opened: Iterable[tuple[Release, Context]], context: Context, style: Style, files: Spool
) -> list[PageAside]:
    """Every page in reading order, put aside in ``files``; ``opened`` are the whole releases with their pictures.

    The navigation document stands between cover and releases, a colophon at the end.
    """
    breaks = Breaks()
    shown = enumerate(zip(opened, names(edition), strict=True), 1)
    releases = (_release(release, at, name, own, breaks, edition.lang) for at, ((release, own), name) in shown)
    end = (*_contacts(edition, context), *_imprint(edition, style))
    rest = [
        each.put_aside(files) for each in chain(releases, end, (_colophon(edition),) if style.settings.colophon else ())
    ]
    front = _cover(edition), _navigation(edition, context, rest, breaks)
    return [*(each.put_aside(files) for each in front), *rest]


def _release(release: Release, number: int, name: str, context: Context, breaks: Breaks, lang: str) -> BookPage:
    made = article(release, context.raised(), name)
    made.tag = "section"
    typed(made, "chapter", "doc-chapter")
    title = next(made.iter("h1"))
    title.set("id", f"{name}-title")
    made.set("aria-labelledby", f"{name}-title")
    label = plain(heading_of(release))
    file = f"release-{number:03}.xhtml"
    breaks.mark(made, file)
    let_scroll(made, label_language(release, lang))
    set_in_type(made)
    for call in made.xpath(".//a[@role='doc-noteref']"):
        typed(call, "noteref")
    for note in made.xpath(".//p[@role='doc-footnote']"):  # reading systems show it beside its call
        note.tag = "aside"
        typed(note, "footnote")
    for mark in made.iter("span"):
        if mark.get("role") == "doc-pagebreak":
            typed(mark, "pagebreak")
    return BookPage(file, label, page(label, lang, made))


def _contacts(edition: Edition, context: Context) -> Iterator[BookPage]:
    """Whom to ask, each once, with links to the releases that name them; nothing for a single release."""
    found = all_contacts(edition)
    if not found or len(edition.releases) < 2:
        return
    title = context.say("Press contacts")
    body = element("section", element("h1", title, **kit.labelled(edition)), class_="contacts")
    for contact, places in found.items():
        card = contact_card(contact, edition.lang)
        card.append(element("ul", *(_back(edition, at) for at in places), class_="named-in"))
        body.append(card)
    yield BookPage("contacts.xhtml", title, page(title, edition.lang, body))


def _imprint(edition: Edition, style: Style) -> Iterator[BookPage]:
    """The address and the legal lines of the house."""
    if (lines := imprint(style)) is not None:
        title = str(edition.organisation or edition.title)
        body = element("section", element("h1", title), lines)
        yield BookPage("imprint.xhtml", title, page(title, edition.lang, body))


def _back(edition: Edition, at: int) -> Element:
    release: Release = edition.releases[at]
    words = short_title(release)
    return element("li", element("a", words, href=f"release-{at + 1:03}.xhtml", lang=release.lang))


def _colophon(edition: Edition) -> BookPage:
    _ = phrases(edition.lang)
    body = element("section", element("h1", _("Colophon")), class_="colophon")
    typed(body, "colophon", "doc-colophon")
    body.append(element("p", kit.made_with(edition, "EbookLib")))
    if (table := kit.sources(edition)) is not None:
        body.append(element("p", _("Each release was made from the source named here.")))
        body.append(table)
    return BookPage(COLOPHON, _("Colophon"), page(_("Colophon"), edition.lang, body))


def _cover(edition: Edition) -> BookPage:
    picture = element("img", src=COVER, role="doc-cover", alt=f"{phrases(edition.lang)('Cover')} – {edition.title}")
    body = element("section", picture, class_="cover")
    typed(body, "cover")
    return BookPage("cover.xhtml", "", page(str(edition.title), edition.lang, body))


def _navigation(edition: Edition, context: Context, shown: Sequence[PageAside], breaks: Breaks) -> BookPage:
    _ = context.say
    told = chain((_under_embargo(release, edition.lang) for release in edition.releases), repeat(()))
    lines = [element("li", element("a", one.label, *next(told), href=one.file)) for one in shown]
    contents = element(
        "nav",
        element("h1", _("Contents"), id="contents", **kit.labelled(edition)),
        element("ol", *lines),
        role="doc-toc",
    )
    contents.set("aria-labelledby", "contents")
    typed(contents, "toc")
    marks = (("cover", "cover.xhtml", _("Cover")), ("toc", f"{NAV}#contents", _("Contents")))
    begin = ("bodymatter", shown[0].file, _("Beginning"))
    end = tuple(("colophon", one.file, one.label) for one in shown if one.file == COLOPHON)
    links = (_landmark(*each) for each in (*marks, begin, *end))
    landmarks = element("nav", element("h2", _("Landmarks")), element("ol", *links), hidden="hidden")
    typed(landmarks, "landmarks")
    numbers = breaks.navigation(edition.lang)
    typed(numbers, "page-list", "doc-pagelist")
    return BookPage(NAV, "", page(_("Contents"), edition.lang, contents, landmarks, numbers))


def _under_embargo(release: Release, lang: str) -> tuple[Child, ...]:
    """What the line of a release in the contents says behind its title; only words can stand there."""
    words = on_edge(release)
    return (" – ", element("span", words, class_="embargo", **other_lang(release.lang, lang))) if words else ()


def _landmark(kind: str, href: str, words: str) -> Element:
    link = element("a", words, href=href)
    typed(link, kind)
    return element("li", link)


def typed(made: Element, kind: str, role: str = "") -> None:
    """Say what ``made`` is in a book: ``epub:type`` for reading systems, ``role`` for assistive technology."""
    made.set(f"{{{OPS}}}type", kind)
    if role:
        made.set("role", role)


def page(title: str, lang: str, *body: Element) -> bytes:
    """A whole XHTML file around ``body``."""
    head = element("head", element("title", title), element("link", rel="stylesheet", type="text/css", href=SHEET))
    root = etree.Element("html", nsmap={None: XHTML, "epub": OPS})
    root.set("lang", lang)
    root.extend((head, element("body", *body)))
    for one in root.iter(etree.Element):
        one.tag = f"{{{XHTML}}}{one.tag!s}"
        if spoken := one.get("lang"):
            one.set(XML_LANG, spoken)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, doctype="<!DOCTYPE html>")
