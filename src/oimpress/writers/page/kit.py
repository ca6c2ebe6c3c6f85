"""The parts of an edition on pages: table of contents, releases, the last page with contacts and colophon."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from oimpress.i18n import phrases, plural
from oimpress.model.nodes import Edition, Release, SourceRef
from oimpress.version import __version__
from oimpress.writers.embargo import on_edge
from oimpress.writers.page.article import all_contacts, article, contact_card, dateline, names, short_title
from oimpress.writers.page.fragment import Context, inline_children
from oimpress.writers.page.linebreaks import set_in_type
from oimpress.writers.page.markup import Child, Element, element, other_lang, safe_href
from oimpress.writers.wording import heading_of, label_language, long_date, ordered, said_in

WORD, CELL_WORD = 40, 20  # characters of the longest word that fits a line, a cell
DIGITS = 12  # of a SHA-256, enough to tell sources apart


def arranged(edition: Edition) -> Edition:
    """The edition with its undated releases last."""
    return replace(edition, releases=ordered(edition))


def labelled(edition: Edition) -> dict[str, str]:
    """The attributes of a fixed phrase of the edition, which name its language where the edition is in another."""
    return other_lang(said_in(edition.lang), edition.lang)


def count_phrase(edition: Edition) -> str:
    """« 5 communiqués » in the edition's language."""
    count = len(edition.releases)
    return plural(edition.lang)("{count} release", "{count} releases", count).format(count=count)


def date_and_count(edition: Edition) -> str:
    """« 22 novembre 2026 · 5 communiqués », or their number alone."""
    return " · ".join(filter(None, (long_date(str(edition.date), edition.lang), count_phrase(edition))))


def contents(edition: Edition) -> Element:
    """The table of contents: a row per release with its title, place and date, and a link that ends in its page."""
    rows = zip(edition.releases, names(edition), strict=True)
    made = element("table", element("tbody", *(_entry(*row, edition.lang) for row in rows)), class_="toc")
    set_in_type(made)
    return made


def _entry(release: Release, name: str, lang: str) -> Element:
    title = element("a", *inline_children(heading_of(release), linked=True), href=f"#{name}", class_="entry")
    page = element("a", href=f"#{name}", class_="page", title=short_title(release))
    lines = [element("p", title, lang=release.lang), *dateline(release, lang, "p"), *embargo_line(release)]
    heading = element("th", *lines, scope="row")
    return element("tr", heading, element("td", page))


def embargo_line(release: Release) -> Iterator[Element]:
    """The embargo of a release for its line of the contents; nothing without one."""
    if words := on_edge(release):
        yield element("p", words, class_="embargo", lang=release.lang)


def articles(edition: Edition, context: Context) -> list[Element]:
    """Every release, its title carrying a short form for running headers."""
    made = []
    for release, name in zip(edition.releases, names(edition), strict=True):
        one = article(release, context, name)
        for heading in one.iterfind("header/*[@class='title']"):
            heading.set("data-short", short_title(release))
        name_pictures(one, label_language(release, edition.lang))
        mark_long_words(one)
        set_in_type(one)
        made.append(one)
    return made


def name_pictures(page: Element, lang: str) -> None:
    """Let a picture without alternative text be called by its caption. Source: ISO 14289-1, 7.3."""
    for figure in page.iter("figure"):
        caption = "".join(words for part in figure.iterfind("figcaption/*") for words in part.itertext())
        for picture in (each for each in figure.iter("img") if not each.get("alt")):
            picture.set("alt", caption or phrases(lang)("Picture"))


def mark_long_words(page: Element) -> None:
    """Give the class ``long-word`` to what holds a word that may be wider than its line, so that it alone is cut."""
    for line in page.iter("p", "h1", "h2", "h3", "h4", "h5", "h6", "th", "td"):
        longest = CELL_WORD if line.tag in ("th", "td") else WORD
        if re.search(rf"[^\s-]{{{longest},}}", "".join(line.itertext())):
            line.set("class", f"{line.get('class', '')} long-word".strip(" "))


def contact_cards(edition: Edition) -> list[Element]:
    """Every contact once, with the pages of the releases that name it; none for one release, which has them itself."""
    if len(edition.releases) < 2:
        return []
    given = names(edition)
    made = []
    for contact, places in all_contacts(edition).items():
        card = contact_card(contact, edition.lang)
        card.append(element("p", *_index([_page_of(edition, given, at) for at in places], places), class_="pages"))
        made.append(card)
    return made


def _page_of(edition: Edition, given: Sequence[str], at: int) -> Element:
    return element("a", href=f"#{given[at]}", class_="page", title=short_title(edition.releases[at]))


def _index(links: Sequence[Element], places: Sequence[int]) -> Iterator[Child]:
    """The pages as an index tells them, those of neighbouring releases as a run: 4, 7–12, 15."""
    for number, link in enumerate(links):
        before = number > 0 and places[number - 1] == places[number] - 1
        behind = number + 1 < len(places) and places[number + 1] == places[number] + 1
        if before and behind:
            continue
        yield from (("\u2013" if before else ", "),) if number else ()
        yield link


def sources(edition: Edition) -> Element | None:
    """What the edition was made from: name and beginning of the SHA-256 of each source; None when none is known."""
    _ = phrases(edition.lang)
    known = [release.source for release in edition.releases if release.source]
    if not known:
        return None
    head = element("tr", element("th", _("Source"), scope="col"), element("th", "SHA-256", scope="col"))
    rows = (
        element("tr", element("td", _origin(one)), element("td", str(one.sha256)[:DIGITS] + "…", class_="digest"))
        for one in known
    )
    return element("table", element("thead", head), element("tbody", *rows), class_="sources")


def _origin(source: SourceRef) -> Child:
    """The name of a source, a link where it came from the web."""
    target = safe_href(source.url)
    return element("a", str(source.name), href=target) if target else str(source.name)


def made_with(edition: Edition, *libraries: str) -> str:
    """The sentence that names the programs, with versions, that made the publication."""
    from importlib.metadata import version

    others = (f"{name} {version(name.lower())}" for name in libraries)
    programs = ", ".join((f"oimpress {__version__}", *others))
    return phrases(edition.lang)("Made with {programs}.").format(programs=programs)
