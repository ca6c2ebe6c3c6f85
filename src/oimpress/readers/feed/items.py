"""Items of a feed as releases, taken one at a time from XML that is read without entities."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO

from lxml import etree

from oimpress.errors import ReadError
from oimpress.knowledge.dates import written_dates
from oimpress.knowledge.tags import language_tag
from oimpress.model.draft import Draft, Line
from oimpress.model.nodes import Block, Release, SourceRef
from oimpress.model.runs import flatten
from oimpress.model.traced import Traced, inserted
from oimpress.notices import Dropped, Notice, Result, notice
from oimpress.patterns import lazy
from oimpress.readers.feed.fields import Field, FieldName, fields
from oimpress.readers.feed.signs import is_json
from oimpress.readers.feed.stated import stated_items
from oimpress.readers.html.tree import codec_as_browsers, parsed
from oimpress.readers.html.whole import whole
from oimpress.readers.shared.characters import lines_of
from oimpress.readers.shared.inlines import ATTRIBUTE, gathered, one_run, paragraphs, tidy
from oimpress.readers.shared.reader import Drafted, ReadPart, SourceText
from oimpress.readers.shared.stated import STATED, stated_day
from oimpress.readers.shared.tree import Node, Sheet, leave_out
from oimpress.sources import Source

FIELD, OTHER_FORM = "R047", "R018"
TEXTS: tuple[FieldName, ...] = ("text", "summary", "spare")  # the first that an item has is its text
FURNITURE = "R010"
# What WordPress puts below each text of a feed, in its words for three languages.
BACK_TO_SITE = lazy(
    r"\s*(?:L['’]article|Cet article|The post|La entrada)\b.{1,400}"
    r"(?:est apparu en premier sur|appeared first on|se publicó primero en|aparece primero en)\b.{1,200}"
)
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
MEDIA_TYPE = "application/xml"
NO_RELEASES = frozenset({"attachment", "nav_menu_item", "revision", "custom_css", "wp_block", "wp_navigation"})


@dataclass(slots=True)
class FeedItem:
    """An item while it is read: its fields as they stand on its sheet."""

    source: Source
    lang: str
    sheet: Sheet = field(default_factory=Sheet)
    stretches: list[tuple[Field, Traced | Node]] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)

    def said(self, *names: str) -> str:
        """The first field of these names that says anything."""
        return next((one.text.strip() for name in names for one, _ in self.stretches if one.name == name), "")


def read(source: Source) -> Iterator[ReadPart]:
    """A draft for each published item; items without text, and what follows damage, are refusals beside them.

    Raises ReadError for a feed without items. Notice R054 on the last for what an export holds beside its posts.
    """
    last: ReadPart | None = None
    others = 0
    for found in _items(source):
        if found is None:
            others += 1
            continue
        if last is not None:
            yield last
        last = found
    if last is None:
        raise ReadError(
            "{name}: {count} items, and none that was published with its text; export the posts",
            name=source.name,
            count=others,
        )
    if others and isinstance(last, Drafted):
        told = (*last.draft.notices, notice("R054", detail=str(others)))
        last = last._replace(draft=replace(last.draft, notices=told))
    yield last


def _items(source: Source) -> Iterator[ReadPart | None]:
    """Each item as a draft or a refusal; None for one that is no published post."""
    if is_json(source):
        lang, every = stated_items(source)
        yield from (_item(found, number, lang, source) for number, found in enumerate(every, 1))
        return
    lang = ""
    number = 0
    try:
        for _, element in _elements(source.data):
            if etree.QName(element).localname == "language":
                lang = lang or (element.text or "").strip()
                continue
            number += 1
            stated = language_tag(lang or element.getroottree().getroot().get(LANG, ""))
            yield _item([*fields(element)], number, stated, source)
            _forget(element)
    except etree.XMLSyntaxError as error:
        yield ReadError(
            "{name}: damaged from line {line} on ({reason}); what stands before was read, fetch the rest again",
            name=source.name,
            line=error.lineno or 1,
            reason=str(error.msg),
        )


def _elements(data: bytes) -> Iterator[tuple[str, etree._Element]]:
    encoding = codec_as_browsers(data)
    return iter(
        etree.iterparse(
            BytesIO(data.lstrip()),
            events=("end",),
            tag=("{*}item", "{*}entry", "{*}language"),
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            remove_comments=True,
            remove_pis=True,
            encoding=encoding or None,
        )
    )


def _forget(element: etree._Element) -> None:
    """Let go of an item and of all before it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _item(found: Sequence[Field], number: int, lang: str, source: Source) -> ReadPart | None:
    text = next((each.text for name in (*TEXTS, "title") for each in found if each.name == name), "")
    part = replace(source, name=f"{source.name}/{number}.html", data=text.encode("utf-8", "replace"))
    item = FeedItem(part, lang)
    for each in found:
        item.sheet.end_line()
        item.stretches.append((each, _on_sheet(each, item)))
    if item.said("type") in NO_RELEASES or item.said("state") not in ("", "publish"):
        return None
    return _drafted(item) or _empty(item)


