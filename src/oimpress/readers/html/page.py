"""Saved web pages: the article's blocks and inlines, everything else left out with its reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from oimpress.errors import ReadError
from oimpress.model.draft import Draft, Flow, Line
from oimpress.model.nodes import Release, SourceRef
from oimpress.model.traced import inserted
from oimpress.notices import Result
from oimpress.readers.html.advice import Advice
from oimpress.readers.html.agreed import bear_out
from oimpress.readers.html.article import FoundArticle, find_article, outside
from oimpress.readers.html.blocks import PageReader
from oimpress.readers.html.cards import part_cards
from oimpress.readers.html.days import read_off
from oimpress.readers.html.figures import unshown
from oimpress.readers.html.films import leave_films
from oimpress.readers.html.furniture import Judge
from oimpress.readers.html.inlines import InlineReader, lang_of, language
from oimpress.readers.html.late import settle_pictures
from oimpress.readers.html.limits import LITTLE
from oimpress.readers.html.loose import box_loose
from oimpress.readers.html.notes import page_notes
from oimpress.readers.html.office import gather_lists
from oimpress.readers.html.sections import settle
from oimpress.readers.html.stated import STATED, Stated, stated
from oimpress.readers.html.styles import apply_classes
from oimpress.readers.html.tree import decoded, parse
from oimpress.readers.html.within import page_places
from oimpress.readers.shared.characters import lost_letters
from oimpress.readers.shared.inlines import ATTRIBUTE, attribute_text
from oimpress.readers.shared.reader import SourceText
from oimpress.readers.shared.tree import Node
from oimpress.sources import Source


def read(source: Source) -> tuple[Result[Draft], SourceText]:
    """The article of a page as a draft, and all text of the page.

    Paragraphs and headings are lines for the passes to understand, other elements are blocks. Raises ReadError for a
    page without text. Notices: R001, R002, R030 relative address, R031 unreadable picture inside the page, R070
    another article than the page marks, R071, R072 a day that is not stated, R073 much left out. Rules:
    R010-R015, R017-R020, R045, R060-R063, R066.
    """
    html, notices = decoded(source.data, source.name)
    page, sheet = parse(html, source.name)
    apply_classes(page)
    gather_lists(page)
    part_cards(page)
    settle_pictures(page)
    box_loose(page)
    said, judge = stated(page), Judge(page)
    leave_films(page, judge)
    second = Advice(html)
    found = find_article(page, second, judge, said)
    judge.enter(found.article)
    settle(found.article, judge, said.published, said.author)
    base = _base(page) or said.address or source.metadata.url
    doubts = tuple(bear_out(found.article, second, judge))
    lang = _language(page, found, said)
    notes = page_notes(page)
    places = page_places(page, notes, judge, said.address or source.metadata.url)
    reader = PageReader(InlineReader(judge, lang, base, notes, places), sheet)
    flow = tuple(reader.flow(found.article))
    _check(flow, page, source.name)
    dropped = (*reader.dropped, *outside(page, found, judge))
    dropped = (*dropped, *unshown(page, flow, dropped))
    published = _published(said, reader.day)
    if not published:
        published, doubt = read_off(html, said, flow, lang)
        reader.notices.extend(doubt)
    draft = Draft(_release(source, lang, said, published), flow, titles=said.titles)
    text = SourceText(sheet.text, "utf-8", "text")
    return Result(
        draft, (*notices, *found.notices, *doubts, *dict.fromkeys(reader.notices), *lost_letters(sheet.text)), dropped
    ), text


def _published(said: Stated, told: str) -> str:
    """The stated day, else that which a byline ``told``; this one too where Greenwich was a day before it or behind."""
    if not (said.universal and len(told) == len(said.published)):
        return said.published or told
    apart = date.fromisoformat(told) - date.fromisoformat(said.published)
    return told if abs(apart.days) == 1 else said.published


def _release(source: Source, lang: str, said: Stated, published: str) -> Release:
    url = source.metadata.url or said.address
    ref = SourceRef(
        *(source.name, source.sha256, "text/html", "html", url, source.metadata.licence),
        *(str(attribute_text(text, 0)) for text in (said.author, said.description, said.image)),
    )
    release = Release("release", inserted(lang or "fr", ATTRIBUTE), source=ref)
    return replace(release, published=inserted(published, STATED)) if published else release


def _language(page: Node, found: FoundArticle, said: Stated) -> str:
    """What the article, else the page, says its language is."""
    root = next((node for node in page.walk() if node.tag == "html"), page)
    body = next((node for node in page.walk() if node.tag == "body"), page)
    return lang_of(found.article) or lang_of(body) or lang_of(root) or language(said.language)


def _base(page: Node) -> str:
    """The address against which the page says its links are to be read; empty when it says none."""
    return next((node.get("href") for node in page.walk() if node.tag == "base" and ":" in node.get("href")), "")


def _check(flow: Flow, page: Node, name: str) -> None:
    words = sum(len(item.text) for item in flow if isinstance(item, Line))
    if words < LITTLE and any(node.tag == "input" and node.get("type").lower() == "password" for node in page.walk()):
        raise ReadError("{name}: this page asks for a log-in; log in, then save the page with the text", name=name)
    if words < LITTLE and any(node.tag == "frameset" for node in page.walk()):
        raise ReadError(
            "{name}: this page only sets up frames; open the frame with the text, and save that one", name=name
        )
    if not flow:
        raise ReadError("{name}: no text of an article was found on this page; save the page itself", name=name)