def _on_sheet(one: Field, item: FeedItem) -> Traced | Node:
    if one.html:
        return parsed(f"<body>{one.text}</body>", item.source.name, item.sheet)
    return item.sheet.add(one.text)


def _drafted(item: FeedItem) -> Drafted | None:
    chosen = next((name for name in TEXTS if item.said(name)), "")
    title: list[Line] = []
    flow: list[Line | Block] = []
    for one, stretch in item.stretches:
        if one.name == "title" and not title:
            title = _title(stretch, item)
        elif one.name == chosen:
            flow += _flow(stretch, item, one.base)
            chosen = ""
        else:
            item.dropped += _left_out(stretch, OTHER_FORM if one.name in TEXTS else FIELD)
    return _release(item, [*title, *flow]) if flow else None


def _empty(item: FeedItem) -> ReadError:
    """What an item without a text is told."""
    name, link = item.source.name, item.said("link")
    if not item.said("title") or not link:
        return ReadError("{name}: this item holds no text; leave it out", name=name)
    return ReadError(
        "{name}: this item holds a title and no text; save the page it leads to: {link}", name=name, link=link
    )


def _release(item: FeedItem, flow: Sequence[Line | Block]) -> Drafted:
    known, source = item.source.metadata, item.source
    url = known.url or item.said("link")
    ref = SourceRef(source.name, source.sha256, MEDIA_TYPE, "feed", url, known.licence)
    release = Release("release", inserted(item.lang or "fr", ATTRIBUTE), source=ref)
    if day := _day(item.said("date")) or _day(item.said("updated")):
        release = replace(release, published=inserted(day, STATED))
    draft = Result(Draft(release, tuple(flow)), tuple(dict.fromkeys(item.notices)), tuple(item.dropped))
    return Drafted(draft, SourceText(item.sheet.text, "utf-8", "text"), source)


def _day(said: str) -> str:
    """The day that a field says, by rule or in words, ISO 8601; empty where it says none, or several."""
    days = written_dates(said)
    return stated_day(said) or (days[0] if len(days) == 1 else "")


def _flow(stretch: Traced | Node, item: FeedItem, base: str) -> list[Line | Block]:
    if not isinstance(stretch, Node):
        return [*_lines(stretch, item)]
    found = whole(stretch, item.sheet, item.lang, base or item.said("link"))
    item.dropped += found.dropped
    item.notices += found.notices
    item.lang = found.lang or item.lang
    if found.flow and isinstance(last := found.flow[-1], Line) and BACK_TO_SITE.fullmatch(last.plain):
        item.dropped.append(Dropped(last.text, FURNITURE))
        return found.flow[:-1]
    return found.flow


def _lines(stretch: Traced, item: FeedItem) -> Iterator[Line]:
    """The lines of a field that is plain text."""
    at = max(stretch.start, 0)
    for found in lines_of(str(stretch), at, item.sheet.line(at)):
        if isinstance(found, Dropped):
            item.dropped.append(found)
        else:
            yield found


def _title(stretch: Traced | Node, item: FeedItem) -> list[Line]:
    """The item's title, whatever its markup, as one line."""
    within = one_run(paragraphs(gathered(_flow(stretch, item, "")))) if isinstance(stretch, Node) else ()
    run = within if isinstance(stretch, Node) else tidy([stretch])
    text = flatten(run)
    number = item.sheet.line(max(text.start, 0)) if isinstance(text, Traced) else 1
    return [Line(run, number, number, level=1)] if text else []


def _left_out(stretch: Traced | Node, rule: str) -> Iterator[Dropped]:
    return leave_out(stretch, rule) if isinstance(stretch, Node) else iter((Dropped(stretch, rule),))
